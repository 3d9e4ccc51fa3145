/**
 * Shortens the adapter's access to the compiler. The compiler exposes its parts through getters of
 * one very large object, and looking up `ts.SyntaxKind.Block` or `ts.isBlock` at each of millions
 * of nodes cost more than a third of the extraction. In the bundles, members of enumerations are
 * therefore replaced by their numbers, and functions are read from the object once, at the top of
 * each file. The sources are unchanged.
 */
import { readFile } from 'node:fs/promises';
import type { Loader, Plugin } from 'esbuild';
import { ts } from '@ts-morph/common';

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/**
 * @param path decides how it is parsed
 * @param text of a module that imports `ts` as a value
 * @returns the module with direct access; unchanged when it does not import `ts`
 */
export function flattened(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = file.statements.filter(ts.isImportDeclaration);
  if (!imports.some(importsCompiler)) return text;
  const functions = new Set<string>();
  const replacements: Replacement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const short = shortWay(node, functions);
    if (short === null) ts.forEachChild(node, visit);
    else replacements.push({ start: node.getStart(file), end: node.end, text: short });
  };
  ts.forEachChild(file, visit);
  const head = imports.at(-1)!.end;
  replacements.push({ start: head, end: head, text: [...functions].map((name) => ` const ts_${name} = ts.${name};`).join('') });
  return replacements.sort((a, b) => b.start - a.start).reduce((whole, { start, end, text: short }) => whole.slice(0, start) + short + whole.slice(end), text);
}

function importsCompiler(statement: ts.ImportDeclaration): boolean {
  const bindings = statement.importClause?.namedBindings;
  return bindings !== undefined && ts.isNamedImports(bindings) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
    && bindings.elements.some((element) => element.name.text === 'ts' && !element.isTypeOnly);
}

/** The replacement for `ts.SyntaxKind.Block` or `ts.isBlock`; null for anything else. */
function shortWay(node: ts.Node, functions: Set<string>): string | null {
  if (!ts.isPropertyAccessExpression(node)) return null;
  const { expression, name } = node;
  const member = (of: object, key: string): unknown => (of as Record<string, unknown>)[key];
  if (ts.isPropertyAccessExpression(expression) && isCompiler(expression.expression)) {
    const value = member(member(ts, expression.name.text) as object, name.text);
    return typeof value === 'number' ? `${value} /* ${name.text} */` : null;
  }
  if (!isCompiler(expression) || typeof member(ts, name.text) !== 'function') return null;
  functions.add(name.text);
  return `ts_${name.text}`;
}

function isCompiler(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'ts';
}

/** For the bundles that read TypeScript. */
export const flatCompiler: Plugin = {
  name: 'flat-compiler',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]server[\\/]languages[\\/]typescript[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: flattened(path, await readFile(path, 'utf8')), loader: 'ts' satisfies Loader,
    }));
  },
};
