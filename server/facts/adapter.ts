/** What a language adapter must provide. */
import type { FileFacts } from './file-facts.ts';
import type { InterfaceComparer } from './interface.ts';
import type { FileRole, ImportFact, ModuleFacts } from './module-facts.ts';
import type { SkipReason } from './skip-reason.ts';
import type { Span } from './span.ts';

/** The file system as module resolution sees it. Paths are absolute, with `/`. */
export interface ResolutionFileSystem {
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  /** Text of a file, or undefined when it cannot be read. */
  readFile(path: string): string | undefined;
  /** The path with symbolic links resolved; the path itself when that fails. */
  realpath(path: string): string;
}

export type Resolution =
  /** A file of the workspace, as a relative path. */
  | { kind: 'file'; path: string }
  /** A package or a platform module. */
  | { kind: 'package'; name: string }
  /** A path that does not resolve, and where it leads, without an ending if none is written; absent where that is not certain. */
  | { kind: 'missing'; path?: string };

/** An import, or the part of one that resolves to one target, and that target. */
export interface ResolvedImport {
  fact: ImportFact;
  to: Resolution;
}

/** Resolves imports to modules. */
export interface Resolver {
  /** True when `resolve` can answer only once the adapter is loaded. Absent if that is never the case. */
  needsLoading?(from: string, specifier: string): boolean;
  /**
   * @param from path of the importing file, relative to the workspace
   * @param specifier as written
   */
  resolve(from: string, specifier: string): Resolution;
  /**
   * For languages in which one import may resolve to several files.
   * @param from path of the importing file, relative to the workspace
   * @param imports all imports of the file
   * @param resolve resolves a specifier of this file, from what is already known where possible
   * @returns undefined (like leaving the method out) when each import resolves to what its specifier names
   */
  resolveImports?(from: string, imports: readonly ImportFact[], resolve: (specifier: string) => Resolution): ResolvedImport[] | undefined;
}

/** One text replacement. An empty span inserts. */
export interface TextEdit {
  span: Span;
  text: string;
  /** The text with places for the author to fill in, as a snippet of the language server protocol. It is offered only where editors know snippets. */
  snippet?: string;
}

export interface FileEdit {
  path: string;
  /** Edits to the current text of the file, not overlapping; for a new file one edit at 1:1. */
  edits: TextEdit[];
  create?: boolean;
}

/** A named fix for a finding; `data` is what the rule knows and the edit needs. */
export interface FixRequest {
  fixId: string;
  path: string;
  span: Span;
  data: Readonly<Record<string, unknown>>;
}

/** What a fix may read besides the file itself. */
export interface FixContext {
  root: string;
  /** Text of a workspace file as the user sees it (open buffers first), or undefined. */
  read(path: string): string | undefined;
  /** Relative paths of all source files. */
  files(): readonly string[];
  facts(path: string): ModuleFacts | undefined;
  resolve(from: string, specifier: string): Resolution;
  fileSystem: ResolutionFileSystem;
}

/** Edits that apply the fix, or null when it turns out not to apply. */
export type FixProvider = (request: FixRequest, context: FixContext) => FileEdit[] | null;

export interface ExtractInput {
  path: string;
  text: string;
  role: FileRole;
  /** What `projectSettings` says about the file; absent when it says nothing. */
  settings?: unknown;
  /** Whether the facts need an outline, which costs a tenth of the time and that much memory. */
  outlined?: boolean;
}

/** Thrown by `extract` for a file that it deliberately skips. */
export class NotJudged extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason.code);
    this.reason = reason;
  }
}

/** Settings that projects of a language keep in their own configuration files. */
export interface ProjectSettings {
  /** @param path relative to the workspace */
  isFile(path: string): boolean;
  /**
   * @param texts all such files, by path
   * @returns what `extract` needs to know for a file, as small plain data that compares equal when unchanged;
   *   undefined for nothing
   */
  read(texts: ReadonlyMap<string, string>): (path: string) => unknown;
}

export interface LanguageAdapter {
  id: string;
  /** File extensions in lower case, with the dot. */
  extensions: readonly string[];
  /**
   * For files that are recognised by more than their extension; used instead of `extensions`.
   * @param path in lower case
   */
  claims?(path: string): boolean;
  /** False for files that import nothing: they are left out of graph, blocks and score. */
  modules?: false;
  /** Absent when no settings of the language matter. */
  projectSettings?: ProjectSettings;
  /** Loads heavy parts such as a parser, on the first call. `extract` and `fixes` need it, and `resolve` where its resolver says so. */
  load(): Promise<void>;
  /** Loads what only `fixes` need; workers never call it. Absent when there is nothing more to load. */
  loadFixes?(): Promise<void>;
  /** Loads what only `interfaces` needs, beside `load`; no review of files needs it. Absent when there is nothing more to load. */
  loadInterfaces?(): Promise<void>;
  /** Facts of one file. Never throws on bad source: syntax problems are facts too. Throws `NotJudged` for a file it does not handle. */
  extract(input: ExtractInput): FileFacts;
  /**
   * @param root absolute path of the workspace
   * @param files relative paths of the workspace's source files
   */
  createResolver(root: string, files: readonly string[], fileSystem: ResolutionFileSystem): Resolver;
  /** Compares the public interfaces of blocks; needs `load` and `loadInterfaces`. Without it they are compared by the names that their files export. */
  interfaces?: InterfaceComparer;
  /** Ids of `fixes`, available before they are loaded. */
  fixIds: ReadonlySet<string>;
  /**
   * Those of `fixes` that read nothing but the file they are for, and may turn out not to apply: they are tried right after `extract`, and offered
   * only where they apply. Absent when there are none.
   */
  ownFixes?: Readonly<Record<string, FixProvider>>;
  /** How each fix is applied in this language. Rules use the same ids in all languages: `doc-skeleton`. */
  fixes: Readonly<Record<string, FixProvider>>;
}

/** A code of a language's linter and the rule it belongs to; the rules define these codes. */
export interface LintCode {
  /** The linter's code: `E722`. */
  code: string;
  /** The rule it belongs to. */
  rule: string;
  /** Who reports it: the linter, in the rule's wording, or our own facts. In the second case comments for the linter also suppress our rule. */
  by: 'linter' | 'facts';
  /** Title of the linter's fix in the menu; absent when its fix is not used. */
  fix?: string;
}
