/** Fixes that edit the configuration, by the name that rules use. */
import type { FixProvider } from '../facts/adapter.ts';

export const configurationFixes: Readonly<Record<string, FixProvider>> = {};
