/** Finds reports by their places or by the names in the configuration, and reads them one by one. Never throws: what cannot be used becomes a problem with a reason. */
import { LARGEST_REPORT, UnusableReport } from './report-files.ts';

/** Where reports are read from. All paths are relative to the workspace, with `/`. */
export interface ReportFiles {
  /** Text of a file, or undefined when it is not there. */
  read(path: string): Promise<string | undefined>;
  /** Names in a folder; needed for patterns such as `test-results/*.xml`. */
  list?(folder: string): Promise<readonly string[]>;
  /** Size in bytes and time of the last change in milliseconds. */
  stat?(path: string): Promise<{ size: number; modified: number } | undefined>;
}

/** A report that is there and cannot be used, with the reason. */
export interface ReportProblem {
  path: string;
  reason: string;
}

export interface Found<Content> {
  path: string;
  content: Content;
}

/** Reads the text of one report; the path is for who needs the name. */
export type Reader<Content> = (text: string, path: string) => Content;

/**
 * Reads one report.
 * @param files where it is read from
 * @param path of the report
 * @param reader of its form
 * @param problems receives why it cannot be used
 * @returns undefined when it is not there, null when it cannot be used
 */
export async function readOne<Content>(files: ReportFiles, path: string, reader: Reader<Content>, problems: ReportProblem[]): Promise<Found<Content> | null | undefined> {
  const refuse = (reason: string): null => {
    problems.push({ path, reason });
    return null;
  };
  try {
    const size = (await files.stat?.(path))?.size ?? 0;
    if (size > LARGEST_REPORT) return refuse('is too large to be read');
    const text = await files.read(path);
    if (text === undefined) return undefined;
    return text.length > LARGEST_REPORT ? refuse('is too large to be read') : { path, content: reader(text, path) };
  } catch (error) {
    return refuse(error instanceof UnusableReport ? error.message : `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Reads the reports that the configuration names. `*` may stand in a file's name.
 * @param files where they are read from
 * @param patterns paths
 * @param reader of their form
 * @param problems receives why one cannot be used, or is not there
 * @returns those that can be used
 */
export async function readNamed<Content>(files: ReportFiles, patterns: readonly string[], reader: Reader<Content>, problems: ReportProblem[]): Promise<Found<Content>[]> {
  const found = await Promise.all(patterns.map(async (pattern) => {
    const results = await Promise.all((await expand(files, pattern)).map((path) => readOne(files, path, reader, problems)));
    if (results.every((one) => one === undefined)) problems.push({ path: pattern, reason: 'is named in the configuration and is not there' });
    return results;
  }));
  return found.flat().filter((one) => one !== undefined && one !== null);
}

/**
 * Reads the first report that can be used.
 * @param files where it is read from
 * @param places in their order
 * @param reader of its form
 * @param problems receives why one cannot be used
 * @returns one report, or none
 */
export async function readFirst<Content>(files: ReportFiles, places: readonly string[], reader: Reader<Content>, problems: ReportProblem[]): Promise<Found<Content>[]> {
  for (const path of places) {
    const found = await readOne(files, path, reader, problems);
    if (found) return [found];
  }
  return [];
}

/**
 * Reads every report that is there.
 * @param files where they are read from
 * @param places paths and patterns
 * @param reader of their form
 * @param problems receives why one cannot be used
 * @returns those that can be used
 */
export async function readUsual<Content>(files: ReportFiles, places: readonly string[], reader: Reader<Content>, problems: ReportProblem[]): Promise<Found<Content>[]> {
  const paths = (await Promise.all(places.map((place) => expand(files, place)))).flat();
  const found = await Promise.all([...new Set(paths)].map((path) => readOne(files, path, reader, problems)));
  return found.filter((one) => one !== undefined && one !== null);
}

/** What lies in a folder, as far as it can be told. */
export async function namesIn({ list }: ReportFiles, folder: string): Promise<readonly string[]> {
  return (await Promise.resolve(list?.(folder)).catch(() => [])) ?? [];
}

/** The paths that a pattern stands for: `*` in the last part is any run of characters. */
async function expand(files: ReportFiles, pattern: string): Promise<string[]> {
  if (!pattern.includes('*')) return [pattern];
  const cut = pattern.lastIndexOf('/') + 1;
  const wanted = new RegExp(`^${pattern.slice(cut).split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`);
  const names = await namesIn(files, pattern.slice(0, Math.max(0, cut - 1)));
  return names.filter((name) => wanted.test(name)).sort().map((name) => pattern.slice(0, cut) + name);
}
