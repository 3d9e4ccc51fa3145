/** The one place where languages, rules and the scanner for secrets meet. Loaded by workers too. */
import { adapterFor, analyzeFile, isModule, type AnalysisTools, type FileInput } from '../engine/analyze-file.ts';
import { NotJudged, type LanguageAdapter } from '../facts/adapter.ts';
import { lintCodes, rulesByCode } from './foreign-codes.ts';
import { containerAdapter } from '../languages/container/adapter.ts';
import { plainAdapter } from '../languages/plain/adapter.ts';
import { createPythonAdapter } from '../languages/python/adapter.ts';
import { createNotebookAdapter } from '../languages/python/notebook/adapter.ts';
import { typescriptAdapter } from '../languages/typescript/adapter.ts';
import { rules } from '../rules/registry.ts';
import { isSecretCarrier, maskSecrets, scanSecrets } from '../secrets/scan-secrets.ts';
import type { Outcome } from '../host/worker-task.ts';

/** Notebooks as editors need them: by cell, not by line of the file. */
export { cellMap } from '../languages/python/notebook/cell-map.ts';
export { isSaved, savedCells, writeNotebook, type OpenCell, type SavedCells } from '../languages/python/notebook/write-notebook.ts';

export interface Tools extends AnalysisTools {
  /**
   * Loads languages ahead of time, for callers that will need them anyway.
   * @param paths of files whose languages to load; defaults to the common ones that load fast
   */
  load(paths?: Iterable<string>): Promise<void>;
  /** Loads what fixes additionally need for the languages of these files. */
  loadFixes(paths: Iterable<string>): Promise<void>;
  /** Loads all that comparing the public interfaces of these files needs. */
  loadInterfaces(paths: Iterable<string>): Promise<void>;
  /** Whether a language reads it, or it is a plain text file that may contain secrets. */
  isReviewed(path: string): boolean;
  /** Whether it is a settings file of a language. */
  isProjectSetting(path: string): boolean;
  /** Whether it is source code, which belongs to blocks and layers. */
  isModule(path: string): boolean;
}

const pythonAdapter = createPythonAdapter(lintCodes, rulesByCode.pylint);
const notebookAdapter = createNotebookAdapter(pythonAdapter);
/** In order of precedence: the last one takes files that no other language claims. */
const adapters: readonly LanguageAdapter[] = [typescriptAdapter, pythonAdapter, notebookAdapter, containerAdapter, plainAdapter(isSecretCarrier)];

function adaptersOf(paths: Iterable<string>): LanguageAdapter[] {
  return [...new Set(Array.from(paths, (path) => adapterFor(adapters, path)))].filter((adapter) => adapter !== undefined);
}

export const tools: Tools = {
  adapters,
  rules,
  scanSecrets,
  maskSecrets,
  async load(paths) {
    // Python's linter alone is 10 MB, so it is loaded with the first file that needs it.
    const wanted = paths === undefined ? adapters.filter((adapter) => adapter !== pythonAdapter && adapter !== notebookAdapter) : adaptersOf(paths);
    await Promise.all(wanted.map((adapter) => adapter.load()));
  },
  async loadFixes(paths) {
    await Promise.all(adaptersOf(paths).map(async (adapter) => adapter.loadFixes?.()));
  },
  async loadInterfaces(paths) {
    await Promise.all(adaptersOf(paths).map((adapter) => Promise.all([adapter.load(), adapter.loadInterfaces?.()])));
  },
  isProjectSetting: (path) => adapters.some((adapter) => adapter.projectSettings?.isFile(path) === true),
  isReviewed: (path) => adapterFor(adapters, path) !== undefined,
  isModule: (path) => isModule(adapters, path),
};

/** @returns the file's result, or why it could not be judged */
export async function analyzeOne(input: FileInput): Promise<Outcome> {
  try {
    return await analyzeFile(input, tools);
  } catch (error) {
    if (error instanceof NotJudged) return { path: input.path, reason: error.reason };
    if (error instanceof RangeError && /call stack/i.test(error.message)) return { path: input.path, reason: { code: 'too-deep' } };
    return { path: input.path, reason: { code: 'analysis-failed', error: error instanceof Error ? error.message : String(error) } };
  }
}
