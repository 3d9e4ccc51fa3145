/** What calls the functions that a function is handed, before it returns. */
import { CALLS_AT_ONCE, type NeedSet } from '../../kit/needs.ts';
import { isFunction, part, type Node, type Source } from '../syntax.ts';

/** @param node a function or lambda @param into gets `!`, or the names that what is handed is passed on to */
export function noteCalls(source: Source, node: Node, into: NeedSet, bound: ReadonlySet<string>): void {
  const params = new Set((part(node, 'parameters')?.children ?? []).map((each) => source.textOf(each).replace(/^\*+/, '').split(/[:=]/, 1)[0]!.trim()));
  const body = part(node, 'body');
  if (params.size === 0 || body === null) return;
  const root = (each: Node): string => /^\w*/.exec(source.textOf(each).replace(/^\*+/, ''))![0];
  const visit = (each: Node): void => {
    if (isFunction(each)) return;
    if (each.type === 'call') {
      const callee = part(each, 'function')!;
      const name = root(callee);
      const given = part(each, 'arguments')?.children ?? [];
      const args = given.map((argument) => (argument.type === 'keyword_argument' ? part(argument, 'value') ?? argument : argument));
      if (params.has(name)) into.calls.add('!');
      else if (args.some((argument) => params.has(root(argument)))) {
        const last = source.textOf(callee).split('.').at(-1)!;
        if (bound.has(name)) into.calls.add(callee.type === 'identifier' ? name : '!');
        else if (CALLS_AT_ONCE.has(last)) into.calls.add('!');
      }
    }
    each.children.forEach(visit);
  };
  visit(body);
}
