/** Expressions: names, attributes, operators, containers, comprehensions. Calls and subscripts have files of their own. */
import { attributeOf } from './attributes.ts';
import { evaluateCall } from './calls.ts';
import { blend, combine, gathered, merge, ofTurn } from '../domain/combine.ts';
import { turnsOf } from './iteration.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { Scope } from '../domain/scope.ts';
import { invert, select, unquoted, type Selector } from '../domain/selections.ts';
import { byLabel, selectorsOf } from './subscripts.ts';
import { assign } from './targets.ts';
import { blank, either, list, literal, table, type Mask, type Value } from '../domain/values.ts';

export function evaluate(machine: Machine, node: Light | undefined, scope: Scope): Value {
  if (node === undefined) return blank();
  machine.step();
  switch (node.type) {
    case 'identifier': return scope.get(node.token) ?? { ...blank(), lib: node.token };
    case 'integer': case 'float': case 'true': case 'false': case 'none': return literal(node.token);
    case 'string': case 'concatenated_string':
      for (const each of node.children) for (const inner of each.type === 'interpolation' ? each.children.slice(0, 1) : [each]) evaluate(machine, inner, scope);
      return literal(machine.source(node));
    case 'attribute': return attributeOf(machine, node, evaluate(machine, node.fields['object'], scope), node.fields['attribute']?.token ?? '');
    case 'call': return evaluateCall(machine, node, scope);
    case 'subscript': return subscript(machine, node, scope);
    case 'binary_operator': return binary(machine, node, scope);
    case 'comparison_operator': return comparison(machine, node, scope);
    case 'boolean_operator': return logic(node.fields['operator']?.token ?? '', evaluate(machine, node.fields['left'], scope), evaluate(machine, node.fields['right'], scope));
    case 'unary_operator': {
      const value = evaluate(machine, node.fields['argument'], scope);
      if (value.literal !== null) return literal(machine.source(node).replace(/\s/g, ''));
      return node.fields['operator']?.token === '~' && value.mask !== null ? { ...value, mask: invert(value.mask) } : value;
    }
    case 'not_operator': {
      const value = evaluate(machine, node.fields['argument'], scope);
      return { ...blank(), scores: value.scores, answers: value.answers };
    }
    case 'conditional_expression': {
      const [yes, condition, no] = node.children;
      evaluate(machine, condition, scope);
      return either(evaluate(machine, yes, scope), evaluate(machine, no, scope));
    }
    case 'tuple': case 'list': case 'set': case 'expression_list': case 'pattern_list': return items(machine, node, scope);
    case 'dictionary': return dictionary(machine, node, scope);
    case 'list_comprehension': case 'generator_expression': case 'set_comprehension': case 'dictionary_comprehension': return comprehension(machine, node, scope);
    case 'lambda': return { ...blank(), fn: { name: 'lambda', node, parameters: node.fields['parameters'] ?? null, body: node.fields['body'] ?? node, scope, self: null } };
    case 'named_expression': {
      const value = evaluate(machine, node.fields['value'], scope);
      if (node.fields['name'] !== undefined) assign(machine, node.fields['name'], value, scope);
      return value;
    }
    case 'keyword_argument': return evaluate(machine, node.fields['value'], scope);
    case 'parenthesized_expression': case 'await': case 'list_splat': case 'dictionary_splat': case 'type': return evaluate(machine, node.children[0], scope);
    case 'yield': case 'as_pattern': {
      const value = evaluate(machine, node.children[0], scope);
      const frame = machine.frames.at(-1);
      if (node.type === 'yield' && frame !== undefined) frame.returned = frame.returned === null ? { ...blank(), rest: value } : either(frame.returned, { ...blank(), rest: value });
      return value;
    }
    case 'assignment': case 'augmented_assignment': return blank();
    default: {
      for (const child of node.children) evaluate(machine, child, scope);
      return blank();
    }
  }
}

function items(machine: Machine, node: Light, scope: Scope): Value {
  const values: Value[] = [];
  for (const child of node.children.slice(0, 200)) {
    const value = evaluate(machine, child, scope);
    if (child.type === 'list_splat' && value.items !== null) values.push(...value.items);
    else values.push(value);
  }
  return list(values);
}

function dictionary(machine: Machine, node: Light, scope: Scope): Value {
  const keys: (string | null)[] = [];
  const values: Value[] = [];
  for (const pair of node.children.slice(0, 200)) {
    if (pair.type !== 'pair') {
      const inner = evaluate(machine, pair, scope);
      if (inner.items !== null && inner.keys !== null) {
        keys.push(...inner.keys);
        values.push(...inner.items);
      }
      continue;
    }
    const key = evaluate(machine, pair.fields['key'], scope);
    keys.push(key.literal === null ? null : unquoted(key.literal));
    values.push(evaluate(machine, pair.fields['value'], scope));
  }
  return list(values, keys);
}

/** A choice by these says how large values are, not which of them tell of the target. */
const PLAIN_STATISTIC = /^(mean|median|mode|std|var|min|max|quantile|percentile|value_counts|describe|count|group statistic)$/;

function comprehension(machine: Machine, node: Light, scope: Scope): Value {
  const inner = new Scope(scope);
  const clauses = node.children.filter((child) => child.type === 'for_in_clause');
  const body = node.fields['body'];
  let made: Value | null = null;
  /** What a dictionary holds by name, as long as all names are known. */
  let pairs: [string, Value][] | null = [];
  const nest = (depth: number): void => {
    const clause = clauses[depth];
    if (clause === undefined) {
      const chosenBy = node.children.filter((child) => child.type === 'if_clause').flatMap((child) => child.children.flatMap((condition) => [...evaluate(machine, condition, inner).learned].filter(({ name }) => !PLAIN_STATISTIC.test(name))));
      const value = ofTurn(machine, body?.type === 'pair' ? evaluate(machine, body.fields['value'], inner) : evaluate(machine, body, inner));
      for (const learn of chosenBy) value.learned.add(learn);
      const key = body?.type === 'pair' ? evaluate(machine, body.fields['key'], inner).literal : null;
      if (key !== null && pairs !== null) pairs.push([unquoted(key), value]);
      else pairs = null;
      made = made === null ? value : merge(machine, made, value);
      return;
    }
    const over = evaluate(machine, clause.fields['right'], inner);
    const rows = gathered(machine, over).rows;
    if (rows !== null) machine.turning.push(rows);
    for (const turn of turnsOf(over).slice(0, 2)) {
      if (clause.fields['left'] !== undefined) assign(machine, clause.fields['left'], turn, inner);
      nest(depth + 1);
    }
    if (rows !== null) machine.turning.pop();
  };
  const excludes = node.children.some((child) => child.type === 'if_clause' && /!=|\bnot\b|<>/.test(machine.source(child)));
  machine.loops++;
  if (excludes) machine.excluding++;
  nest(0);
  if (excludes) machine.excluding--;
  machine.loops--;
  const known: [string, Value][] = pairs ?? [];
  if (node.type === 'dictionary_comprehension' && known.length > 0) return list(known.map(([, value]) => value), known.map(([key]) => key));
  return { ...blank(), items: [], rest: made };
}

export function subscript(machine: Machine, node: Light, scope: Scope): Value {
  const base = evaluate(machine, node.fields['value'], scope);
  if (base.lib !== null && /\.(c_|r_)$/.test(base.lib)) {
    const parts = selectorsOf(machine, node, scope).flatMap((each) => ('value' in each ? [each.value] : []));
    return base.lib.endsWith('.r_') ? gathered(machine, list(parts)) : combine(parts);
  }
  return foldAt(machine, base, selectorsOf(machine, node, scope)) ?? select(machine, base.rows === null ? base : gathered(machine, base), selectorsOf(machine, node, scope), byLabel(node));
}

/** `folds[turn]` of a list of parts: one of them in each turn, and all the others where that one is left out. */
function foldAt(machine: Machine, base: Value, [by, ...further]: readonly Selector[]): Value | null {
  const parts = (base.items ?? []).map(({ rows }) => rows);
  const [first] = parts;
  if (by === undefined || further.length > 0 || !('value' in by) || by.value.literal !== null || parts.length < 2 || first?.kind !== 'part' || first.split === undefined) return null;
  if (!parts.every((each) => each?.kind === 'part' && each.parent === first.parent && each.key === first.key)) return null;
  first.split.folds = true;
  return { ...table(machine.rows.part(first.parent, `${first.key} turn`, machine.excluding > 0 ? 'out' : 'in', first.split)), index: base.items![0]!.index };
}

function logic(operator: string, left: Value, right: Value): Value {
  const known = [left, right].find((each) => each.literal === 'True' || each.literal === 'False');
  const other = known === left ? right : left;
  if (known !== undefined && (operator === 'and' || operator === 'or')) return (known.literal === 'True') === (operator === 'and') ? other : known;
  return either(left, right);
}

function binary(machine: Machine, node: Light, scope: Scope): Value {
  const left = evaluate(machine, node.fields['left'], scope);
  const right = evaluate(machine, node.fields['right'], scope);
  const operator = node.fields['operator']?.token ?? '';
  if (operator === '+' && left.items !== null && right.items !== null && left.keys === null) return { ...list([...left.items, ...right.items].slice(0, 200)), rest: left.rest ?? right.rest };
  if (operator === '*' && left.items !== null && left.keys === null && right.literal !== null) return left.items.length === 1 ? list([left.items[0]!, left.items[0]!]) : left;
  const made = combine([left, right]);
  if (operator === '+' && left.sequence && right.sequence && left.rows !== null && right.rows !== null) return { ...made, rows: machine.rows.union([left.rows, right.rows]), sequence: true };
  if (left.answers !== null && right.answers !== null && !left.compared && !right.compared) blend(machine, [...left.answers, ...right.answers]);
  if (operator === '&' || operator === '|') made.mask = left.mask !== null || right.mask !== null ? textMask(machine, node) : null;
  // `len(df) - 5`, `0.8 * len(df)` count rows no more.
  made.sizeOf = null;
  return made;
}

/** A condition as written, without spaces, is the name of the rows that meet it. */
export function textMask(machine: Machine, node: Light, side = 'yes'): Mask {
  return { key: `where ${machine.source(node).replace(/[\s()]+/g, '')}`, side };
}

/** `phase == 'train'` where the loop names its phases. */
function decide([left, right]: readonly Value[], operator: string): boolean | null {
  const text = (value: Value | undefined): string | null => (value?.literal != null && /^['"]/.test(value.literal) ? unquoted(value.literal) : null);
  const [a, b] = [text(left), text(right)];
  if (a === null || b === null || (operator !== '==' && operator !== '!=')) return null;
  return (a === b) === (operator === '==');
}

const OPPOSITE: Readonly<Record<string, string>> = { '>=': '<', '<=': '>', '!=': '==' };

function comparison(machine: Machine, node: Light, scope: Scope): Value {
  const values = node.children.map((child) => evaluate(machine, child, scope));
  const made = combine(values);
  const operator = node.fields['operators']?.token ?? '';
  const decided = decide(values, operator);
  if (decided !== null) return literal(decided ? 'True' : 'False');
  const [answered, border] = values;
  // A border that was found on these rows makes their answers: it was chosen by the test.
  if (answered?.answers !== null && answered !== undefined && answered.rows !== null && border?.rows === null) for (const test of border.scores ?? []) machine.events.chooses.push({ ...machine.at(node), rows: test.rows, test });
  const [left, right] = node.children;
  // Which rows are chosen by a statistic is no knowledge in the rows themselves; a comparison with it kept as a column is.
  if (made.rows === null || left === undefined || right === undefined) return made;
  if (made.random) made.mask = { key: `random ${machine.id()}`, side: 'yes' };
  else {
    const plain = (each: Light): string => machine.source(each).replace(/\s+/g, '');
    made.mask = { key: `where ${plain(left)}${OPPOSITE[operator] ?? operator}${plain(right)}`, side: operator in OPPOSITE ? 'no' : 'yes' };
  }
  made.index = false;
  return made;
}
