/**
 * Fixes that look twice before they apply, and at nothing but the file: they are tried when it is analyzed. They must not need the compiler's types,
 * which workers do not load.
 */
import type { FixProvider } from '../../../facts/adapter.ts';
import { awaitFile } from './await-file.ts';
import { execFile } from './exec-file.ts';
import { hoist } from './hoist.ts';
import { parallelAwait } from './parallel-await.ts';
import { randomToken } from './random-token.ts';
import { secretToEnvironment } from './secret-to-environment.ts';
import { unfocusTest } from './unfocus-test.ts';

export const ownFixes: Readonly<Record<string, FixProvider>> = {
  'await-file': awaitFile, 'exec-file': execFile, hoist, 'parallel-await': parallelAwait, 'random-token': randomToken,
  'secret-to-environment': secretToEnvironment, 'unfocus-test': unfocusTest,
};
