/** Which messages of other tools count in the score (each fault once), and why the others do not. */
import { groupedBy } from '../text/order.ts';
import type { ToolMessage, ToolReport } from '../facts/tool-messages.ts';
import type { ReportFinding, ReportTool, ReportToolMessage } from '../protocol/report.ts';
import { milder, type Severity } from '../findings/severity.ts';
import type { CriterionId } from '../findings/rule-meta.ts';
import { DIMENSIONS, LEVELS, OTHER_LEVEL, SEVERITY_WEIGHT, TOPIC_ROLES, TOPICS } from '../score/formula.ts';
import type { ScoredRole, ToolCount } from '../score/input.ts';
import { counted } from '../text/wording.ts';
import { alreadyFound, toldOnce, type OwnPlace } from './once.ts';

/** What must be known about the workspace. */
export interface ToolContext {
  /** Our own findings, as reported. */
  findings: readonly ReportFinding[];
  roleOf(path: string): ScoredRole;
  /** Severity of a rule for a file; undefined when it is off there. */
  severityOf(rule: string, path: string): Severity | undefined;
  criterionOf(rule: string): CriterionId | null;
  /** Whether the configuration or a comment allows it. */
  isAllowed(rule: string, message: ToolMessage): boolean;
}

type Why = ReportToolMessage['why'];

/** A message being processed: `why` is null as long as it counts. */
interface Judged {
  report: number;
  message: ToolMessage;
  criterion: CriterionId | null;
  severity: Severity;
  why: Why;
}

/** How many messages of each report are listed; all are counted. */
const MOST_LISTED = 200;

/** Rules whose findings a share already counts. */
const MEASURED: ReadonlySet<string> = new Set(DIMENSIONS.flatMap(({ criteria }) => criteria.flatMap(({ measured }) => measured)));

/** Handlers that catch too much and handlers that drop the error: our rules report each handler only once. */
const SPOKEN_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['quality/bare-except', ['quality/swallowed-error']],
  ['quality/swallowed-error', ['quality/bare-except']],
]);

/**
 * @param reports what other tools said
 * @param context of the workspace
 * @returns counts for the score, and the reports in the shape of the JSON report
 */
export function judgeReports(reports: readonly ToolReport[], context: ToolContext): { counts: ToolCount[]; tools: ReportTool[] } {
  const judged = reports.map(({ messages, levels }, report) => messages.map((message) => judge(message, report, levels, context)));
  const found = placesOf(context.findings);
  // Messages about the same fault in the same file.
  const groups = groupedBy(judged.flat().filter(({ why }) => why === null), ({ message }) => JSON.stringify([message.fault, message.path]));
  for (const group of groups.values()) {
    leaveOutFound(group, found);
    leaveOutMeasured(group);
    leaveOutTwice(group);
  }
  return {
    counts: reports.flatMap((report, at) => countsOf(report, judged[at]!, context)),
    tools: reports.map((report, at) => toolOf(report, judged[at]!)),
  };
}

function judge(message: ToolMessage, report: number, levels: ToolReport['levels'], context: ToolContext): Judged {
  const { rule, topic, path } = message;
  const told = (LEVELS[levels] as Readonly<Record<string, Severity>>)[message.level] ?? OTHER_LEVEL;
  if (rule === null) {
    const counts = topic !== null && TOPIC_ROLES.includes(context.roleOf(path));
    return { report, message, criterion: counts ? TOPICS[topic] : null, severity: told, why: counts ? null : 'no-criterion' };
  }
  const own = context.severityOf(rule, path);
  const why = own === undefined ? 'rule-off' : context.isAllowed(rule, message) ? 'allowed' : null;
  return { report, message, criterion: context.criterionOf(rule), severity: milder(told, own), why };
}

/** Where our findings stand, by rule and file. */
function placesOf(findings: readonly ReportFinding[]): Map<string, OwnPlace[]> {
  const byFile = groupedBy(findings, ({ ruleId, path }) => JSON.stringify([ruleId, path]));
  return new Map([...byFile].map(([key, own]) => [key, own.map(({ range }) => ({ from: range.start.line, to: range.end.line }))]));
}

function leaveOutFound(group: readonly Judged[], found: ReadonlyMap<string, OwnPlace[]>): void {
  const { rule, path } = group[0]!.message;
  if (rule === null) return;
  const own = [rule, ...(SPOKEN_FOR.get(rule) ?? [])].flatMap((one) => found.get(JSON.stringify([one, path])) ?? []);
  if (own.length === 0) return;
  for (const messages of groupedBy(group, ({ report }) => report).values()) {
    for (const at of alreadyFound(own, messages.map(({ message }) => message.line))) messages[at]!.why = 'already-found';
  }
}

function leaveOutMeasured(group: readonly Judged[]): void {
  for (const one of group) {
    if (one.why !== null) continue;
    if (one.criterion === null) one.why = 'no-criterion';
    else if (one.message.rule !== null && MEASURED.has(one.message.rule)) one.why = 'measured-otherwise';
  }
}

function leaveOutTwice(group: readonly Judged[]): void {
  const left = group.filter(({ why }) => why === null);
  const taken = toldOnce(left.map(({ report, message, severity }) => ({ report, line: message.line, weight: Math.round(SEVERITY_WEIGHT[severity] * 10) })));
  left.forEach((one, at) => {
    if (!taken.has(at)) one.why = 'told-twice';
  });
}

function countsOf(report: ToolReport, judged: readonly Judged[], { roleOf }: ToolContext): ToolCount[] {
  const { tool } = report;
  const source = report.olderThan > 0 ? `${report.path}, older than ${counted(report.olderThan, 'file')} it names` : report.path;
  const counts = new Map<string, ToolCount>();
  for (const { message, criterion, severity, why } of judged) {
    if (why !== null || criterion === null) continue;
    const role = roleOf(message.path);
    const key = JSON.stringify([criterion, severity, role]);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { tool, source, criterion, severity, role, count: 1 });
  }
  const criterion = report.topic === null ? null : TOPICS[report.topic];
  // A module that mypy did not find says nothing against the code, but the report is not clean either.
  const clean = !report.incomplete && judged.every(({ why }) => why !== 'no-criterion');
  if (criterion === null || !clean || [...counts.values()].some((one) => one.criterion === criterion)) return [...counts.values()];
  return [...counts.values(), { tool, source, criterion, severity: 'info', role: 'source', count: 0 }];
}

function toolOf(report: ToolReport, judged: readonly Judged[]): ReportTool {
  const because = (why: Why): number => judged.filter((one) => one.why === why).length;
  const sums = { counted: because(null), alreadyFound: because('already-found'), toldTwice: because('told-twice') };
  return {
    tool: report.tool,
    path: report.path,
    read: judged.length,
    ...sums,
    notCounted: judged.length - sums.counted - sums.alreadyFound - sums.toldTwice,
    outside: report.outside,
    olderThan: report.olderThan,
    complete: !report.incomplete,
    messages: judged.slice(0, MOST_LISTED).map(({ message, criterion, severity, why }): ReportToolMessage => ({
      code: message.code,
      ruleId: message.rule,
      criterion: why === null ? criterion : null,
      severity,
      path: message.path,
      line: message.line,
      message: message.text,
      why,
    })),
  };
}
