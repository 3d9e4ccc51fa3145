/** Statistics over rows: knowledge of all of them, unless they are computed over something smaller. */
import { GROUP_STATISTIC, type Test } from '../domain/events.ts';
import { isMadeUp } from '../domain/rows.ts';
import { blend, combine } from '../domain/combine.ts';
import { traceOf } from '../domain/flow.ts';
import { as, blank, containerOf, knowledge, rowsOf, setTable, table, textOf, type Value } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';

/** @returns a number, or one for each column, that says something about all rows */
export function statistic(machine: Machine, node: Light, object: Value, name: string, args: Arguments): Value {
  const { answers } = traceOf([object]);
  // An average of hits and misses is a result, not something learned.
  if (answers !== null) {
    if (object.compared) return scored(machine, answers);
    blend(machine, [...answers]);
    return combine([object]);
  }
  const known = as(object, 'table');
  // `df.mean(1)`; the first argument of other functions is not an axis.
  const first = machine.libraries.is(name, 'axisStatistic') ? /^-?[1-9]$/.exec(textOf(args.positional[0]) ?? '')?.[0] : undefined;
  const given = args.named.get('axis') ?? args.named.get('dim');
  const axes = given === undefined ? [first ?? ''] : (containerOf(given)?.items ?? [given]).map((each) => textOf(each) ?? '');
  // `axis=(1, 2, 3)` stays within each picture.
  const byRow = axes.length > 0 && axes.every((axis) => /^(-?[1-9]|['"]columns['"])$/.test(axis));
  if (known === null || known.single || byRow || known.index || known.mask !== null) return setTable(combine([object]), { single: known?.single ?? false });
  // The first day only sets where a calendar begins.
  if (/^(min|max)$/.test(name) && /date|time|day|month|year/i.test(known.column ?? '')) return knowledge(object.learned);
  // The rows are made up: what is computed from them is part of how they are made.
  if (isMadeUp(known.rows)) return knowledge(object.learned);
  return knowledge([...object.learned, machine.learn(node, name, known.rows)]);
}

/** @param answers that are measured @param truth what they are compared with, where known @returns the result */
export function scored(machine: Machine, answers: ReadonlySet<Test>, truth: Value | null = null): Value {
  const models = new Set([...answers].map(({ model, version }) => `${model.id} ${version}`));
  // Answers of several models that are measured together are one answer: an average, or one step after the other.
  if (models.size > 1) blend(machine, [...answers]);
  const rows = truth === null ? null : rowsOf(truth);
  for (const answer of answers) {
    if (models.size === 1 && answer.blend === undefined) answer.how = 'score';
    // A forecast names no rows: it is about those that it is compared with.
    if (answer.ahead !== true || rows === null) continue;
    answer.rows = rows;
    delete answer.training;
  }
  return { ...blank(), scores: new Set(answers), answers: new Set(answers) };
}

/** Each value is changed using all rows. */
export function spread(machine: Machine, node: Light, object: Value, name: string): Value {
  const made = combine([object]);
  const known = as(object, 'table');
  if (known === null || known.single) return made;
  const learn = machine.learn(node, name, known.rows);
  made.learned.add(machine.libraries.is(name, 'cutsColumn') ? machine.usedTo(learn, 'cuts') : learn);
  return made;
}

/** Functions of a column that stay among neighbouring rows, or look back. */
const LOOKS_BACK = /\.(rolling|ewm|expanding|shift|diff|cumsum|cumcount|ffill|bfill|pct_change|interpolate)\(/;
const STATISTIC = /mean|median|mode|std|min|max/;

/** Methods after `groupby`. @param by what the rows are grouped by @param written the first argument as written */
export function ofGroups(machine: Machine, node: Light, object: Value, by: string, name: string, args: Arguments, written: string): Value {
  const roles = machine.libraries.rolesOf(name);
  const rows = rowsOf(object);
  if (roles.has('groupTransform')) {
    const made = setTable(combine([object, ...args.all]), { grouped: null });
    const tells = !roles.has('groupFill') && (name !== 'apply' || STATISTIC.test(written)) && !LOOKS_BACK.test(written);
    if (rows !== null && tells) made.learned.add(machine.learn(node, GROUP_STATISTIC, rows));
    return made;
  }
  if (roles.has('windows')) return setTable(combine([object]), { grouped: null, windows: true });
  if (roles.has('groupRows')) return setTable(combine([object]), { grouped: null });
  if (!roles.has('groupSummary') || rows === null) return combine([object]);
  // Sums by group are rows of their own, and knowledge where they are joined back to the rows they came from.
  const learn = machine.learn(node, GROUP_STATISTIC, rows);
  return { ...table(machine.rows.part(rows, `groups ${by}`, 'in'), object.learned), gist: new Set([learn]) };
}

