/** Turns an import whose names are used only as types into `import type`. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { contains } from '../../../facts/span.ts';
import { ts, parse } from '../syntax.ts';

/** Applies to a static import or re-export that lies in the request's span. */
export const importType: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const statement = source.file.statements.find((each) => contains(source.span(each), request.span));
  if (statement === undefined || !ts.isImportDeclaration(statement) || !statement.importClause || statement.importClause.isTypeOnly) return null;
  const clause = statement.importClause;
  const start = statement.getStart(source.file);
  const keyword = start + 'import'.length;
  const edits = [{ span: source.spanBetween(keyword, keyword), text: ' type' }];
  const bindings = clause.namedBindings;
  // `import type A, { B }` is not allowed: the named part becomes a statement of its own.
  if (clause.name && bindings) {
    const rest = text.slice(bindings.getStart(source.file), bindings.end);
    const from = text.slice(statement.moduleSpecifier.getStart(source.file), statement.end);
    edits.push({ span: source.spanBetween(clause.name.end, bindings.end), text: '' });
    edits.push({ span: source.spanBetween(statement.end, statement.end), text: `\nimport type ${rest} from ${from}` });
  }
  if (bindings && ts.isNamedImports(bindings) && !clause.name) {
    // `import type { type A }` repeats itself.
    for (const element of bindings.elements) {
      if (!element.isTypeOnly) continue;
      const from = element.getStart(source.file);
      edits.push({ span: source.spanBetween(from, (element.propertyName ?? element.name).getStart(source.file)), text: '' });
    }
  }
  return [{ path: request.path, edits }];
};
