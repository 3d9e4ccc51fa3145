/** The one place where languages, rules and the scanner for secrets meet. Loaded by workers too. */
import type { AnalysisTools } from '../engine/analyze-file.ts';
import { adapterFor, isModule } from '../engine/analyze-file.ts';
import { containerAdapter } from '../languages/container/adapter.ts';
import { pythonAdapter } from '../languages/python/adapter.ts';
import { typescriptAdapter } from '../languages/typescript/adapter.ts';
import { rules } from '../rules/registry.ts';
import { isSecretCarrier, maskSecrets, scanSecrets } from '../secrets/scan-secrets.ts';

export interface Tools extends AnalysisTools {
  /** Loads all languages at once, for who will need them anyway. */
  load(): Promise<void>;
  /** A language reads it, or it may carry secrets. */
  isReviewed(path: string): boolean;
  /** Source code, which belongs to blocks and layers. */
  isModule(path: string): boolean;
}

const adapters = [typescriptAdapter, pythonAdapter, containerAdapter];

export const tools: Tools = {
  adapters,
  rules,
  scanSecrets,
  maskSecrets,
  async load() {
    await Promise.all(adapters.map((adapter) => adapter.load()));
  },
  isReviewed: (path) => adapterFor(adapters, path) !== undefined || isSecretCarrier(path),
  isModule: (path) => isModule(adapters, path),
};
