/** Reviews a folder with a mutated file and everything that is made of the review, and says what must never happen. */
import { XMLValidator } from 'fast-xml-parser';
import { exportReport } from '../../../server/app/export.ts';
import { fixesOf, safeEdits, type EditedText, type Fix, type RangeEdit } from '../../../server/app/fixes.ts';
import { analyzeOne, tools } from '../../../server/compose/tools.ts';
import { readBaseline, writeBaseline } from '../../../server/engine/baseline.ts';
import { makeReport, spanOf } from '../../../server/engine/report.ts';
import type { Workspace } from '../../../server/engine/workspace.ts';
import type { JsonReport, ReportRange } from '../../../server/protocol/report.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../server/report/review/formats.ts';
import { ANY_LINE_END, lineStarts } from '../../../server/text/line-starts.ts';
import { cellsOf, changeLog, NotALog, readLog, writeLog } from '../../../server/tracking/log.ts';
import { readOldLog } from '../../../server/tracking/old-log.ts';
import { applyTextEdits } from '../apply-edits.ts';
import { openInMemory } from '../review-in-memory.ts';
import { besides } from './companions.ts';
import type { FuzzFile } from './seeds.ts';

/** With all that facts can hold. */
const analyzeOutlined: typeof analyzeOne = (input) => analyzeOne({ ...input, settings: { ...input.settings, outlined: true } });

/** @returns why the input is a failure; nothing when all is well */
export async function examine(file: FuzzFile): Promise<string | undefined> {
  try {
    return await firstFault(file);
  } catch (error) {
    return `uncaught: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
  }
}

async function firstFault(file: FuzzFile): Promise<string | undefined> {
  const files = besides(file);
  await tools.loadFixes(files.keys());
  const { workspace } = await openInMemory(files, { rules: tools.rules, analyze: analyzeOutlined });
  await workspace.prepare();
  const failed = workspace.skipped().find(({ reason }) => reason.code === 'analysis-failed');
  if (failed !== undefined) return `analysis failed: ${JSON.stringify(failed.reason)}`;
  const judgement = workspace.judge('full');
  if (judgement.failures.length > 0) return `rule failed: ${judgement.failures.map(({ ruleId, reason }) => `${ruleId}: ${reason}`).join('; ')}`;
  const report = makeReport(workspace, judgement, { version: '0.0.0', baseline: new Set(), durationMs: 0 });
  const offers = judgement.findings.map((finding) => ({ finding, fixes: fixesOf(workspace, finding, (path) => files.get(path)) }));
  return misplaced(report, files) ?? unreadable(report) ?? otherFiles(file) ?? await wrongFix(workspace, offers, files);
}

function isWithin({ start, end }: ReportRange, text: string): boolean {
  const starts = lineStarts(text, ANY_LINE_END);
  const isPlace = ({ line, column }: ReportRange['start']): boolean => {
    const from = starts[line - 1];
    return from !== undefined && column >= 1 && from + column - 1 <= (starts[line] ?? text.length);
  };
  return isPlace(start) && isPlace(end) && (start.line < end.line || (start.line === end.line && start.column <= end.column));
}

function misplaced(report: JsonReport, files: ReadonlyMap<string, string>): string | undefined {
  for (const { ruleId, path, range, related } of report.findings) {
    for (const place of [{ path, range }, ...related]) {
      const text = files.get(place.path);
      if (text === undefined) return `${ruleId} names ${place.path}, which does not exist`;
      if (!isWithin(place.range, text)) return `${ruleId} names a place outside of the file: ${JSON.stringify(place.range)}`;
    }
  }
  return undefined;
}

const PARSES: Partial<Record<ReportFormat, (text: string) => boolean>> = {
  json: (text) => JSON.parse(text) !== null,
  sarif: (text) => JSON.parse(text) !== null,
  junit: (text) => XMLValidator.validate(text) === true,
  github: (text) => text.split('\n').every((line) => line === '' || /^::(error|warning|notice) [^\r\n]*$/.test(line)),
};

function unreadable(report: JsonReport): string | undefined {
  for (const format of REPORT_FORMATS) {
    const text = exportReport(report, format);
    if (/[\ud800-\udbff](?![\udc00-\udfff])/.test(text)) return `the report ${format} holds half a character`;
    if (PARSES[format]?.(text) === false) return `the report ${format} does not parse`;
  }
  return undefined;
}

/** What no review reads, but the editor or another command. */
function otherFiles({ path, text }: FuzzFile): string | undefined {
  if (path.endsWith('.csv')) {
    const summary = '=a,"b"\n';
    const after = withIssue(text, summary);
    if (after !== null && cellsOf(readLog(after), 'FUZZ-1')?.Summary !== summary) return 'an issue that is added to the tracking log cannot be read';
    if (readOldLog(text)?.reviews.some(({ time }) => Number.isNaN(Date.parse(time))) === true) return 'a review without a time is taken over';
  }
  if (path.endsWith('archwright-baseline.json')) {
    const baseline = readBaseline(text);
    if ('entries' in baseline && 'problem' in readBaseline(writeBaseline(baseline.entries))) return 'a baseline is written that cannot be read';
  }
  return undefined;
}

/** Null for a file that is refused. */
function withIssue(text: string, summary: string): string | null {
  try {
    return writeLog(changeLog(readLog(text), new Map([['FUZZ-1', { Summary: summary }]])));
  } catch (error) {
    if (error instanceof NotALog) return null;
    throw error;
  }
}

interface Offer {
  finding: { ruleId: string; path: string };
  fixes: Fix[];
}

async function wrongFix(workspace: Workspace, offers: readonly Offer[], files: ReadonlyMap<string, string>): Promise<string | undefined> {
  const whole = new Set<string>();
  for (const path of files.keys()) if (await isWhole(path, files.get(path)!)) whole.add(path);
  for (const { finding, fixes } of offers) {
    for (const fix of fixes) {
      const fault = await faultOf(fix.edits() ?? [], files, whole);
      if (fault !== undefined) return `${finding.ruleId}, fix "${fix.title.replace(/[`"“].*[`"”]/, '…')}": ${fault}`;
    }
  }
  for (const path of workspace.paths()) {
    const own = offers.filter(({ finding }) => finding.path === path).map(({ fixes }) => ({ fixes: () => fixes }));
    const edits = safeEdits(path, own, (fix) => fix.edits());
    const fault = edits.length === 0 ? undefined : await faultOf([{ path, edits, create: false }], files, whole);
    if (fault !== undefined) return `all safe fixes of a file: ${fault}`;
  }
  return undefined;
}

async function faultOf(edited: readonly EditedText[], files: ReadonlyMap<string, string>, whole: ReadonlySet<string>): Promise<string | undefined> {
  for (const { path, edits, create } of edited) {
    const before = files.get(path);
    if (before === undefined && !create) return `edits ${path}, which does not exist`;
    const text = before ?? '';
    if (edits.some(({ range }) => !isWithin(range, text))) return 'edits a place outside of the file';
    if (edits.length === 0) continue;
    const after = applied(text, edits);
    if (after === null) return 'its edits overlap';
    if (whole.has(path) && !await isWhole(path, after)) return 'what it leaves cannot be parsed';
  }
  return undefined;
}

function applied(text: string, edits: readonly RangeEdit[]): string | null {
  try {
    return applyTextEdits(text, edits.map(({ range, text: written }) => ({ span: spanOf(range), text: written })));
  } catch {
    return null;
  }
}

/** Whether the file is judged and has no syntax errors. */
async function isWhole(path: string, text: string): Promise<boolean> {
  const { workspace, made } = await openInMemory(new Map([[path, text]]), { rules: [], analyze: analyzeOutlined });
  return made.problems.length === 0 && (workspace.facts(path)?.syntaxProblems.length ?? 1) === 0;
}
