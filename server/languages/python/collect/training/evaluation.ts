/** Loops over epochs that put the model into evaluation mode and never back, so that later epochs train in it. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { argumentsOf, functionOf, type Arguments } from '../../names.ts';
import { parametersOf } from '../../scopes.ts';
import { around, bodyOf, each, leavesBehind, part, some, statementOf, unwrap, type Node } from '../../syntax.ts';
import { isLoop, loopsAround, mentions, methodOf, type Material } from './material.ts';

/** Calls that may be handed the model and leave its mode alone. */
const LEAVES_MODE = /^(print|len|isinstance|str|type|id|getattr|hasattr|torch\.\w+|(torch\.)?nn\.utils\.\w+|copy\.deepcopy|deepcopy)$/;

/** @returns one fault for each such loop, at the call that changes the mode, or leads to it */
export function leftInEvaluation(material: Material): TrainingFaultFact[] {
  const { source } = material;
  return material.calls.flatMap((call): TrainingFaultFact[] => {
    const method = methodOf(source, call);
    if (method?.name !== 'train' || !/^(self\.)?\w+$/.test(source.textOf(method.object)) || call.parent.type !== 'expression_statement') return [];
    if (!isTrue(material, call) || loopsAround(call).length > 0) return [];
    const model = source.textOf(method.object);
    const loop = nextLoop(call);
    if (loop === null || mentionsTrain(material, loop)) return [];
    const changes = modeChanges(material, loop, model);
    if (changes === null || changes.at === null || !goesBackward(material, loop) || leavesBehind(changes.at, loop)) return [];
    return [{ kind: 'left-in-evaluation', text: source.shorten(changes.at, 60), span: source.span(changes.at), other: `${model}.train()` }];
  });
}

/** `model.train()`, `model.train(True)`. */
function isTrue({ source }: Material, call: Node): boolean {
  const { positional, keywords } = argumentsOf(source, call);
  return keywords.length === 0 && (positional.length === 0 || source.textOf(positional[0]!) === 'True');
}

/** The next loop in the same block that is not itself within a loop. */
function nextLoop(call: Node): Node | null {
  const statement = statementOf(call);
  const behind = statement.parent.children.slice(statement.parent.children.indexOf(statement) + 1);
  return behind.find(isLoop) ?? null;
}

function mentionsTrain({ source }: Material, tree: Node): boolean {
  return /\btrain(ing)?\s*\(|\bset_(train|mode)|\.training\b/.test(source.textOf(tree));
}

function goesBackward(material: Material, loop: Node): boolean {
  const { source } = material;
  return some(loop, (node) => node.type === 'call' && (methodOf(source, node)?.name === 'backward'
    || some(ownFunction(material, node) ?? node, (inner) => inner.type === 'call' && methodOf(source, inner)?.name === 'backward')));
}

/** The function of this file, or the method of this class, that a call calls. */
function ownFunction({ source, scopes }: Material, call: Node): Node | null {
  const callee = functionOf(call);
  if (callee.type === 'identifier') {
    const declared = scopes.lookup(source.textOf(callee), callee);
    return declared?.kind === 'function' ? declared.node : null;
  }
  if (callee.type !== 'attribute' || source.textOf(part(callee, 'object')!) !== 'self') return null;
  const owner = around(call, (node) => node.type === 'class_definition');
  const name = source.textOf(part(callee, 'attribute')!);
  const methods = (owner === null ? [] : bodyOf(owner)).map((node) => (node.type === 'decorated_definition' ? part(node, 'definition')! : node));
  return methods.find((node) => node.type === 'function_definition' && source.textOf(part(node, 'name')!) === name) ?? null;
}

/**
 * Where a loop puts the model into evaluation mode.
 * @returns null when something that is called may put it back
 */
function modeChanges(material: Material, loop: Node, model: string): { at: Node | null } | null {
  const { source } = material;
  const root = model.split('.')[0]!;
  let at: Node | null = null;
  let isOpen = false;
  each(loop, (node) => {
    if (node.type !== 'call') return;
    const method = methodOf(source, node);
    if (method?.name === 'eval' && source.textOf(method.object) === model) at ??= node;
    const written = argumentsOf(source, node);
    const given = [...written.positional, ...written.keywords.map(({ value }) => value)];
    const own = ownFunction(material, node);
    const isMethod = root === 'self' && method !== null && source.textOf(method.object) === 'self';
    if (own !== null) {
      if (mentionsTrain(material, own)) isOpen = true;
      const named = isMethod ? model : parameterFor(material, own, written, model);
      const evaluates = named !== null && some(own, (inner) => inner.type === 'call' && methodOf(source, inner)?.name === 'eval'
        && source.textOf(methodOf(source, inner)!.object) === named);
      if (evaluates) at ??= node;
    } else if (isMethod || (given.some((each) => isModel(material, each, model)) && !LEAVES_MODE.test(source.textOf(functionOf(node))))) {
      isOpen = true;
    }
  });
  return isOpen ? null : { at };
}

function isModel({ source }: Material, node: Node, model: string): boolean {
  const text = source.textOf(unwrap(node));
  return text === model || text === 'self' || (!model.includes('.') && unwrap(node).type === 'identifier' && mentions(source, node, model));
}

function parameterFor({ source }: Material, own: Node, { positional, keywords }: Arguments, model: string): string | null {
  const at = positional.findIndex((node) => source.textOf(node) === model);
  if (at !== -1) return parametersOf(own)[at] === undefined ? null : source.textOf(parametersOf(own)[at]!.name);
  const keyword = keywords.find(({ value }) => source.textOf(value) === model);
  if (keyword !== undefined) return keyword.name;
  // A variable of the module, which the function sees as well.
  return own.parent.parent === own.parent && !parametersOf(own).some(({ name }) => source.textOf(name) === model) ? model : null;
}
