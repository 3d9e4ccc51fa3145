/**
 * The tree of a Python file as plain objects. Each access to a parser node crosses into WebAssembly, so the tree is
 * copied once with a cursor and released; everything else works on the copy.
 */
import type { Tree } from 'web-tree-sitter';
import { lastAtMost, lineStarts } from '../../text/line-starts.ts';
import type { Span } from '../../facts/span.ts';
import { checkDepth, Steps } from '../kit/budget.ts';
import type { CalleeName } from './names.ts';

export interface Node {
  type: string;
  start: number;
  end: number;
  /** Named children without comments, in order. */
  children: Node[];
  /** Keywords and operators among the children: `async`, `not in`, `+`; no brackets or commas. */
  tokens: readonly string[];
  parent: Node;
  /** Its field in the parent: `left`, `body`; empty when it has none. */
  field: string;
}

export interface Comment {
  start: number;
  end: number;
}

export interface Source {
  path: string;
  text: string;
  root: Node;
  /** In source order. */
  comments: readonly Comment[];
  lineStarts: readonly number[];
  /** Callee names that were already resolved. */
  calleeNames: Map<Node, CalleeName>;
  /** What reading the file may still cost. */
  steps: Steps;
  /** @returns the line of an offset, counted from 0 */
  lineAt(offset: number): number;
  span(node: Node): Span;
  spanBetween(start: number, end: number): Span;
  textOf(node: Node): string;
  /** The text on one line, shortened to a given length. */
  shorten(node: Node, length?: number): string;
}

const SILENT = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '.', ';', '=', '->', '@', '\\', '"', "'"]);
const NO_TOKENS: readonly string[] = [];

/**
 * @param path of the file
 * @param text the source
 * @param tree is read once and not kept
 */
export function createSource(path: string, text: string, tree: Tree): Source {
  const comments: Comment[] = [];
  const steps = new Steps();
  const root = copy(tree, { text, comments, steps });
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => lastAtMost(starts, offset);
  const spanBetween = (start: number, end: number): Span => {
    const first = lineAt(start);
    const last = end > start && end <= (starts[first + 1] ?? Infinity) - 1 ? first : lineAt(end);
    return [first + 1, start - starts[first]! + 1, last + 1, end - starts[last]! + 1];
  };
  const textOf = (node: Node): string => text.slice(node.start, node.end);
  return {
    path, text, root, comments, lineStarts: starts, calleeNames: new Map(), steps, lineAt, spanBetween, textOf,
    span: (node) => spanBetween(node.start, node.end),
    shorten(node, length = 120) {
      const whole = text.slice(node.start, Math.min(node.end, node.start + length * 4)).replace(/\s+/g, ' ');
      return whole.length > length ? `${whole.slice(0, length - 1)}…` : whole;
    },
  };
}

/** Following a name goes through everything it was bound to before; the linter does that several times for each binding. */
const BINDING = 5;
/** Strings in a row that the linter compares in one step. */
const PAIRS_OF_STRINGS = 40;

function copy(tree: Tree, { text, comments, steps }: Pick<Source, 'text' | 'steps'> & { comments: Comment[] }): Node {
  const { language } = tree;
  const { types, fields } = language;
  const cursor = tree.walk();
  const named: boolean[] = [];
  const isNamed = (id: number): boolean => (named[id] ??= language.nodeTypeIsNamed(id));
  const typeOf = (id: number): string => types[id] ?? 'ERROR';
  const root =
    { type: typeOf(cursor.nodeTypeId), start: cursor.startIndex, end: cursor.endIndex, children: [], tokens: NO_TOKENS, field: '' } as unknown as Node;
  root.parent = root;
  let bound = new Map<string, number>();
  const bind = (node: Node): void => {
    const name = text.slice(node.start, node.end);
    const times = (bound.get(name) ?? 0) + 1;
    bound.set(name, times);
    steps.take(BINDING * times);
  };
  const fill = (parent: Node, depth: number): void => {
    checkDepth(depth);
    if (!cursor.gotoFirstChild()) return;
    do {
      const id = cursor.nodeTypeId;
      const type = typeOf(id);
      if (type === 'comment') comments.push({ start: cursor.startIndex, end: cursor.endIndex });
      else if (id !== 65535 && !isNamed(id)) {
        if (!SILENT.has(type)) {
          if (parent.tokens === NO_TOKENS) parent.tokens = [type];
          else (parent.tokens as string[]).push(type);
        }
      } else if (type !== 'line_continuation') {
        const node: Node = {
          type, start: cursor.startIndex, end: cursor.endIndex, children: [], tokens: NO_TOKENS, parent,
          field: fields[cursor.currentFieldId] ?? '',
        };
        parent.children.push(node);
        if (type === 'identifier' && binds(node)) bind(node);
        const outer = bound;
        if (type === 'function_definition' || type === 'class_definition') bound = new Map();
        fill(node, depth + 1);
        bound = outer;
        if (type === 'concatenated_string') steps.take(node.children.length ** 2 / PAIRS_OF_STRINGS);
      }
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  try {
    fill(root, 1);
    return root;
  } finally {
    cursor.delete();
  }
}

function binds({ field, parent: { type } }: Node): boolean {
  return field === 'left' || field === 'alias' || type === 'pattern_list' || type === 'tuple_pattern';
}

/** The child in a field, or null. */
export function part(node: Node, field: string): Node | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

export function parts(node: Node, field: string): Node[] {
  return node.children.filter((child) => child.field === field);
}

/** The node without enclosing parentheses, and without `await` when `awaits` is set. */
export function unwrap(node: Node, awaits = false): Node {
  let inner = node;
  while ((inner.type === 'parenthesized_expression' || (awaits && inner.type === 'await')) && inner.children.length === 1) inner = inner.children[0]!;
  return inner;
}

/** The node with all enclosing parentheses. */
export function wrapped(node: Node): Node {
  let outer = node;
  while (outer.parent.type === 'parenthesized_expression') outer = outer.parent;
  return outer;
}

export function isFunction(node: Node): boolean {
  return node.type === 'function_definition' || node.type === 'lambda';
}

export function isComprehension(node: Node): boolean {
  return node.type === 'list_comprehension' || node.type === 'set_comprehension' || node.type === 'dictionary_comprehension'
    || node.type === 'generator_expression';
}

/** The nearest enclosing node that satisfies `test`; null when there is none. */
export function around(node: Node, test: (node: Node) => boolean): Node | null {
  for (let current = node; current.parent !== current;) {
    current = current.parent;
    if (test(current)) return current;
  }
  return null;
}

export function enclosingFunction(node: Node): Node | null {
  return around(node, isFunction);
}

/** The statement that a node is, or is part of. */
export function statementOf(node: Node): Node {
  let current = node;
  while (current.parent !== current && current.parent.type !== 'block' && current.parent.type !== 'module') current = current.parent;
  return current;
}

const LEAVES = /^(break|return|raise)_statement$/;

/** Whether statements behind a node, up to a loop around it, lead out of the loop. */
export function leavesBehind(node: Node, loop: Node): boolean {
  for (let current = node; current !== loop; current = current.parent) {
    if (current.parent.type !== 'block') continue;
    const { children } = current.parent;
    if (children.slice(children.indexOf(current) + 1).some(({ type }) => LEAVES.test(type))) return true;
  }
  return false;
}

/** The definition with its decorators. */
export function decorated(node: Node): Node {
  return node.parent.type === 'decorated_definition' ? node.parent : node;
}

/** What follows each `@`, in order. */
export function decoratorsOf(node: Node): Node[] {
  return node.parent.type !== 'decorated_definition'
    ? []
    : node.parent.children.filter((each) => each.type === 'decorator').flatMap((each) => each.children.slice(0, 1));
}

/** True as soon as one node of a tree satisfies `test`; `into` decides whose children are visited. */
export function some(node: Node, test: (node: Node) => boolean, into: (node: Node) => boolean = () => true): boolean {
  return test(node) || (into(node) && node.children.some((child) => some(child, test, into)));
}

/** Visits a tree, skipping nested functions and classes when `own` is set. */
export function each(node: Node, visit: (node: Node) => void, own = false): void {
  visit(node);
  for (const child of node.children) if (!own || (!isFunction(child) && child.type !== 'class_definition')) each(child, visit, own);
}

/** Statements of a body without its docstring. */
export function bodyOf(node: Node): Node[] {
  const body = part(node, 'body') ?? part(node, 'consequence');
  const statements = body?.children ?? [];
  return statements.length > 0 && isBareString(statements[0]!) ? statements.slice(1) : statements;
}

/** A string that is a statement by itself: a docstring or a remark. */
export function isBareString(statement: Node): boolean {
  const only = statement.children[0];
  return statement.type === 'expression_statement' && statement.children.length === 1 && only !== undefined
    && (only.type === 'string' || only.type === 'concatenated_string');
}

/** Names that an assignment target binds: `a`, `(a, *b)`. Fields and items do not count. */
export function boundNames(target: Node): Node[] {
  switch (target.type) {
    case 'identifier': return [target];
    case 'pattern_list': case 'tuple_pattern': case 'list_pattern': case 'list_splat_pattern': case 'dictionary_splat_pattern':
    case 'parenthesized_expression': case 'tuple': case 'list': case 'as_pattern_target': case 'expression_list':
      return target.children.flatMap(boundNames);
    default: return [];
  }
}
