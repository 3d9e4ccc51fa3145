/** Methods of tables, columns, arrays and data sets. */
import { columnNames, dropColumns } from '../domain/columns.ts';
import { absorb, combine, turned } from '../domain/combine.ts';
import { traceOf } from '../domain/flow.ts';
import { EMPTY } from '../domain/joins.ts';
import type { Mask, Table } from '../domain/kinds.ts';
import { as, become, blank, containerOf, countOf, functionOf, rowsOf, setTable, table, textOf, type Value } from '../domain/value.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import { handed, type Arguments } from './arguments.ts';
import { callFunction } from './callables.ts';
import { speaksOfOpen, selectColumns, tiedArguments, withColumns } from './column-expressions.ts';
import { noteMark } from './joining.ts';
import type { Machine } from './machine.ts';
import { meansColumns, ofRows } from './row-methods.ts';
import { ofGroups, scored, spread, statistic } from './statistics.ts';
import { argumentsUsed, usedTo } from './uses.ts';

export function tableMethod(machine: Machine, node: Light, object: Value, name: string, given: Arguments): Value {
  const roles = machine.libraries.rolesOf(name);
  const known = as(object, 'table');
  if (known === null) return withoutTable(machine, object, name, given);
  const args = argumentsUsed(machine, name, tiedArguments(machine, known.rows, given));
  if (roles.has('addsColumns')) return withColumns(machine, object, args);
  const chosen = roles.has('choosesColumns') ? selectColumns(machine, object, args, (at) => speaksOfOpen(given.positional[at]!)) : null;
  if (chosen !== null) return chosen;
  if (roles.has('drawing')) return blank();
  if (roles.has('turns')) return turned(object);
  if (name === 'sum' && object.compared && object.answers !== null) return scored(machine, object.answers);
  const { grouped } = known;
  if (grouped !== null && !roles.has('picksLabel')) return ofGroups(machine, node, object, grouped, name, args, machine.source(firstArgument(node)));
  if (known.windows) return combine([object]);
  if (roles.has('groups'))
    return setTable(combine([object]), {
      grouped: machine
        .source(firstArgument(node))
        .replace(/\s+/g, '')
        .replace(/^by=|[[\]'"]/g, ''),
    });
  if (roles.has('spreads')) return spread(machine, node, object, name);
  if (roles.has('statistic')) return statistic(machine, node, object, name, args);
  const filler = roles.has('fillsByStrategy') ? unquoted(textOf(args.named.get('strategy')) ?? '') : '';
  if (machine.libraries.is(filler, 'statistic')) return combine([object, usedTo(machine, 'fills', statistic(machine, node, object, filler, handed([])))]);
  if (roles.has('shape') && !roles.has('conditions')) return countOf(known.rows);
  if (roles.has('windows')) return setTable(combine([object]), { windows: true });
  if (roles.has('neighbours')) return combine([object]);
  const part = columnsDropped(machine, object, name, args) ?? ofRows(machine, node, object, known, name, args);
  return part === null ? unchangedRows(machine, node, object, known, name, args) : inPlace(object, part, args);
}

/** The result of a method that does not choose rows. */
function unchangedRows(machine: Machine, node: Light, object: Value, known: Table, name: string, args: Arguments): Value {
  const roles = machine.libraries.rolesOf(name);
  if (roles.has('appliesWhole')) for (const [column, value] of args.named) noteMark(machine, object, [column], value);
  if (roles.has('changesInPlace') && args.positional[1] !== undefined) noteMark(machine, object, columnNames(args.positional[1]), args.positional[2]);
  const made = fromFunctions(machine, object, name, args) ?? combine([object, ...args.all]);
  if (rowsOf(made) === known.rows) {
    const view = roles.has('sameRows') && !roles.has('ownCopy') ? known.view : null;
    const mask = roles.has('conditions') ? condition(machine, node, known, name) : known.mask;
    setTable(made, { index: known.index, sequence: roles.has('lists'), view, ...(mask === null ? {} : { mask }) });
  }
  // Rows marked by a condition do not contain what the condition was computed from.
  if (roles.has('changesInPlace') || textOf(args.named.get('inplace')) === 'True') absorb(object, made);
  return made;
}

function condition(machine: Machine, node: Light, { column }: Table, name: string): Mask {
  const written = machine.source(node).replace(/[\s()]+/g, '').replace(/notnull|notna|isna|is_not_null|is_null/g, 'isnull');
  const mark = column !== null && machine.libraries.is(name, 'asksEmpty') ? { mark: { column, text: EMPTY } } : {};
  return { key: `where ${written}`, side: machine.libraries.is(name, 'negates') ? 'no' : 'yes', ...mark };
}

const firstArgument = (node: Light): Light => node.fields['arguments']?.children[0] ?? node;

/** `df.drop(columns=…)`: the columns go with what is known in them. Columns found by a statistic reveal it through what is left. */
function columnsDropped({ libraries }: Machine, object: Value, name: string, args: Arguments): Value | null {
  if (!libraries.is(name, 'drop') || args.named.has('index')) return null;
  if (!meansColumns(args) && !namesKnown(object, args.positional)) return null;
  const by = [...args.positional, ...['columns', 'labels'].flatMap((each) => args.named.get(each) ?? [])];
  const made = combine([object]);
  for (const each of by) dropColumns(made, columnNames(each) ?? []);
  for (const each of by) if (rowsOf(each) === null) for (const learn of each.learned) made.learned.add(learn);
  return made;
}

/** `table.drop('age', 'sex')` of polars: what is known in these columns shows that they are not row labels. */
function namesKnown({ where }: Value, names: readonly Value[]): boolean {
  const known = [...(where?.values() ?? [])].flatMap((columns) => [...columns]);
  const columns = names.flatMap((each) => columnNames(each) ?? []);
  return columns.length >= names.length && columns.some((each) => known.includes(each));
}

/** `df.dropna(inplace=True)` changes the table itself, unless it is a view of another. */
function inPlace(object: Value, made: Value, args: Arguments): Value {
  if (textOf(args.named.get('inplace')) !== 'True' || as(object, 'table')?.view != null) return made;
  const rows = rowsOf(made);
  if (rows !== null) become(object, { ...as(object, 'table')!, rows });
  object.learned = made.learned;
  object.where = made.where;
  return blank();
}

/** `x.mean()`, `x - np.mean(x)`: of a column, because a single value has no average. */
function asksColumn(name: string, body: string): boolean {
  return new RegExp(`\\b${name}(\\[[^\\]]*\\])?\\.(mean|std|median|min|max|quantile|mode|fillna)\\(|\\b${name}\\s*-\\s*np\\.\\w+\\(${name}\\b`).test(body);
}

/** Functions of the file that are passed as arguments: `apply(clean)`, `map(lambda x: …)`. */
function fromFunctions(machine: Machine, object: Value, name: string, args: Arguments): Value | null {
  const roles = machine.libraries.rolesOf(name);
  if (!roles.has('applies')) return null;
  let made = combine([object, ...args.all.filter((each) => functionOf(each) === null)]);
  const whole = roles.has('appliesWhole');
  const rows = rowsOf(object);
  args.all.forEach((each, at) => {
    const by = functionOf(each);
    if (by === null) return;
    // A function of a row or a value stays within it; one that asks its column for an average does not.
    const parameter = by.parameters?.children[0];
    const asks = parameter !== undefined && asksColumn(machine.source(parameter).replace(/\W/g, ''), machine.source(by.body));
    const wide = whole || (textOf(args.named.get('axis')) !== '1' && asks);
    const given = table(rows, object.learned, { single: !wide });
    const more = name === 'apply' && at === 0 ? args.named.get('args') : undefined;
    const further = more === undefined ? [] : containerOf(more)?.items ?? [];
    const result = callFunction(machine, by, handed([given, ...further], [given]));
    for (const learn of result.learned) made.learned.add(learn);
    const changedRows = rowsOf(result);
    if (changedRows !== rows) for (const learn of result.gist ?? []) made.learned.add(learn);
    if (name === 'pipe' && changedRows !== null) made = setTable(made, { rows: changedRows });
  });
  return made;
}

/** Methods of numbers, statistics, texts and unknown things. */
function withoutTable(machine: Machine, object: Value, name: string, args: Arguments): Value {
  const { answers } = traceOf(args.all);
  return machine.libraries.is(name, 'metric') && answers !== null ? scored(machine, answers) : combine([object, ...args.all]);
}
