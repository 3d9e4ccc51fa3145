/** The sources of a state, for looking at interfaces. */
import type { ResolutionFileSystem } from '../facts/adapter.ts';
import type { InterfaceState } from '../facts/interface.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import { withAgreedLineEnds } from '../text/line-starts.ts';
import type { Workspace } from '../engine/workspace.ts';
import { tools } from './tools.ts';

/** What an interface is read from. */
export type StateSources = Omit<InterfaceState, 'entries'>;

/** Which sources they are, as plain data, which can be handed to another thread. Paths are relative to the root. */
export interface SourceList {
  /** Absolute path with `/`. */
  root: string;
  /** All that belong to blocks. */
  files: readonly string[];
  /** Where files hold secrets. */
  masked: ReadonlyMap<string, readonly Span[]>;
  /** Specifiers of imports that no type comes through, by file. */
  typeless: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @returns the sources of a workspace that was read */
export function sourceListOf(workspace: Workspace): SourceList {
  const files = [...workspace.model().modules.keys()];
  const masked = files.flatMap((path): [string, Span[]][] => {
    const spans = workspace.facts(path)?.masked;
    return spans === undefined ? [] : [[path, spans]];
  });
  return { root: workspace.ports.root, files, masked: new Map(masked), typeless: typelessImports(files.flatMap((path) => workspace.facts(path) ?? [])) };
}

function typelessImports(files: readonly ModuleFacts[]): Map<string, ReadonlySet<string>> {
  // What holds everywhere may be found only by following every import; what has neither imports nor exports is found without.
  if (files.some(({ ambient, role, imports, exports }) => ambient && (role !== 'declaration' || imports.length + exports.length > 0))) return new Map();
  return new Map(files.flatMap(({ path, typed, imports }): [string, ReadonlySet<string>][] => {
    const others = typed === undefined ? [] : imports.map(({ specifier }) => specifier).filter((each) => !typed.specifiers.includes(each));
    return others.length === 0 ? [] : [[path, new Set(others)]];
  }));
}

/**
 * Signatures hold the values of constants, and are stored and shown: secrets are masked in the sources, as they were for the facts.
 * @param fileSystem that holds them
 */
export function sourcesIn(fileSystem: ResolutionFileSystem, { root, files, masked, typeless }: SourceList): StateSources {
  return {
    root, files, typeless,
    fileSystem: {
      fileExists: (path) => fileSystem.fileExists(path),
      directoryExists: (path) => fileSystem.directoryExists(path),
      realpath: (path) => fileSystem.realpath(path),
      readFile(path) {
        const text = fileSystem.readFile(path);
        const spans = path.startsWith(`${root}/`) ? masked.get(path.slice(root.length + 1)) : undefined;
        return text === undefined || spans === undefined ? text : tools.maskSecrets(withAgreedLineEnds(text), spans.map((span) => ({ span })));
      },
    },
  };
}

/**
 * @param fileSystem with what is saved
 * @param root absolute path with `/`
 * @param texts that are open in an editor, by path relative to the root; they take precedence
 */
export function withOpenTexts(fileSystem: ResolutionFileSystem, root: string, texts: ReadonlyMap<string, string>): ResolutionFileSystem {
  if (texts.size === 0) return fileSystem;
  const open = new Map([...texts].map(([path, text]) => [`${root}/${path}`, text]));
  const isAbove = (folder: string): boolean => [...open.keys()].some((path) => path.startsWith(`${folder}/`));
  return {
    fileExists: (path) => open.has(path) || fileSystem.fileExists(path),
    directoryExists: (path) => fileSystem.directoryExists(path) || isAbove(path),
    readFile: (path) => open.get(path) ?? fileSystem.readFile(path),
    realpath: (path) => fileSystem.realpath(path),
  };
}
