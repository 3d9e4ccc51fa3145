/** What to document about a function. What its names and its code do not say is left blank. */
import { BLANK } from '../../kit/blanks.ts';
import { functionOf, isDocumentedError } from '../names.ts';
import { parametersOf, type ParameterNode } from '../scopes.ts';
import { around, decoratorsOf, each, isFunction, part, type Node, type Source } from '../syntax.ts';

export interface DocParam {
  name: string;
  /** `*` or `**` before variadic parameters. */
  stars: string;
  /** As annotated, or as its default shows; null when neither gives a type. */
  type: string | null;
  optional: boolean;
  words: string;
}

export interface DocOutcome {
  type: string | null;
  words: string;
}

export interface DocParts {
  params: DocParam[];
  /** Null when nothing is returned. */
  returns: DocOutcome | null;
  yields: DocOutcome | null;
  raises: { name: string; words: string }[];
}

const NOTHING = /^(None|NoReturn|Never)$/;
const OBJECTS: Readonly<Record<string, string>> = { integer: 'int', float: 'float', string: 'str', true: 'bool', false: 'bool' };
/** A longer condition says less than a short phrase. */
const LONGEST_CONDITION = 50;

/**
 * @param source the file
 * @param fn a function definition
 * @returns parameters without `self` and private ones, the return value, and the errors raised
 */
export function partsOf(source: Source, fn: Node): DocParts {
  const name = source.textOf(part(fn, 'name')!);
  const isMethod = around(fn, (node) => isFunction(node) || node.type === 'class_definition')?.type === 'class_definition';
  const isStatic = decoratorsOf(fn).some((decorator) => source.textOf(decorator) === 'staticmethod');
  const params = parametersOf(fn).slice(isMethod && !isStatic ? 1 : 0).map((param) => paramOf(source, param));
  const annotated = part(fn, 'return_type');
  const type = annotated === null ? null : source.textOf(annotated);
  const { returns, yields, raises } = outcomesOf(source, fn);
  const outcome = { type, words: BLANK };
  return {
    params: params.filter((param) => !param.name.startsWith('_')),
    returns: returns && !yields && name !== '__init__' && !NOTHING.test(type ?? '') ? outcome : null,
    yields: yields ? { type: yieldedType(type), words: BLANK } : null,
    raises,
  };
}

function paramOf(source: Source, { name, node, type, value, rest }: ParameterNode): DocParam {
  const text = source.textOf(name);
  const fromDefault = value === null ? null : OBJECTS[value.type] ?? null;
  const known = type === null ? fromDefault : source.textOf(type);
  return {
    name: text, stars: rest ? /^\*+/.exec(source.textOf(node))?.[0] ?? '' : '', type: known, optional: value !== null,
    words: BLANK,
  };
}

/** `Iterator[int]` yields an `int` each time. */
function yieldedType(type: string | null): string | null {
  return /^(?:typing\.|collections\.abc\.|t\.)?(?:Async)?(?:Iterator|Iterable|Generator)\[([^,[\]]+)/.exec(type ?? '')?.[1] ?? null;
}

/** What a function's own body returns and raises, without nested functions. */
function outcomesOf(source: Source, fn: Node): { returns: boolean; yields: boolean; raises: DocParts['raises'] } {
  let returns = false;
  let yields = false;
  const raised = new Map<string, string[]>();
  const body = part(fn, 'body');
  const visit = (node: Node): void => {
    if (node.type === 'return_statement' && node.children[0] !== undefined && node.children[0].type !== 'none') returns = true;
    if (node.type === 'yield') yields = true;
    if (node.type !== 'raise_statement' || isGuarded(node, fn)) return;
    const [what] = node.children;
    if (what === undefined || what.field === 'cause') return;
    const name = source.shorten(what.type === 'call' ? functionOf(what) : what, 60);
    if (isDocumentedError(name)) raised.set(name, [...(raised.get(name) ?? []), conditionOf(source, node, fn)]);
  };
  for (const statement of body?.children ?? []) each(statement, visit, true);
  const raises = [...raised].map(([name, conditions]) =>
    ({ name, words: conditions.length === 1 && conditions[0] !== '' ? `If ${conditions[0]!}.` : BLANK }));
  return { returns, yields, raises };
}

/** Raised in a `try` with a handler: it may never leave the function. */
function isGuarded(node: Node, fn: Node): boolean {
  for (let current = node; current !== fn; current = current.parent) {
    if (current.field === 'body' && current.parent.type === 'try_statement' && current.parent.children.some((child) => child.type === 'except_clause'))
      return true;
  }
  return false;
}

/** The condition of an `if` in the function's own body that does nothing but raise; empty otherwise. */
function conditionOf(source: Source, node: Node, fn: Node): string {
  const block = node.parent;
  const branch = block.parent;
  if (branch.type !== 'if_statement' || block.field !== 'consequence' || branch.parent !== part(fn, 'body')) return '';
  const text = source.textOf(part(branch, 'condition')!);
  return text.length > LONGEST_CONDITION || /["'\\`\n]/.test(text) ? '' : `\`\`${text}\`\``;
}
