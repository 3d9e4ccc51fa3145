/** Imports of which the code itself says that they may lead nowhere. */
import { ts, type Source } from '../syntax.ts';

/** What a condition asks before something is loaded that may not be there. */
const ASKS = /\benv\b|exist|typeof|platform|argv|\bhas[A-Z_]|support|require\.resolve|__\w+__/;

/** @returns whether a failure of an import is provided for, a test puts something in its place, or the compiler is told not to mind it */
export function guardedIn(source: Source): (node: ts.Node, specifier: string) => boolean {
  const silenced = linesAfterDirectives(source);
  const mocked = mockedIn(source);
  return (node, specifier) => {
    if (mocked.has(specifier)) return true;
    if (silenced.size > 0 && silenced.has(source.lineAt(node.getStart(source.file)))) return true;
    if (ts.isSourceFile(node.parent)) return false;
    for (let inner = node, outer = node.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
      if (providesFor(outer, inner, source)) return true;
    }
    return false;
  };
}

function providesFor(outer: ts.Node, inner: ts.Node, { file }: Source): boolean {
  if (ts.isTryStatement(outer)) return outer.catchClause !== undefined;
  if (ts.isPropertyAccessExpression(outer)) return outer.name.text === 'catch';
  const asked = ts.isIfStatement(outer) ? outer.expression
    : ts.isConditionalExpression(outer) ? outer.condition : ts.isBinaryExpression(outer) ? outer.left : inner;
  return asked !== inner && ASKS.test(asked.getText(file));
}

/** Lines, counted from 0, that follow a directive which lets the compiler pass over an error. */
function linesAfterDirectives({ text, lineAt }: Source): Set<number> {
  const lines = new Set<number>();
  if (!text.includes('@ts-')) return lines;
  for (const found of text.matchAll(/@ts-(?:ignore|expect-error)\b[^\n]*\n(?:\s*\/\/[^\n]*\n)*/g)) lines.add(lineAt(found.index + found[0].length));
  return lines;
}

/** Modules for which a test says itself what they have. */
function mockedIn({ text }: Source): Set<string> {
  if (!/\bmock|Mock/.test(text)) return new Set();
  const calls = text.matchAll(/\.(?:mock|doMock|unstable_mockModule|setMock|module)\s*(?:<[^>]*>)?\(\s*(?:import\()?['"]([^'"\n]+)['"]\)?\s*,/g);
  return new Set([...calls].map((found) => found[1]!));
}
