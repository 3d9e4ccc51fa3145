/** Every fix that edits TypeScript and JavaScript, by the name that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { importType } from './import-type.ts';
import { execFile } from './exec-file.ts';
import { randomToken } from './random-token.ts';
import { removeProperty } from './remove-property.ts';
import { secretToEnvironment } from './secret-to-environment.ts';

export const fixes: Readonly<Record<string, FixProvider>> = {
  'typescript/import-type': importType,
  'typescript/exec-file': execFile,
  'typescript/random-token': randomToken,
  'typescript/remove-property': removeProperty,
  'typescript/secret-to-environment': secretToEnvironment,
};
