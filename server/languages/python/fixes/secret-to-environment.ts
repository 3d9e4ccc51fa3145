/** Replaces a secret in a literal with an environment variable, and adds the name to `.env.example`. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { templateEdit, variableName } from '../../kit/environment-variable.ts';
import { functionOf } from '../names.ts';
import { stringValue } from '../strings.ts';
import { around, type Node, type Source } from '../syntax.ts';
import { nodeAround, offsetAt, openSource, quoteOf, replace } from './edit.ts';
import { bring } from './imports.ts';

/** Files at the top of a package. */
const PACKAGE = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'manage.py'];
/** Where a literal is not a value (a docstring, one of several pieces), or is evaluated when the file loads, not when it is called. */
const NO_VALUE = /^(expression_statement|concatenated_string|format_specifier|default_parameter|typed_default_parameter)$/;

/** Applies to a string in one piece; never writes the value anywhere. Data: `name` and `kind` of the secret. */
export const secretToEnvironment: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const literal = source === null ? null : nodeAround(source, request.span, (node) => node.type === 'string');
  if (source === null || literal === null || !isValue(literal)) return null;
  const from = offsetAt(source, request.span[0], request.span[1]);
  const to = offsetAt(source, request.span[2], request.span[3]);
  const environ = bring(source, { module: 'os' }, literal);
  if (environ === null) return null;
  const setting = fallbackOf(source, literal);
  const name = setting?.name
    ?? variableName(typeof request.data.name === 'string' ? request.data.name : '', typeof request.data.kind === 'string' ? request.data.kind : '');
  const edit = setting !== null
    ? replace(source, setting.call, `${environ.text}.environ[${setting.written}]`)
    : replacement(source, literal, from, to, (quote) => `${environ.text}.environ[${quote}${name}${quote}]`);
  if (edit === null) return null;
  const listed = templateEdit(request.path, name, PACKAGE, context);
  return [{ path: request.path, edits: [...environ.edits, edit] }, ...(listed === null ? [] : [listed])];
};

/** `os.getenv("NAME", "secret")`: the setting for which the literal is the default. */
function fallbackOf(source: Source, literal: Node): { call: Node; name: string; written: string } | null {
  const list = literal.parent;
  const [first, second] = list.children;
  if (list.type !== 'argument_list' || second !== literal || list.children.length !== 2 || first?.type !== 'string') return null;
  if (!/^(os\.)?(getenv|environ\.get)$/.test(source.textOf(functionOf(list.parent)))) return null;
  const name = stringValue(source, first);
  return /^\w+$/.test(name) ? { call: list.parent, name, written: source.textOf(first) } : null;
}

function isValue(literal: Node): boolean {
  if (around(literal, (node) => node.type === 'interpolation' || node.type === 'type' || node.type === 'case_pattern') !== null) return false;
  const { parent, field } = literal;
  return !NO_VALUE.test(parent.type) && !(parent.type === 'pair' && field === 'key');
}

/** The whole literal, or an interpolated value where the secret was. */
function replacement(source: Source, literal: Node, from: number, to: number, read: (quote: string) => string): TextEdit | null {
  const [, prefix = '', quotes = '', content = ''] = /^(\w*)("""|'''|"|')([\s\S]*)\2$/.exec(source.textOf(literal)) ?? [];
  const start = literal.start + prefix.length + quotes.length;
  if (quotes === '' || /[bt]/i.test(prefix) || content.includes('\\N{') || from < start || to > literal.end - quotes.length) return null;
  if (from === start && to === literal.end - quotes.length) return replace(source, literal, read(quoteOf(source)));
  const other = quotes.startsWith('"') ? "'" : '"';
  const formatted = /f/i.test(prefix);
  // Braces are plain text until the literal becomes an f-string.
  const piece = (a: number, b: number): string => (formatted ? source.text.slice(a, b) : source.text.slice(a, b).replace(/[{}]/g, '$&$&'));
  if (literal.children.some((child) => child.type === 'interpolation' && child.start < to && child.end > from)) return null;
  const text = piece(start, from) + `{${read(other)}}` + piece(to, start + content.length);
  return replace(source, literal, `${formatted ? prefix : `f${prefix.replace(/u/i, '')}`}${quotes}${text}${quotes}`);
}
