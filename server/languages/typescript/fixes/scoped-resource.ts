/** Turns `const handle = await open(…)` into `await using handle = await open(…)`. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { ts, parse } from '../syntax.ts';
import { nodeAround, offsetAt } from './style.ts';

/** Declares a resource with `using`, so that the language closes it. */
export const scopedResource: FixProvider = ({ path, span }, context) => {
  const text = context.read(path);
  if (text === undefined) return null;
  const source = parse(path, text);
  const list = nodeAround(source, offsetAt(source, span[0], span[1]), offsetAt(source, span[2], span[3]), ts.isVariableDeclarationList);
  if (list === undefined || list.declarations.length !== 1 || !ts.isVariableStatement(list.parent)) return null;
  const start = list.getStart(source.file);
  return [{ path, edits: [{ span: source.spanBetween(start, list.declarations[0]!.getStart(source.file)), text: 'await using ' }] }];
};
