/** Finds and reads the reports of other tools, and maps their messages to files of the workspace. */
import type { ToolMessage, ToolReport } from '../../facts/tool-messages.ts';
import { namesIn, readNamed, readUsual, type Found, type ReportFiles, type ReportProblem } from '../find-reports.ts';
import { matchPaths } from '../match-paths.ts';
import { TOOL_FOLDERS, TOOL_NAMES } from './places.ts';
import type { ToolOutput, WrittenMessage } from './tool-output.ts';
import { masked, oneLine } from './tool-words.ts';

export interface ToolSources extends ReportFiles {
  /** Files of the workspace that are reviewed. */
  paths: readonly string[];
  /** Reports named in the configuration; the usual places are then ignored. */
  named: readonly string[];
  /** Masks secrets in lines of text. */
  mask?(text: string): Promise<string>;
}

/** The text of further messages is not kept: nobody reads that many, and each must be scanned for secrets. */
const MOST_WORDS = 200;

/**
 * @param sources give the places of reports and the files they may cover
 * @param problems receives unusable reports, and what tools could not do
 * @returns reports sorted by path
 */
export async function readToolReports(sources: ToolSources, problems: ReportProblem[]): Promise<ToolReport[]> {
  const found = sources.named.length > 0
    ? await readNamed(sources, sources.named, 'tools', problems)
    : await readUsual(sources, await usualPaths(sources), 'tools', problems);
  const unique = new Map(found.map((one): [string, Found<ToolOutput[]>] => [one.path, one]));
  const sorted = [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reports: ToolReport[] = [];
  for (const { path, content } of sorted) {
    for (const output of content) reports.push(await taken(output, path, sources, problems));
  }
  return reports;
}

async function usualPaths(files: ReportFiles): Promise<string[]> {
  const inFolders = await Promise.all(TOOL_FOLDERS.map(async (folder) => {
    const names = await namesIn(files, folder);
    return names.filter((name) => TOOL_NAMES.test(name)).map((name) => (folder === '' ? name : `${folder}/${name}`));
  }));
  return inFolders.flat();
}

async function taken(output: ToolOutput, path: string, sources: ToolSources, problems: ReportProblem[]): Promise<ToolReport> {
  const tool = oneLine(output.tool, 60);
  for (const gap of output.gaps) problems.push({ path, reason: oneLine((await masked([gap], sources.mask))[0] ?? '', 300) });
  const places = placesOf(output, sources.paths);
  const inside = distinct(output.messages).flatMap((message) => {
    const place = places.get(message.path);
    return place === undefined ? [] : [{ message, place }];
  });
  inside.sort((a, b) =>
    a.place < b.place
      ? -1
      : a.place > b.place
        ? 1
        : a.message.line - b.message.line || a.message.column - b.message.column || (a.message.code < b.message.code ? -1 : 1),
  );
  const words = await masked(inside.slice(0, MOST_WORDS).map(({ message }) => (message.secret ? '' : message.text)), sources.mask);
  const messages = inside.map(({ message, place }, at): ToolMessage => ({
    code: oneLine(message.code, 100), fault: message.fault, rule: message.rule, topic: message.topic, secret: message.secret,
    path: place, line: message.line, level: message.level,
    text: message.secret ? 'Not shown, because the message may contain a secret.' : words[at] ?? '',
  }));
  const outside = output.messages.filter((message) => !places.has(message.path)).length;
  if (outside > 0 && messages.length === 0) problems.push({ path, reason: `none of the files that ${tool} names in it is reviewed in this workspace` });
  return {
    tool, levels: output.levels, path, messages, outside, topic: output.topic,
    incomplete: output.gaps.length > 0 || (outside > 0 && messages.length === 0),
    olderThan: await changedSince(path, new Set(messages.map((message) => message.path)), sources),
  };
}

/** The same line twice in one report is one message: reports may be combined from overlapping parts. */
function distinct(messages: readonly WrittenMessage[]): WrittenMessage[] {
  const told = new Set<string>();
  return messages.filter(({ path, line, column, code, text }) => {
    const key = JSON.stringify([path, line, column, code, text]);
    const fresh = !told.has(key);
    told.add(key);
    return fresh;
  });
}

/** Most tools run at the workspace root. Another root is tried only if none of their paths matches ours. */
function placesOf({ messages, roots }: ToolOutput, paths: readonly string[]): Map<string, string> {
  const written = new Set(messages.map(({ path }) => path).filter((path) => path !== ''));
  const known = new Set(paths);
  const exact = [...written]
    .map((path): [string, string] => [path, path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')])
    .filter(([, path]) => known.has(path));
  return exact.length > 0 ? new Map(exact) : matchPaths(written, roots, paths).known;
}

async function changedSince(report: string, named: ReadonlySet<string>, { stat }: ReportFiles): Promise<number> {
  const written = await stat?.(report).catch(() => undefined);
  if (stat === undefined || written === undefined) return 0;
  const times = await Promise.all([...named].map(async (path) => (await stat(path).catch(() => undefined))?.modified ?? 0));
  return times.filter((time) => time > written.modified).length;
}
