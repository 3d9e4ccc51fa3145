/** Whether a file has a name that others import from it. */
import type { ModuleNode, WorkspaceModel } from '../../../graph/model.ts';

export interface Lookup {
  model: WorkspaceModel;
  isVacant(path: string): boolean;
}

/** A package of Python, or a module with names that every module has. */
const PACKAGE = /(^|\/)__init__\.py$/;
const OF_EVERY_MODULE = /^__\w+__$/;

/**
 * @param lookup the workspace
 * @param path of the imported file
 * @param name as imported
 * @param seen files that were asked before
 * @returns false when it certainly has no such name, null when that cannot be told
 */
export function hasName(lookup: Lookup, path: string, name: string, seen = new Set<string>()): boolean | null {
  const module = lookup.model.modules.get(path);
  if (module === undefined || !isComplete(module)) return null;
  if (seen.has(path)) return false;
  seen.add(path);
  const { language } = module.facts;
  if (hasOwnName(module.facts, name)) return true;
  if (language === 'python') {
    if (OF_EVERY_MODULE.test(name)) return true;
    // A module that is not among the sources: compiled, or left out.
    if (PACKAGE.test(path) && !lookup.isVacant(path.replace(PACKAGE, `$1${name}`))) return null;
  } else if (name === 'default') return false;
  return passedOn(lookup, module, name, seen);
}

const ownNames = new WeakMap<ModuleNode['facts'], ReadonlySet<string>>();

/**
 * Whether a file declares a name or passes it on under that name. Asked for every import after each pause of typing.
 * @param facts of the file
 * @param name as imported
 */
export function hasOwnName(facts: ModuleNode['facts'], name: string): boolean {
  let names = ownNames.get(facts);
  if (names === undefined) ownNames.set(facts, (names = new Set([...facts.exports.map((each) => each.name), ...(facts.members ?? '').split(' ')])));
  return names.has(name);
}

/** Whether one of the files of which it passes everything on has the name. */
function passedOn(lookup: Lookup, { facts, imports }: ModuleNode, name: string, seen: Set<string>): boolean | null {
  let answer: boolean | null = false;
  const targets = new Map(imports.map(({ fact, to }) => [fact.specifier, to]));
  for (const each of facts.exports) {
    if (each.name !== '*' || each.from === null) continue;
    const to = targets.get(each.from);
    const found = to?.kind === 'file' ? hasName(lookup, to.path, name, seen) : null;
    if (found === true) return true;
    answer = found === null ? null : answer;
  }
  return answer;
}

function isComplete({ facts }: ModuleNode): boolean {
  return facts.members !== undefined && facts.syntaxProblems.length === 0;
}
