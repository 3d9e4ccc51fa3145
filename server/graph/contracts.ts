/** A block's contract: its public face, and the dependencies it declares. */
import { compileGlobs, globBase } from './globs.ts';
import type { ContractFact } from '../facts/module-facts.ts';
import type { Block, BlockDefinition, ModuleNode } from './model.ts';

/** What the names refer to that people write for blocks. */
export interface BlockNames {
  /** The id that a written name refers to; the name itself when nothing or more than one id fits. */
  idOf(name: string): string;
  /** At least one block could be meant. */
  isKnown(name: string): boolean;
}

/**
 * The block's public face: the files of its configured globs, otherwise the file directly in its folder that its
 * language uses for this.
 * @param definition the block
 * @param files paths of its files, sorted
 * @param modules all files
 * @returns paths, or null when every file may be imported
 */
export function faceOf(definition: BlockDefinition, files: readonly string[], modules: ReadonlyMap<string, ModuleNode>): string[] | null {
  if (definition.face !== null) {
    const isFace = compileGlobs(definition.face);
    return files.filter(isFace);
  }
  const roots = definition.paths.filter(isWholeFolder).map(globBase);
  const faces = files.filter((path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return modules.get(path)!.facts.face === true && roots.includes(folder);
  });
  return faces.length > 0 ? faces : null;
}

/**
 * The dependencies a block declares: those of its configuration, otherwise those of the contract comments in its
 * files, starting with the face. Names in comments are matched with block ids ignoring case, dashes and a trailing
 * `Block`; a name without a match is kept as written.
 * @param definition the block
 * @param face its public face
 * @param files paths of its files, sorted
 * @param modules all files
 * @param names what names in comments refer to
 */
export function declaredBy(
  definition: BlockDefinition,
  face: readonly string[] | null,
  files: readonly string[],
  modules: ReadonlyMap<string, ModuleNode>,
  { idOf, isKnown }: BlockNames,
): Block['declared'] {
  if (definition.dependsOn !== null) {
    const { dependencies, place } = definition.dependsOn;
    return { dependencies: [...dependencies], source: 'configuration', path: place.path, span: place.span };
  }
  // A script also lists under `Dependencies:` what has to be installed; a contract names its block, or others, or says that there are none.
  const isContract = ({ block, responsibility }: ContractFact, dependencies: readonly string[]): boolean =>
    block !== null || responsibility !== null || dependencies.length === 0 || dependencies.some(isKnown);
  const lists = faceFirst(face, files).flatMap((path) => {
    const { contract } = modules.get(path)!.facts;
    return contract === null || contract.dependencies === null ? [] : [{ path, contract, names: contract.dependencies }];
  });
  const [first] = lists;
  if (first === undefined || !lists.some(({ path, contract, names }) => face?.includes(path) === true || isContract(contract, names))) return null;
  const dependencies = new Set(lists.flatMap(({ names }) => names).map(idOf));
  dependencies.delete(definition.id);
  return { dependencies: [...dependencies], source: 'contract', path: first.path, span: first.contract.span };
}

/** The contract in words: what the configuration states, otherwise the first comment that states any of it, starting with the face. */
export function statedBy(
  definition: BlockDefinition, face: readonly string[] | null, files: readonly string[], modules: ReadonlyMap<string, ModuleNode>,
): Block['contract'] {
  if (definition.stated !== null) return { ...definition.stated, source: 'configuration' };
  for (const path of faceFirst(face, files)) {
    const { contract } = modules.get(path)!.facts;
    if (contract === null || (contract.responsibility ?? contract.input ?? contract.output) === null) continue;
    const { responsibility, input, output, span } = contract;
    return { responsibility, input, output, place: { path, span }, source: 'contract' };
  }
  return null;
}

function faceFirst(face: readonly string[] | null, files: readonly string[]): string[] {
  return [...(face ?? []), ...files.filter((path) => !face?.includes(path))];
}

/**
 * @param names block ids by each name they are known under
 * @returns finds ids by names as people write them
 */
export function nameMatcher(names: Iterable<readonly [name: string, id: string]>): BlockNames {
  const ids = new Map<string, Set<string>>();
  for (const [name, id] of names) {
    const key = plainName(name);
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  return {
    idOf: (name) => {
      const found = ids.get(plainName(name));
      return found?.size === 1 ? [...found][0]! : name;
    },
    isKnown: (name) => ids.has(plainName(name)),
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '').replace(/(?<=.)block$/, '');
}

function isWholeFolder(pattern: string): boolean {
  return !pattern.startsWith('!') && (pattern.endsWith('/**') || pattern.endsWith('/**/*') || !/[*?{[(]/.test(pattern.replace(/\\./g, '')));
}
