/** TypeScript and JavaScript for Archwright. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { extract } from './extract.ts';
import { fixes } from './fixes/index.ts';
import { createResolver } from './resolve.ts';
import { EXTENSIONS } from './syntax.ts';

export const typescriptAdapter: LanguageAdapter = {
  id: 'typescript',
  version: 1,
  extensions: EXTENSIONS,
  extract,
  createResolver,
  fixes,
};
