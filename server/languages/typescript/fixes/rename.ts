/** Renames something that only its own file uses, wherever the compiler finds it. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { hasModifier, parse, ts, type Source } from '../syntax.ts';
import { openProject } from './project.ts';
import { nodeAround, offsetAt } from './style.ts';

/** Applies to the declaration at the request's span. Data: `to`, the new name, which the file must not use yet. */
export const rename: FixProvider = (request, context) => {
  const text = context.read(request.path);
  const { to } = request.data;
  if (text === undefined || typeof to !== 'string' || isTaken(text, to)) return null;
  const source = parse(request.path, text);
  const from = offsetAt(source, request.span[0], request.span[1]);
  const name = nodeAround(
    source, from, offsetAt(source, request.span[2], request.span[3]),
    (node): node is ts.Identifier | ts.PrivateIdentifier => ts.isIdentifier(node) || ts.isPrivateIdentifier(node),
  );
  if (name === undefined || !staysInFile(source, name)) return null;
  // Other files cannot use the name, so they need not be opened.
  const project = openProject({ ...context, facts: () => undefined }, [request.path]);
  const service = project.getLanguageService().compilerObject;
  const places = service.findRenameLocations(`/${request.path}`, from, false, false, { providePrefixAndSuffixTextForRename: true });
  if (places === undefined || places.length === 0) return null;
  return [{
    path: request.path,
    edits: places.map(({ textSpan: { start, length }, prefixText = '', suffixText = '' }) => ({
      span: source.spanBetween(start, start + length), text: `${prefixText}${to}${suffixText}`,
    })),
  }];
};

/** The file already uses the word, or it is reserved. */
function isTaken(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w$])${word.replaceAll('$', '\\$')}(?![\\w$])`).test(text)
    || ts.identifierToKeywordKind(ts.factory.createIdentifier(word)) !== undefined;
}

/** Not visible outside: private members, locals, and what a module does not export. */
function staysInFile(source: Source, name: ts.Identifier | ts.PrivateIdentifier): boolean {
  const declaration = name.parent;
  if (ts.isClassElement(declaration)) return ts.isPrivateIdentifier(name) || hasModifier(declaration, ts.SyntaxKind.PrivateKeyword);
  if (ts.isParameter(declaration) && ts.isParameterPropertyDeclaration(declaration, declaration.parent))
    return hasModifier(declaration, ts.SyntaxKind.PrivateKeyword);
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isBlock(node) || ts.isParameter(node)) return true;
    if (hasModifier(node, ts.SyntaxKind.ExportKeyword)) return false;
  }
  // What a script without imports and exports declares is visible to all scripts.
  return source.file.statements.some((each) => ts.isImportDeclaration(each) || ts.isExportDeclaration(each) || ts.isExportAssignment(each)
    || hasModifier(each, ts.SyntaxKind.ExportKeyword))
    || /\b(module\.exports|exports\.\w+)\s*=|\brequire\(/.test(source.text);
}
