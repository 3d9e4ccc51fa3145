/** The issues of the log as reports read them. A cell that holds no value of its field counts as empty. */
import { itemsOf, type Cells } from '../tracking/fields.ts';
import { ASSUMED } from '../tracking/record.ts';
import { epochOf, secondsOf } from '../tracking/units.ts';

export interface TrackedIssue {
  key: string;
  summary: string;
  type: string;
  priority: string;
  status: string;
  assignee: string;
  /** Milliseconds since 1970; null where the log does not tell. */
  created: number | null;
  updated: number | null;
  resolved: number | null;
  due: number | null;
  /** The day is meant, and not a moment of it. */
  dueIsDay: boolean;
  points: number | null;
  sprint: string;
  labels: string[];
  components: string[];
  /** Empty for what is no work on a model. */
  model: string;
  metric: string;
  baseline: number | null;
  achieved: number | null;
  /** Milliseconds. */
  inference: number | null;
  /** Hours. */
  spent: number | null;
  stage: string;
  value: string;
  debt: string;
  risk: string;
  hash: string;
  description: string;
  dataSource: string;
  review: string;
  tests: string;
  /** Percent. */
  coverage: number | null;
  compliance: string;
  /** Nobody set its points, and with them priority, value and risk. */
  assumed: boolean;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const HOUR = 3600;

/** @param rows of the log */
export function trackedIssues(rows: readonly Cells[]): TrackedIssue[] {
  return rows.map((cells) => {
    const text = (field: keyof Cells): string => cells[field].trim();
    const date = (field: keyof Cells): number | null => (cells[field] === '' ? null : epochOf(cells[field]));
    const labels = itemsOf(cells['Labels']);
    const points = numberIn(cells['Story Points']);
    const spent = secondsOf(cells['Time Spent'], 8);
    return {
      key: cells['Issue Key'], summary: text('Summary'), type: text('Issue Type'), priority: text('Priority'), status: text('Status'),
        assignee: text('Assignee'),
      created: date('Created Date'), updated: date('Updated Date'), resolved: date('Resolved Date'),
      due: date('Due Date'), dueIsDay: !/\d:\d\d/.test(cells['Due Date']) || /[T ]00:00(?::00)?$/.test(text('Due Date')),
      points: points === null || points < 0 ? null : points, sprint: text('Sprint'), labels, components: itemsOf(cells['Components']),
      model: text('AI Model Type'), metric: text('Performance Metric'),
      baseline: numberIn(cells['Baseline Score']), achieved: numberIn(cells['Achieved Score']), inference: numberIn(cells['Inference Time']),
      spent: spent === null ? null : spent / HOUR,
      stage: text('Deployment Stage'), value: text('Business Value'), debt: text('Technical Debt'), risk: text('Risk Level'),
      hash: text('Git Commit Hash'),
      description: text('Description'), dataSource: text('Data Source'), review: text('Code Review Status'), tests: text('Test Status'),
      coverage: numberIn(cells['Code Coverage']), compliance: text('Compliance Status'), assumed: labels.includes(ASSUMED),
    };
  });
}

function numberIn(cell: string): number | null {
  const text = cell.trim();
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

export function isDone({ status }: TrackedIssue): boolean {
  return status === 'Done';
}

/** What every report shows of an issue. */
export function shownIssue({ key, summary, status }: TrackedIssue): { key: string; summary: string; status: string } {
  return { key, summary, status };
}

export function pointsOf(issues: readonly TrackedIssue[]): number {
  return issues.reduce((total, { points }) => total + (points ?? 0), 0);
}

/** @returns when a finished issue ended; null for one that is open, or of which the log does not tell */
export function endOf(issue: TrackedIssue): number | null {
  return isDone(issue) ? issue.resolved : null;
}
