/** Expressions: names, operators, containers. Attributes, calls, comprehensions and subscripts have files of their own. */
import { gathered, combine } from '../domain/combine.ts';
import { either } from '../domain/either.ts';
import { invert } from '../domain/selections.ts';
import { as, blank, containerOf, libraryOf, list, literal, ofFunction, ofLibrary, setTable, table, textOf, type Value, type Scope } from '../domain/value.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import { attributeOf } from './attributes.ts';
import { functionFrom } from './callables.ts';
import { decidedBy, perhaps } from './branches.ts';
import { evaluateCall } from './calls.ts';
import { chooseBy } from './choosing.ts';
import { comprehension } from './comprehensions.ts';
import type { Machine } from './machine.ts';
import { markedBy } from './joining.ts';
import { binary, comparison, logic } from './operators.ts';
import { select } from './selecting.ts';
import { byLabel, selectorsOf, valueIn, type Selector } from './subscripts.ts';
import { assign } from './targets.ts';

export function evaluate(machine: Machine, node: Light | undefined, scope: Scope): Value {
  if (node === undefined) return blank();
  machine.step();
  switch (node.type) {
    case 'identifier': return scope.get(node.token) ?? ofLibrary(node.token);
    case 'integer': case 'float': case 'true': case 'false': case 'none': return literal(node.token);
    case 'string': case 'concatenated_string':
      for (const each of node.children) evaluate(machine, each.type === 'interpolation' ? each.children[0] : each, scope);
      return literal(machine.source(node));
    case 'attribute': return attributeOf(machine, node, evaluate(machine, node.fields['object'], scope), node.fields['attribute']?.token ?? '');
    case 'call': return evaluateCall(machine, node, scope);
    case 'subscript': return subscript(machine, node, scope);
    case 'binary_operator': return binary(machine, node, scope);
    case 'comparison_operator': return comparison(machine, node, scope);
    case 'boolean_operator': return logic(machine, node, scope);
    case 'unary_operator': return unary(machine, node, scope);
    case 'not_operator': {
      const { scores, answers } = evaluate(machine, node.fields['argument'], scope);
      return { ...blank(), scores, answers };
    }
    case 'conditional_expression': {
      const [yes, condition, no] = node.children;
      const value = condition === undefined ? blank() : evaluate(machine, condition, scope);
      chooseBy(machine, condition ?? node, value);
      const decided = decidedBy(machine, condition, value, scope);
      if (decided === 'True' || decided === 'False') return evaluate(machine, decided === 'True' ? yes : no, scope);
      return perhaps(machine, () => either(evaluate(machine, yes, scope), evaluate(machine, no, scope)));
    }
    case 'tuple': case 'list': case 'set': case 'expression_list': case 'pattern_list': return items(machine, node, scope);
    case 'dictionary': return dictionary(machine, node, scope);
    case 'list_comprehension': case 'generator_expression': case 'set_comprehension': case 'dictionary_comprehension':
      return comprehension(machine, node, scope);
    case 'lambda': return ofFunction(functionFrom('lambda', node, scope));
    case 'named_expression': {
      const value = evaluate(machine, node.fields['value'], scope);
      if (node.fields['name'] !== undefined) assign(machine, node.fields['name'], value, scope);
      return value;
    }
    case 'keyword_argument': return evaluate(machine, node.fields['value'], scope);
    case 'parenthesized_expression': case 'await': case 'list_splat': case 'dictionary_splat': case 'type': case 'as_pattern':
      return evaluate(machine, node.children[0], scope);
    case 'yield': return yielded(machine, evaluate(machine, node.children[0], scope));
    case 'assignment': case 'augmented_assignment': return blank();
    default:
      for (const child of node.children) evaluate(machine, child, scope);
      return blank();
  }
}

/** A generator returns what it yields, as the elements of a list. */
function yielded(machine: Machine, value: Value): Value {
  const frame = machine.frames.at(-1);
  const made = list([], null, value);
  if (frame !== undefined) frame.returned = frame.returned === null ? made : either(frame.returned, made);
  return value;
}

function unary(machine: Machine, node: Light, scope: Scope): Value {
  const value = evaluate(machine, node.fields['argument'], scope);
  if (textOf(value) !== null) return literal(machine.source(node).replace(/\s/g, ''));
  const mask = as(value, 'table')?.mask ?? markedBy(machine, value);
  return node.fields['operator']?.token === '~' && mask !== null ? setTable({ ...value }, { mask: invert(mask) }) : value;
}

/** Longer literals are generated: their further elements are not read. */
const LONGEST = 200;

function items(machine: Machine, node: Light, scope: Scope): Value {
  const values: Value[] = [];
  for (const child of node.children.slice(0, LONGEST)) {
    const value = evaluate(machine, child, scope);
    const inner = child.type === 'list_splat' ? containerOf(value) : null;
    values.push(...(inner === null ? [value] : inner.items));
  }
  return list(values);
}

function dictionary(machine: Machine, node: Light, scope: Scope): Value {
  const keys: (string | null)[] = [];
  const values: Value[] = [];
  for (const pair of node.children.slice(0, LONGEST)) {
    if (pair.type !== 'pair') {
      const inner = containerOf(evaluate(machine, pair, scope));
      if (inner !== null && inner.keys !== null) {
        keys.push(...inner.keys);
        values.push(...inner.items);
      }
      continue;
    }
    const key = textOf(evaluate(machine, pair.fields['key'], scope));
    keys.push(key === null ? null : unquoted(key));
    values.push(evaluate(machine, pair.fields['value'], scope));
  }
  return list(values, keys);
}

function subscript(machine: Machine, node: Light, scope: Scope): Value {
  const base = evaluate(machine, node.fields['value'], scope);
  const selectors = selectorsOf(machine, node, scope);
  const library = libraryOf(base);
  if (library !== null && /\.(c_|r_)$/.test(library)) {
    const parts = selectors.flatMap((each) => valueIn(each) ?? []);
    return library.endsWith('.r_') ? gathered(machine, list(parts)) : combine(parts);
  }
  return foldAt(machine, base, selectors) ?? select(machine, base, selectors, byLabel(machine, node));
}

/** `folds[turn]` of a list of parts: one of them in each iteration, or all the others where that one is left out. */
function foldAt(machine: Machine, base: Value, [by, ...further]: readonly Selector[]): Value | null {
  const chosen = valueIn(by);
  const parts = (containerOf(base)?.items ?? []).map((each) => as(each, 'table'));
  const first = parts[0]?.rows;
  if (chosen === null || further.length > 0 || textOf(chosen) !== null || parts.length < 2 || first?.kind !== 'part' || first.split === undefined) return null;
  if (!parts.every((each) => each?.rows.kind === 'part' && each.rows.parent === first.parent && each.rows.key === first.key)) return null;
  first.split.folds = true;
  return table(machine.rows.part(first.parent, `${first.key} turn`, machine.excluding > 0 ? 'out' : 'in', first.split), [], { index: parts[0]!.index });
}

