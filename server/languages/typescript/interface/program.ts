/** Programs over a file system that is given: nothing else is read, and nothing is written. */
import { posix } from 'node:path';
import { ts } from 'ts-morph';
import { isLibrary, libraryFile, libraryPath, libraryText } from './library.ts';
import { treeOf } from './trees.ts';

export interface Files {
  /** Text of a file by absolute path; undefined when there is none. */
  read(path: string): string | undefined;
  exists(path: string): boolean;
  folderExists(path: string): boolean;
  realpath(path: string): string;
}

export interface ProgramSource {
  files: Files;
  root: string;
  options: ts.CompilerOptions;
  /** Trees by path, shared by the programs of one state. */
  trees: Map<string, ts.SourceFile>;
  /** Sends a resolved path elsewhere; the path itself where nothing else is meant. */
  redirect?(path: string): string;
  /** Whether an import is left unresolved. */
  skips?(from: string, specifier: string): boolean;
  /** Receives which files each file leads to. */
  links?: Map<string, Set<string>>;
}

/**
 * @param entries absolute paths of the files to start from
 */
export function programOf(source: ProgramSource, entries: readonly string[]): ts.Program {
  return ts.createProgram({ rootNames: [...entries], options: source.options, host: hostOf(source) });
}

function hostOf({ files, root, options, trees, redirect, skips, links }: ProgramSource): ts.CompilerHost {
  const read = (path: string): string | undefined => (isLibrary(path) ? libraryText(path) : files.read(path));
  const settings = JSON.stringify(options);
  const host: ts.CompilerHost = {
    getSourceFile(path, languageVersion) {
      if (isLibrary(path)) return libraryFile(path);
      const known = trees.get(path);
      if (known !== undefined) return known;
      const text = files.read(path);
      if (text === undefined) return undefined;
      const tree = treeOf(path, text, settings, languageVersion);
      trees.set(path, tree);
      return tree;
    },
    getDefaultLibFileName: () => libraryPath('lib.esnext.d.ts'),
    getDefaultLibLocation: () => libraryPath('').replace(/\/$/, ''),
    writeFile: () => undefined,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => (isLibrary(path) ? libraryFile(path) !== undefined : files.exists(path)),
    readFile: read,
    directoryExists: (path) => isLibrary(`${path}/`) || files.folderExists(path),
    getDirectories: () => [],
    realpath: (path) => files.realpath(path),
  };
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  host.resolveModuleNameLiterals = (literals, from, reference, chosen, file) => {
    const resolved = literals.map((literal): ts.ResolvedModuleWithFailedLookupLocations => {
      if (skips?.(from, literal.text) === true) return { resolvedModule: undefined };
      const mode = ts.getModeForUsageLocation(file, literal, chosen);
      const found = ts.resolveModuleName(literal.text, from, chosen, host, cache, reference, mode);
      if (found.resolvedModule === undefined || redirect === undefined) return found;
      const { resolvedFileName } = found.resolvedModule;
      const moved = redirect(resolvedFileName);
      return moved === resolvedFileName ? found : { ...found, resolvedModule: { ...found.resolvedModule, resolvedFileName: moved } };
    });
    links?.set(from, new Set([...resolved.flatMap(({ resolvedModule }) => resolvedModule?.resolvedFileName ?? []), ...referencedBy(file)]));
    return resolved;
  };
  return host;
}

/** Files that its first lines name. */
function referencedBy({ fileName, referencedFiles }: ts.SourceFile): string[] {
  return referencedFiles.map((reference) => posix.join(posix.dirname(fileName), reference.fileName));
}
