/** A block's contract: its public face, and the dependencies it declares. */
import { compileGlobs, globBase } from './globs.ts';
import type { ContractFact } from '../facts/module-facts.ts';
import type { Block, BlockDefinition, ModuleNode } from './model.ts';

export interface BlockNames {
  /** The id that a written name refers to; the name itself when there is none. */
  idOf(name: string): string;
  isBlock(id: string): boolean;
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
  { idOf, isBlock }: BlockNames,
): Block['declared'] {
  if (definition.dependsOn !== null) {
    const { dependencies, place } = definition.dependsOn;
    return { dependencies: [...dependencies], source: 'configuration', path: place.path, span: place.span };
  }
  // A script also lists under `Dependencies:` what has to be installed; a contract names its block, or others, or says that there are none.
  const isContract = ({ block, dependencies }: ContractFact): boolean =>
    block !== null || dependencies.length === 0 || dependencies.some((name) => isBlock(idOf(name)));
  const withContract = [...(face ?? []), ...files.filter((path) => !face?.includes(path))]
    .map((path) => modules.get(path)!.facts)
    .filter((facts) => facts.contract !== null && (face?.includes(facts.path) === true || isContract(facts.contract)));
  const first = withContract[0];
  if (first === undefined) return null;
  const dependencies = new Set(withContract.flatMap((facts) => facts.contract!.dependencies).map(idOf));
  dependencies.delete(definition.id);
  return { dependencies: [...dependencies], source: 'contract', path: first.path, span: first.contract!.span };
}

/**
 * @param names block ids by each name they are known under
 * @returns a function that finds an id by a name as people write it, and returns the name itself when nothing or more
 *   than one id fits
 */
export function nameMatcher(names: Iterable<readonly [name: string, id: string]>): (name: string) => string {
  const ids = new Map<string, Set<string>>();
  for (const [name, id] of names) {
    const key = plainName(name);
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  return (name) => {
    const found = ids.get(plainName(name));
    return found?.size === 1 ? [...found][0]! : name;
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '').replace(/(?<=.)block$/, '');
}

function isWholeFolder(pattern: string): boolean {
  return !pattern.startsWith('!') && (pattern.endsWith('/**') || pattern.endsWith('/**/*') || !/[*?{[(]/.test(pattern.replace(/\\./g, '')));
}
