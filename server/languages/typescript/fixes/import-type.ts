/** Turns imports and re-exports whose names are used only as types into `import type` and `export type`. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { contains } from '../../../text/spans.ts';
import type { Span } from '../../../facts/span.ts';
import { ts, parse, type Source } from '../syntax.ts';

/**
 * Data: `path`, the file to edit if it is not the finding's own, and `spans`, places inside the statements to
 * convert; defaults to the finding's place. Null when one of them is not such a statement.
 */
export const importType: FixProvider = (request, context) => {
  const path = typeof request.data.path === 'string' ? request.data.path : request.path;
  const text = context.read(path);
  if (text === undefined) return null;
  const source = parse(path, text);
  const spans = Array.isArray(request.data.spans) ? (request.data.spans as Span[]) : [request.span];
  const edits: TextEdit[] = [];
  for (const span of spans) {
    const statement = source.file.statements.find((each) => contains(source.span(each), span));
    const own = statement === undefined ? null : editsOf(source, statement);
    if (own === null) return null;
    edits.push(...own);
  }
  return [{ path, edits }];
};

function editsOf(source: Source, statement: ts.Statement): TextEdit[] | null {
  if (ts.isImportDeclaration(statement)) return importEdits(source, statement);
  if (ts.isImportEqualsDeclaration(statement) && !statement.isTypeOnly) return [typeAfter(source, statement, 'import')];
  if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.moduleSpecifier) return null;
  const named = statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause : null;
  return [typeAfter(source, statement, 'export'), ...(named?.elements ?? []).flatMap((element) => withoutInlineType(source, element))];
}

function importEdits(source: Source, statement: ts.ImportDeclaration): TextEdit[] | null {
  const clause = statement.importClause;
  if (clause === undefined || clause.isTypeOnly) return null;
  const edits = [typeAfter(source, statement, 'import')];
  const bindings = clause.namedBindings;
  if (clause.name && bindings) {
    // `import type A, { B }` is not allowed: the named imports become a statement of their own.
    const { text } = source;
    const names = text.slice(bindings.getStart(source.file), bindings.end).replace(/([{,]\s*)type\s+(?=[\w$])/g, '$1');
    const from = text.slice(statement.moduleSpecifier.getStart(source.file), statement.end);
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    edits.push({ span: source.spanBetween(clause.name.end, bindings.end), text: '' });
    edits.push({ span: source.spanBetween(statement.end, statement.end), text: `${eol}import type ${names} from ${from}` });
  } else if (bindings && ts.isNamedImports(bindings)) {
    edits.push(...bindings.elements.flatMap((element) => withoutInlineType(source, element)));
  }
  return edits;
}

function typeAfter(source: Source, statement: ts.Statement, keyword: string): TextEdit {
  const end = statement.getStart(source.file) + keyword.length;
  return { span: source.spanBetween(end, end), text: ' type' };
}

/** `import type { type A }` says it twice. */
function withoutInlineType(source: Source, element: ts.ImportSpecifier | ts.ExportSpecifier): TextEdit[] {
  if (!element.isTypeOnly) return [];
  return [{ span: source.spanBetween(element.getStart(source.file), (element.propertyName ?? element.name).getStart(source.file)), text: '' }];
}
