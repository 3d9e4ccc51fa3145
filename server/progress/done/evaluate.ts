/** Which items of the definition of done are met for an issue: what can be seen is seen, the rest is for a person to tick. Pure. */
import type { DoneResult, DoneSource, DoneState } from '../../protocol/done.ts';
import { counted, firstNames, percent } from '../../text/wording.ts';
import type { Cells, FieldName } from '../../tracking/fields.ts';
import { ASSUMED_FIELDS } from '../../tracking/record.ts';
import type { TrackedIssue } from '../issues.ts';
import { reachesBaseline } from '../models.ts';
import type { DoneItem } from './list.ts';
import type { DoneTick } from './ticks.ts';

/** What git says of an issue. */
export interface IssueInGit {
  commits: number;
  /** The last of them, shortened. */
  last: string;
  mainBranch: string;
  /** The last of them is there. */
  onMain: boolean;
  /** All of it, or a part of it, was taken back. */
  undone: boolean;
  reverted: boolean;
  /** The last commit names who reviewed it. */
  reviewed: boolean;
  /** What its commits made of its files; empty when they changed none. */
  work: string;
}

/** A finding in one of its files, outside the baseline. */
export interface SeenFinding {
  ruleId: string;
  severity: 'error' | 'warning' | 'info';
  blocker: boolean;
  path: string;
  line: number;
}

/** What a review of the folder says of the files of an issue. */
export interface IssueInReview {
  /** Its files that were reviewed, and those that could not be. */
  files: number;
  unread: readonly string[];
  findings: readonly SeenFinding[];
  /** Rules that failed, so that what they would have found is not known. */
  failed: readonly string[];
  /** Null without a report. */
  coverage: { source: string; isOld: boolean; covered: number; total: number } | null;
  /** Of the whole folder; null without a report. */
  tests: { source: string; isOld: boolean; passed: number; failed: number } | null;
  publicItems: number;
  documentedItems: number;
  /** By name, those that are configured, or the one of every review; what could not be evaluated has a reason. */
  gates: ReadonlyMap<string, { passed: boolean; failed: readonly string[] } | { problem: string }>;
}

export interface DoneEvidence {
  issue: TrackedIssue;
  /** Its row of the log. */
  cells: Cells;
  /** Null outside of git, and where no commit names it. */
  git: IssueInGit | null;
  /** Null where no review was made. */
  review: IssueInReview | null;
}

interface Seen {
  state: DoneState;
  evidence: string;
  source: DoneSource | null;
}

/** Shares in percent, of those who name none. */
const COVERED = 90;
const DOCUMENTED = 90;
const RANK = { error: 2, warning: 1, info: 0 };

/** @param items of the list that the issue has @param ticks of this issue, by item */
export function evaluateDone(items: readonly DoneItem[], evidence: DoneEvidence, ticks: Readonly<Partial<Record<string, DoneTick>>>): DoneResult[] {
  return items.map((item) => {
    const { id, group, title } = item;
    const seen = seenOf(item, evidence);
    const tick = ticks[id];
    // What can be seen to be wrong is not put right by a tick.
    if (tick === undefined || seen.state !== 'not-seen') return { id, group, title, ...seen, by: null, at: null, expired: false };
    const expired = tick.work !== (evidence.git?.work ?? '');
    const words = `Ticked by ${tick.by} on ${tick.at}`;
    return {
      id, group, title, state: expired ? 'not-seen' : 'met', evidence: expired ? `${words}, before its files changed` : words, source: 'person',
      by: tick.by, at: tick.at, expired,
    };
  });
}

function seenOf(item: DoneItem, evidence: DoneEvidence): Seen {
  switch (item.check) {
    case 'person': return unseen('For a person to tick');
    case 'review': return review(evidence);
    case 'coverage': return coverage(evidence, item.min ?? COVERED);
    case 'tests': return tests(evidence);
    case 'findings': return findings(evidence, item.severity ?? 'error', item.rules ?? null);
    case 'documentation': return documentation(evidence, item.min ?? DOCUMENTED);
    case 'gates': return gates(evidence, item.gates ?? null);
    case 'merged': return merged(evidence);
    case 'model': return model(evidence);
    case 'field': return fields(evidence, item);
  }
}

function unseen(evidence: string): Seen {
  return { state: 'not-seen', evidence, source: null };
}

function seen(isMet: boolean, evidence: string, source: DoneSource): Seen {
  return { state: isMet ? 'met' : 'not-met', evidence, source };
}

function review({ issue, git }: DoneEvidence): Seen {
  if (issue.review === 'Approved' || issue.review === 'Changes Requested') return seen(issue.review === 'Approved', issue.review, 'log');
  if (git?.reviewed === true) return seen(true, `Commit ${git.last} names who reviewed it`, 'git');
  return unseen(issue.review === '' ? 'The log tells of no review' : `Review: ${issue.review}`);
}

function coverage({ issue, review: made }: DoneEvidence, min: number): Seen {
  const report = made?.coverage ?? null;
  if (report !== null && !report.isOld && report.total > 0) {
    const words = `${percent(report.covered, report.total)} of ${counted(report.total, 'line')} of its files, by ${report.source}`;
    return seen(100 * report.covered >= min * report.total, words, 'review');
  }
  if (issue.coverage !== null) return seen(issue.coverage >= min, `${issue.coverage}%`, 'log');
  if (report === null) return unseen('No coverage report');
  return unseen(report.isOld ? `${report.source}: run the tests again` : `${report.source} tells nothing of its files`);
}

function tests({ issue, review: made }: DoneEvidence): Seen {
  const report = made?.tests ?? null;
  if (report !== null && !report.isOld && report.passed + report.failed > 0) {
    const ran = counted(report.passed + report.failed, 'test');
    const words = report.failed > 0 ? `${report.failed} of ${ran} failed` : `${ran} passed`;
    return seen(report.failed === 0, `${words}, by ${report.source}`, 'review');
  }
  if (issue.tests === 'Passed' || issue.tests === 'Failed') return seen(issue.tests === 'Passed', issue.tests, 'log');
  if (report === null) return unseen(issue.tests === '' ? 'No test report' : `Tests: ${issue.tests}`);
  return unseen(report.isOld ? `${report.source}: run the tests again` : `${report.source} has no test that ran`);
}

/** @returns why nothing can be said of its files; null when something can */
function unreadable(made: IssueInReview | null): string | null {
  if (made === null) return 'Its files were not reviewed';
  return made.files === 0 && made.unread.length === 0 ? 'None of its files is reviewed' : null;
}

function findings({ review: made }: DoneEvidence, severity: SeenFinding['severity'], rules: readonly string[] | null): Seen {
  const why = unreadable(made);
  if (made === null || why !== null) return unseen(why ?? '');
  const isAsked = (ruleId: string): boolean => rules === null || rules.some((rule) => rule === ruleId || rule === `${ruleId.split('/')[0]!}/*`);
  const found = made.findings.filter((each) => isAsked(each.ruleId) && (each.blocker || RANK[each.severity] >= RANK[severity]));
  if (found.length > 0) {
    const [{ path, line, ruleId }] = found as [SeenFinding];
    return seen(false, `${counted(found.length, 'finding')}, the first ${ruleId} in ${path}:${line}`, 'review');
  }
  // Could not run is not clean.
  if (made.unread.length > 0) return unseen(`${firstNames(made.unread, 1)} could not be read`);
  const failed = made.failed.filter(isAsked);
  if (failed.length > 0) return unseen(`${firstNames(failed, 1)} could not run`);
  const worst = severity === 'error' ? 'error' : severity === 'warning' ? 'error or warning' : 'finding';
  return seen(true, `No ${worst} in ${counted(made.files, 'file')}`, 'review');
}

function documentation({ review: made }: DoneEvidence, min: number): Seen {
  const why = unreadable(made);
  if (made === null || why !== null) return unseen(why ?? '');
  if (made.unread.length > 0) return unseen(`${firstNames(made.unread, 1)} could not be read`);
  const { publicItems, documentedItems } = made;
  if (publicItems === 0) return seen(true, 'Nothing public in its files', 'review');
  return seen(100 * documentedItems >= min * publicItems, `${percent(documentedItems, publicItems)} of ${counted(publicItems, 'public item')}`, 'review');
}

function gates({ review: made }: DoneEvidence, names: readonly string[] | null): Seen {
  if (made === null) return unseen('Its files were not reviewed');
  const asked = names ?? [...made.gates.keys()];
  const known = asked.map((name) => ({ name, gate: made.gates.get(name) ?? { problem: `there is no gate "${name}"` } }));
  const failed = known.flatMap(({ name, gate }) => ('failed' in gate && !gate.passed ? [`${name}: ${gate.failed[0] ?? 'failed'}`] : []));
  if (failed.length > 0) return seen(false, failed.join('; '), 'review');
  const problems = known.flatMap(({ gate }) => ('problem' in gate ? [gate.problem] : []));
  if (problems.length > 0 || known.length === 0) return unseen(problems[0] ?? 'No gate was evaluated');
  return seen(true, `${firstNames(asked)} passed`, 'review');
}

function merged({ git }: DoneEvidence): Seen {
  if (git === null) return unseen('Git tells of no commit');
  if (git.undone) return seen(false, 'All of it was taken back', 'git');
  if (git.reverted) return seen(false, 'A part of it was taken back', 'git');
  const last = `${counted(git.commits, 'commit')}, the last ${git.last}`;
  if (git.mainBranch === '') return unseen(`${last}; no branch is known as the main one`);
  return seen(git.onMain, `${last}${git.onMain ? ` on ${git.mainBranch}` : `, not on ${git.mainBranch}`}`, 'git');
}

function model({ issue: { metric, baseline, achieved } }: DoneEvidence): Seen {
  const name = metric === '' ? 'score' : metric;
  if (achieved === null) return unseen(`The log has no ${name}`);
  if (baseline === null) return unseen(`${name} ${achieved}, and no baseline to compare it with`);
  return seen(reachesBaseline(metric, baseline, achieved), `${name} ${achieved} against ${baseline}`, 'log');
}

function fields({ issue, cells }: DoneEvidence, { fields: asked, met, open }: Extract<DoneItem, { check: 'field' }>): Seen {
  const value = (field: FieldName): string => (issue.assumed && ASSUMED_FIELDS.has(field) ? '' : cells[field].trim());
  const missing = asked.filter((field) => value(field) === '');
  const words = asked.filter((field) => value(field) !== '').map((field) => `${field}: ${value(field)}`).join(', ');
  const isOther = (field: FieldName): boolean => met !== undefined && !met.includes(value(field)) && open?.includes(value(field)) !== true;
  if (asked.some((field) => value(field) !== '' && isOther(field))) return seen(false, words, 'log');
  if (missing.length > 0) return unseen(`Nobody set ${missing.join(', ')}`);
  return asked.some((field) => met?.includes(value(field)) === false) ? unseen(words) : seen(true, words, 'log');
}
