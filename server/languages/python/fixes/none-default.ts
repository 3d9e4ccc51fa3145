/** Changes a default to None, with the guard that the linter writes, and updates the type. */
import type { FixContext, FixProvider, TextEdit } from '../../../facts/adapter.ts';
import type { LintEdit } from '../../../facts/file-facts.ts';
import { decorated, enclosingFunction, part, type Node, type Source } from '../syntax.ts';
import { nodeAround, openSource, replace } from './edit.ts';
import { bring } from './imports.ts';
import { lintFix } from './lint-fix.ts';
import { typeSyntaxOf } from './python-version.ts';

/** Data: `edits` of the linter, one of which replaces the default with None. */
export const noneDefault: FixProvider = (request, context) => {
  const own = lintFix(request, context);
  const source = openSource(request.path, context);
  if (own === null || source === null) return null;
  const given = (request.data.edits as LintEdit[]).find((edit) => edit.text === 'None');
  const parameter = given === undefined ? null : nodeAround(source, given.span, (node) => node.type === 'typed_default_parameter');
  const type = parameter === null ? null : part(parameter, 'type');
  if (type === null || acceptsNone(source, type.children[0] ?? type)) return own;
  const typed = optional(source, type, context);
  return typed === null ? null : [{ path: request.path, edits: [...typed, ...own[0]!.edits] }];
};

/** True for types that include None. */
function acceptsNone(source: Source, type: Node): boolean {
  const text = source.textOf(type);
  if (type.type === 'none' || /^([\w.]+\.)?(Any|object|Optional)$/.test(text)) return true;
  if (type.type === 'string') return /\bOptional\b|\bNone\b|^.(Any|object).$/.test(text);
  if (type.type === 'binary_operator' || type.type === 'union_type') return type.children.some((child) => acceptsNone(source, child));
  if (type.type === 'type') return acceptsNone(source, type.children[0]!);
  const [name, list] = type.type === 'generic_type' ? type.children : type.type === 'subscript' ? [part(type, 'value')!, type] : [];
  if (name === undefined || list === undefined) return false;
  if (/(^|\.)Optional$/.test(source.textOf(name))) return true;
  return /(^|\.)Union$/.test(source.textOf(name)) && list.children.some((child) => child !== name && acceptsNone(source, child));
}

/** `dict | None`, or `Optional[dict]` when the file uses that or its Python version knows nothing else. */
function optional(source: Source, type: Node, context: FixContext): TextEdit[] | null {
  const text = source.textOf(type);
  const [, quote = '', inner = text] = /^(["'])(.*)\1$/.exec(text) ?? [];
  const habit = /\bOptional\[/.test(source.text);
  if (!habit && typeSyntaxOf(source, context).unions) return [replace(source, type, `${quote}${inner} | None${quote}`)];
  const fn = enclosingFunction(type);
  const brought = fn === null ? null : bring(source, { module: 'typing', member: 'Optional' }, decorated(fn));
  return brought === null ? null : [...brought.edits, replace(source, type, `${quote}${brought.text}[${inner}]${quote}`)];
}
