/** Adds a block to the dependencies listed in a contract comment, or removes one. */
import type { FixProvider } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { parse } from '../syntax.ts';

const LIST = /((?:^|\n)[ \t]*(?:\/\*\*[ \t]*)?(?:\*[ \t]*)?(?:@dependencies|Dependencies:)[ \t]*)([^\n*]*)/;

/** Data: `path` and `span` of the comment, and the `dependency`. */
export const addToContract: FixProvider = changing((names, dependency) => [...names, dependency]);

/** Same data as for adding. */
export const removeFromContract: FixProvider = changing((names, dependency) => names.filter((name) => plainName(name) !== plainName(dependency)));

function changing(change: (names: string[], dependency: string) => string[]): FixProvider {
  return ({ data }, context) => {
    const path = data.path as string;
    const text = context.read(path);
    const span = data.span as Span;
    if (text === undefined) return null;
    const source = parse(path, text);
    const start = source.file.getPositionOfLineAndCharacter(span[0] - 1, span[1] - 1);
    const end = source.file.getPositionOfLineAndCharacter(span[2] - 1, span[3] - 1);
    const match = LIST.exec(text.slice(start, end));
    if (match === null) return null;
    const [, head = '', written = ''] = match;
    const list = written.trimEnd();
    const dot = list.endsWith('.') ? '.' : '';
    const before = list.replace(/\.$/, '').split(',').map((name) => name.trim()).filter((name) => name !== '' && !/^(none|-)$/i.test(name));
    const after = change(before, data.dependency as string);
    if (after.length === before.length) return null;
    const from = start + match.index + head.length;
    return [{ path, edits: [{ span: source.spanBetween(from, from + list.length), text: after.length === 0 ? `none${dot}` : after.join(', ') + dot }] }];
  };
}

/** People write names in comments freely: case, dashes and a trailing `Block` are ignored. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '').replace(/(?<=.)block$/, '');
}
