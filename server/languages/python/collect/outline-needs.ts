/** What a piece of Python needs from its module and from others: names, members, literals that may name files. */
import { CALLS_AT_ONCE, joinedNeeds, literalNeeds, type NeedSet } from '../../kit/needs.ts';
import { isPlainString, isText, piecesOf, stringValue } from '../strings.ts';
import type { Declared, Scopes } from '../scopes.ts';
import { enclosingFunction, isFunction, part, type Node, type Source } from '../syntax.ts';

const READS_FOLDER = /^(listdir|scandir|walk|glob|iglob|rglob|iterdir|iter_modules|walk_packages|contents|files)$/;
const STARTS = new RegExp(
  '^(Popen|check_output|check_call|check_run|system|popen|execv|execvp|spawn|create_subprocess_exec|create_subprocess_shell|run_path|run_module|'
  + 'runpytest|runpytest_subprocess|run_python_until_end|assert_python_ok)$',
);
const STARTS_WHEN_QUALIFIED = /^(subprocess|sp)\.(run|call)$/;
const READS_MEMBERS = /^(getattr|hasattr|attrgetter|methodcaller|vars|globals|getmembers|getattr_static)$/;
const JOINS = /^(join|joinpath|Path|PurePath|resource_filename|files|abspath)$/;
const IMPORTS = /^(importlib\.)?import_module$|^__import__$|^(spec_from_file_location|SourceFileLoader|run_path|run_module)$/;

/** How a piece of code is reached; see the reader of TypeScript. */
export interface Reached {
  loading: boolean;
  deferred: boolean;
  handed: readonly string[];
}

export type NeedReader = (node: Node, into: NeedSet, reached: Reached) => void;

/** @param bound names that the top level binds @param scopes tell where a function has a parameter or variable of such a name */
export function needReader(source: Source, bound: ReadonlySet<string>, scopes: Scopes): NeedReader {
  return visit;

  function visit(node: Node, into: NeedSet, reached: Reached): void {
    switch (node.type) {
      case 'identifier': return isNameOnly(node) ? undefined : note(node, source.textOf(node), into, reached, false);
      case 'attribute': return attribute(node, into, reached, false);
      case 'string': case 'concatenated_string': return literal(node, into, reached);
      case 'call': return call(node, into, reached);
      case 'binary_operator': if (node.tokens[0] === '/') path(node, into); break;
      case 'comparison_operator': for (const each of node.children) word(each, into, reached); return;
      case 'subscript': return subscript(node, into, reached);
      case 'pair': {
        const key = part(node, 'key')!;
        const value = part(node, 'value');
        word(key, into, reached);
        return value === null ? undefined : visit(value, into, reached);
      }
      case 'function_definition': case 'lambda': return enter(node, into, reached);
      case 'import_from_statement': {
        const module = part(node, 'module_name');
        if (module !== null) into.uses.add(`<${source.textOf(module).replace(/\s+/g, '')}`);
        return;
      }
      case 'import_statement':
        for (const each of node.children) into.uses.add(`<${source.textOf(part(each, 'name') ?? each).replace(/\s+/g, '')}`);
        return;
      case 'global_statement': case 'nonlocal_statement': return;
      default:
    }
    for (const child of node.children) visit(child, into, reached);
  }

  function enter(node: Node, into: NeedSet, reached: Reached): void {
    if (reached.loading) for (const callee of reached.handed) into.runs.add(`${callee}>@`);
    for (const child of node.children) {
      if (child.field === 'name') continue;
      // Types of parameters are not needed to run what is inside.
      if (child.field === 'return_type') annotation(child, into);
      else if (child.field === 'parameters') parameters(child, into, reached);
      else visit(child, into, { ...reached, deferred: true });
    }
  }

  /** A lambda that is handed to something that calls it at once. */
  function enterNow(node: Node, into: NeedSet, reached: Reached): void {
    if (reached.loading && !reached.deferred) into.runs.add('@');
    for (const child of node.children) {
      if (child.field === 'parameters') parameters(child, into, reached);
      else visit(child, into, reached);
    }
  }

  function parameters(node: Node, into: NeedSet, reached: Reached): void {
    for (const each of node.children) {
      for (const child of each.children) {
        if (child.type === 'type') annotation(child, into);
        // Defaults are worked out where the function is defined.
        else if (child.field === 'value') visit(child, into, reached);
      }
    }
  }

  function annotation(node: Node, into: NeedSet): void {
    if (node.type === 'identifier' && bound.has(source.textOf(node))) into.types.add(source.textOf(node));
    if (isPlainString(node)) for (const [word] of stringValue(source, node).matchAll(/[A-Za-z_]\w*/g)) if (bound.has(word)) into.types.add(word);
    for (const child of node.children) annotation(child, into);
  }

  /** @param root the identifier that the name begins with */
  function note(root: Node, name: string, into: NeedSet, reached: Reached, called: boolean): void {
    if (isTopLevel(root)) need(name, into, reached, called);
  }

  function isTopLevel(identifier: Node): boolean {
    const name = source.textOf(identifier);
    return bound.has(name) && !isLocal(scopes.lookup(name, identifier));
  }

  /** @param called it is called here, not only handed on */
  function need(name: string, into: NeedSet, { loading, deferred, handed }: Reached, called: boolean): void {
    into.uses.add(name);
    if (!loading) return;
    if (!deferred && (called || handed.length === 0)) into.runs.add(name);
    else for (const callee of handed) into.runs.add(`${callee}>${name}`);
  }

  /** What is looked up or compared with: a word in it names no member by itself. */
  function word(node: Node, into: NeedSet, reached: Reached): void {
    if (/^(tuple|list|set|parenthesized_expression|expression_list)$/.test(node.type)) for (const each of node.children) word(each, into, reached);
    else if (isPlainString(node)) for (const need of literalNeeds(stringValue(source, node))) into.uses.add(need.replace(/^\./, '\''));
    else visit(node, into, reached);
  }

  function subscript(node: Node, into: NeedSet, reached: Reached): void {
    const [object, ...indexes] = node.children;
    if (object === undefined) return;
    visit(object, into, reached);
    const isNamespace = /(^|\.)(__dict__|(vars|globals|locals)\(.*\))$/.test(source.textOf(object));
    for (const each of indexes) {
      if (isNamespace) visit(each, into, reached);
      else word(each, into, reached);
    }
  }

  function attribute(node: Node, into: NeedSet, reached: Reached, called: boolean): void {
    if (source.textOf(part(node, 'attribute')!) === '__dict__') into.uses.add('?getattr');
    const chain = chainOf(node);
    if (chain !== null && isTopLevel(rootOf(node))) {
      note(rootOf(node), chain.slice(0, 5).join('.'), into, reached, called);
      for (const name of chain.slice(2)) need(`.${name}`, into, reached, called);
      return;
    }
    const name = part(node, 'attribute');
    if (name !== null) need(`.${source.textOf(name)}`, into, reached, called);
    const object = part(node, 'object');
    if (object !== null) visit(object, into, reached);
  }

  function chainOf(node: Node): string[] | null {
    if (node.type === 'identifier') return [source.textOf(node)];
    const object = node.type === 'attribute' ? part(node, 'object') : null;
    const inner = object === null ? null : chainOf(object);
    return inner === null ? null : [...inner, source.textOf(part(node, 'attribute')!)];
  }

  function call(node: Node, into: NeedSet, reached: Reached): void {
    const callee = part(node, 'function')!;
    const args = part(node, 'arguments')?.children ?? [];
    const chain = chainOf(callee);
    const name = chain?.join('.') ?? '';
    const last = chain?.at(-1) ?? (callee.type === 'attribute' ? source.textOf(part(callee, 'attribute')!) : '');
    if (IMPORTS.test(name) || IMPORTS.test(last)) {
      if (args[0] === undefined || !isPlainString(args[0])) into.uses.add('?import');
      else into.uses.add(`"${stringValue(source, args[0])}`).add(`<${stringValue(source, args[0])}`);
    }
    // `getattr(self, name)`.
    if (name === 'getattr' && args[0]?.type === 'identifier' && args[1] !== undefined && !isText(args[1])) into.uses.add('?member');
    if (name === 'getattr' && args[1] !== undefined && isPlainString(args[1])) need(`.${stringValue(source, args[1])}`, into, reached, true);
    if (READS_MEMBERS.test(last) && (args[1] ?? args[0]) !== undefined && !isPlainString(args[1] ?? args[0]!)) into.uses.add('?getattr');
    if (READS_FOLDER.test(last)) into.uses.add('?list');
    const starts = STARTS.test(last) || STARTS_WHEN_QUALIFIED.test(name);
    if (starts) into.uses.add('?start');
    const pieces = JOINS.test(last) ? args.flatMap((each) => (isPlainString(each) ? [stringValue(source, each)] : [])) : [];
    for (const need of joinedNeeds(pieces)) into.uses.add(need);
    if (callee.type === 'identifier') note(callee, name, into, reached, true);
    else if (callee.type === 'attribute') attribute(callee, into, reached, true);
    else visit(callee, into, reached);
    // In a function that is itself handed over or kept, nothing is called unless that function is.
    const handed = !reached.deferred && chain !== null && bound.has(chain[0]!) ? [...reached.handed, name] : reached.handed;
    const inner = CALLS_AT_ONCE.has(last) ? reached : handed.length === 0 && reached.loading ? { ...reached, handed: ['?'] } : { ...reached, handed };
    for (const each of args) {
      if (starts) commands(each, into);
      const given = each.type === 'keyword_argument' ? part(each, 'value') ?? each : each;
      if (given.type === 'lambda' && CALLS_AT_ONCE.has(last)) enterNow(given, into, inner);
      else visit(given, into, inner);
    }
  }

  function literal(node: Node, into: NeedSet, reached: Reached): void {
    const { loading, deferred, handed } = reached;
    for (const piece of piecesOf(source, node)) {
      if (typeof piece !== 'string') visit(piece, into, reached);
      else for (const need of literalNeeds(piece.replace(/^\/+/, ''))) {
        into.uses.add(need);
        if (!loading || !need.startsWith('.')) continue;
        for (const before of deferred ? handed.map((callee) => `${callee}>`) : ['']) into.runs.add(`${before}'${need.slice(1)}`);
      }
    }
    if (isPlainString(node) && node.type === 'concatenated_string') for (const need of literalNeeds(stringValue(source, node))) into.uses.add(need);
  }

  /** `HERE / 'data' / 'orders.csv'`. */
  function path(node: Node, into: NeedSet): void {
    const pieces: string[] = [];
    for (let at: Node | null = node; at !== null && at.type === 'binary_operator'; at = part(at, 'left')) {
      const right = part(at, 'right');
      if (right !== null && isPlainString(right)) pieces.unshift(stringValue(source, right));
    }
    for (const need of joinedNeeds(pieces)) into.uses.add(need);
  }

  function commands(node: Node, into: NeedSet): void {
    const pieces = isText(node) ? piecesOf(source, node) : [];
    for (const piece of pieces) if (typeof piece === 'string') for (const need of literalNeeds(piece, true)) into.uses.add(need);
    if (node.type === 'list' || node.type === 'tuple') for (const each of node.children) commands(each, into);
  }
}

/** What a name of the top level is hidden by. The first iterable of a comprehension does not see its variables, so these hide nothing here. */
function isLocal(declared: Declared | null): boolean {
  if (declared === null) return false;
  if (declared.kind === 'variable') return isFunction(declared.scope);
  if (declared.kind === 'parameter') return true;
  if (declared.kind === 'import' || declared.kind === 'other' || (declared.kind === 'loop' && declared.node.type !== 'for_statement')) return false;
  return enclosingFunction(declared.node) !== null;
}

/** The leftmost of `a.b.c`. */
function rootOf(node: Node): Node {
  const object = node.type === 'attribute' ? part(node, 'object') : null;
  return object === null ? node : rootOf(object);
}

/** The identifier names an argument or a parameter: it refers to nothing at the top level. */
function isNameOnly({ parent, field }: Node): boolean {
  return (parent.type === 'keyword_argument' && field === 'name') || parent.type === 'parameters' || parent.type === 'lambda_parameters';
}
