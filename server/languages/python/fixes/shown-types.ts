/** Types evident from the code: from defaults, and from what a function returns. */
import { functionOf } from '../names.ts';
import { createScopes, type Scopes } from '../scopes.ts';
import { isText } from '../strings.ts';
import { each, part, unwrap, type Node, type Source } from '../syntax.ts';
import type { TypeSyntax } from './python-version.ts';

/** Parameters with these names are often given whole numbers but accept fractions too. */
const MEASURES = new RegExp(
  '(^|_)(alpha|beta|gamma|delta|eps|epsilon|lr|rate|ratio|tol|tolerance|scale|factor|weight|threshold|temperature|timeout|delay|'
  + 'interval|probability|prob|price|amount|x|y|z|width|height|min|max|low|high|value)$',
);
const CALLS: Readonly<Record<string, string>> = {
  len: 'int', int: 'int', ord: 'int', hash: 'int', id: 'int', float: 'float', str: 'str', repr:
    'str', format: 'str', chr: 'str', ascii: 'str', hex: 'str', input: 'str', bytes: 'bytes',
  bool: 'bool', isinstance: 'bool', issubclass: 'bool', hasattr: 'bool', callable: 'bool', any: 'bool', all:
    'bool', sorted: 'list', list: 'list', dict: 'dict', set: 'set', tuple: 'tuple', frozenset: 'frozenset',
};
const LITERALS: Readonly<Record<string, string>> = {
  integer: 'int', float: 'float', true: 'bool', false: 'bool', not_operator: 'bool', list_comprehension: 'list',
  dictionary_comprehension: 'dict', set_comprehension: 'set', dictionary: 'dict', set: 'set',
};

/**
 * @param source the file
 * @param name of the parameter
 * @param value its default
 * @returns null for a default that does not show which other values are accepted
 */
export function typeOfDefault(source: Source, name: string, value: Node): string | null {
  const inner = value.type === 'unary_operator' ? value.children.at(-1)! : value;
  if (inner.type === 'integer') return MEASURES.test(name) ? 'float' : 'int';
  if (inner.type === 'float' || inner.type === 'true' || inner.type === 'false') return LITERALS[inner.type]!;
  return value.type === 'string' ? (/^\w*b/i.test(source.textOf(value)) ? 'bytes' : 'str') : null;
}

/**
 * @param source the file
 * @param fn a function definition
 * @param syntax that may be used
 * @returns the one type of everything it returns; null when types differ or are unknown, or when the end can be
 *   reached without a return
 */
export function typeOfReturns(source: Source, fn: Node, syntax: TypeSyntax): string | null {
  const statements = part(fn, 'body')?.children ?? [];
  if (statements.at(-1)?.type !== 'return_statement') return null;
  const scopes = createScopes(source);
  const types = new Set<string | null>();
  for (const statement of statements) {
    each(statement, (node) => {
      if (node.type === 'yield') types.add(null);
      if (node.type === 'return_statement') types.add(node.children[0] === undefined ? null : typeOf(source, scopes, unwrap(node.children[0]), syntax));
    }, true);
  }
  const [only = null] = types;
  return types.size === 1 ? only : null;
}

function typeOf(source: Source, scopes: Scopes, node: Node, syntax: TypeSyntax): string | null {
  if (isText(node)) return node.type === 'string' && /^\w*b/i.test(source.textOf(node)) ? 'bytes' : 'str';
  if (node.type === 'list') return listOf(source, scopes, node, syntax);
  // The operands decide what `==` and `<` return: tables return tables.
  if (node.type === 'comparison_operator') return node.tokens.length === 1 && /^(in|not in|is|is not)$/.test(node.tokens[0]!) ? 'bool' : null;
  if (node.type !== 'call') return LITERALS[node.type] ?? null;
  const callee = functionOf(node);
  if (callee.type === 'identifier') return scopes.lookup(source.textOf(callee), callee) === null ? CALLS[source.textOf(callee)] ?? null : null;
  const object = callee.type === 'attribute' ? part(callee, 'object') : null;
  return object?.type === 'string' && /^(join|format|upper|lower|strip|replace|title)$/.test(source.textOf(part(callee, 'attribute')!)) ? 'str' : null;
}

function listOf(source: Source, scopes: Scopes, node: Node, syntax: TypeSyntax): string {
  const elements = new Set(node.children.map((child) => typeOf(source, scopes, child, syntax)));
  const [only = null] = elements;
  return syntax.generics && elements.size === 1 && only !== null ? `list[${only}]` : 'list';
}
