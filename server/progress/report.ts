/** Puts a report together of what was asked for, with what its figures do not hold. */
import type { Commit } from '../facts/commit.ts';
import type { Progress, ReportKind } from '../protocol/progress.ts';
import type { ReviewEvent } from '../protocol/tracking.ts';
import type { Calendar } from '../text/calendar.ts';
import { counted, firstNames, grouped } from '../text/wording.ts';
import { coupling, hotspots, ownership } from './code.ts';
import { completion } from './completion.ts';
import { cycleTime } from './cycle-time.ts';
import type { Delivered } from './delivery.ts';
import type { TrackedIssue } from './issues.ts';
import { kpi, type GateRun } from './kpi.ts';
import { aiMl } from './models.ts';
import { overdue, risk } from './risk.ts';
import { velocity } from './velocity.ts';
import { weekly } from './weekly.ts';

/** What is read from the log; the others are read from the commits alone. */
export const OF_LOG: ReadonlySet<ReportKind> = new Set(['velocity', 'completion', 'cycle-time', 'ai-ml', 'risk', 'overdue', 'weekly', 'kpi']);

export interface ReportInput {
  kinds: readonly ReportKind[];
  issues: readonly TrackedIssue[];
  reviews: readonly ReviewEvent[];
  /** Null when no audit log is kept. */
  gates: readonly GateRun[] | null;
  /** Null outside of git, and where no kind needs it. */
  history: {
    delivered: Delivered;
    /** Without merges; times in seconds since 1970. */
    commits: readonly { author: string; time: number }[];
    /** Keys of rows whose commit is not there any more. */
    lost: readonly string[];
    /** Commits on the main branch that came after all that the log knows. */
    notInLog: number;
  } | null;
  /** Null outside of git, and where no kind needs it. */
  code: { commits: readonly Commit[]; lines: ReadonlyMap<string, number> } | null;
  shallow: boolean;
  /** Why git was not read; empty when it was. */
  noGit: string;
  calendar: Calendar;
  /** Milliseconds since 1970. */
  now: number;
  week?: string | undefined;
}

export function progressOf(input: ReportInput): Progress {
  const { kinds, issues, history, calendar, now } = input;
  const wants = (kind: ReportKind): boolean => kinds.includes(kind);
  const has = issues.length > 0;
  const git = history === null ? null : { commits: history.commits, deployments: history.delivered.deployments };
  const code = input.code === null ? null : { ...input.code, calendar, now };
  return {
    schemaVersion: 1, generatedAt: new Date(now).toISOString(), timeZone: calendar.timeZone,
    log: { issues: issues.length, assumedIssues: issues.filter(({ assumed }) => assumed).length },
    notes: notesOn(input),
    ...(wants('velocity') ? { velocity: has ? velocity(issues, calendar, now) : null } : {}),
    ...(wants('completion') ? { completion: has ? completion(issues, now) : null } : {}),
    ...(wants('cycle-time') ? { cycleTime: has ? cycleTime(issues, calendar) : null } : {}),
    ...(wants('ai-ml') ? { aiMl: has ? aiMl(issues, calendar) : null } : {}),
    ...(wants('risk') ? { risk: has ? risk(issues, calendar, now) : null } : {}),
    ...(wants('overdue') ? { overdue: has ? overdue(issues, calendar, now) : null } : {}),
    ...(wants('weekly') ? { weekly: has || git !== null ? weekly({ ...input, git }) : null } : {}),
    ...(wants('kpi') ? { kpi: has || git !== null ? kpi({ ...input, delivered: history?.delivered ?? null }) : null } : {}),
    ...(wants('hotspots') ? { hotspots: code === null ? null : hotspots(code) } : {}),
    ...(wants('coupling') ? { coupling: code === null ? null : coupling(code) } : {}),
    ...(wants('ownership') ? { ownership: code === null ? null : ownership(code) } : {}),
  };
}

function notesOn({ kinds, issues, history, shallow, noGit }: ReportInput): string[] {
  const notes: string[] = [];
  const ofLog = kinds.some((kind) => OF_LOG.has(kind));
  if (ofLog && issues.length === 0) notes.push('The log has no issues yet. "archwright track import" fills it from git.');
  if (noGit !== '' && kinds.some((kind) => !OF_LOG.has(kind) || kind === 'kpi' || kind === 'weekly')) notes.push(`Git tells nothing: ${noGit}.`);
  const assumed = issues.filter((issue) => issue.assumed).length;
  const judged: readonly ReportKind[] = ['velocity', 'completion', 'risk', 'weekly'];
  if (assumed > 0 && kinds.some((kind) => judged.includes(kind)))
    notes.push(`Nobody set points, value and risk of ${grouped(assumed)} of ${counted(issues.length, 'issue')}: ` +
      `each counts 2 points, or 3 for work on models.`);
  if (shallow) notes.push('The clone is shallow: what came before its beginning is missing in all figures. Fetch the whole history ("fetch-depth: 0").');
  if (history === null) return notes;
  const { lost, notInLog } = history;
  if (lost.length > 0)
    notes.push(`The commit of ${counted(lost.length, 'issue')} is ${shallow ? 'not in this clone' : 'no longer in the history, which was written anew'}: `
      + `${firstNames(lost)}. Lead times leave ${lost.length === 1 ? 'it' : 'them'} out.`);
  if (ofLog && issues.length > 0 && notInLog > 0)
    notes.push(`${counted(notInLog, 'commit')} on the main branch came after all that the log knows; "archwright track import" adds them.`);
  return notes;
}
