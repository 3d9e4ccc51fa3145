/** Makes a name available in a file: through an existing import, or by adding a new one in its place. */
import type { TextEdit } from '../../../facts/adapter.ts';
import type { ImportGroup } from '../../../facts/module-facts.ts';
import { importGroup } from '../import-group.ts';
import { createScopes, importedNames } from '../scopes.ts';
import { enclosingFunction, isBareString, part, type Node, type Source } from '../syntax.ts';
import { endOfLine, insert, newlineOf, standsAlone } from './edit.ts';

export interface Wanted {
  module: string;
  /** A name in the module; the module itself when left out. */
  member?: string;
  /** Alias of the module in a new import. */
  alias?: string;
}

export interface Brought {
  /** As written in code: `os`, `contextlib.closing`. */
  text: string;
  edits: TextEdit[];
}

/**
 * @param source the file
 * @param wanted what is needed
 * @param at where it is used
 * @returns how to write it, and the import if one is missing; null when its name already means something else
 */
export function bring(source: Source, wanted: Wanted, at: Node): Brought | null {
  const scopes = createScopes(source);
  const usable = (name: string): boolean => scopes.lookup(name, at)?.kind === 'import';
  const top = topImports(source).filter((each) => enclosingFunction(at) !== null || each.end <= at.start);
  let whole: string | null = null;
  for (const statement of top) {
    for (const { specifier, imported, node } of importedNames(source, statement)) {
      const name = source.textOf(node);
      if (!usable(name) || specifier !== wanted.module) continue;
      if (imported === wanted.member) return { text: name, edits: [] };
      if (imported === '*' && statement.type === 'import_statement') whole ??= name;
    }
  }
  if (whole !== null) return { text: wanted.member === undefined ? whole : `${whole}.${wanted.member}`, edits: [] };
  const name = wanted.member ?? wanted.alias ?? wanted.module;
  if (scopes.lookup(name, at) !== null || scopes.lookup(name, source.root) !== null) return null;
  const edit = widened(source, top, wanted) ?? added(source, wanted);
  // Code that runs while the module loads must come after its import.
  return enclosingFunction(at) === null && source.lineAt(at.start) + 1 < edit.span[0] ? null : { text: name, edits: [edit] };
}

/**
 * @param source the file
 * @returns the imports at the top level, not those in branches and functions
 */
export function topImports(source: Source): Node[] {
  return source.root.children.filter(isImport);
}

/**
 * @param source the file
 * @returns the uninterrupted imports at the beginning
 */
export function leadingImports(source: Source): Node[] {
  const statements = source.root.children;
  const from = statements.findIndex(isImport);
  if (from < 0 || statements.slice(0, from).some((each) => !isBareString(each) && each.type !== 'future_import_statement')) return [];
  const to = statements.findIndex((each, index) => index > from && !isImport(each));
  return statements.slice(from, to < 0 ? undefined : to);
}

function isImport(node: Node): boolean {
  return node.type === 'import_statement' || node.type === 'import_from_statement';
}

/** Adds a name to a one-line import. */
function widened(source: Source, top: readonly Node[], { module, member }: Wanted): TextEdit | null {
  if (member === undefined) return null;
  const statement = top.find((each) => each.type === 'import_from_statement' && source.textOf(part(each, 'module_name')!) === module);
  if (statement === undefined || /[()\\*\n]/.test(source.textOf(statement))) return null;
  const names = statement.children.filter((each) => each.field === 'name');
  const next = names.find((each) => source.textOf(each) > member);
  return next === undefined ? insert(source, names.at(-1)!.end, `, ${member}`) : insert(source, next.start, `${member}, `);
}

/** The usual order. */
const GROUPS: readonly ImportGroup[] = ['builtin', 'external', 'internal', 'relative'];

interface Rank { group: number; from: number; module: string }

function rankOf(source: Source, module: string, from: boolean): Rank {
  return { group: GROUPS.indexOf(importGroup(module, source.path)), from: from ? 1 : 0, module: module.toLowerCase() };
}

function comesBefore(a: Rank, b: Rank): boolean {
  if (a.group !== b.group) return a.group < b.group;
  return a.from === b.from ? a.module < b.module : a.from < b.from;
}

function added(source: Source, { module, member, alias }: Wanted): TextEdit {
  const newline = newlineOf(source);
  const text = member === undefined ? `import ${module}${alias === undefined ? '' : ` as ${alias}`}` : `from ${module} import ${member}`;
  const own = rankOf(source, module, member !== undefined);
  const there = leadingImports(source);
  const rank = (node: Node): Rank => {
    const from = node.type === 'import_from_statement';
    const name = part(node, from ? 'module_name' : 'name')!;
    return rankOf(source, source.textOf(name.type === 'aliased_import' ? part(name, 'name')! : name), from);
  };
  const before = there.findLast((each) => comesBefore(rank(each), own));
  if (before !== undefined && standsAlone(source, before)) {
    const apart = rank(before).group === own.group ? '' : newline;
    return insert(source, endOfLine(source, before.end), `${newline}${apart}${text}`);
  }
  const [first] = there;
  if (first !== undefined)
    return insert(source, source.lineStarts[source.lineAt(first.start)]!, `${text}${newline}${rank(first).group === own.group ? '' : newline}`);
  return alone(source, text);
}

/** The first import of a file: below its docstring, its `#!` line and `__future__` imports. */
function alone(source: Source, text: string): TextEdit {
  const newline = newlineOf(source);
  const statements = source.root.children;
  const last = statements.findLast((each, index) => each.type === 'future_import_statement' || (index === 0 && isBareString(each)));
  if (last !== undefined) return insert(source, endOfLine(source, last.end), `${newline}${newline}${text}`);
  let offset = source.text.startsWith('\uFEFF') ? 1 : 0;
  for (const line of source.text.split('\n').slice(0, 2)) {
    if (!/^\uFEFF?#(!|.*coding[:=])/.test(line)) break;
    offset = source.lineStarts[source.lineAt(offset) + 1] ?? source.text.length;
  }
  const [first] = statements;
  const spacious = first !== undefined && /^(function_definition|class_definition|decorated_definition)$/.test(first.type);
  return insert(source, offset, `${text}${newline}${newline}${spacious ? newline : ''}`);
}
