/** Where rows come from: files, data sets of libraries, generated examples. */
import type { Arguments } from './callables.ts';
import { combine } from '../domain/combine.ts';
import { DATASETS, READERS } from '../knowledge/names.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import type { RowSet } from '../domain/rows.ts';
import { unquoted } from '../domain/selections.ts';
import { firstTable, learnedOf, list, table, type Value } from '../domain/values.ts';

/** By machine and by what is read: the same file read twice holds the same rows. */
const READ = new WeakMap<Machine, Map<string, RowSet>>();

function rowsAt(machine: Machine, key: string | null, role?: 'pieces'): RowSet {
  if (key === null) return machine.rows.source(role);
  const known = READ.get(machine) ?? new Map<string, RowSet>();
  READ.set(machine, known);
  const rows = known.get(key) ?? machine.rows.source(role);
  known.set(key, rows);
  return rows;
}

/** @returns null when the call reads nothing */
export function sourceOf(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const given = args.all.find((each) => each.literal !== null)?.literal ?? null;
  if (DATASETS.test(name)) {
    const train = args.named.get('train')?.literal ?? args.named.get('split')?.literal ?? given ?? '';
    return table(rowsAt(machine, train === '' ? null : `${name} ${train}`), learnedOf(args.all));
  }
  if (!READERS.test(name) || /^load_(model|weights|img|dotenv|ext|state_dict|config|learner|checkpoint\w*)$/.test(name)) return null;
  if (name === 'load_data') {
    const part = (side: 'train' | 'test'): Value => {
      const rows = machine.rows.source(side);
      return list([table(rows), table(rows)]);
    };
    return list([part('train'), part('test')]);
  }
  const subset = args.named.get('subset')?.literal ?? null;
  if (subset !== null && /validation|training/.test(subset)) {
    const folder = args.named.get('directory')?.literal ?? given;
    const whole = rowsAt(machine, folder === null ? machine.source(node.fields['arguments']?.children[0] ?? node) : folder);
    return table(machine.rows.part(whole, 'subset', unquoted(subset) === 'training' ? '0' : '1', machine.split(node, 2)));
  }
  const split = args.named.get('split');
  if (split?.items !== undefined && split.items !== null) return list(split.items.map((each) => table(rowsAt(machine, `${given ?? ''} ${each.literal ?? ''}`))));
  if (name === 'load_dataset' && !args.named.has('split')) return table(rowsAt(machine, `${args.all.map((each) => each.literal ?? '').join(' ')} pieces`, 'pieces'));
  const data = firstTable(args.all);
  if (data !== null && !/^make_/.test(name)) return combine(args.all);
  // What a variable names may be another file each time; what is written out is the same one.
  const file = node.fields['arguments']?.children[0];
  const named = file !== undefined && /['"]/.test(machine.source(file)) ? machine.source(file).replace(/\s+/g, '') : null;
  const written = /^read_|^load|^fetch_/.test(name) && (named !== null || file === undefined) ? `${lib} ${named ?? ''} ${args.all.map((each) => each.literal ?? '').join(' ')}` : null;
  const rows = rowsAt(machine, written);
  return args.named.get('return_X_y')?.literal === 'True' || /^make_/.test(name) ? list([table(rows), table(rows)]) : table(rows);
}
