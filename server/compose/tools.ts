/** The one place where languages, rules and the scanner for secrets meet. Loaded by workers too. */
import type { AnalysisTools } from '../engine/analyze-file.ts';
import { adapterFor, isModule } from '../engine/analyze-file.ts';
import type { LanguageAdapter } from '../facts/adapter.ts';
import { lintCodes } from './foreign-codes.ts';
import { containerAdapter } from '../languages/container/adapter.ts';
import { plainAdapter } from '../languages/plain/adapter.ts';
import { createPythonAdapter } from '../languages/python/adapter.ts';
import { createNotebookAdapter } from '../languages/python/notebook/adapter.ts';
import { typescriptAdapter } from '../languages/typescript/adapter.ts';
import { rules } from '../rules/registry.ts';
import { isSecretCarrier, maskSecrets, scanSecrets } from '../secrets/scan-secrets.ts';

export interface Tools extends AnalysisTools {
  /**
   * Loads languages at once, for who will need them anyway.
   * @param paths of files whose languages are wanted; left out, those that are quick to load and in most workspaces
   */
  load(paths?: Iterable<string>): Promise<void>;
  /** Loads what fixes need besides, for the languages of these files. */
  loadFixes(paths: Iterable<string>): Promise<void>;
  /** A language reads it; files that no other one claims, when they may hold secrets. */
  isReviewed(path: string): boolean;
  /** Holds settings of a project for a language. */
  isProjectSetting(path: string): boolean;
  /** Source code, which belongs to blocks and layers. */
  isModule(path: string): boolean;
}

const pythonAdapter = createPythonAdapter(lintCodes);
const notebookAdapter = createNotebookAdapter(pythonAdapter);
/** In order of precedence: the last takes what no other claims. */
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
    // Python's linter alone is 10 MB: the first file that asks for it pays.
    const wanted = paths === undefined ? adapters.filter((adapter) => adapter !== pythonAdapter && adapter !== notebookAdapter) : adaptersOf(paths);
    await Promise.all(wanted.map((adapter) => adapter.load()));
  },
  async loadFixes(paths) {
    await Promise.all(adaptersOf(paths).map(async (adapter) => adapter.loadFixes?.()));
  },
  isProjectSetting: (path) => adapters.some((adapter) => adapter.projectSettings?.isFile(path) === true),
  isReviewed: (path) => adapterFor(adapters, path) !== undefined,
  isModule: (path) => isModule(adapters, path),
};
