/** Redirects an import to a block's public face. */
import type { FixContext, FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { contains } from '../../../text/spans.ts';
import { ts, parse, type Source } from '../syntax.ts';

interface Rename {
  from: string;
  to: string;
}

/** Data: `face`, path of the file to import from, and `names`: the name of each import there. */
export const importFromFace: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const statement = source.file.statements.find((each) => contains(source.span(each), request.span));
  if (statement === undefined || !ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return null;
  const names = request.data.names as Rename[];
  const specifier = specifierOf(context, request.path, statement.moduleSpecifier.text, request.data.face as string);
  const renames = specifier === null ? null : renameEdits(source, statement, names);
  if (specifier === null || renames === null) return null;
  const literal = statement.moduleSpecifier;
  const quote = text[literal.getStart(source.file)]!;
  return [{ path: request.path, edits: [...renames, { span: source.span(literal), text: `${quote}${specifier}${quote}` }] }];
};

/** The written specifier, shortened folder by folder until it resolves to the face, so that the file's aliases and extensions stay as written. */
function specifierOf(context: FixContext, from: string, written: string, face: string): string | null {
  const ending = /\.[cm]?[jt]sx?$/.exec(written)?.[0];
  const parts = written.split('/');
  for (let length = parts.length - 1; length > 0; length--) {
    const folder = parts.slice(0, length).join('/');
    const candidates = ending === undefined ? [folder, `${folder}/index`] : [`${folder}/index${ending}`, folder];
    for (const candidate of candidates) {
      const to = context.resolve(from, candidate);
      if (to.kind === 'file' && to.path === face) return candidate;
    }
  }
  return null;
}

/** Edits for names that the face exports under another name; null when the form of the import does not allow it. */
function renameEdits(source: Source, statement: ts.ImportDeclaration, names: readonly Rename[]): TextEdit[] | null {
  const clause = statement.importClause;
  const bindings = clause?.namedBindings;
  const called = new Map(names.map((name) => [name.from, name.to]));
  if (clause?.name) {
    const to = called.get('default');
    if (to === undefined || (to !== 'default' && bindings)) return null;
    return to === 'default' ? [] : [{ span: source.span(clause.name), text: to === clause.name.text ? `{ ${to} }` : `{ ${to} as ${clause.name.text} }` }];
  }
  if (bindings === undefined || !ts.isNamedImports(bindings)) return null;
  return bindings.elements.flatMap((element) => {
    const imported = element.propertyName ?? element.name;
    const to = called.get(imported.text) ?? imported.text;
    if (to === imported.text) return [];
    const local = element.name.text;
    const from = imported.getStart(source.file);
    return [{ span: source.spanBetween(from, element.name.end), text: to === local ? local : `${to} as ${local}` }];
  });
}
