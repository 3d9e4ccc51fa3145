/** Compares the health of files with the bug fixes that they got afterwards. */
import { compareText } from '../../server/text/order.ts';
import type { FileHealth } from './file-health.ts';
import { areaUnderCurve, partial, rounded, spearman } from './statistics.ts';

/** Files taken together. */
export interface Group {
  files: number;
  codeLines: number;
  fixes: number;
}

export interface HealthComparison {
  all: Group;
  /** The tenth with the lowest health, and the other files. */
  worst: Group;
  rest: Group;
  /** For comparison: the tenth with the most lines. */
  largest: Group;
  /** How often a file that was fixed has the lower health, or the more lines, than one that was not; 0.5 says nothing. */
  auc: { health: number | null; lines: number | null };
  /** Rank correlations; positive where lower health, or more lines, goes with more fixes. */
  ranks: {
    healthWithFixesPerLine: number | null;
    linesWithFixesPerLine: number | null;
    healthWithFixes: number | null;
    linesWithFixes: number | null;
    /** What lower health says of fixes among files of the same length. */
    healthWithFixesAtEqualLines: number | null;
  };
}

const PART = 0.1;

/** @param fixes by path */
export function compareHealth(files: readonly FileHealth[], fixes: ReadonlyMap<string, number>): HealthComparison {
  const fixesOf = ({ path }: FileHealth): number => fixes.get(path) ?? 0;
  const tenth = Math.max(1, Math.round(files.length * PART));
  const byHealth = [...files].sort((a, b) => a.health - b.health || compareText(a.path, b.path));
  const bySize = [...files].sort((a, b) => b.codeLines - a.codeLines || compareText(a.path, b.path));
  const group = (members: readonly FileHealth[]): Group => ({
    files: members.length,
    codeLines: members.reduce((sum, { codeLines }) => sum + codeLines, 0),
    fixes: members.reduce((sum, file) => sum + fixesOf(file), 0),
  });
  const fixed = files.filter((file) => fixesOf(file) > 0);
  const others = files.filter((file) => fixesOf(file) === 0);
  const illness = files.map(({ health }) => -health);
  const lines = files.map(({ codeLines }) => codeLines);
  const counts = files.map(fixesOf);
  const perLine = files.map((file) => fixesOf(file) / file.codeLines);
  const [healthWithFixes, linesWithFixes] = [spearman(illness, counts), spearman(lines, counts)];
  return {
    all: group(files),
    worst: group(byHealth.slice(0, tenth)),
    rest: group(byHealth.slice(tenth)),
    largest: group(bySize.slice(0, tenth)),
    auc: {
      health: rounded(areaUnderCurve(fixed.map(({ health }) => -health), others.map(({ health }) => -health)), 3),
      lines: rounded(areaUnderCurve(fixed.map(({ codeLines }) => codeLines), others.map(({ codeLines }) => codeLines)), 3),
    },
    ranks: {
      healthWithFixesPerLine: rounded(spearman(illness, perLine), 3),
      linesWithFixesPerLine: rounded(spearman(lines, perLine), 3),
      healthWithFixes: rounded(healthWithFixes, 3),
      linesWithFixes: rounded(linesWithFixes, 3),
      healthWithFixesAtEqualLines: rounded(partial(healthWithFixes, spearman(illness, lines), linesWithFixes), 3),
    },
  };
}

/** Bug fixes per 1,000 lines. */
export function fixRate({ codeLines, fixes }: Group): number {
  return codeLines === 0 ? 0 : (1000 * fixes) / codeLines;
}

/** Fixes that a group would have if each of its lines were fixed as often as any line of its project. */
export function expectedFixes({ codeLines }: Group, all: Group): number {
  return all.codeLines === 0 ? 0 : (all.fixes * codeLines) / all.codeLines;
}

/** Groups of several projects taken together. */
export function together(groups: readonly Group[]): Group {
  const sum = (key: keyof Group): number => groups.reduce((all, group) => all + group[key], 0);
  return { files: sum('files'), codeLines: sum('codeLines'), fixes: sum('fixes') };
}
