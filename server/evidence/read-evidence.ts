/**
 * Finds and reads the reports of a workspace: coverage, tests, and what other tools found. Never throws: a report that is there
 * and cannot be used becomes a problem with a reason, one that is not there is simply not there
 * (unless the configuration names it).
 */
import type { ChangedLines } from '../facts/changed-lines.ts';
import type { ToolReport } from '../facts/tool-messages.ts';
import type { Evidence } from '../findings/evidence.ts';
import { changedCoverage, type FileLines } from './coverage/changed-coverage.ts';
import { readCobertura } from './coverage/cobertura.ts';
import { readJsonCoverage } from './coverage/json-coverage.ts';
import { readJunit } from './tests/junit.ts';
import { readLcov } from './coverage/lcov.ts';
import { matchPaths } from './match-paths.ts';
import type { RulesByCode } from './tools/meanings.ts';
import { COVERAGE_PLACES, JUNIT_PLACES } from './tools/places.ts';
import { readFirst, readNamed, readUsual, type Found, type Reader, type ReportFiles } from './find-reports.ts';
import { readToolReports } from './tools/read-tool-reports.ts';
import { UnusableReport, type LineCounts, type ReportedCoverage, type TestCounts } from './report-files.ts';

/** All paths are relative to the workspace, with `/`. */
export interface EvidenceSources extends ReportFiles {
  /** Files that reports may be about. */
  paths: readonly string[];
  /** When the newest of `paths` was changed, in milliseconds; asked only where there is a report. With `stat`, older reports are called older. */
  newestSource?(): Promise<number>;
  /** Lines of which coverage is asked for apart. */
  changed?: ChangedLines | undefined;
  /** Blanks secrets in lines of text that are to be shown. */
  mask?(text: string): Promise<string>;
  /** Reports that the configuration names; then the usual places are not looked at. `*` may stand in the file's name. */
  coverage: readonly string[];
  junit: readonly string[];
  /** Our rules by the codes of other tools. */
  codes: RulesByCode;
  /** Reports of other tools. */
  reports?: readonly string[];
}

/** What rules may judge, and besides it what other tools said, which counts in the score. */
export interface ReadEvidence extends Evidence {
  reports: ToolReport[];
}

/** @returns what was found; `coverage` is keyed by paths of `sources.paths` */
export async function readEvidence(sources: EvidenceSources): Promise<ReadEvidence> {
  const problems: Evidence['problems'] = [];
  const coverage = sources.coverage.length > 0
    ? await readNamed(sources, sources.coverage, filled(readCoverage), problems)
    : (await Promise.all(COVERAGE_PLACES.map((group) => readFirst(sources, group, filled(readCoverage), problems)))).flat();
  const junit = sources.junit.length > 0
    ? await readNamed(sources, sources.junit, filled(readJunit), problems)
    : await readUsual(sources, JUNIT_PLACES, filled(readJunit), problems);
  const covered = joinCoverage(coverage, sources, problems);
  const reports = await readToolReports({ ...sources, named: sources.reports ?? [] }, problems);
  const changed = sources.changed && { changed: await changedCoverage(covered.lines, { ...sources, changed: sources.changed }, problems) };
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    coverage: covered.used.length > 0 ? { source: await sourceOf(covered.used, sources), files: covered.files, ...changed } : null,
    tests: junit.length > 0 ? { source: await sourceOf(junit.map(({ path }) => path), sources), ...sumTests(junit) } : null,
    reports,
    problems,
  };
}

/** Refuses an empty file in words of its own: no form tells it apart from a report that was never written. */
function filled<Content>(reader: Reader<Content>): Reader<Content> {
  return (text, path) => {
    if (text.trim() === '') throw new UnusableReport('is empty');
    return reader(text, path);
  };
}

/** Tells the form by the text itself, because names are often changed. */
function readCoverage(text: string): ReportedCoverage {
  const start = text.replace(/^\ufeff/, '').trimStart().charAt(0);
  if (start === '<') return readCobertura(text);
  return start === '{' ? readJsonCoverage(text) : readLcov(text);
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
      problems.push({ path, reason: `${unmatched.length} of ${content.files.size} files in it are not files of this workspace (${unmatched.slice(0, 3).join(', ')}${unmatched.length > 3 ? ', …' : ''})` });
    }
    if (known.size > 0) used.push(path);
    for (const [reported, file] of known) {
      const counts = content.files.get(reported);
      const before = files.get(file);
      // Two reports on one file are not added up, for both may count the same run: the better one stands.
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

/** Names the reports, and says when one of them is older than the newest source. */
async function sourceOf(paths: readonly string[], { stat, newestSource }: EvidenceSources): Promise<string> {
  const names = paths.join(', ');
  if (stat === undefined || newestSource === undefined) return names;
  const times = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  const newest = await newestSource();
  const old = times.some((found) => found !== undefined && found.modified < newest);
  return old ? `${names}, older than the newest source` : names;
}
