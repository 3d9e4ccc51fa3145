/** Where rows come from: files, data sets of libraries, generated examples. */
import { combine } from '../domain/combine.ts';
import { firstTable, learnedOf } from '../domain/flow.ts';
import type { RowSet, SourceRole } from '../domain/rows.ts';
import { containerOf, list, table, textOf, type Value } from '../domain/value.ts';
import { partOfFile } from '../knowledge/part-names.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';

/** @param key what is read, or null when that may differ each time */
function rowsAt(machine: Machine, key: string | null, role?: SourceRole, called: 'train' | 'test' | null = null): RowSet {
  if (key === null) return machine.rows.source(role, called);
  const rows = machine.sources.get(key) ?? machine.rows.source(role, called);
  machine.sources.set(key, rows);
  return rows;
}

/** @returns null when the call reads nothing */
export function sourceOf(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const { libraries } = machine;
  const given = args.all.map(textOf).find((text) => text !== null) ?? null;
  if (libraries.is(name, 'dataset')) {
    const part = textOf(args.named.get('train')) ?? textOf(args.named.get('split')) ?? given ?? '';
    return table(rowsAt(machine, part === '' ? null : `${name} ${part}`), learnedOf(args.all));
  }
  if (!libraries.is(name, 'reader') || libraries.is(name, 'readsNoRows')) return null;
  if (libraries.is(name, 'readsBothParts')) return list(['train', 'test'].map((side) => twice(machine.rows.source(side as SourceRole))));
  const part = partNamed(machine, node, args, given);
  if (part !== null) return part;
  const texts = args.all.map((each) => textOf(each) ?? '').join(' ');
  if (libraries.is(name, 'readsPieces') && !args.named.has('split')) return table(rowsAt(machine, `${texts} pieces`, 'pieces'));
  const generated = name.startsWith('make_');
  if (!generated && firstTable(args.all) !== null) return combine(args.all);
  const file = node.fields['arguments']?.children[0];
  const called = file === undefined ? null : partOfFile(machine.source(file));
  const rows = rowsAt(machine, fileNamed(machine, node, lib, name, texts), generated ? 'made' : undefined, called);
  return generated || textOf(args.named.get('return_X_y')) === 'True' ? twice(rows) : table(rows);
}

/** Rows and their targets. */
const twice = (rows: RowSet): Value => list([table(rows), table(rows)]);

/** One part is read by its name: `subset='training'`, `split=['train', 'test']`. */
function partNamed(machine: Machine, node: Light, args: Arguments, given: string | null): Value | null {
  const subset = textOf(args.named.get('subset'));
  if (subset !== null && /validation|training/.test(subset)) {
    const folder = textOf(args.named.get('directory')) ?? given;
    const whole = rowsAt(machine, folder ?? machine.source(node.fields['arguments']?.children[0] ?? node));
    return table(machine.rows.part(whole, 'subset', unquoted(subset) === 'training' ? '0' : '1', machine.split(node, 2)));
  }
  const split = args.named.get('split');
  const parts = split === undefined ? null : containerOf(split);
  return parts === null ? null : list(parts.items.map((each) => table(rowsAt(machine, `${given ?? ''} ${textOf(each) ?? ''}`))));
}

/** A variable may name a different file each time; a literal path always names the same one. */
function fileNamed(machine: Machine, node: Light, lib: string, name: string, texts: string): string | null {
  const file = node.fields['arguments']?.children[0];
  const named = file !== undefined && /['"]/.test(machine.source(file)) ? machine.source(file).replace(/\s+/g, '') : null;
  return /^read_|^load|^fetch_/.test(name) && (named !== null || file === undefined) ? `${lib} ${named ?? ''} ${texts}` : null;
}
