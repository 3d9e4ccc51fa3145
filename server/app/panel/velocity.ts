/** The velocity that the log tells, for the panel: the figures and the words of `track report`. */
import { trackedIssues } from '../../progress/issues.ts';
import { velocity } from '../../progress/velocity.ts';
import type { VelocityPart } from '../../protocol/answers.ts';
import { LOG_FIELDS, type LogRow } from '../../protocol/tracking.ts';
import { tellsPoints } from '../../report/progress/sections.ts';
import { velocitySection } from '../../report/progress/work-sections.ts';
import { Calendar } from '../../text/calendar.ts';
import { FIELDS, type Cells } from '../../tracking/fields.ts';
import { shownField } from '../../tracking/panel-rows.ts';

/**
 * @param rows of the log
 * @param timeZone in which weeks are counted
 * @param now milliseconds since 1970
 */
export function velocityPart(rows: readonly LogRow[], timeZone: string, now: number): VelocityPart {
  const calendar = new Calendar(timeZone);
  const issues = trackedIssues(rows.filter(({ kind }) => kind === 'issue').map(cellsOf));
  const found = velocity(issues, calendar, now);
  const { lead, charts } = velocitySection(found, tellsPoints({ log: { issues: issues.length, assumedIssues: found.assumedIssues } }));
  const [chart] = charts;
  const current = calendar.weekOf(now);
  const values = chart?.series[0]?.values ?? [];
  const weeks = (chart?.labels ?? []).map((week, at) => ({ week, finished: values[at] ?? 0 }));
  const running = weeks.some(({ week }) => week === current) ? [`${current} is not over yet.`] : [];
  return { words: [...lead, ...running], unit: chart?.unit === 'points' ? 'points' : 'issues', weeks };
}

/** The fields of an issue again, those that stand in places of their own among them. */
function cellsOf(row: LogRow): Cells {
  const placed = LOG_FIELDS.flatMap((column) => {
    const field = shownField(column);
    return field === null ? [] : [[field, String(row[column] ?? '')] as const];
  });
  return Object.fromEntries([...FIELDS.map((field) => [field, ''] as const), ...Object.entries(row.cells ?? {}), ...placed]) as Cells;
}
