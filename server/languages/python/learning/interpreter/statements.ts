/** Statements, in their order: both branches are taken, loops are run a few times. */
import { blend, combine, gathered } from '../domain/combine.ts';
import { either } from '../domain/either.ts';
import type { ClassValue } from '../domain/kinds.ts';
import { containerOf, ofFunction, ofLibrary, rowsOf, valueOf, Scope, type Value } from '../domain/value.ts';
import { importedNames, type Light } from '../syntax/light-tree.ts';
import { decidedBy, perhaps } from './branches.ts';
import { functionFrom } from './callables.ts';
import { chooseBy } from './choosing.ts';
import { evaluate } from './expressions.ts';
import { turnsOf } from './iteration.ts';
import type { Machine } from './machine.ts';
import { assign } from './targets.ts';

export function executeAll(machine: Machine, nodes: readonly Light[], scope: Scope): void {
  for (const node of nodes) execute(machine, node, scope);
}

export function execute(machine: Machine, node: Light | undefined, scope: Scope): void {
  if (node === undefined) return;
  machine.step();
  switch (node.type) {
    case 'module': case 'block': case 'ERROR': case 'finally_clause': case 'else_clause':
    case 'with_clause': case 'expression_statement': case 'with_statement': case 'try_statement': case 'match_statement':
      executeAll(machine, node.children, scope); break;
    case 'except_clause': case 'except_group_clause': perhaps(machine, () => executeAll(machine, node.children, scope)); break;
    case 'assignment': assignment(machine, node, scope); break;
    case 'augmented_assignment': augmented(machine, node, scope); break;
    case 'import_statement': case 'import_from_statement': for (const [name, of] of importedNames(node)) scope.set(name, ofLibrary(of)); break;
    case 'if_statement': branch(machine, node, scope); break;
    case 'for_statement': loop(machine, node, scope); break;
    case 'while_statement': repeat(machine, node, scope); break;
    case 'with_item': withItem(machine, node, scope); break;
    case 'function_definition': define(machine, node, scope); break;
    case 'decorated_definition': execute(machine, node.fields['definition'], scope); break;
    case 'class_definition': defineClass(machine, node, scope); break;
    case 'return_statement': giveBack(machine, evaluate(machine, node.children[0], scope)); break;
    case 'global_statement': for (const child of node.children) scope.globals.add(child.token); break;
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

/** How many elements `a += b` adds to a list at most. */
const MOST_ADDED = 20;

function augmented(machine: Machine, node: Light, scope: Scope): void {
  const { left, right } = node.fields;
  if (left === undefined) return;
  const before = evaluate(machine, left, scope);
  const value = evaluate(machine, right, scope);
  const container = containerOf(before);
  if (container !== null) {
    container.items.push(...(containerOf(value)?.items ?? []).slice(0, MOST_ADDED));
    return;
  }
  if (before.answers !== null && value.answers !== null && !before.compared && !value.compared) blend(machine, [...before.answers, ...value.answers]);
  assign(machine, left, combine([before, value]), scope);
}

function giveBack(machine: Machine, value: Value): void {
  const frame = machine.frames.at(-1);
  if (frame !== undefined) frame.returned = frame.returned === null ? value : either(frame.returned, value);
}

function branch(machine: Machine, node: Light, scope: Scope): void {
  const condition = evaluate(machine, node.fields['condition'], scope);
  chooseBy(machine, node, condition);
  const decided = decidedBy(machine, node.fields['condition'], condition, scope);
  if (decided === 'True') return execute(machine, node.fields['consequence'], scope);
  const clauses = node.children.filter(({ type }) => type === 'elif_clause' || type === 'else_clause');
  if (decided === 'False') {
    for (const clause of clauses) execute(machine, bodyOf(clause), scope);
    return;
  }
  const before = new Map(scope.names);
  perhaps(machine, () => execute(machine, node.fields['consequence'], scope));
  for (const clause of clauses) {
    const taken = new Map(scope.names);
    scope.names.clear();
    for (const [name, value] of before) scope.names.set(name, value);
    if (clause.type === 'elif_clause') chooseBy(machine, clause, evaluate(machine, clause.fields['condition'], scope));
    perhaps(machine, () => execute(machine, bodyOf(clause), scope));
    rejoin(scope, before, taken);
  }
}

const bodyOf = (clause: Light): Light | undefined => clause.fields[clause.type === 'else_clause' ? 'body' : 'consequence'];

/** After both branches a name stands for what either of them assigned. */
function rejoin(scope: Scope, before: ReadonlyMap<string, Value>, taken: ReadonlyMap<string, Value>): void {
  for (const [name, value] of taken) {
    const other = scope.names.get(name);
    scope.names.set(name, other === undefined || other === before.get(name) ? value : value === before.get(name) ? other : either(value, other));
  }
}

function loop(machine: Machine, node: Light, scope: Scope): void {
  const over = evaluate(machine, node.fields['right'], scope);
  const rows = rowsOf(gathered(machine, over));
  machine.loops.push(rows === null ? machine.id() : 0);
  if (rows !== null) machine.turning.push(rows);
  const names = node.fields['left'] === undefined ? [] : machine.source(node.fields['left']).match(/[A-Za-z_]\w*/g) ?? [];
  for (const turn of turnsOf(over)) {
    for (const name of names) machine.variables.set(name, machine.id());
    if (node.fields['left'] !== undefined) assign(machine, node.fields['left'], turn, scope);
    execute(machine, node.fields['body'], scope);
  }
  for (const name of names) machine.variables.delete(name);
  machine.loops.pop();
  if (rows !== null) machine.turning.pop();
  execute(machine, node.fields['alternative'], scope);
}

function repeat(machine: Machine, node: Light, scope: Scope): void {
  machine.loops.push(machine.id());
  for (let turn = 0; turn < 2; turn++) {
    chooseBy(machine, node, evaluate(machine, node.fields['condition'], scope));
    execute(machine, node.fields['body'], scope);
  }
  machine.loops.pop();
}

function withItem(machine: Machine, node: Light, scope: Scope): void {
  const value = node.fields['value'];
  const opened = evaluate(machine, value?.type === 'as_pattern' ? value.children[0] : value, scope);
  const alias = value?.type === 'as_pattern' ? value.fields['alias'] : undefined;
  if (alias !== undefined) assign(machine, alias, opened, scope);
}

function define(machine: Machine, node: Light, scope: Scope): void {
  const { name, body } = node.fields;
  if (name === undefined || body === undefined) return;
  const fn = functionFrom(name.token, node, scope);
  machine.functions.push(fn);
  scope.set(name.token, ofFunction(fn));
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
  scope.set(name.token, valueOf({ kind: 'class', cls }));
  executeAll(machine, others, inner);
}
