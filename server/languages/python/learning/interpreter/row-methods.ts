/** Methods of tables that choose rows, or put rows of another table below. */
import { placesOf } from '../domain/columns.ts';
import { combine, gathered } from '../domain/combine.ts';
import { flattenAll, traceOf } from '../domain/flow.ts';
import type { Cut } from '../domain/joins.ts';
import type { Mask, Table } from '../domain/kinds.ts';
import type { RowSet } from '../domain/rows.ts';
import { chosenRows, sliceOf, withoutRows } from '../domain/selections.ts';
import { as, containerOf, list, rowsOf, setTable, table, textOf, withRows, type Value } from '../domain/value.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import { cutAt, cutBack, cutByMask, cutByQuery, noteJoin } from './joining.ts';
import type { Machine } from './machine.ts';
import { drawn, joined, severalParts } from './splits.ts';

/** @returns null for methods that do not choose rows */
export function ofRows(machine: Machine, node: Light, object: Value, known: Table, name: string, args: Arguments): Value | null {
  const roles = machine.libraries.rolesOf(name);
  const { rows } = known;
  const [first] = args.positional;
  const keep = (chosen: RowSet, cut: Cut | null = null): Value => cutBack(machine, {
    ...table(chosen, object.learned, { index: known.index, single: known.single }), ...traceOf([object]), where: placesOf(object),
  }, rows, cut);
  const count = first === undefined ? '5' : textOf(first) ?? writtenFirst(machine, node);
  if (roles.has('head')) return keep(sliceOf(machine.rows, rows, `:${count}`), cutAt('head', first, false));
  if (roles.has('tail')) return keep(sliceOf(machine.rows, rows, `-${count}:`), cutAt('tail', first, true));
  if (roles.has('take')) {
    if (first !== undefined && rowsOf(first) !== null) return keep(chosenRows(machine.rows, rows, first));
    return keep(sliceOf(machine.rows, rows, `:${writtenFirst(machine, node)}`), cutAt('head', first, false));
  }
  if (roles.has('skip')) return keep(sliceOf(machine.rows, rows, `${writtenFirst(machine, node)}:`));
  if (roles.has('picksLabel') && textOf(first) !== null) return keep(...labelled(machine, known, textOf(first)!));
  if (roles.has('slices')) return keep(sliceOf(machine.rows, rows, writtenSlice(machine, args)));
  if (roles.has('sample')) return keep(sampled(machine, node, rows, args));
  if (roles.has('drop')) return keep(dropped(machine, node, rows, args));
  if (roles.has('isin')) return setTable(combine([object]), { mask: among(machine, node, known, first) });
  if (roles.has('difference')) return leftOver(machine, rows, first, keep);
  if (roles.has('splitsByName')) return list(containerOf(severalParts(machine, node, object, 2))!.items, ['train', 'test']);
  if (roles.has('splitsByShares')) {
    const shares = first === undefined ? null : containerOf(first);
    return severalParts(machine, node, object, Math.max(2, shares?.items.length ?? 2));
  }
  if (roles.has('appends')) return appended(machine, node, object, known, first);
  if (/^['"](left_?)?anti['"]$/.test(textOf(args.named.get('how')) ?? '') && first !== undefined && rowsOf(first) !== null) {
    return keep(withoutRows(machine.rows, rows, rowsOf(first)!));
  }
  if (!roles.has('filters') || meansColumns(args)) return null;
  const mask = name === 'filter' && first !== undefined && args.positional.length === 1 ? as(first, 'table')?.mask : null;
  if (mask != null) return keep(machine.rows.part(rows, mask.key, mask.side, mask.split), cutByMask(mask));
  const written = machine.source(node);
  const text = written.slice(written.lastIndexOf(name)).replace(/\s+/g, '');
  return keep(machine.rows.part(rows, name === 'dropna' ? 'dropna' : machine.keyFor(text), 'yes'), name === 'query' ? cutByQuery(first) : null);
}

/** `both.xs('known')`, `both.groupby('part').get_group(1)`: one of the tables that were stacked, or some rows. */
function labelled(machine: Machine, { rows, grouped }: Table, text: string): [RowSet, Cut] {
  const cut: Cut = grouped === null ? { by: 'label', label: unquoted(text) } : { by: 'mark', column: grouped, text, negated: false };
  return [machine.rows.part(rows, `where ${grouped ?? 'label'}==${text}`, 'yes'), cut];
}

/** `slice(100)`, `slice(0, 100)` as they are written in brackets. */
function writtenSlice(machine: Machine, { nodes, named, positional }: Arguments): string {
  const [from = '0', length] = nodes.map((each) => machine.source(each));
  if (length === undefined || named.size > 0) return `${from}:`;
  const [start, count] = positional.map((each) => Number(textOf(each) ?? NaN));
  return from === '0' ? `:${length}` : `${from}:${Number.isNaN(start! + count!) ? `${from}+${length}` : start! + count!}`;
}

const writtenFirst = (machine: Machine, node: Light): string => machine.source(node.fields['arguments']?.children[0] ?? node);

/** The call is about columns, not rows. */
export function meansColumns(args: Arguments): boolean {
  const axis = textOf(args.named.get('axis'));
  return axis === '1' || axis === "'columns'" || args.named.has('columns') || textOf(args.positional[1]) === '1';
}

function sampled(machine: Machine, node: Light, rows: RowSet, args: Arguments): RowSet {
  if (textOf(args.named.get('replace') ?? args.named.get('with_replacement')) === 'True') return machine.rows.copy(rows, machine.repeat(node, 'sample'));
  const share = textOf(args.named.get('frac') ?? args.named.get('fraction'));
  return share === '1' || share === '1.0' || share === '1.' ? rows : drawn(machine, node, rows);
}

function dropped(machine: Machine, node: Light, rows: RowSet, args: Arguments): RowSet {
  const index = args.named.get('index') ?? args.positional[0];
  const written = index === undefined ? '' : writtenFirst(machine, node);
  const known = index === undefined ? null : as(index, 'table');
  if (known !== null && (known.index || /\.index\b/.test(written))) return withoutRows(machine.rows, rows, known.rows);
  return args.named.has('index') || /^\d|^\[\s*\d/.test(written) ? machine.rows.some(rows) : rows;
}

/** `df.index.isin(train.index)` */
function among(machine: Machine, node: Light, { rows, column }: Table, first: Value | undefined): Mask {
  const by = first === undefined ? null : as(first, 'table');
  if (by?.rows.kind !== 'part' || !by.index) {
    const [only, ...others] = first === undefined ? [] : containerOf(first)?.items ?? [];
    const mark = column !== null && others.length === 0 && textOf(only) !== null ? { mark: { column, text: textOf(only)! } } : {};
    return { key: `where ${machine.source(node).replace(/\s+/g, '')}`, side: 'yes', ...mark };
  }
  const { parent, key, side, split } = by.rows;
  return { key: parent === rows ? key : `as ${parent.id} ${key}`, side, ...(split === undefined ? {} : { split }) };
}

/** `df.index.difference(train.index)` */
function leftOver(machine: Machine, rows: RowSet, first: Value | undefined, keep: (rows: RowSet) => Value): Value | null {
  const taken = first === undefined ? null : rowsOf(first);
  return taken === null ? null : setTable(keep(withoutRows(machine.rows, rows, taken)), { index: true });
}

function appended(machine: Machine, node: Light, object: Value, known: Table, first: Value | undefined): Value | null {
  if (known.index || first === undefined) return null;
  const other = gathered(machine, first);
  const further = rowsOf(other);
  const whole = further === null ? known.rows : joined(machine, node, [known.rows, further]);
  noteJoin(machine, whole, [object, ...flattenAll([first])]);
  return withRows(combine([object, other]), whole);
}
