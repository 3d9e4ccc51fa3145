/** Severities for files that are not ordinary source, shared by rules that treat them alike. */
import type { RuleMeta } from '../../findings/rule-meta.ts';

type Roles = RuleMeta['roles'];

/** For rules about production code only: off in tests, examples, documentation, configuration files and declarations. */
export const PRODUCTION_ONLY: Roles = {
  test: 'off', fixture: 'off', example: 'off', docs: 'off', script: 'off', config: 'off', declaration: 'off',
};

/** For rules that also apply to scripts, but to nothing else outside ordinary source. */
export const SOURCE_AND_SCRIPTS: Roles = { test: 'off', fixture: 'off', example: 'off', docs: 'off', config: 'off', declaration: 'off' };

/** For rules about attackers, who seldom reach a script. */
export const MILDER_IN_SCRIPTS: Roles = { ...SOURCE_AND_SCRIPTS, script: 'warning' };

/** For rules that matter outside production code too, but less. */
export const GENTLE_OUTSIDE: Roles = { test: 'info', fixture: 'off', example: 'info', docs: 'off', script: 'info', config: 'info', declaration: 'off' };

/** For faults that a program has for certain: in tests too, which then do not test what they say. */
export const CERTAIN: Roles = { fixture: 'off', example: 'info', docs: 'off', declaration: 'off' };

/** For faults that a program has for certain, but that cost a test nothing. */
export const CERTAIN_BUT_IN_TESTS: Roles = { ...CERTAIN, test: 'info' };
