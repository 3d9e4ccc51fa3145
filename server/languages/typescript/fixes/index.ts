/** Every fix that edits TypeScript and JavaScript, by the name that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { importType } from './import-type.ts';

export const fixes: Readonly<Record<string, FixProvider>> = {
  'typescript/import-type': importType,
};
