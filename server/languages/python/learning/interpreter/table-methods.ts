/** Methods of tables, columns, arrays and data sets. */
import { callFunction, type Arguments } from './callables.ts';
import { columnNames, dropColumns, placesOf } from '../domain/columns.ts';
import { absorb, blend, combine, gathered, knowledge } from '../domain/combine.ts';
import type { Test } from '../domain/events.ts';
import { METRIC, SHAPES, SPREADING, STATISTICS } from '../knowledge/names.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { holds, type RowSet } from '../domain/rows.ts';
import { chosenRows, sliceOf, withoutRows } from '../domain/selections.ts';
import { drawn, severalParts } from './splits.ts';
import { blank, list, table, traceOf, type Value } from '../domain/values.ts';

const SAME = /^(reset_index|set_index|sort_values|sort_index|copy|clone|shuffle|batch|prefetch|cache|repeat|persist|coalesce|repartition|numpy|values|to_numpy|tolist|toarray|todense|astype|reshape|ravel|flatten|squeeze|to|cuda|cpu|float|long|double|double|view|T|transpose|rename|drop_column)$/;
const FILTERS = /^(dropna|drop_duplicates|query|filter|where|nlargest|nsmallest|between_time|loc|take_while|truncate)$/;
const CONDITIONS = /^(isnull|isna|notnull|notna|between|duplicated|contains|startswith|endswith|eq|ne|lt|gt|le|ge|match|isnumeric)$/;
const NEIGHBOURS = /^(shift|diff|pct_change|cumsum|cummax|cummin|cumprod)$/;
const WINDOWS = /^(rolling|ewm|expanding|resample)$/;
/** Functions of a column that stay among neighbouring rows, or look back. */
const LOOKS_BACK = /\.(rolling|ewm|expanding|shift|diff|cumsum|cumcount|ffill|bfill|pct_change|interpolate)\(/;
const DRAWINGS = /^(plot|hist|boxplot|to_csv|to_excel|to_pickle|to_sql|savefig|show|info|head_print|summary)$/;

export function tableMethod(machine: Machine, node: Light, object: Value, name: string, args: Arguments): Value {
  const rows = object.rows;
  if (rows === null) return withoutTable(machine, object, name, args);
  if (DRAWINGS.test(name)) return blank();
  if (name === 'sum' && object.compared && object.answers !== null) return scored(machine, object.answers);
  if (object.grouped) return ofGroups(machine, node, object, name, args);
  if (object.windows) return combine([object]);
  if (name === 'groupby') return { ...combine([object]), grouped: true };
  if (SPREADING.has(name)) return spread(machine, node, object, name);
  if (STATISTICS.has(name)) return statistic(machine, node, object, name, args);
  if (SHAPES.has(name) && !CONDITIONS.test(name)) return { ...blank(), sizeOf: rows };
  if (WINDOWS.test(name)) return { ...combine([object]), windows: true };
  if (NEIGHBOURS.test(name)) return combine([object]);
  const part = ofRows(machine, node, object, rows, name, args);
  if (part !== null) return inPlace(object, part, args);
  const made = fromFunctions(machine, object, name, args) ?? combine([object, ...args.all]);
  if (made.rows === rows) {
    made.index = object.index;
    made.sequence = name === 'tolist';
    made.view = SAME.test(name) && name !== 'copy' && name !== 'clone' ? object.view : null;
    if (CONDITIONS.test(name)) made.mask = condition(machine, node, name);
    else if (object.mask !== null) made.mask = object.mask;
  }
  // Where rows are made known by a condition, what the condition was computed from is not in them.
  if (name === 'update' || args.named.get('inplace')?.literal === 'True' || name === 'insert') absorb(object, made);
  return made;
}

function condition(machine: Machine, node: Light, name: string): Value['mask'] {
  const negative = /^not(null|na)$/.test(name);
  return { key: `where ${machine.source(node).replace(/[\s()]+/g, '').replace(/notnull|notna|isna/g, 'isnull')}`, side: negative ? 'no' : 'yes' };
}

/** Methods that choose rows; null for the others. */
function ofRows(machine: Machine, node: Light, object: Value, rows: RowSet, name: string, args: Arguments): Value | null {
  const [first] = args.positional;
  const keep = (chosen: RowSet): Value => ({ ...table(chosen, object.learned), ...traceOf([object]), where: placesOf(object), index: object.index, single: object.single });
  const columns = args.named.get('axis')?.literal === '1' || args.named.get('axis')?.literal === "'columns'" || args.named.has('columns') || args.positional[1]?.literal === '1';
  switch (name) {
    case 'head': case 'limit': return keep(sliceOf(machine, rows, `:${first?.literal ?? '5'}`));
    case 'tail': return keep(sliceOf(machine, rows, `-${first?.literal ?? '5'}:`));
    case 'take': return first !== undefined && (first.index || first.rows !== null) ? keep(chosenRows(machine, rows, first)) : keep(sliceOf(machine, rows, `:${machine.source(firstArgument(node))}`));
    case 'skip': return keep(sliceOf(machine, rows, `${machine.source(firstArgument(node))}:`));
    case 'sample': {
      if (args.named.get('replace')?.literal === 'True') return keep(machine.rows.copy(rows, machine.repeat(node, 'sample')));
      const share = args.named.get('frac')?.literal;
      return keep(share === '1' || share === '1.0' || share === '1.' ? rows : drawn(machine, node, rows));
    }
    case 'drop': {
      const index = args.named.get('index') ?? first;
      const written = index === undefined ? '' : machine.source(firstArgument(node));
      if (columns && !args.named.has('index')) return withoutColumns(object, [...args.positional.slice(0, 1), ...[args.named.get('columns'), args.named.get('labels')].flatMap((each) => each ?? [])]);
      return index?.rows !== null && index !== undefined && (index.index || /\.index\b/.test(written)) ? keep(withoutRows(machine, rows, index.rows)) : keep(args.named.has('index') || /^\d|^\[\s*\d/.test(written) ? machine.rows.some(rows) : rows);
    }
    case 'isin': {
      const made = combine([object]);
      const among = first?.rows ?? null;
      made.mask = among?.kind === 'part' && first!.index ? { key: among.parent === rows ? among.key : `as ${among.parent.id} ${among.key}`, side: among.side, ...(among.split === undefined ? {} : { split: among.split }) } : { key: `where ${machine.source(node).replace(/\s+/g, '')}`, side: 'yes' };
      return made;
    }
    case 'difference': return first?.rows !== null && first !== undefined ? { ...keep(withoutRows(machine, rows, first.rows)), index: true } : null;
    case 'train_test_split': {
      const parts = severalParts(machine, node, object, 2);
      return list(parts.items!, ['train', 'test']);
    }
    case 'randomSplit': return severalParts(machine, node, object, Math.max(2, first?.items?.length ?? 2));
    case 'append': case 'concatenate': case 'union': case 'unionAll': {
      if (object.index || first === undefined) return null;
      const other = gathered(machine, first);
      const made = combine([object, other]);
      made.rows = other.rows === null ? rows : joined(machine, node, [rows, other.rows]);
      return made;
    }
    default: {
      if (!FILTERS.test(name) || columns) return null;
      const text = machine.source(node).slice(machine.source(node).lastIndexOf(name)).replace(/\s+/g, '');
      return keep(machine.rows.part(rows, `${name === 'dropna' ? 'dropna' : text}`, 'yes'));
    }
  }
}

/** Two tables one below the other; the same one twice is a repetition. */
export function joined(machine: Machine, node: Light, rows: readonly RowSet[]): RowSet {
  const made = machine.rows.union(rows);
  const twice = rows.length <= 12 && rows.some((each, at) => rows.some((other, index) => index !== at && holds(each, other)));
  return twice ? machine.rows.copy(made, machine.repeat(node, 'concat')) : made;
}

const firstArgument = (node: Light): Light => node.fields['arguments']?.children[0] ?? node;

/** Columns that were found by a statistic: what is left knows of it. */
function withoutColumns(object: Value, by: readonly Value[]): Value {
  const made = combine([object]);
  for (const each of by) dropColumns(made, columnNames(each) ?? []);
  for (const each of by) if (each.rows === null) for (const learn of each.learned) made.learned.add(learn);
  return made;
}

function inPlace(object: Value, made: Value, args: Arguments): Value {
  if (args.named.get('inplace')?.literal !== 'True' || object.view !== null) return made;
  object.rows = made.rows;
  object.learned = made.learned;
  object.where = made.where;
  return blank();
}

/** A number, or one for each column, that says something of all rows. */
export function statistic(machine: Machine, node: Light, object: Value, name: string, args: Arguments): Value {
  const trace = traceOf([object]);
  // An average of hits and misses is a result, not something learned.
  if (trace.answers !== null) {
    if (object.compared) return scored(machine, trace.answers);
    blend(machine, [...trace.answers]);
    return combine([object]);
  }
  const axis = args.named.get('axis')?.literal ?? args.named.get('dim')?.literal ?? (/^-?[1-9]$/.test(args.positional[0]?.literal ?? '') && /^(mean|std|var|median|max|min)$/.test(name) ? args.positional[0]!.literal : null);
  if (object.rows === null || object.single || /^(-?[1-9]|['"]columns['"])$/.test(axis ?? '') || object.index || object.mask !== null) return { ...combine([object]), single: object.single };
  // The first day is where a calendar begins.
  if (/^(min|max)$/.test(name) && /date|time|day|month|year/i.test(object.column ?? '')) return knowledge(object.learned);
  return knowledge([...object.learned, machine.learn(node, name, object.rows)]);
}

/** @param truth what the answers are set against, where it is known */
export function scored(machine: Machine, answers: ReadonlySet<Test>, truth: Value | null = null): Value {
  const models = new Set([...answers].map(({ model, version }) => `${model.id} ${version}`));
  // Answers of several models that are measured together are one answer: an average, or one step after the other.
  if (models.size > 1) blend(machine, [...answers]);
  for (const answer of answers) {
    if (models.size === 1 && answer.blend === undefined) answer.how = 'score';
    // A forecast names no rows: those that it is compared with are meant.
    if (answer.ahead === true && truth !== null && truth.rows !== null) answer.rows = truth.rows;
  }
  return { ...blank(), scores: new Set(answers), answers: new Set(answers) };
}

export function spread(machine: Machine, node: Light, object: Value, name: string): Value {
  const made = combine([object]);
  if (object.rows !== null && !object.single) made.learned.add(machine.learn(node, name, object.rows));
  return made;
}

/** After `groupby`: sums by group are rows of their own, and knowledge where they are joined back to the rows they came from. */
function ofGroups(machine: Machine, node: Light, object: Value, name: string, args: Arguments): Value {
  if (/^(transform|rank|fillna|apply|ffill|bfill)$/.test(name)) {
    const made = { ...combine([object, ...args.all]), grouped: false };
    const first = machine.source(firstArgument(node));
    if (object.rows !== null && name !== 'ffill' && name !== 'bfill' && (name !== 'apply' || /mean|median|mode|std|min|max/.test(first)) && !LOOKS_BACK.test(first)) made.learned.add(machine.learn(node, 'group statistic', object.rows));
    return made;
  }
  if (WINDOWS.test(name)) return { ...combine([object]), grouped: false, windows: true };
  if (/^(head|tail|first|last|nth|get_group|shift|diff|cumsum|cumcount|ngroup|filter|sample|__iter__)$/.test(name)) return { ...combine([object]), grouped: false };
  if (/^(agg|aggregate|mean|median|sum|std|var|min|max|count|size|nunique|quantile|value_counts|describe)$/.test(name)) return aggregated(machine, node, object);
  return combine([object]);
}

/** Rows of a new kind, made of many of the old. */
function aggregated(machine: Machine, node: Light, object: Value): Value {
  if (object.rows === null) return combine([object]);
  const learn = machine.learn(node, 'group statistic', object.rows);
  return { ...table(machine.rows.part(object.rows, `groups ${node.start}`, 'in'), object.learned), gist: new Set([learn]) };
}

/** `x.mean()`, `x - np.mean(x)`: of a column, for a single value has no average. */
function asksColumn(name: string, body: string): boolean {
  return new RegExp(`\\b${name}(\\[[^\\]]*\\])?\\.(mean|std|median|min|max|quantile|mode|fillna)\\(|\\b${name}\\s*-\\s*np\\.\\w+\\(${name}\\b`).test(body);
}

/** Functions of the file that are handed over: `apply(clean)`, `map(lambda x: …)`. */
function fromFunctions(machine: Machine, object: Value, name: string, args: Arguments): Value | null {
  if (!/^(apply|map|applymap|pipe|assign|transform|progress_apply)$/.test(name)) return null;
  const made = combine([object, ...args.all.filter((each) => each.fn === null)]);
  args.all.forEach((each, at) => {
    if (each.fn === null) return;
    const by = each.fn;
    // A function of a row or a value stays within it; one that asks its column for an average does not.
    const parameter = by.parameters?.children[0];
    const wide = name === 'pipe' || name === 'assign' || (args.named.get('axis')?.literal !== '1' && parameter !== undefined && asksColumn(machine.source(parameter).replace(/\W/g, ''), machine.source(by.body)));
    const given = { ...table(object.rows, object.learned), single: !wide };
    const further = name === 'apply' && at === 0 ? args.named.get('args')?.items ?? [] : [];
    const result = callFunction(machine, by, { positional: [given, ...further], named: new Map(), nodes: [], all: [given] });
    for (const learn of result.learned) made.learned.add(learn);
    if (result.rows !== object.rows) for (const learn of result.gist ?? []) made.learned.add(learn);
    if (name === 'pipe' && result.rows !== null) made.rows = result.rows;
  });
  return made;
}

/** Methods of numbers, statistics, texts and things that are not known. */
function withoutTable(machine: Machine, object: Value, name: string, args: Arguments): Value {
  if (METRIC.test(name) && args.all.some((each) => traceOf([each]).answers !== null)) return scored(machine, traceOf(args.all).answers!);
  const made = combine([object, ...args.all]);
  if (object.mask !== null) made.mask = object.mask;
  return made;
}
