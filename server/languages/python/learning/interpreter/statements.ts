/** Statements, in their order; branches are both taken, loops are run a few times. */
import { blend, combine, gathered } from '../domain/combine.ts';
import { evaluate } from './expressions.ts';
import { importNames } from '../syntax/imports.ts';
import { turnsOf } from './iteration.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { Scope } from '../domain/scope.ts';
import { assign } from './targets.ts';
import { blank, either, type ClassValue, type Value } from '../domain/values.ts';

export function executeAll(machine: Machine, nodes: readonly Light[], scope: Scope): void {
  for (const node of nodes) execute(machine, node, scope);
}

export function execute(machine: Machine, node: Light | undefined, scope: Scope): void {
  if (node === undefined) return;
  machine.step();
  switch (node.type) {
    case 'module': case 'block': case 'ERROR': case 'finally_clause': case 'else_clause': case 'except_clause': case 'except_group_clause': case 'with_clause':
      executeAll(machine, node.children, scope); break;
    case 'expression_statement': executeAll(machine, node.children, scope); break;
    case 'assignment': assignment(machine, node, scope); break;
    case 'augmented_assignment': augmented(machine, node, scope); break;
    case 'import_statement': case 'import_from_statement': importNames(node, scope); break;
    case 'if_statement': branch(machine, node, scope); break;
    case 'for_statement': loop(machine, node, scope); break;
    case 'while_statement':
      machine.loops++;
      for (let turn = 0; turn < 2; turn++) {
        choose(machine, node, evaluate(machine, node.fields['condition'], scope));
        execute(machine, node.fields['body'], scope);
      }
      machine.loops--;
      break;
    case 'with_statement': executeAll(machine, node.children, scope); break;
    case 'with_item': withItem(machine, node, scope); break;
    case 'try_statement': executeAll(machine, node.children, scope); break;
    case 'function_definition': define(machine, node, scope); break;
    case 'decorated_definition': execute(machine, node.fields['definition'], scope); break;
    case 'class_definition': defineClass(machine, node, scope); break;
    case 'return_statement': giveBack(machine, evaluate(machine, node.children[0], scope)); break;
    case 'global_statement': for (const child of node.children) scope.globals.add(child.token); break;
    case 'match_statement': executeAll(machine, node.children, scope); break;
    case 'case_clause': execute(machine, node.fields['consequence'], scope); break;
    case 'pass_statement': case 'break_statement': case 'continue_statement': case 'delete_statement': case 'nonlocal_statement': case 'comment': break;
    default: evaluate(machine, node, scope);
  }
}

function assignment(machine: Machine, node: Light, scope: Scope): void {
  const { left, right } = node.fields;
  if (left === undefined || right === undefined) return;
  if (right.type === 'assignment') {
    assignment(machine, right, scope);
    if (right.fields['left'] !== undefined) assign(machine, left, evaluate(machine, right.fields['left'], scope), scope);
    return;
  }
  assign(machine, left, evaluate(machine, right, scope), scope);
}

function augmented(machine: Machine, node: Light, scope: Scope): void {
  const { left, right } = node.fields;
  if (left === undefined) return;
  const before = evaluate(machine, left, scope);
  const value = evaluate(machine, right, scope);
  if (before.items !== null || before.rest !== null) {
    if (value.items !== null && before.items !== null) before.items.push(...value.items.slice(0, 20));
    return;
  }
  if (before.answers !== null && value.answers !== null && !before.compared && !value.compared) blend(machine, [...before.answers, ...value.answers]);
  assign(machine, left, combine([before, value]), scope);
}

function giveBack(machine: Machine, value: Value): void {
  const frame = machine.frames.at(-1);
  if (frame !== undefined) frame.returned = frame.returned === null ? value : either(frame.returned, value);
}

/** A result on held-back rows decides how a loop goes on. */
function choose(machine: Machine, node: Light, condition: Value): void {
  if (machine.loops === 0 || condition.scores === null) return;
  for (const test of condition.scores) machine.events.chooses.push({ ...machine.at(node.fields['condition'] ?? node), rows: test.rows, test });
}

function branch(machine: Machine, node: Light, scope: Scope): void {
  const condition = evaluate(machine, node.fields['condition'], scope);
  choose(machine, node, condition);
  // A comparison of two texts that are both known decides; a switch that someone may turn does not.
  if (node.fields['condition']?.type === 'comparison_operator' && /^(True|False)$/.test(condition.literal ?? '')) {
    if (condition.literal === 'True') return execute(machine, node.fields['consequence'], scope);
    const others = node.children.filter(({ type }) => type === 'elif_clause' || type === 'else_clause');
    for (const clause of others) execute(machine, clause.type === 'else_clause' ? clause.fields['body'] : clause.fields['consequence'], scope);
    return;
  }
  const before = new Map(scope.names);
  execute(machine, node.fields['consequence'], scope);
  for (const clause of node.children) {
    if (clause.type !== 'elif_clause' && clause.type !== 'else_clause') continue;
    const taken = new Map(scope.names);
    scope.names.clear();
    for (const [name, value] of before) scope.names.set(name, value);
    if (clause.type === 'elif_clause') {
      choose(machine, clause, evaluate(machine, clause.fields['condition'], scope));
      execute(machine, clause.fields['consequence'], scope);
    } else execute(machine, clause.fields['body'], scope);
    for (const [name, value] of taken) {
      const other = scope.names.get(name);
      scope.names.set(name, other === undefined || other === before.get(name) ? value : value === before.get(name) ? other : either(value, other));
    }
  }
}

function loop(machine: Machine, node: Light, scope: Scope): void {
  const over = evaluate(machine, node.fields['right'], scope);
  machine.loops++;
  const rows = gathered(machine, over).rows;
  if (rows !== null) machine.turning.push(rows);
  for (const turn of turnsOf(over)) {
    if (node.fields['left'] !== undefined) assign(machine, node.fields['left'], turn, scope);
    execute(machine, node.fields['body'], scope);
  }
  machine.loops--;
  if (rows !== null) machine.turning.pop();
  execute(machine, node.fields['alternative'], scope);
}

function withItem(machine: Machine, node: Light, scope: Scope): void {
  const value = node.fields['value'];
  const opened = evaluate(machine, value?.type === 'as_pattern' ? value.children[0] : value, scope);
  const alias = value?.type === 'as_pattern' ? value.fields['alias'] : undefined;
  if (alias !== undefined) assign(machine, alias, opened, scope);
}

function define(machine: Machine, node: Light, scope: Scope): void {
  const { name, parameters = null, body } = node.fields;
  if (name === undefined || body === undefined) return;
  const fn = { name: name.token, node, parameters, body, scope, self: null };
  machine.functions.push(fn);
  scope.set(name.token, { ...blank(), fn });
}

function defineClass(machine: Machine, node: Light, scope: Scope): void {
  const { name, superclasses, body } = node.fields;
  if (name === undefined || body === undefined) return;
  const inner = new Scope(scope);
  const methods = new Map<string, Light>();
  const others: Light[] = [];
  for (const each of body.children) {
    const definition = each.type === 'decorated_definition' ? each.fields['definition'] : each;
    if (definition?.type === 'function_definition' && definition.fields['name'] !== undefined) methods.set(definition.fields['name'].token, definition);
    else others.push(each);
  }
  const bases = (superclasses?.children ?? []).map((each) => machine.source(each).split('.').at(-1) ?? '');
  const cls: ClassValue = { name: name.token, node, scope: inner, bases, methods };
  machine.classes.push(cls);
  scope.set(name.token, { ...blank(), cls });
  executeAll(machine, others, inner);
}
