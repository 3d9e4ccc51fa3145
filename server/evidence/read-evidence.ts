/**
 * Finds and reads the reports of a workspace: coverage, tests and other tools. Never throws: a report that
 * cannot be used becomes a problem with a reason, and a missing one is ignored
 * (unless the configuration names it).
 */
import type { ChangedLines } from '../facts/span.ts';
import type { ToolReport } from '../facts/tool-messages.ts';
import type { Evidence } from '../findings/evidence.ts';
import { changedCoverage, type FileLines } from './coverage/changed-coverage.ts';
import { groupedBy } from '../text/order.ts';
import { counted } from '../text/wording.ts';
import { matchPaths } from './match-paths.ts';
import { BENCHMARK_PLACES, COVERAGE_PLACES, JUNIT_PLACES } from './tools/places.ts';
import { readFirst, readNamed, readUsual, type Found, type ReportFiles } from './find-reports.ts';
import { readToolReports } from './tools/read-tool-reports.ts';
import type { LineCounts, ReportedCoverage, TestCounts } from './report-files.ts';

/** All paths are relative to the workspace, with `/`. */
export interface EvidenceSources extends ReportFiles {
  /** Files that reports may cover. */
  paths: readonly string[];
  /** Modification time of the newest of `paths`, in milliseconds; called only if there is a report. With `stat`, used to mark old reports. */
  newestSource?(): Promise<number>;
  /** Changed lines whose coverage is wanted separately. */
  changed?: ChangedLines | undefined;
  /** Masks secrets in lines of text. */
  mask?(text: string): Promise<string>;
  /** Reports named in the configuration; the usual places are then ignored. File names may contain `*`. */
  coverage: readonly string[];
  junit: readonly string[];
  /** Null or absent: not wanted. */
  benchmarks?: readonly string[] | null;
  /** Reports of other tools. */
  reports?: readonly string[];
}

/** Evidence for rules, and the reports of other tools, which count in the score. */
export interface ReadEvidence extends Evidence {
  reports: ToolReport[];
}

/** @returns what was found; `coverage` is keyed by paths of `sources.paths` */
export async function readEvidence(sources: EvidenceSources): Promise<ReadEvidence> {
  const problems: Evidence['problems'] = [];
  const coverage = sources.coverage.length > 0
    ? await readNamed(sources, sources.coverage, 'coverage', problems)
    : (await Promise.all(COVERAGE_PLACES.map((group) => readFirst(sources, group, 'coverage', problems)))).flat();
  const junit = sources.junit.length > 0
    ? await readNamed(sources, sources.junit, 'junit', problems)
    : await readUsual(sources, JUNIT_PLACES, 'junit', problems);
  const covered = joinCoverage(coverage, sources, problems);
  const reports = await readToolReports({ ...sources, named: sources.reports ?? [] }, problems);
  const changed = sources.changed && { changed: await changedCoverage(covered.lines, { ...sources, changed: sources.changed }, problems) };
  const benchmarks = sources.benchmarks ? await foundBenchmarks(sources, sources.benchmarks, problems) : null;
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    coverage: covered.used.length > 0 ? { ...await sourceOf(covered.used, sources), files: covered.files, ...changed } : null,
    tests: junit.length > 0 ? { ...await sourceOf(junit.map(({ path }) => path), sources), ...sumTests(junit) } : null,
    reports,
    ...(benchmarks && { benchmarks }),
    problems,
  };
}

async function foundBenchmarks(
  sources: EvidenceSources, named: readonly string[], problems: Evidence['problems'],
): Promise<NonNullable<Evidence['benchmarks']>> {
  const found = named.length > 0 ? await readNamed(sources, named, 'benchmarks', problems) : await readUsual(sources, BENCHMARK_PLACES, 'benchmarks', problems);
  return groupedBy(found.flatMap(({ content }) => content), ({ name }) => name);
}

interface Joined {
  /** Paths of the reports. */
  used: string[];
  files: Map<string, LineCounts>;
  lines: Map<string, FileLines>;
}

function joinCoverage(found: readonly Found<ReportedCoverage>[], sources: EvidenceSources, problems: Evidence['problems']): Joined {
  const files = new Map<string, LineCounts>();
  const lines = new Map<string, FileLines>();
  const used: string[] = [];
  for (const { path, content } of found) {
    const { known, unmatched } = matchPaths(content.files.keys(), content.roots, sources.paths);
    if (unmatched.length > 0) {
      problems.push({
        path,
        reason: `${unmatched.length} of ${counted(content.files.size, 'file')} not found in this workspace `
          + `(${unmatched.slice(0, 3).join(', ')}${unmatched.length > 3 ? ', …' : ''})`,
      });
    }
    if (known.size > 0) used.push(path);
    for (const [reported, file] of known) {
      const counts = content.files.get(reported);
      const before = files.get(file);
      // Two reports on one file are not added up, because both may cover the same run: the better one is used.
      if (!counts || (before && counts.covered <= before.covered)) continue;
      files.set(file, counts);
      const hits = content.lines.get(reported);
      if (hits === undefined) lines.delete(file);
      else lines.set(file, { path, hits });
    }
  }
  return { used, files, lines };
}

function sumTests(found: readonly Found<TestCounts>[]): TestCounts {
  const tests = { passed: 0, failed: 0, skipped: 0 };
  for (const { content } of found) {
    tests.passed += content.passed;
    tests.failed += content.failed;
    tests.skipped += content.skipped;
  }
  return tests;
}

/** Names the reports, and notes when one is older than the newest source. */
async function sourceOf(paths: readonly string[], { stat, newestSource }: EvidenceSources): Promise<{ source: string; isOld?: true }> {
  const names = paths.join(', ');
  if (stat === undefined || newestSource === undefined) return { source: names };
  const times = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  const newest = await newestSource();
  const old = times.some((found) => found !== undefined && found.modified < newest);
  return old ? { source: `${names}, older than the newest source`, isOld: true } : { source: names };
}
