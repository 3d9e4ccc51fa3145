/** Losses that are collected with the graph that they were computed with, so that the graphs of all steps stay in memory. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { argumentsOf } from '../../names.ts';
import { around, each, isComprehension, isFunction, part, some, unwrap, type Node } from '../../syntax.ts';
import { isWithin, loopsAround, mentions, methodOf, type Material } from './material.ts';

const NO_GRAPH = /no_grad|inference_mode/;

/** @returns one fault for each sum or list that a loss is added to after it went backward */
export function retainedGraphs(material: Material): TrainingFaultFact[] {
  const { source } = material;
  return material.calls.flatMap((call): TrainingFaultFact[] => {
    const method = methodOf(source, call);
    if (method?.name !== 'backward' || method.object.type !== 'identifier') return [];
    // A graph that is kept on purpose is used again.
    if (argumentsOf(source, call).keywords.some(({ name }) => name === 'retain_graph' || name === 'create_graph')) return [];
    const loss = source.textOf(method.object);
    const [loop] = loopsAround(call);
    if (loop === undefined) return [];
    return keptIn(material, loop, loss).filter(({ at, into }) => isSameLoss(material, loop, loss, call, at) && !isUsedAgain(material, loop, into))
      .map(({ at }) => ({ kind: 'retained-graph', text: source.shorten(at, 60), span: source.span(at), other: loss }));
  });
}

/** `total += loss`, `total = total + loss`, `losses.append(loss)` in the loop itself. */
function keptIn({ source }: Material, loop: Node, loss: string): { at: Node; into: Node }[] {
  const isLoss = (node: Node | null | undefined): boolean => node !== null && node !== undefined && source.textOf(unwrap(node)) === loss;
  const found: { at: Node; into: Node }[] = [];
  each(part(loop, 'body')!, (node) => {
    if (loopsAround(node)[0] !== loop) return;
    const left = part(node, 'left');
    const right = part(node, 'right');
    if (node.type === 'augmented_assignment' && node.tokens[0] === '+=' && isLoss(right) && !isLoss(left)) found.push({ at: node, into: left! });
    if (node.type === 'assignment' && left !== null && !isLoss(left) && right?.type === 'binary_operator' && right.tokens[0] === '+') {
      const [one, other] = right.children;
      const isOwn = (side: Node | undefined): boolean => side !== undefined && source.textOf(side) === source.textOf(left);
      if ((isOwn(one) && isLoss(other)) || (isOwn(other) && isLoss(one))) found.push({ at: node, into: left });
    }
    const method = node.type === 'call' ? methodOf(source, node) : null;
    const given = method?.name === 'append' ? argumentsOf(source, node).positional : [];
    if (given.length === 1 && isLoss(given[0])) found.push({ at: node, into: method!.object });
  }, true);
  return found;
}

/** The loss is set once in the loop, before both; nothing replaces or detaches it in between. */
function isSameLoss({ source }: Material, loop: Node, loss: string, backward: Node, at: Node): boolean {
  const first = Math.min(backward.start, at.start);
  let isSet = false;
  let isReplaced = false;
  each(loop, (node) => {
    if (node.type === 'assignment' || node.type === 'augmented_assignment') {
      const targets = source.textOf(part(node, 'left')!).split(/[\s,()]+/);
      if (!targets.includes(loss)) return;
      if (node.start < first) isSet = true;
      else isReplaced = true;
    }
    if (node.type === 'call' && methodOf(source, node)?.name === 'detach_' && source.textOf(methodOf(source, node)!.object) === loss) isReplaced = true;
  });
  // Within `with torch.no_grad()` the sum has no graph.
  const isTracked = around(at, (each) => each.type === 'with_statement' && isWithin(each, loop) && NO_GRAPH.test(source.shorten(each, 80))) === null;
  return isSet && !isReplaced && isTracked && sameBranch(backward, at, loop);
}

/** Both run in the same iteration: neither stands in a branch that leaves the other out. */
function sameBranch(one: Node, other: Node, loop: Node): boolean {
  const branchesOf = (node: Node): Node[] => {
    const found: Node[] = [];
    for (let at = node; at !== loop; at = at.parent) if (/^(if|try)_statement$/.test(at.parent.type) && at.field !== 'condition') found.push(at);
    return found;
  };
  const [ones, others] = [branchesOf(one), branchesOf(other)];
  return ones.every((each) => others.includes(each)) || others.every((each) => ones.includes(each));
}

/** What was collected goes backward itself, is turned into numbers at the end, or is made anew in each iteration. */
function isUsedAgain({ source }: Material, loop: Node, into: Node): boolean {
  const name = source.textOf(into);
  const [root] = name.split(/[.[]/) as [string];
  const whole = around(loop, isFunction) ?? source.root;
  return some(whole, (node) => {
    const isSet = node.type === 'assignment' && source.textOf(part(node, 'left')!) === name;
    if (isSet) return loopsAround(node)[0] === loop && !isGrowing(part(node, 'right'));
    const method = node.type === 'call' ? methodOf(source, node) : null;
    if (method?.name === 'backward') return mentions(source, node, root) || comesFrom(source, whole, method.object, root);
    if (method === null || !/^(item|detach|detach_|tolist)$/.test(method.name)) return false;
    const list = around(node, isComprehension);
    return list !== null && mentions(source, list, root);
  });

  function isGrowing(value: Node | null): boolean {
    return value?.type === 'binary_operator' && value.tokens[0] === '+' && mentions(source, value, root);
  }
}

/** A variable that is computed from what was collected. */
function comesFrom(source: Material['source'], whole: Node, object: Node, root: string): boolean {
  if (object.type !== 'identifier') return false;
  const text = source.textOf(object);
  return some(whole, (node) => node.type === 'assignment' && source.textOf(part(node, 'left')!) === text
    && mentions(source, part(node, 'right') ?? node, root));
}
