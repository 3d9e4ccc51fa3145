/** Writes the types of a signature that docstring, defaults and returns show. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { parametersOf } from '../scopes.ts';
import { part, type Node, type Source } from '../syntax.ts';
import { docTypesOf } from './doc-types.ts';
import { insert, nodeAround, openSource } from './edit.ts';
import { lintFix } from './lint-fix.ts';
import { typeSyntaxOf } from './python-version.ts';
import { typeOfDefault, typeOfReturns } from './shown-types.ts';

/**
 * Applies to the function whose name is at the request's span. Data: `params` that lack a type, `returns` when the
 * return type is missing, `edits` of the linter, which infers some return types itself. Returns nothing when none of
 * the missing types is known.
 */
export const writeTypes: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const fn = source === null ? null : nodeAround(source, request.span, (node) => node.type === 'function_definition');
  if (source === null || fn === null) return null;
  const missing = Array.isArray(request.data.params) ? (request.data.params as string[]) : [];
  const syntax = typeSyntaxOf(source, context);
  const documented = docTypesOf(source, fn, syntax);
  const edits: TextEdit[] = [];
  let found = false;
  for (const { name, type, value, rest } of parametersOf(fn)) {
    const text = source.textOf(name);
    if (type !== null || rest) continue;
    const said = documented.params.get(text) ?? null;
    const shown = value === null ? said : value.type === 'none' ? orNone(said, syntax.unions) : said ?? typeOfDefault(source, text, value);
    if (shown === null) continue;
    edits.push(typed(source, name, value, shown));
    found ||= missing.includes(text);
  }
  if (request.data.returns === true && part(fn, 'return_type') === null) {
    const own = lintFix(request, context)?.[0]?.edits ?? returned(source, fn, documented.returns ?? typeOfReturns(source, fn, syntax));
    edits.push(...own);
    found ||= own.length > 0;
  }
  return found ? [{ path: request.path, edits }] : null;
};

/** Docstrings omit that it may be None when the default says so. */
function orNone(type: string | null, unions: boolean): string | null {
  if (type === null || type === 'object' || / \| None$/.test(type)) return type;
  return unions ? `${type} | None` : null;
}

function typed(source: Source, name: Node, value: Node | null, type: string): TextEdit {
  return value === null ? insert(source, name.end, `: ${type}`) : { span: source.spanBetween(name.end, value.start), text: `: ${type} = ` };
}

function returned(source: Source, fn: Node, type: string | null): TextEdit[] {
  return type === null ? [] : [insert(source, part(fn, 'parameters')!.end, ` -> ${type}`)];
}
