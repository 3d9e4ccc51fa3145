/** Finds reports in the usual places or as configured, and reads them. Never throws: unusable reports become problems. */
import { LARGEST_REPORT, UnusableReport } from './report-files.ts';

/** Where reports are read from. All paths are relative to the workspace, with `/`. */
export interface ReportFiles {
  /** Text of a file, or undefined when it does not exist. */
  read(path: string): Promise<string | undefined>;
  /** Names in a folder; needed for patterns such as `test-results/*.xml`. */
  list?(folder: string): Promise<readonly string[]>;
  /** Size in bytes and modification time in milliseconds. */
  stat?(path: string): Promise<{ size: number; modified: number } | undefined>;
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

/** Reads the text of one report; the path is for readers that need the name. */
export type Reader<Content> = (text: string, path: string) => Content;

/**
 * Reads one report.
 * @param files to read from
 * @param path of the report
 * @param reader for its format
 * @param problems receives why it cannot be used
 * @returns undefined when it does not exist, null when it cannot be used
 */
export async function readOne<Content>(
  files: ReportFiles,
  path: string,
  reader: Reader<Content>,
  problems: ReportProblem[],
): Promise<Found<Content> | null | undefined> {
  const refuse = (reason: string): null => {
    problems.push({ path, reason });
    return null;
  };
  try {
    const size = (await files.stat?.(path))?.size ?? 0;
    if (size > LARGEST_REPORT) return refuse('is too large to read');
    const text = await files.read(path);
    if (text === undefined) return undefined;
    return text.length > LARGEST_REPORT ? refuse('is too large to read') : { path, content: reader(text, path) };
  } catch (error) {
    return refuse(error instanceof UnusableReport ? error.message : `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Reads the reports named in the configuration. File names may contain `*`.
 * @param files to read from
 * @param patterns paths
 * @param reader for their format
 * @param problems receives reports that are unusable or missing
 * @returns the usable ones
 */
export async function readNamed<Content>(
  files: ReportFiles,
  patterns: readonly string[],
  reader: Reader<Content>,
  problems: ReportProblem[],
): Promise<Found<Content>[]> {
  const found = await Promise.all(
    patterns.map(async (pattern) => {
      const results = await Promise.all((await expand(files, pattern)).map((path) => readOne(files, path, reader, problems)));
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
 * @param reader for its format
 * @param problems receives why one cannot be used
 * @returns one report or none
 */
export async function readFirst<Content>(
  files: ReportFiles,
  places: readonly string[],
  reader: Reader<Content>,
  problems: ReportProblem[],
): Promise<Found<Content>[]> {
  for (const path of places) {
    const found = await readOne(files, path, reader, problems);
    if (found) return [found];
  }
  return [];
}

/**
 * Reads every report that exists.
 * @param files to read from
 * @param places paths and patterns
 * @param reader for their format
 * @param problems receives why one cannot be used
 * @returns the usable ones
 */
export async function readUsual<Content>(
  files: ReportFiles,
  places: readonly string[],
  reader: Reader<Content>,
  problems: ReportProblem[],
): Promise<Found<Content>[]> {
  const paths = (await Promise.all(places.map((place) => expand(files, place)))).flat();
  const found = await Promise.all([...new Set(paths)].map((path) => readOne(files, path, reader, problems)));
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
