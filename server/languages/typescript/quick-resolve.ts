/**
 * The common cases of module resolution, with the compiler's answers but without loading it: relative paths and
 * aliases that name a known file, platform modules, packages from outside. A review in which nothing changed then
 * needs no compiler at all, and loading one takes longer than everything else.
 */
import { createPathsMatcher, parseTsconfig, type PathsMatcher } from 'get-tsconfig';
import type { Resolution } from '../../facts/adapter.ts';
import { folderOf, foldersOf, joinPath } from '../../text/folders.ts';
import { nearestConfiguration, packageName, type WorkspaceFiles } from './workspace-files.ts';

/** @returns null where only the compiler knows */
export type QuickResolver = (from: string, specifier: string) => Resolution | null;

/** Aliases of a folder; null when its configuration is too complex to handle here. */
type Aliases = PathsMatcher | null;

/** Creates a resolver that needs no compiler and reports when it has no answer. */
export function createQuickResolver(workspace: WorkspaceFiles): QuickResolver {
  const { base, files, known, packages, fileSystem } = workspace;
  const aliasesOfFolder = new Map<string, Aliases>();
  const aliasesOfConfiguration = new Map<string, Aliases>();
  const answers = new Map<string, Map<string, Resolution | null>>();
  const linked = new Map<string, boolean>();
  let installed: string[] | null = null;

  return (from, specifier) => {
    const folder = folderOf(from);
    let here = answers.get(folder);
    if (here === undefined) answers.set(folder, (here = new Map<string, Resolution | null>()));
    let answer = here.get(specifier);
    if (answer === undefined) here.set(specifier, (answer = resolve(folder, specifier)));
    return answer;
  };

  function resolve(folder: string, specifier: string): Resolution | null {
    if (specifier.startsWith('node:')) return { kind: 'package', name: specifier.slice('node:'.length) };
    if (specifier.startsWith('./') || specifier.startsWith('../')) {
      const target = joinPath(folder, specifier);
      return target === null ? null : sourceAt(target);
    }
    const alias = aliased(folder, specifier);
    if (alias !== undefined) return alias;
    // `#imports`, absolute paths, URLs.
    if (!/^@?[\w-][^:]*$/.test(specifier)) return null;
    const name = packageName(specifier);
    return packages.has(name) || isLinked(name) ? null : { kind: 'package', name };
  }

  /** The file that a path without an extension, or with a JavaScript one, refers to, if it is the first one the compiler would try. */
  function sourceAt(target: string): Resolution | null {
    const script = /^(.*)\.([cm]?)jsx?$/.exec(target);
    const candidates = script !== null ? [`${script[1]}.${script[2]}ts`, `${script[1]}.tsx`, target]
      : /\.[cm]?tsx?$/.test(target) ? [target] : [`${target}.ts`, `${target}.tsx`];
    const path = candidates.find((candidate) => known.has(candidate));
    return path === undefined ? null : { kind: 'file', path };
  }

  /** Undefined when no alias applies to the specifier. */
  function aliased(folder: string, specifier: string): Resolution | null | undefined {
    const aliases = aliasesFor(folder);
    if (aliases === null) return null;
    const [first] = aliases(specifier);
    if (first === undefined) return undefined;
    return first.startsWith(`${base}/`) ? sourceAt(first.slice(base.length + 1)) : null;
  }

  function aliasesFor(folder: string): Aliases {
    let aliases = aliasesOfFolder.get(folder);
    if (aliases !== undefined) return aliases;
    const configuration = nearestConfiguration(folder === '' ? base : `${base}/${folder}`, base, fileSystem);
    aliases = configuration === null ? () => [] : aliasesOfConfiguration.get(configuration);
    if (aliases === undefined) aliasesOfConfiguration.set(configuration!, (aliases = readAliases(configuration!, fileSystem)));
    aliasesOfFolder.set(folder, aliases);
    return aliases;
  }

  /** A package that `node_modules` links back into the workspace. */
  function isLinked(name: string): boolean {
    let answer = linked.get(name);
    if (answer === undefined) {
      installed ??= [...foldersOf(files)].map((folder) => `${base}${folder === '' ? '' : `/${folder}`}/node_modules`)
        .filter((folder) => fileSystem.directoryExists(folder));
      answer = installed.some((folder) => {
        const real = fileSystem.realpath(`${folder}/${name}`);
        return real.startsWith(`${base}/`) && !real.includes('/node_modules/');
      });
      linked.set(name, answer);
    }
    return answer;
  }
}

function readAliases(configuration: string, fileSystem: WorkspaceFiles['fileSystem']): Aliases {
  // The parser reads the disk by itself. The file system is asked too, so that it records what the answers depend on.
  readChain(configuration, fileSystem);
  try {
    const config = parseTsconfig(configuration);
    // The paths may come from a referenced project, and what a base folder provides besides packages is left to the compiler.
    if (config.compilerOptions?.paths === undefined && (config.references ?? []).length > 0) return null;
    if (config.compilerOptions?.baseUrl !== undefined && config.compilerOptions.paths === undefined) return null;
    return createPathsMatcher({ path: configuration, config }) ?? (() => []);
  } catch {
    // Missing or broken on disk: the compiler decides what to make of it.
    return null;
  }
}

/** Reads a configuration and the files of the workspace that it extends. */
function readChain(configuration: string, fileSystem: WorkspaceFiles['fileSystem'], before: readonly string[] = []): void {
  const extended = /"extends"\s*:\s*(\[[^\]]*\]|"[^"]*")/.exec(fileSystem.readFile(configuration) ?? '')?.[1] ?? '';
  for (const [, name = ''] of extended.matchAll(/"(\.[^"]*)"/g)) {
    const path = joinPath(folderOf(configuration), name.endsWith('.json') ? name : `${name}.json`);
    if (path !== null && !before.includes(path)) readChain(path, fileSystem, [...before, path]);
  }
}
