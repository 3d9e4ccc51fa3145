/** Follows parts of requests from function to function, over what the calls of each file hand on. */
import type { HandFact, RequestOf } from '../facts/module-facts.ts';
import { originOf } from './exports.ts';
import type { ModuleNode, Place, WorkspaceModel } from './model.ts';

/** A parameter that a part of a request reaches, over a call of its function. */
export interface Reached {
  param: number | string;
  /** The property of the argument that holds it; null where the argument as a whole does. */
  part: string | null;
  /** The part of the request, as written where it is read. */
  request: string;
  of: RequestOf | undefined;
  /** The calls on the way, from the one that reads the request on. */
  way: readonly Place[];
}

/** What reaches the functions of the files, by path and name of the function. */
export type ReachedFunctions = ReadonlyMap<string, ReadonlyMap<string, readonly Reached[]>>;

/** A request may go through this many functions; what goes further is built to carry anything. */
const MOST_STEPS = 6;

/**
 * @param model the workspace
 * @param awaiting names of the functions that wait for a request, by file
 * @returns the parameters of functions that a part of a request reaches, each once, with a shortest way
 */
export function reachedFunctions(model: WorkspaceModel, awaiting: ReadonlyMap<string, ReadonlySet<string>>): ReachedFunctions {
  const known = functionNames(model, awaiting);
  const reached = new Map<string, Map<string, Reached[]>>();
  let found: { path: string; name: string; to: Reached }[] = [];
  const go = (module: ModuleNode, hand: HandFact, before: Omit<Reached, 'param'>): void => {
    const to: Reached = { ...before, param: hand.argument, way: [...before.way, { path: module.path, span: hand.span }] };
    for (const { path, name } of functionsOf(model, module, hand.to, known)) {
      const all = reached.get(path)?.get(name) ?? [];
      if (all.some((each) => covers(each, to))) continue;
      if (!reached.has(path)) reached.set(path, new Map());
      reached.get(path)!.set(name, [...all, to]);
      found.push({ path, name, to });
    }
  };
  for (const module of model.modules.values()) for (const hand of module.facts.hands ?? [])
    if (hand.request !== null) go(module, hand, { part: hand.part, request: hand.request, of: hand.of, way: [] });
  for (let step = 1; step < MOST_STEPS && found.length > 0; step++) {
    const last = found;
    found = [];
    for (const { path, name, to } of last) {
      const module = model.modules.get(path)!;
      for (const hand of module.facts.hands ?? []) {
        const { given } = hand;
        if (given?.function !== name || !isReached(to, given)) continue;
        go(module, hand, { ...to, of: hand.of ?? to.of, part: hand.part ?? (given.part === null ? to.part : null) });
      }
    }
  }
  return reached;
}

/** Of which functions of a file anything is known: they wait for a request, or hand something on. Collected for the files that are asked for. */
function functionNames(model: WorkspaceModel, awaiting: ReadonlyMap<string, ReadonlySet<string>>): (path: string) => readonly string[] {
  const known = new Map<string, string[]>();
  return (path) => {
    let names = known.get(path);
    if (names === undefined) {
      const handing = (model.modules.get(path)?.facts.hands ?? []).flatMap(({ given }) => given?.function ?? []);
      known.set(path, names = [...new Set([...(awaiting.get(path) ?? []), ...handing])]);
    }
    return names;
  };
}

/** Whatever follows from the second follows from the first. */
function covers(one: Reached, other: Reached): boolean {
  return one.param === other.param && (one.part === null || one.part === other.part) && (one.of === undefined || one.of === other.of);
}

/**
 * @param to what arrives at a function
 * @param of a parameter of it, and what is read from it
 * @returns whether that is, or may be, the same
 */
export function isReached(to: Pick<Reached, 'param' | 'part'>, of: { param: number; name: string; part: string | null }): boolean {
  return (to.param === of.param || to.param === of.name) && (to.part === null || of.part === null || to.part === of.part);
}

/** The functions that a call leads to, of those that anything is known of. */
function functionsOf(
  model: WorkspaceModel, module: ModuleNode, to: HandFact['to'], known: (path: string) => readonly string[],
): { path: string; name: string }[] {
  const { specifier, through, owner, name } = to;
  const exported = owner ?? through?.split('.')[0] ?? name;
  const places = specifier === null ? [{ path: module.path, local: exported }] : declaredIn(model, filesOf(module, specifier, through), exported);
  return places.flatMap(({ path, local }) => {
    const [holder, called] = exported === name ? [null, local] : [owner === null ? through!.split('.').at(-1)! : local, name];
    const named = known(path).filter((each) => each === called || each.endsWith(`.${called}`));
    const exact = named.filter((each) => each === (holder === null ? called : `${holder}.${called}`));
    const chosen = exact.length > 0 ? exact : named.length === 1 && (owner === null || named[0] === called) ? named : [];
    return chosen.map((each) => ({ path, name: each }));
  });
}

/** The files that a specifier leads to: `from package import module`, `import package.module` lead to a module of a package. */
function filesOf({ imports }: ModuleNode, specifier: string, through: string | null): string[] {
  const module = through === null ? specifier : `${specifier}${specifier.endsWith('.') ? '' : '.'}${through}`;
  return imports.flatMap(({ fact, to }) => ((fact.specifier === specifier || fact.specifier === module) && to.kind === 'file' ? [to.path] : []));
}

/** Where something is declared that files export or pass on, and under which name. */
function declaredIn(model: WorkspaceModel, files: readonly string[], exported: string): { path: string; local: string }[] {
  const places = files.flatMap((path) => {
    const origin = originOf(model, path, exported);
    return origin === null ? [{ path, name: exported }] : [{ path, name: exported }, origin];
  });
  return places.filter(({ path, name }, index) => places.findIndex((each) => each.path === path && each.name === name) === index)
    .map(({ path, name }) => ({ path, local: localOf(model, path, name) }));
}

function localOf(model: WorkspaceModel, path: string, exported: string): string {
  const fact = model.modules.get(path)?.facts.exports.find(({ name }) => name === exported);
  // `module.exports = function (host) { … }` has no other name.
  return fact?.local ?? (exported === 'default' ? 'exports' : exported);
}
