/** Loops that do by hand what a single call does: sorting a list by swapping, counting equal pairs. */
import type { LoopFact } from '../../../facts/file-facts.ts';
import { around, isFunction, part, some, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

/** Records it on the loop that contains it. */
export function byHandCollector(source: Source, loops: readonly LoopFact[]): Collector {
  const note = (at: Place, what: 'sort' | 'count', name: string, node: Node): void => {
    (loops[at.loop]!.byHand ??= []).push({ what, name, span: source.span(node) });
  };
  return {
    on: {
      // `a[i], a[j] = a[j], a[i]` under a comparison of the two, in a nested loop.
      assignment: (node: Node, at: Place) => {
        if (at.loop === -1 || loops[at.loop]!.parent === -1) return;
        const exchanged = exchangedElements(node);
        if (exchanged !== null && exchanged.every((each) => condition(node).includes(plain(each))))
          note(at, 'sort', source.textOf(part(exchanged[0], 'value')!), node);
      },
      // `if a[i] == b[i]: n += 1`, and nothing else in the loop.
      augmented_assignment: (node: Node, at: Place) => {
        if (at.loop === -1 || !node.tokens.includes('+=') || source.textOf(part(node, 'right')!) !== '1') return;
        const test = around(node, (each) => each.type === 'if_statement' || isFunction(each));
        const loop = test?.parent.parent;
        if (test?.type !== 'if_statement' || loop?.type !== 'for_statement' || !isOnly(node.parent) || !isOnly(test)) return;
        const compared = part(test, 'condition');
        const [left, right] = compared?.children ?? [];
        if (compared?.type !== 'comparison_operator' || compared.tokens[0] !== '==' || left?.type !== 'subscript' || right?.type !== 'subscript') return;
        const index = source.textOf(part(loop, 'left')!);
        const indices = [left, right].map((each) => plain(each.children.at(-1)!));
        if (indices.every((each) => each === index) && /^range\(/.test(loops[at.loop]!.iterable))
          note(at, 'count', `${source.textOf(left.children[0]!)} == ${source.textOf(right.children[0]!)}`, loop);
      },
    },
  };

  /** The two swapped elements of one list, or null. */
  function exchangedElements(node: Node): [Node, Node] | null {
    const left = part(node, 'left')?.children ?? [];
    const right = part(node, 'right')?.children ?? [];
    const [a, b] = left;
    if (left.length !== 2 || right.length !== 2 || a?.type !== 'subscript' || b?.type !== 'subscript' || plain(a.children[0]!) !== plain(b.children[0]!))
      return null;
    return plain(a) === plain(right[1]!) && plain(b) === plain(right[0]!) && plain(a) !== plain(b) ? [a, b] : null;
  }

  /** Text of the condition right above, or an empty string. */
  function condition(node: Node): string {
    const test = around(node, (each) => each.type === 'if_statement' || isFunction(each));
    const compared = test?.type === 'if_statement' ? part(test, 'condition') : null;
    return compared !== null && some(compared, (each) => each.type === 'comparison_operator' && /^[<>]/.test(each.tokens[0] ?? '')) ? plain(compared) : '';
  }

  function plain(node: Node): string {
    return source.textOf(node).replace(/\s+/g, '');
  }
}

/** It is the only statement and there is no other branch. */
function isOnly(statement: Node): boolean {
  return statement.parent.type === 'block' && statement.parent.children.length === 1
    && !statement.children.some((child) => /^(elif|else)_clause$/.test(child.type));
}
