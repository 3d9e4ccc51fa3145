/** Answers what panel, views and status bar ask about a folder, and tells in which version each part is. */
import { groupFindings, matchingFindings } from '../../digest/findings.ts';
import { selectRows, trendOf, withFields } from '../../digest/log-rows.ts';
import type { Answers, BlockImport, EdgeFlow, FolderState, ListPage, LogLine, NewCodeWords, Versions } from '../../protocol/answers.ts';
import type { AnswerTo, LogFilter, Question } from '../../protocol/question.ts';
import type { JsonReport, ReportFinding, ReportOrigin } from '../../protocol/report.ts';
import type { LogRow } from '../../protocol/tracking.ts';
import { digestOf } from '../../text/digest.ts';
import { Failure } from '../failure.ts';
import { bottlenecksPart } from './bottlenecks.ts';
import { logCsv } from './log-csv.ts';
import { fieldInfos } from './log-fields.ts';
import { groupsOf, linesOf, placeOf, type RowGroup } from './log-lines.ts';
import { velocityPart } from './velocity.ts';
import { cutsPart, figuresPart, graphPart, originPart, scorePart } from './parts.ts';

/** What is known of a folder. Report and rows are replaced by new ones when they change, never changed themselves. */
export interface ShownFolder {
  key: string;
  name: string;
  /** Why it cannot be reviewed, as a sentence. */
  problem: string | null;
  /** Null before the first review. */
  report: JsonReport | null;
  log: readonly LogRow[];
  /** In which weeks are counted. */
  timeZone: string;
  origin: ReportOrigin;
  /** Another one when other code may be new. */
  changesVersion: string;
  /** Counts the states that imports were read from. */
  importsVersion: string;
  importsBetween: (from: string, to: string) => BlockImport[];
  flowsOn: (edges: readonly (readonly [string, string])[]) => EdgeFlow[];
}

/** The parts of a report, made when they are first asked for, each with its version. */
type Made = { [Name in 'graph' | 'figures' | 'score' | 'cuts']: Answers[Name] };

const madeOf = new WeakMap<JsonReport, { parts: Made; versions: Versions }>();
const versionOfLog = new WeakMap<readonly LogRow[], string>();
/** The last order of each log: the pages of a list are asked for one after the other. */
const ordered = new WeakMap<readonly LogRow[], { key: string; rows: LogRow[] }>();
/** The last groups of each order. */
const grouped = new WeakMap<readonly LogRow[], { key: string; groups: RowGroup[] }>();

/** @returns the same text for the same content, so that a restart or an edit that is taken back makes nothing new */
export function versionOf(content: unknown): string {
  return digestOf(JSON.stringify(content) ?? '');
}

/** What is told of a folder to those who have not asked. */
export function stateOf({ key, name, problem, report, log, timeZone, origin, changesVersion, importsVersion }: ShownFolder): FolderState {
  let logVersion = versionOfLog.get(log);
  if (logVersion === undefined) versionOfLog.set(log, logVersion = versionOf(log));
  const ofReview = report === null ? {} : { ...made(report).versions, origin: versionOf(originPart(origin)) };
  return { key, name, problem, versions: { ...ofReview, log: `${logVersion} ${timeZone}`, imports: importsVersion, changes: changesVersion } };
}

/** Which findings are in new code, or why that cannot be told. */
export type Focus = { words: string; holds: (finding: ReportFinding) => boolean } | { problem: string };

/**
 * @param focus for a question about new code
 * @throws {Failure} when the folder has not been reviewed and the question is about its review
 */
export function answerTo<Asked extends Question>(folder: ShownFolder, question: Asked, focus?: Focus): AnswerTo<Asked>;
export function answerTo(folder: ShownFolder, question: Question, focus?: Focus): AnswerTo<Question> {
  switch (question.kind) {
    case 'log': {
      const { rows, lines } = tableOf(folder.log, question);
      const { total, entries } = pageOf(lines, question);
      const shown = entries.map((line) => (line.kind === 'group' ? line : withFields(line, question.fields)));
      return { total, entries: shown, found: rows.length, all: folder.log.length };
    }
    case 'log-place': {
      const { lines, groups } = tableOf(folder.log, question);
      return { index: placeOf(lines, groups, question.row) };
    }
    case 'log-table': {
      const { rows, groups } = tableOf(folder.log, question);
      return { csv: logCsv(groups.length > 0 ? groups.flatMap((group) => group.rows) : rows, question.fields) };
    }
    case 'log-fields':
      return fieldInfos(folder.log);
    case 'trend':
      return trendOf(folder.log);
    case 'velocity':
      return velocityPart(folder.log, folder.timeZone, Date.now());
    case 'imports':
      return folder.importsBetween(question.from, question.to);
    case 'flows':
      return folder.flowsOn(question.edges);
  }
  const { report } = folder;
  if (report === null) throw new Failure('The folder has not been reviewed yet.');
  if (question.kind === 'origin') return originPart(folder.origin);
  if (question.kind === 'findings' || question.kind === 'groups') {
    const found = matchingFindings(report.findings, question).filter((finding) => focus === undefined || ('holds' in focus && focus.holds(finding)));
    if (question.kind === 'findings') return pageOf(found, question);
    return { ...pageOf(groupFindings(found, question.by), question), found: found.length, ...(focus === undefined ? {} : { newCode: wordsOf(focus) }) };
  }
  const { parts, versions } = made(report);
  if (question.kind === 'bottlenecks') return bottlenecksPart(parts.graph, versions.graph ?? '', question.block);
  return parts[question.kind];
}

function wordsOf(focus: Focus): NewCodeWords {
  return 'holds' in focus ? { words: focus.words } : { problem: focus.problem };
}

function made(report: JsonReport): { parts: Made; versions: Versions } {
  const before = madeOf.get(report);
  if (before !== undefined) return before;
  const parts: Made = { graph: graphPart(report), figures: figuresPart(report), score: scorePart(report), cuts: cutsPart(report) };
  const versions: Versions = { findings: versionOf(report.findings) };
  for (const [part, content] of Object.entries(parts)) versions[part as keyof Made] = versionOf(content);
  const all = { parts, versions };
  madeOf.set(report, all);
  return all;
}

/** Rows that match, their groups where they are grouped, and what of it is shown. */
function tableOf(log: readonly LogRow[], filter: Omit<LogFilter, 'fields'>): { rows: readonly LogRow[]; groups: RowGroup[]; lines: readonly LogLine[] } {
  const rows = inOrder(log, filter);
  const { group, sort, descending } = filter;
  if (group === undefined) return { rows, groups: [], lines: rows };
  const isDescending = sort === group.by && descending;
  const key = JSON.stringify([group.by, isDescending]);
  let kept = grouped.get(rows);
  if (kept?.key !== key) grouped.set(rows, kept = { key, groups: groupsOf(rows, group.by, isDescending) });
  return { rows, groups: kept.groups, lines: linesOf(kept.groups, group) };
}

function inOrder(log: readonly LogRow[], { search, rows, sort, descending, filters }: Omit<LogFilter, 'fields' | 'group'>): readonly LogRow[] {
  const key = JSON.stringify([search, rows, sort, descending, filters]);
  const before = ordered.get(log);
  if (before?.key === key) return before.rows;
  const selected = selectRows(log, { search, rows, sort, descending, ...(filters !== undefined && { filters }) });
  ordered.set(log, { key, rows: selected });
  return selected;
}

function pageOf<Entry>(entries: readonly Entry[], { offset, limit }: { offset: number; limit: number }): ListPage<Entry> {
  return { total: entries.length, entries: entries.slice(offset, offset + limit) };
}
