/**
 * Expressions of columns that name no table: `pl.col('age').mean()`. They stand for rows that are not yet known, and are tied to
 * the table whose method they are passed to.
 */
import { addKnowledge, columnNames, placesOf } from '../domain/columns.ts';
import { combine } from '../domain/combine.ts';
import { elementsOf, flattenAll } from '../domain/flow.ts';
import { isMadeUp, lineOf, type RowSet } from '../domain/rows.ts';
import { as, become, containerOf, rowsOf, table, textOf, type Value } from '../domain/value.ts';
import { isQuoted, unquoted, type Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import { noteMark } from './joining.ts';
import type { Machine } from './machine.ts';

/** @param column its name where one is given @returns a column of a table that is not yet known */
export function openColumn(machine: Machine, column: string | null): Value {
  return table(machine.open, [], { column });
}

const isOpen = (rows: RowSet): boolean => {
  const root = lineOf(rows).at(-1)!;
  return root.kind === 'source' && root.role === 'open';
};

/** @returns whether a value refers to rows that are not yet known */
export function speaksOfOpen(value: Value): boolean {
  return flattenAll([value]).some((each) => {
    const rows = rowsOf(each);
    return (rows !== null && isOpen(rows)) || [...each.learned].some((learn) => isOpen(learn.rows));
  });
}

/** @param lib qualified name @returns null where the call names no columns */
export function columnCall(machine: Machine, lib: string, args: Arguments): Value | null {
  const [first] = args.positional;
  const text = textOf(first);
  const name = text !== null && isQuoted(text) && args.positional.length === 1 ? unquoted(text) : null;
  return machine.libraries.does(lib, 'namesColumns') ? openColumn(machine, name) : null;
}

/** Rows of an open table, as rows of the one that it is tied to: filters in between stay. */
function tied(machine: Machine, open: RowSet, to: RowSet): RowSet {
  return open.kind === 'part' ? machine.rows.part(tied(machine, open.parent, to), open.key, open.side, open.split) : to;
}

/** @param value that may refer to open rows @param rows of the table that it is passed to @returns the same about these rows */
function tie(machine: Machine, value: Value, rows: RowSet): Value {
  const container = containerOf(value);
  if (container !== null) {
    const rest = container.rest === null ? null : tie(machine, container.rest, rows);
    return { ...value, is: { ...container, items: container.items.map((each) => tie(machine, each, rows)), rest } };
  }
  if (!speaksOfOpen(value)) return value;
  const learned = [...value.learned].flatMap((learn) => {
    if (!isOpen(learn.rows)) return [learn];
    return isMadeUp(rows) ? [] : [machine.learnAgain(learn, tied(machine, learn.rows, rows))];
  });
  const made: Value = { ...value, learned: new Set(learned), where: null };
  const known = as(value, 'table');
  if (known !== null && isOpen(known.rows)) become(made, { ...known, rows: tied(machine, known.rows, rows) });
  return made;
}

/** @returns the arguments of a table's method, where they hold expressions tied to its rows */
export function tiedArguments(machine: Machine, rows: RowSet, args: Arguments): Arguments {
  if (isOpen(rows) || !args.all.some(speaksOfOpen)) return args;
  const positional = args.positional.map((each) => tie(machine, each, rows));
  const named = new Map([...args.named].map(([name, value]) => [name, tie(machine, value, rows)]));
  return { ...args, positional, named, all: [...positional, ...named.values()] };
}

/** An argument that makes a column: its value, its code and the column's name, where they are known. */
interface Made { value: Value; node: Light | null; column: string | null }

function columnsMade(machine: Machine, { positional, nodes, named }: Arguments): Made[] {
  const given = positional.flatMap((value, at): Made[] => {
    const node = nodes[at] ?? null;
    const parts = containerOf(value) === null ? [value] : elementsOf(value);
    const inner = containerOf(value) === null ? [node] : node?.children ?? [];
    return parts.map((each, index) => {
      const part = inner[index] ?? null;
      return { value: each, node: part, column: columnNames(each)?.[0] ?? (part === null ? null : outputName(machine, part)) };
    });
  });
  return [...given, ...[...named].map(([column, value]) => ({ value, node: null, column }))];
}

/** `table.with_columns(…)` @param args tied to the table */
export function withColumns(machine: Machine, object: Value, args: Arguments): Value {
  const made = combine([object]);
  for (const each of columnsMade(machine, args)) {
    addColumn(machine, made, object, each);
    const [, text] = /^(?:\w+\.)?lit\(\s*([^()\s](?:[^()]*[^()\s])?)\s*\)/.exec(each.node === null ? '' : machine.source(each.node)) ?? [];
    if (each.column !== null && text !== undefined) machine.joins.mark(rowsOf(object)!, each.column, text);
    else if (each.node === null && each.column !== null) noteMark(machine, object, [each.column], each.value);
  }
  return made;
}

/** `table.select(…)` @returns null where something other than columns is selected */
export function selectColumns(machine: Machine, object: Value, args: Arguments, isExpression: (at: number) => boolean): Value | null {
  const columns = columnsMade(machine, args);
  const isKnown = args.positional.every((each, at) => columnNames(each) !== null || isExpression(at));
  if (columns.length === 0 || !isKnown) return null;
  const made = combine([object]);
  // Of several columns that a selector chooses, any may be among them.
  if (columns.some(({ column }) => column === null)) {
    for (const each of columns) addColumn(machine, made, object, each);
    return made;
  }
  for (const learn of object.where?.keys() ?? []) made.learned.delete(learn);
  made.where = null;
  for (const each of columns) addColumn(machine, made, object, each);
  return made;
}

/** What is known in a new column: what its expression learned, and what was known in the columns that it names. */
function addColumn(machine: Machine, made: Value, from: Value, { value, node, column }: Made): void {
  const written = node === null ? '' : machine.source(node);
  const places = placesOf(from);
  const columns = column === null ? null : [column];
  for (const each of flattenAll([value])) for (const learn of each.learned) if (!from.learned.has(learn)) addKnowledge(made, learn, columns);
  for (const [learn, names] of places ?? []) {
    if ([...names].some((name) => name === column || written.includes(`'${name}'`) || written.includes(`"${name}"`))) addKnowledge(made, learn, columns);
  }
}

/** @returns the name of the column that an expression makes: its alias, or the first column that it names */
function outputName(machine: Machine, node: Light): string | null {
  if (node.type === 'parenthesized_expression' || node.type === 'unary_operator') {
    const inner = node.fields['argument'] ?? node.children[0];
    return inner === undefined ? null : outputName(machine, inner);
  }
  if (node.type === 'binary_operator') return node.fields['left'] === undefined ? null : outputName(machine, node.fields['left']);
  const callee = node.type === 'call' ? node.fields['function'] : undefined;
  if (callee === undefined) return null;
  const given = node.fields['arguments']?.children ?? [];
  const name = given.length === 1 && given[0]!.type === 'string' ? unquoted(machine.source(given[0]!)) : null;
  const object = callee.type === 'attribute' ? callee.fields['object'] : undefined;
  // `pl.col('age').name.suffix('_mean')`
  const named = object?.type === 'attribute' && object.fields['attribute']?.token === 'name' ? object.fields['object'] : undefined;
  if (named !== undefined) {
    const base = outputName(machine, named);
    return base === null || name === null ? null : callee.fields['attribute']?.token === 'prefix' ? `${name}${base}` : `${base}${name}`;
  }
  if (object === undefined || object.type === 'identifier' || callee.fields['attribute']?.token === 'alias') return name;
  return outputName(machine, object);
}
