/**
 * Follows by name what comes out of a call: into variables, out of functions and into their parameters, until something is trained or evaluated with
 * it. Names of one scope are one thing, whatever order they are assigned in, and so are fields of one name.
 */
import { TRAINS } from '../../knowledge/habits.ts';
import type { Light } from '../../syntax/light-tree.ts';
import type { Call, Habits } from './walk.ts';

/** From what is mentioned in a stretch of code to what it ends up in. */
interface Flow {
  start: number;
  end: number;
  from: readonly string[];
  to: readonly string[];
  /** It is trained or evaluated with. */
  trains?: true;
}

/** Add what they are given to what they are called on. */
const ADDS = /^(append|extend|insert|add|update|put|push|appendleft|setdefault)$/;
/** Changes its first argument in place. */
const IN_PLACE = /^(numpy\.)?random\.shuffle$/;

/**
 * @param habits of the file
 * @returns whether what a call gives is trained or evaluated with in the file
 */
export function trainingReachedIn(habits: Habits): (call: Call) => boolean {
  let known: { flows: Flow[]; byName: Map<string, Flow[]> } | null = null;
  return ({ node, last }) => {
    if (TRAINS.test(last)) return true;
    known ??= indexed(flowsOf(habits));
    const { flows, byName } = known;
    const isIn = ({ start, end }: Flow): boolean => start <= node.start && node.end <= end;
    // A split as such trains nothing: where its parts go is what counts.
    const open = flows.filter((flow) => isIn(flow) && !(flow.trains === true && flow.start === node.start && flow.end === node.end));
    const seen = new Set(open);
    for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
      if (flow.trains === true) return true;
      for (const name of flow.to) for (const next of byName.get(name) ?? []) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return false;
  };
}

function indexed(flows: Flow[]): { flows: Flow[]; byName: Map<string, Flow[]> } {
  const byName = new Map<string, Flow[]>();
  for (const flow of flows) for (const name of flow.from) byName.set(name, [...byName.get(name) ?? [], flow]);
  return { flows, byName };
}

function flowsOf({ calls, functions, gives, returns }: Habits): Flow[] {
  const names = namesIn(functions, gives);
  const flows: Flow[] = [];
  const add = (within: Light, to: readonly string[], trains = false): void => void flows.push({
    start: within.start, end: within.end, from: names.mentioned(within), to, ...(trains ? { trains: true as const } : {}),
  });
  for (const { target, value } of gives) add(value, names.mentioned(target));
  for (const each of returns) {
    const fn = names.around(each).at(-1)?.fields['name']?.token;
    if (fn !== undefined) add(each, [`#${fn}`, `.${fn}`]);
  }
  for (const call of calls) {
    const { node, name, last, positional, named } = call;
    // What is divided into rows for training and for a test is meant for both.
    if (TRAINS.test(last) || last === 'train_test_split') add(node, [], true);
    if (IN_PLACE.test(name) && positional[0] !== undefined) flows.push({ start: node.start, end: node.end, from: [], to: names.mentioned(positional[0]) });
    const holder = node.fields['function']?.fields['object'];
    if (ADDS.test(last) && holder !== undefined) for (const given of [...positional, ...named.values()]) add(given, names.mentioned(holder));
    for (const fn of functions) {
      if (fn.fields['name']?.token !== last) continue;
      const params = parametersOf(fn).filter((each) => !/^(self|cls)$/.test(each));
      const key = (param: string | undefined): string[] => (param === undefined ? [] : [`${fn.start}#${param}`]);
      positional.forEach((given, index) => add(given, key(params[index])));
      for (const [param, given] of named) add(given, key(params.includes(param) ? param : undefined));
    }
  }
  return flows;
}

interface Names {
  /** What code refers to: variables by their scope, fields and methods of any object. */
  mentioned(node: Light): string[];
  /** The functions around code, innermost last. */
  around(node: Light): Light[];
}

function namesIn(functions: readonly Light[], gives: Habits['gives']): Names {
  const around = (node: Light): Light[] => functions.filter((fn) => fn.start <= node.start && node.end <= fn.end && fn !== node);
  const own = new Map<Light, Set<string>>(functions.map((fn) => [fn, new Set(parametersOf(fn))]));
  for (const { target } of gives) {
    const scope = own.get(around(target).at(-1)!);
    if (scope !== undefined) for (const name of identifiers(target)) scope.add(name.token);
  }
  const keyOf = (node: Light): string => `${around(node).findLast((fn) => own.get(fn)!.has(node.token))?.start ?? ''}#${node.token}`;
  return {
    around,
    mentioned(node) {
      const found = new Set<string>();
      for (const each of identifiers(node)) if (!/^(self|cls)$/.test(each.token)) found.add(keyOf(each));
      for (const field of fieldsIn(node)) found.add(`.${field}`);
      return [...found];
    },
  };
}

/** Names that stand for a value: neither of fields nor of arguments. */
function identifiers(node: Light): Light[] {
  if (node.type === 'identifier') return [node];
  if (node.type === 'attribute') return node.fields['object'] === undefined ? [] : identifiers(node.fields['object']);
  if (node.type === 'keyword_argument') return node.fields['value'] === undefined ? [] : identifiers(node.fields['value']);
  return node.children.flatMap(identifiers);
}

/** Fields of `self`, and methods that are called on anything. */
function fieldsIn(node: Light): string[] {
  const name = node.type === 'attribute' && /^(self|cls)$/.test(node.fields['object']?.token ?? '') ? node.fields['attribute']?.token : undefined;
  const method = node.type === 'call' ? node.fields['function']?.fields['attribute']?.token : undefined;
  return [...[name, method].filter((each) => each !== undefined), ...node.children.flatMap(fieldsIn)];
}

function parametersOf(fn: Light): string[] {
  return (fn.fields['parameters']?.children ?? []).map((each) => each.fields['name']?.token ?? identifiers(each)[0]?.token ?? '');
}
