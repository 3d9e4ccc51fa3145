/** `x in items` in a loop, where `items` is a list: a search, which Python writes as an operator instead of a call. */
import type { CallFact } from '../../../facts/file-facts.ts';
import type { Scopes } from '../scopes.ts';
import { some, type Node, type Source, unwrap } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import type { LoopCollector } from './loops.ts';
import { isLongList } from './repetition.ts';

/**
 * @param source the file
 * @param scopes resolves names
 * @param loops entered so far
 * @param calls receives the searches, each as the call of `__contains__` that it is
 */
export function membershipCollector(source: Source, scopes: Scopes, loops: LoopCollector, calls: CallFact[]): Collector {
  return {
    on: {
      comparison_operator: (node: Node, at: Place) => {
        if (at.loop === -1 || !/^(not )?in$/.test(node.tokens[0] ?? '') || node.children.length !== 2) return;
        const [item, list] = node.children as [Node, Node];
        const searched = unwrap(list);
        const changing = loops.changing(at.loop);
        if (!isLongList(source, searched, scopes, loops, at.loop)
          || !some(item, (each) => each.type === 'identifier' && changing.has(source.textOf(each)))) return;
        calls.push({
          callee: `${source.textOf(searched)}.__contains__`, name: '__contains__', module: null, member: null, receiver: null, ownRoot: true, new: false,
          span: source.span(node), calleeSpan: source.span(node), args: [], firstString: null, function: at.function, loop: at.loop, awaited: false,
          result: 'condition', target: null, flowsTo: null, guarded: at.guarded, searches: 'list',
        });
      },
    },
  };
}
