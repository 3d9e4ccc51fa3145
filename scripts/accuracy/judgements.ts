/**
 * People's judgements of findings on public code, kept as facts: which finding of which commit, and the
 * verdict of each judge. No foreign code is kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../server/text/order.ts';

/** `worth`: true, and a maintainer would act on it or be glad to know. `noise`: true but unimportant. `false`: not true. */
export type Verdict = 'worth' | 'noise' | 'false';

export const VERDICTS: readonly Verdict[] = ['worth', 'noise', 'false'];

export interface Judgement {
  /** `owner/name`. */
  repository: string;
  commit: string;
  /** Number of the draw, in the order in which they were made. */
  draw: number;
  path: string;
  line: number;
  rule: string;
  /** As reported at the time of judging. */
  severity: 'error' | 'warning' | 'info';
  blocker: boolean;
  /** One per judge; if they differ, the last one decides, after a second reading. */
  verdicts: Verdict[];
  /** A short reason, where the verdict needs one. */
  why: string;
}

export interface Repository {
  repository: string;
  commit: string;
  kind: 'application' | 'library' | 'framework' | 'monorepo' | 'notebooks';
  language: 'typescript' | 'javascript' | 'python';
  /** Findings of `held-out` repositories are read only to measure, never while a rule is being changed. */
  set: 'development' | 'held-out';
}

const FOLDER = join(import.meta.dirname, '../../test/accuracy');
const JUDGEMENTS = join(FOLDER, 'judgements.jsonl');

/** The repositories that findings are drawn from. */
export function readRepositories(): Repository[] {
  return JSON.parse(readFileSync(join(FOLDER, 'repositories.json'), 'utf8')) as Repository[];
}

/** All judgements, sorted as they are kept. */
export function readJudgements(): Judgement[] {
  if (!existsSync(JUDGEMENTS)) return [];
  return readFileSync(JUDGEMENTS, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Judgement);
}

/** Which finding a judgement is about. */
export function identityOf({ repository, commit, path, line, rule }: Pick<Judgement, 'repository' | 'commit' | 'path' | 'line' | 'rule'>): string {
  return JSON.stringify([repository, commit, path, line, rule]);
}

/** The verdict that counts. */
export function verdictOf({ verdicts }: Judgement): Verdict {
  return verdicts.at(-1)!;
}

/** Writes judgements sorted, one per line, so that branches merge line by line. */
export function writeJudgements(judgements: readonly Judgement[]): void {
  const lines = judgements.map((each) => ({ key: identityOf(each), text: JSON.stringify(each) })).sort((a, b) => compareText(a.key, b.key));
  writeFileSync(JUDGEMENTS, lines.map(({ text }) => `${text}\n`).join(''));
}
