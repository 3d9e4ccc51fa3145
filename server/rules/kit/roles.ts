/** Severities for files that are not ordinary source, shared by rules that mean the same thing there. */
import type { RuleMeta } from '../../findings/rule-meta.ts';

type Roles = RuleMeta['roles'];

/** For rules about production code only: silent in tests, examples, documentation, configuration files and declarations. */
export const PRODUCTION_ONLY: Roles = {
  test: 'off', fixture: 'off', example: 'off', docs: 'off', script: 'off', config: 'off', declaration: 'off',
};

/** For rules that hold in scripts too, and nowhere else outside of source. */
export const SOURCE_AND_SCRIPTS: Roles = { test: 'off', fixture: 'off', example: 'off', docs: 'off', config: 'off', declaration: 'off' };

/** For rules that matter less, but do matter, outside of production code. */
export const GENTLE_OUTSIDE: Roles = { test: 'info', fixture: 'off', example: 'info', docs: 'off', script: 'info', config: 'info', declaration: 'off' };
