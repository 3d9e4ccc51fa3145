/** How far a team kept to what it agreed on, by its tracking log and its audit log: six checks, a grade, and what to do. */
import type { AuditEntry } from './entries.ts';

/** A row of the tracking log by the names of its columns. */
export type TrackedRow = Readonly<Record<string, string>>;

export interface ComplianceCheck {
  id: 'data-governance' | 'model-documentation' | 'code-review' | 'testing' | 'security' | 'audit-trail';
  title: string;
  /** Percent; null when there is nothing to check. */
  score: number | null;
  status: 'compliant' | 'not compliant' | 'does not apply';
  details: string;
  /** Keys of issues, or names of rows, that do not comply; the first ones. */
  missing: string[];
}

export interface ComplianceReport {
  schemaVersion: 1;
  /** Mean of the checks that apply; null when none does. */
  score: number | null;
  grade: string | null;
  checks: ComplianceCheck[];
  recommendations: string[];
}

/** What the report is made of. */
export interface ComplianceInput {
  rows: readonly TrackedRow[];
  entries: readonly AuditEntry[];
  /** What the verification of the audit log found; null when there is none. */
  audit: { intact: boolean; firstBad: { index: number; reason: string } | null } | null;
}

/** From this percentage on, a check complies. */
const COMPLIANT = 90;
/** Lowest coverage of a tested issue, in percent. */
const COVERED = 80;
const MOST_NAMED = 10;
const GRADES: readonly (readonly [from: number, grade: string])[] = [[95, 'A+'], [90, 'A'], [85, 'B+'], [80, 'B'], [70, 'C'], [0, 'F']];

const RECOMMENDATIONS: Readonly<Record<ComplianceCheck['id'], string>> = {
  'data-governance': 'Write down the data source of every AI/ML issue.',
  'model-documentation': 'Write down algorithm, metric and achieved score of every AI/ML issue.',
  'code-review': 'Have every finished issue reviewed, and keep the approval in the log.',
  'testing': `Finish issues only with passed tests and a coverage of at least ${COVERED}%.`,
  'security': 'Resolve blockers and issues that do not comply before anything is released.',
  'audit-trail': 'Find out who changed the audit log, and compare it with a checkpoint that is kept elsewhere.',
};

/** @returns the report; a check without anything to judge is left out of the score */
export function complianceOf({ rows, entries, audit }: ComplianceInput): ComplianceReport {
  const learning = rows.filter((row) => isFilled(row, 'AI Model Type'));
  const done = rows.filter((row) => /^done$/i.test(row['Status'] ?? ''));
  const blockers = lastBlockers(entries);
  const checks: ComplianceCheck[] = [
    share('data-governance', 'Data governance', learning, (row) => isFilled(row, 'Data Source'), 'AI/ML issues name their data source'),
    share('model-documentation', 'Model documentation', learning, (row) =>
      ['Algorithm Used', 'Performance Metric', 'Achieved Score'].every((column) => isFilled(row, column)), 'AI/ML issues are documented'),
    share('code-review', 'Code review', done, (row) => /^approved$/i.test(row['Code Review Status'] ?? ''), 'finished issues were approved'),
    share('testing', 'Testing', done, (row) => /^passed$/i.test(row['Test Status'] ?? '') && coverageOf(row) >= COVERED, 'finished issues passed their tests'),
    securityCheck(rows, blockers),
    auditCheck(audit),
  ];
  const scores = checks.map(({ score }) => score).filter((score) => score !== null);
  const score = scores.length === 0 ? null : Math.round((10 * scores.reduce((sum, one) => sum + one, 0)) / scores.length) / 10;
  return {
    schemaVersion: 1, score, grade: score === null ? null : GRADES.find(([from]) => score >= from)?.[1] ?? 'F', checks,
    recommendations: checks.filter(({ status }) => status === 'not compliant').map(({ id }) => RECOMMENDATIONS[id]),
  };
}

function isFilled(row: TrackedRow, column: string): boolean {
  return (row[column] ?? '').trim() !== '';
}

function coverageOf(row: TrackedRow): number {
  const text = (row['Code Coverage'] ?? '').replace('%', '').trim();
  return text === '' ? NaN : Number(text);
}

function check(id: ComplianceCheck['id'], title: string, score: number | null, details: string, missing: string[] = []): ComplianceCheck {
  const status = score === null ? 'does not apply' : score >= COMPLIANT ? 'compliant' : 'not compliant';
  return { id, title, score, status, details, missing };
}

function share(id: ComplianceCheck['id'], title: string, rows: readonly TrackedRow[], complies: (row: TrackedRow) => boolean, what: string): ComplianceCheck {
  if (rows.length === 0) return check(id, title, null, 'the tracking log has no issue to check');
  const missing = rows.filter((row) => !complies(row)).map((row, at) => row['Issue Key'] || row['Summary'] || `row ${at + 1}`);
  const kept = rows.length - missing.length;
  // Never 100 of a part.
  const score = Math.floor((1000 * kept) / rows.length) / 10;
  return check(id, title, score, `${kept} of ${rows.length} ${what}`, missing.slice(0, MOST_NAMED));
}

/** Blockers of the review that was logged last; null when none was. */
function lastBlockers(entries: readonly AuditEntry[]): number | null {
  const blockers = entries.findLast(({ kind }) => kind === 'review')?.details['blockers'];
  return typeof blockers === 'number' ? blockers : null;
}

function securityCheck(rows: readonly TrackedRow[], blockers: number | null): ComplianceCheck {
  const judged = rows.filter((row) => isFilled(row, 'Compliance Status'));
  const found = share('security', 'Security', judged, (row) => /^compliant$/i.test(row['Compliance Status'] ?? ''), 'issues are compliant');
  if (blockers === null) return found;
  const words = `the last review that was logged has ${blockers === 0 ? 'no' : blockers} blocker${blockers > 1 ? 's' : ''}`;
  if (blockers > 0) return check('security', 'Security', 0, words, found.missing);
  return found.score === null ? check('security', 'Security', 100, words) : { ...found, details: `${found.details}, and ${words}` };
}

function auditCheck(audit: ComplianceInput['audit']): ComplianceCheck {
  if (audit === null) return check('audit-trail', 'Audit trail', null, 'there is no audit log');
  const { intact, firstBad } = audit;
  return check('audit-trail', 'Audit trail', intact ? 100 : 0, intact ? 'the audit log is intact' : `entry ${firstBad?.index ?? 0}: ${firstBad?.reason ?? ''}`);
}
