/** How risky a change is for a block that it reaches: its interface, the distance, how much is reached, and what tests cover. */
import { counted } from '../../text/wording.ts';
import type { ChangedFile } from './changed-module.ts';
import type { Dependant } from './dependants.ts';

export interface RiskInput {
  changes: readonly ChangedFile[];
  /** Share of the block's lines that tests run, from 0 to 1; null where no report tells. */
  coverage: number | null;
  /** Whether a test that could be affected lies in the block or imports it directly. */
  isTested: boolean;
  /** How often the changed files changed lately, as commits; null where git was not asked. */
  commits: number | null;
}

export interface Risk {
  risk: 'high' | 'medium' | 'low';
  why: string;
}

/** From this many files of a block on, a change reaches much of it. */
const MANY_FILES = 5;
/** Below this share, tests say little. */
const WELL_COVERED = 0.6;
/** From this many commits on, a file changes often. */
const OFTEN = 20;
const HIGH = 4;
const MEDIUM = 2;

/** @returns high, medium or low, and the reasons in words, the heaviest first */
export function riskFor({ kind, depth, files }: Dependant, { changes, coverage, isTested, commits }: RiskInput): Risk {
  if (kind === 'type') return { risk: 'low', why: 'only the compiler sees the change: nothing of the block can run differently' };
  const signatures = changes.reduce((sum, each) => sum + each.signatures.length, 0);
  const whole = changes.some((each) => each.names === null);
  const reasons: string[] = [];
  let points = depth === 1 ? 1 : 0;
  if (whole) {
    points += 2;
    reasons.push('all of a file counts as changed');
  } else if (signatures > 0) {
    points += 2;
    reasons.push(`${counted(signatures, 'signature')} changed`);
  } else reasons.push('only the inside of functions changed');
  reasons.push(depth === 1 ? 'the block uses it directly' : `${depth} blocks away`);
  if (files >= MANY_FILES) {
    points++;
    reasons.push(`${files} files of the block are reached`);
  }
  if (coverage !== null && coverage < WELL_COVERED) {
    points++;
    reasons.push(`tests run ${Math.round(coverage * 100)}% of its lines`);
  } else if (coverage === null && !isTested) {
    points++;
    reasons.push('no test was found that covers it');
  }
  if (commits !== null && commits >= OFTEN) {
    points++;
    reasons.push(`what changed has changed ${commits} times before`);
  }
  return { risk: points >= HIGH ? 'high' : points >= MEDIUM ? 'medium' : 'low', why: reasons.join('; ') };
}
