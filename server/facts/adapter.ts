/** What a language must give so that Archwright can read it. */
import type { FileFacts } from './file-facts.ts';
import type { FileRole, ImportFact, ModuleFacts } from './module-facts.ts';
import type { SkipReason } from './skip-reason.ts';
import type { Span } from './span.ts';

/** The file system as module resolution sees it. Paths are absolute, with `/`. */
export interface ResolutionFileSystem {
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  /** Text of a file, or undefined when it cannot be read. */
  readFile(path: string): string | undefined;
  /** The path with symbolic links followed; the path itself when it cannot be. */
  realpath(path: string): string;
}

export type Resolution =
  /** A file of the workspace, relative path. */
  | { kind: 'file'; path: string }
  /** A package or a module of the platform. */
  | { kind: 'package'; name: string }
  /** A relative or aliased path that leads nowhere. */
  | { kind: 'missing' };

/** An import, or the part of one that leads to one place, and where it leads. */
export interface ResolvedImport {
  fact: ImportFact;
  to: Resolution;
}

/** Finds the modules that imports name. */
export interface Resolver {
  /** True when `resolve` can answer this only once the adapter is loaded. Absent where it never is so. */
  needsLoading?(from: string, specifier: string): boolean;
  /**
   * @param from path of the importing file, relative to the workspace
   * @param specifier as written
   */
  resolve(from: string, specifier: string): Resolution;
  /**
   * For languages in which one import may lead to several files.
   * @param from path of the importing file, relative to the workspace
   * @param imports all imports of the file
   * @param resolve answers for a specifier of this file, from what is known already where it can
   * @returns undefined, like its absence, where each import leads where its specifier does
   */
  resolveImports?(from: string, imports: readonly ImportFact[], resolve: (specifier: string) => Resolution): ResolvedImport[] | undefined;
}

/** One replacement of text. An empty span inserts. */
export interface TextEdit {
  span: Span;
  text: string;
}

export interface FileEdit {
  path: string;
  /** Edits of the file as it stands, not overlapping; for a new file one edit at 1:1. */
  edits: TextEdit[];
  create?: boolean;
}

/** A named way to mend a finding; `data` is what the rule knows and the edit needs. */
export interface FixRequest {
  fixId: string;
  path: string;
  span: Span;
  data: Readonly<Record<string, unknown>>;
}

/** What a fix may look at besides the file itself. */
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

/** Edits that carry a fix out, or null when it does not apply after all. */
export type FixProvider = (request: FixRequest, context: FixContext) => FileEdit[] | null;

export interface ExtractInput {
  path: string;
  text: string;
  role: FileRole;
  /** What `projectSettings` says of the file; absent where it says nothing. */
  settings?: unknown;
}

/** Thrown by `extract` for a file that it leaves alone on purpose. */
export class NotJudged extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason.code);
    this.reason = reason;
  }
}

/** Settings that projects of a language keep in files of their own. */
export interface ProjectSettings {
  /** @param path relative to the workspace */
  isFile(path: string): boolean;
  /**
   * @param texts every such file, by path
   * @returns what `extract` must know for a file: small, plain, equal for equal; undefined for nothing
   */
  read(texts: ReadonlyMap<string, string>): (path: string) => unknown;
}

export interface LanguageAdapter {
  id: string;
  /** Raise it when facts change for the same text: cached facts of older versions are then not used. */
  version: number;
  /** File endings, with the dot, lower case. */
  extensions: readonly string[];
  /** For files that are known by more than their ending; asked in place of `extensions`. @param path in lower case */
  claims?(path: string): boolean;
  /** False for files that import nothing: they take no part in graph, blocks and score. */
  modules?: false;
  /** Absent where the language has none that matter. */
  projectSettings?: ProjectSettings;
  /** Loads what is heavy, such as a parser, the first time that it is called. `extract` and `fixes` need it, and `resolve` where its resolver says so. */
  load(): Promise<void>;
  /** Loads what `fixes` need besides; workers do without. Absent where there is nothing more. */
  loadFixes?(): Promise<void>;
  /** Facts of one file. Never throws on bad source: syntax problems are facts too. Throws `NotJudged` for a file that is none of its own. */
  extract(input: ExtractInput): FileFacts;
  /**
   * @param root absolute path of the workspace
   * @param files relative paths of the workspace's source files
   */
  createResolver(root: string, files: readonly string[], fileSystem: ResolutionFileSystem): Resolver;
  /** Ids of `fixes`, known before they are loaded. */
  fixIds: ReadonlySet<string>;
  /** How each fix is carried out in this language. Rules name what is to be done, the same in all languages: `doc-skeleton`. */
  fixes: Readonly<Record<string, FixProvider>>;
}
