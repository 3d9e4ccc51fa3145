/** Calls and constructions, with their arguments and what happens to the result. */
import type { CallFact } from '../../../facts/file-facts.ts';
import type { ConstructionFact } from '../../../facts/module-facts.ts';
import { calledImport } from '../../kit/called-imports.ts';
import { argumentsOf, calleeName, calleeTarget, functionOf, isConstruction, receiverOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { around, enclosingFunction, part, wrapped, type Node, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import type { LoopCollector } from './loops.ts';
import { repetitionOf } from './repetition.ts';

/** Arguments after these are not described. */
const MAX_ARGUMENTS = 8;
/** Functions that only convert a value. */
const RESHAPES = /^(str|int|float|bytes|list|tuple|set|sorted|repr|json\.dumps|''\.join|""\.join|quote|base64\.\w+)$/;

export interface CallCollector extends Collector {
  calls: CallFact[];
  constructions: ConstructionFact[];
  /** Imports that are called, in themselves or by a member: see `calledImport`. */
  called: Set<string>;
}

export function callCollector(source: Source, scopes: Scopes, values: Values, loops: LoopCollector): CallCollector {
  const calls: CallFact[] = [];
  const constructions: ConstructionFact[] = [];
  const called = new Set<string>();

  const add = (node: Node, at: Place): void => {
    const calleeNode = functionOf(node);
    const callee = calleeName(source, calleeNode);
    const declared = callee.root ? scopes.lookup(source.textOf(callee.root), callee.root) : null;
    const target = calleeTarget(source, scopes, calleeNode);
    const { result, name, awaited } = useOf(source, node);
    const made = isConstruction(source, scopes, node);
    const args = values.describeArguments(node, MAX_ARGUMENTS);
    calls.push({
      callee: callee.text,
      name: callee.path.at(-1) ?? (callee.root ? source.textOf(callee.root) : callee.text),
      module: target?.module ?? null,
      member: target?.member ?? null,
      receiver: receiverOf(source, scopes, calleeNode),
      ...(declared !== null && declared.kind !== 'import' ? { ownRoot: true as const } : {}),
      new: made,
      span: source.span(node),
      calleeSpan: source.span(calleeNode),
      args,
      firstString: args[0]?.kind === 'string' ? args[0].text : null,
      function: at.function,
      loop: at.loop,
      awaited,
      result,
      target: name,
      flowsTo: name ?? flowOf(source, node),
      guarded: at.guarded,
      ...(callee.text === 'print' && isAskedFor(source, node) ? { asked: true as const } : {}),
      ...(at.loop === -1 ? {} : repetitionOf(source, node, scopes, loops, at.loop)),
    });
    if (!made && declared?.kind === 'import') called.add(calledImport(declared.specifier, source.textOf(callee.root!)));
    if (made && declared?.kind === 'import') {
      const imported = callee.path.length === 0 ? declared.imported : declared.imported === '*' && callee.path.length === 1 ? callee.path[0]! : null;
      if (imported !== null && imported !== '*') constructions.push(construction(node, callee.text, declared.specifier, imported));
    }
  };
  return { calls, constructions, called, on: { call: add } };

  function construction(node: Node, name: string, specifier: string, imported: string): ConstructionFact {
    const holder = enclosingFunction(node);
    const owner = around(node, (each) => each.type === 'class_definition');
    const holderName = holder === null ? null : nameOfFunction(source, holder) ?? '';
    return {
      name, specifier, imported,
      className: owner === null ? null : source.textOf(part(owner, 'name') ?? owner),
      functionName: holderName === '__init__' ? 'constructor' : holderName,
      target: useOf(source, node).name,
      defaultOnly: isDefault(node),
      ...(holder !== null && isReturned(source, node, holder) ? { returned: true as const } : {}),
      hands: handsOf(node),
      span: source.span(node),
    };
  }

  function handsOf(node: Node): ConstructionFact['hands'] {
    const { positional, keywords } = argumentsOf(source, node);
    const given = [...positional, ...keywords.map((each) => each.value)];
    if (given.some((value) => source.textOf(value) === 'self')) return 'self';
    return given.some((value) => value.type === 'attribute' && source.textOf(part(value, 'object')!) === 'self') ? 'own' : 'other';
  }
}

/** Enclosed in `if self.verbose > 1:` or `if not quiet:`. */
function isAskedFor(source: Source, node: Node): boolean {
  return around(
    node,
    (each) => (each.type === 'if_statement' || each.type === 'elif_clause')
      && /verbos|debug|quiet|silent|interactive|\bdisp|progress|dry_?run|isatty|print|display|show/i.test(source.textOf(part(each, 'condition') ?? each)
        .slice(0, 200)),
  ) !== null;
}

/** `return X()`, or `x = X()` with `return x` further down. */
function isReturned(source: Source, node: Node, holder: Node): boolean {
  const { result, name } = useOf(source, node);
  if (result === 'returned') return true;
  if (result !== 'assigned' || name === null || name.includes('.')) return false;
  const gives = (each: Node): boolean => (each.type === 'return_statement' ? each.children[0]?.type === 'identifier' && source.textOf(each.children[0]) === name
    : each.type !== 'function_definition' && each.children.some(gives));
  return holder.children.some(gives);
}

/** Used only when the caller passes nothing: `given or X()`, `given if given else X()`, `if given is None: given = X()`. */
function isDefault(node: Node): boolean {
  const value = wrapped(node);
  const { parent } = value;
  if (/^(typed_)?default_parameter$/.test(parent.type) || parent.type === 'conditional_expression') return true;
  if (parent.type === 'boolean_operator') return parent.tokens[0] === 'or' && parent.children[1] === value;
  // `if repository is None: repository = Repository()`, assigned to a name and not to a field.
  if (parent.type !== 'assignment' || part(parent, 'left')?.type !== 'identifier') return false;
  const branch = around(parent, (each) => each.type === 'if_statement' || each.type === 'function_definition');
  const condition = branch?.type === 'if_statement' ? part(branch, 'condition') : null;
  return condition !== null && /^(comparison_operator|not_operator)$/.test(condition.type) && condition.children[0]?.type === 'identifier';
}

/** What happens to the result of a call, and the name it is assigned to. */
export function useOf(source: Source, node: Node): { result: CallFact['result']; name: string | null; awaited: boolean } {
  let value = node;
  let awaited = false;
  while (value.parent.type === 'parenthesized_expression' || value.parent.type === 'await') {
    value = value.parent;
    if (value.type === 'await') awaited = true;
  }
  const { parent, field } = value;
  const made = (result: CallFact['result'], name: string | null = null) => ({ result, name, awaited });
  switch (parent.type) {
    case 'expression_statement': return made('unused');
    case 'assignment': return field === 'right' ? made('assigned', nameOfTarget(source, parent)) : made('other');
    case 'named_expression': return made('assigned', source.textOf(part(parent, 'name')!));
    case 'default_parameter': case 'typed_default_parameter': return made('assigned', source.textOf(part(parent, 'name')!));
    case 'as_pattern': return made('assigned', part(parent, 'alias') ? source.textOf(part(parent, 'alias')!) : null);
    case 'pair': return field === 'value' ? made('assigned', keyName(source, parent)) : made('other');
    case 'keyword_argument': return made('argument', null);
    case 'return_statement': case 'lambda': case 'yield': return made('returned');
    case 'argument_list': return made('argument');
    case 'attribute': case 'subscript': return made(field === 'object' || field === 'value' ? 'member' : 'other');
    case 'if_statement': case 'elif_clause': case 'while_statement': return made(field === 'condition' ? 'condition' : 'other');
    case 'not_operator': return made('condition');
    default: return made('other');
  }
}

function nameOfTarget(source: Source, assignment: Node): string {
  return source.shorten(part(assignment, 'left')!, 80);
}

function keyName(source: Source, pair: Node): string {
  return source.shorten(part(pair, 'key')!, 60).replace(/^['"]|['"]$/g, '');
}

/** The name that the expression around a call is assigned to, found by looking outward through operators, attributes and conversions. */
function flowOf(source: Source, node: Node): string | null {
  let current = node;
  for (let step = 0; step < 14 && current.parent !== current; step++) {
    const { parent } = current;
    switch (parent.type) {
      case 'return_statement': { const holder = enclosingFunction(parent); return holder ? nameOfFunction(source, holder) : null; }
      case 'lambda': return nameOfFunction(source, parent);
      case 'assignment': case 'augmented_assignment': return current.field === 'right' ? nameOfTarget(source, parent) : null;
      case 'pair': return keyName(source, parent);
      case 'keyword_argument': case 'default_parameter': case 'typed_default_parameter': case 'named_expression': return source.textOf(part(parent, 'name')!);
      case 'argument_list': {
        const callee = calleeName(source, functionOf(parent.parent));
        if (!RESHAPES.test(callee.text)) return callee.path.at(-1) ?? callee.text;
        break;
      }
      case 'expression_statement': case 'block': case 'module': return null;
      default: break;
    }
    current = parent;
  }
  return null;
}

function nameOfFunction(source: Source, holder: Node): string | null {
  const name = part(holder, 'name');
  if (name) return source.textOf(name);
  return holder.parent.type === 'assignment' ? nameOfTarget(source, holder.parent) : null;
}
