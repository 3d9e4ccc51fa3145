/**
 * Finds and reads the coverage and test reports of a workspace. Never throws: a report that is there
 * and cannot be used becomes a problem with a reason, one that is not there is simply not there
 * (unless the configuration names it).
 */
import type { Evidence } from '../rules/kit/rule.ts';
import { readCobertura } from './cobertura.ts';
import { readJsonCoverage } from './json-coverage.ts';
import { readJunit } from './junit.ts';
import { readLcov } from './lcov.ts';
import { matchPaths } from './match-paths.ts';
import { COVERAGE_PLACES, JUNIT_PLACES } from './places.ts';
import { LARGEST_REPORT, UnusableReport, type LineCounts, type ReportedCoverage, type TestCounts } from './report-files.ts';

/** All paths are relative to the workspace, with `/`. */
export interface EvidenceSources {
  /** Files that coverage may be about. */
  paths: readonly string[];
  /** Text of a file, or undefined when it is not there. */
  read(path: string): Promise<string | undefined>;
  /** Names in a folder; needed for patterns such as `test-results/*.xml`. */
  list?(folder: string): Promise<readonly string[]>;
  /** Size in bytes and time of the last change in milliseconds. */
  stat?(path: string): Promise<{ size: number; modified: number } | undefined>;
  /** When the newest of `paths` was changed, in milliseconds; asked only where there is a report. With `stat`, older reports are called older. */
  newestSource?(): Promise<number>;
  /** Reports that the configuration names; then the usual places are not looked at. `*` may stand in the file's name. */
  coverage: readonly string[];
  junit: readonly string[];
}

interface Found<Content> {
  path: string;
  content: Content;
}

/** @returns what was found; `coverage` is keyed by paths of `sources.paths` */
export async function readEvidence(sources: EvidenceSources): Promise<Evidence> {
  const problems: Evidence['problems'] = [];
  const coverage = sources.coverage.length > 0
    ? await readNamed(sources, sources.coverage, readCoverage, problems)
    : (await Promise.all(COVERAGE_PLACES.map((group) => readFirst(sources, group, readCoverage, problems)))).flat();
  const junit = sources.junit.length > 0
    ? await readNamed(sources, sources.junit, readJunit, problems)
    : await readUsual(sources, JUNIT_PLACES, readJunit, problems);
  const covered = joinCoverage(coverage, sources, problems);
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    coverage: covered.used.length > 0 ? { source: await sourceOf(covered.used, sources), files: covered.files } : null,
    tests: junit.length > 0 ? { source: await sourceOf(junit.map(({ path }) => path), sources), ...sumTests(junit) } : null,
    problems,
  };
}

/** Tells the form by the text itself, because names are often changed. */
function readCoverage(text: string): ReportedCoverage {
  const start = text.replace(/^\ufeff/, '').trimStart().charAt(0);
  if (start === '<') return readCobertura(text);
  return start === '{' ? readJsonCoverage(text) : readLcov(text);
}

type Reader<Content> = (text: string) => Content;

async function readOne<Content>(sources: EvidenceSources, path: string, reader: Reader<Content>, problems: Evidence['problems']): Promise<Found<Content> | null | undefined> {
  const refuse = (reason: string): null => {
    problems.push({ path, reason });
    return null;
  };
  try {
    const size = (await sources.stat?.(path))?.size ?? 0;
    if (size > LARGEST_REPORT) return refuse('is too large to be read');
    const text = await sources.read(path);
    if (text === undefined) return undefined;
    if (text.trim() === '') return refuse('is empty');
    return text.length > LARGEST_REPORT ? refuse('is too large to be read') : { path, content: reader(text) };
  } catch (error) {
    return refuse(error instanceof UnusableReport ? error.message : `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readNamed<Content>(sources: EvidenceSources, patterns: readonly string[], reader: Reader<Content>, problems: Evidence['problems']): Promise<Found<Content>[]> {
  const found = await Promise.all(patterns.map(async (pattern) => {
    const results = await Promise.all((await expand(sources, pattern)).map((path) => readOne(sources, path, reader, problems)));
    if (results.every((one) => one === undefined)) problems.push({ path: pattern, reason: 'is named in the configuration and is not there' });
    return results;
  }));
  return found.flat().filter((one) => one !== undefined && one !== null);
}

async function readFirst<Content>(sources: EvidenceSources, places: readonly string[], reader: Reader<Content>, problems: Evidence['problems']): Promise<Found<Content>[]> {
  for (const path of places) {
    const found = await readOne(sources, path, reader, problems);
    if (found) return [found];
  }
  return [];
}

async function readUsual<Content>(sources: EvidenceSources, places: readonly string[], reader: Reader<Content>, problems: Evidence['problems']): Promise<Found<Content>[]> {
  const paths = (await Promise.all(places.map((place) => expand(sources, place)))).flat();
  const found = await Promise.all([...new Set(paths)].map((path) => readOne(sources, path, reader, problems)));
  return found.filter((one) => one !== undefined && one !== null);
}

/** The paths that a pattern stands for: `*` in the last part is any run of characters. */
async function expand({ list }: EvidenceSources, pattern: string): Promise<string[]> {
  if (!pattern.includes('*')) return [pattern];
  const cut = pattern.lastIndexOf('/') + 1;
  const wanted = new RegExp(`^${pattern.slice(cut).split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`);
  const names = await Promise.resolve(list?.(pattern.slice(0, Math.max(0, cut - 1)))).catch(() => []);
  return [...(names ?? [])].filter((name) => wanted.test(name)).sort().map((name) => pattern.slice(0, cut) + name);
}

function joinCoverage(found: readonly Found<ReportedCoverage>[], sources: EvidenceSources, problems: Evidence['problems']): { used: string[]; files: Map<string, LineCounts> } {
  const files = new Map<string, LineCounts>();
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
      if (counts && (!before || counts.covered > before.covered)) files.set(file, counts);
    }
  }
  return { used, files };
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
