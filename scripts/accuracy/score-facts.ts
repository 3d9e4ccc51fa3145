/** The facts that the measurements of the score keep in `test/accuracy`: their shapes, and where they lie. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CriterionId } from '../../server/findings/rule-meta.ts';
import type { JsonReport } from '../../server/protocol/report.ts';

/** `kept`: with a strict compiler or linter and tests in CI, and reviewed changes. `broken`: vulnerable by design, or abandoned. */
export type GroupName = 'kept' | 'broken';

export interface GroupMember {
  repository: string;
  commit: string;
  /** Why it is in this group. */
  why: string;
}

/** `built-on`: the formula was made to fit them. `held-out`: only measured. */
export type ScoreGroups = Record<'built-on' | 'held-out', Record<GroupName, GroupMember[]> & { note: string }>;

/** Points of a criterion out of the most it can give; a criterion that was not measured is missing. */
export type CriterionPoints = Partial<Record<CriterionId, [points: number, max: number]>>;

export interface Level {
  repository: string;
  commit: string;
  set: keyof ScoreGroups;
  group: GroupName;
  /** Null when there was nothing to measure. */
  total: number | null;
  measuredMax: number;
  /** Findings that block. */
  blockers: number;
  criteria: CriterionPoints;
}

export interface Levels {
  formulaVersion: number;
  /** Day of the measurement. */
  date: string;
  levels: Level[];
}

const FOLDER = join(import.meta.dirname, '../../test/accuracy');

/** The two groups of projects. */
export function readScoreGroups(): ScoreGroups {
  return JSON.parse(readFileSync(join(FOLDER, 'score-groups.json'), 'utf8')) as ScoreGroups;
}

/** What a measurement found; null before it was ever made. @param name of the file, without `.json` */
export function readFacts<Facts>(name: string): Facts | null {
  const file = join(FOLDER, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Facts : null;
}

/** Writes what a measurement found, a row of a list on each line, so that a difference can be read. */
export function writeFacts(name: string, facts: object): void {
  const parts = Object.entries(facts).map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) ? rowsOf(value) : JSON.stringify(value)}`);
  writeFileSync(join(FOLDER, `${name}.json`), `{\n${parts.join(',\n')}\n}\n`);
}

function rowsOf(rows: readonly unknown[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

/** Today, as the facts say it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The points of each criterion that was measured. */
export function pointsOf({ score }: JsonReport): CriterionPoints {
  const criteria = score.dimensions.flatMap((dimension) => dimension.criteria);
  return Object.fromEntries(criteria.filter(({ measured }) => measured).map(({ id, points, max }) => [id, [points, max]]));
}
