/** Finds reports in the usual places or as configured, and reads them. Never throws: unusable reports become problems. */
import { readReport, type ReportContents, type ReportKind, type ReportSays, type ReportTexts } from './read-report.ts';
import type { RulesByCode } from './tools/meanings.ts';

/** Where reports are read from. All paths are relative to the workspace, with `/`. */
export interface ReportFiles extends ReportTexts {
  /** Names in a folder; needed for patterns such as `test-results/*.xml`. */
  list?(folder: string): Promise<readonly string[]>;
  /** Our rules by the codes of other tools. */
  codes: RulesByCode;
  /** What a report says, where that is known already or is read elsewhere. Never throws. */
  report?<Kind extends ReportKind>(kind: Kind, path: string): Promise<ReportSays[Kind]>;
}

/** A report that cannot be used, with the reason. */
export interface ReportProblem {
  path: string;
  reason: string;
}

export interface Found<Content> {
  path: string;
  content: Content;
}

/**
 * Reads one report.
 * @param files to read from
 * @param path of the report
 * @param kind of the report
 * @param problems receives why it cannot be used
 * @returns undefined when it does not exist, null when it cannot be used
 */
async function readOne<Kind extends ReportKind>(
  files: ReportFiles,
  path: string,
  kind: Kind,
  problems: ReportProblem[],
): Promise<Found<ReportContents[Kind]> | null | undefined> {
  const read = await (files.report?.(kind, path) ?? readReport(files, kind, path, files.codes));
  if (read === null) return undefined;
  if ('content' in read) return { path, content: read.content };
  problems.push({ path, reason: read.refused });
  return null;
}

/**
 * Reads the reports named in the configuration. File names may contain `*`.
 * @param files to read from
 * @param patterns paths
 * @param kind of the reports
 * @param problems receives reports that are unusable or missing
 * @returns the usable ones
 */
export async function readNamed<Kind extends ReportKind>(
  files: ReportFiles,
  patterns: readonly string[],
  kind: Kind,
  problems: ReportProblem[],
): Promise<Found<ReportContents[Kind]>[]> {
  const found = await Promise.all(
    patterns.map(async (pattern) => {
      const results = await Promise.all((await expand(files, pattern)).map((path) => readOne(files, path, kind, problems)));
      if (results.every((one) => one === undefined)) problems.push({ path: pattern, reason: 'is named in the configuration but does not exist' });
      return results;
    }),
  );
  return found.flat().filter((one) => one !== undefined && one !== null);
}

/**
 * Reads the first report that can be used.
 * @param files to read from
 * @param places in order of preference
 * @param kind of the report
 * @param problems receives why one cannot be used
 * @returns one report or none
 */
export async function readFirst<Kind extends ReportKind>(
  files: ReportFiles,
  places: readonly string[],
  kind: Kind,
  problems: ReportProblem[],
): Promise<Found<ReportContents[Kind]>[]> {
  for (const path of places) {
    const found = await readOne(files, path, kind, problems);
    if (found) return [found];
  }
  return [];
}

/**
 * Reads every report that exists.
 * @param files to read from
 * @param places paths and patterns
 * @param kind of the reports
 * @param problems receives why one cannot be used
 * @returns the usable ones
 */
export async function readUsual<Kind extends ReportKind>(
  files: ReportFiles,
  places: readonly string[],
  kind: Kind,
  problems: ReportProblem[],
): Promise<Found<ReportContents[Kind]>[]> {
  const paths = (await Promise.all(places.map((place) => expand(files, place)))).flat();
  const found = await Promise.all([...new Set(paths)].map((path) => readOne(files, path, kind, problems)));
  return found.filter((one) => one !== undefined && one !== null);
}

/** Contents of a folder; empty if it cannot be listed. */
export async function namesIn({ list }: ReportFiles, folder: string): Promise<readonly string[]> {
  return (await Promise.resolve(list?.(folder)).catch(() => [])) ?? [];
}

/** The paths matching a pattern: `*` in the last part matches any characters. */
async function expand(files: ReportFiles, pattern: string): Promise<string[]> {
  if (!pattern.includes('*')) return [pattern];
  const cut = pattern.lastIndexOf('/') + 1;
  const names = await namesIn(files, pattern.slice(0, Math.max(0, cut - 1)));
  return names.filter((name) => fits(name, pattern.slice(cut).split('*'))).sort().map((name) => pattern.slice(0, cut) + name);
}

/**
 * Whether a name consists of these parts in this order, with anything between them. The first place at which a part
 * fits is as good as any later one, so no other is tried.
 */
function fits(name: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
