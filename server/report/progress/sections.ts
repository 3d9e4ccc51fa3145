/** From a report to its sections, in the order in which they are shown. */
import type { Progress } from '../../protocol/progress.ts';
import { couplingSection, hotspotSection, ownershipSection } from './code-sections.ts';
import { counted, grouped } from '../../text/wording.ts';
import { oneDecimal, percentText, spanText, type Figure, type Section } from './section.ts';
import { kpiSection, weeklySection } from './week-sections.ts';
import { completionSection, cycleTimeSection, modelSection, overdueSection, riskSection, velocitySection } from './work-sections.ts';

const HOURS = 24;

/** @returns the sections of what was asked for and could be told */
export function sectionsOf(report: Progress): Section[] {
  const points = tellsPoints(report);
  const { velocity, completion, cycleTime, aiMl, risk, overdue, weekly, kpi, hotspots, coupling, ownership } = report;
  return [
    ...made(velocity, (part) => velocitySection(part, points)), ...made(completion, (part) => completionSection(part, points)),
      ...made(cycleTime, cycleTimeSection), ...made(aiMl, modelSection),
    ...made(risk, (part) => riskSection(part, points)), ...made(overdue, overdueSection), ...made(weekly, (part) => weeklySection(part, points)),
      ...made(kpi, kpiSection),
    ...made(hotspots, hotspotSection), ...made(coupling, couplingSection), ...made(ownership, ownershipSection),
  ];
}

/** Where nobody set points, value and risk, they only repeat the number of issues. */
export function tellsPoints({ log: { issues, assumedIssues } }: { log: { issues: number; assumedIssues: number } }): boolean {
  return assumedIssues * 2 <= issues;
}

/** @returns the figures that a reader looks for first */
export function highlightsOf(report: Progress): Figure[] {
  const { velocity, completion, cycleTime, overdue, kpi, ownership } = report;
  const recent = velocity?.recent ?? null;
  const leadTime = kpi?.delivery?.leadTime.medianHours ?? null;
  const late = overdue?.issues.length ?? 0;
  return [
    ...(completion === null || completion === undefined ? [] : [{
      label: 'Finished', value: percentText(completion.completionRate),
        remark: `${grouped(completion.completedIssues)} of ${counted(completion.totalIssues, 'issue')}`,
    }]),
    ...(recent === null ? [] : [tellsPoints(report)
      ? { label: 'Velocity', value: oneDecimal(recent.averagePoints), remark: 'points a week' }
      : { label: 'Velocity', value: oneDecimal(recent.averageIssues), remark: 'issues a week' }]),
    ...(cycleTime?.medianDays === null || cycleTime?.medianDays === undefined ? []
      : [{ label: 'Cycle time', value: spanText(cycleTime.medianDays), remark: `median of ${counted(cycleTime.issues, 'issue')}` }]),
    ...(leadTime === null ? [] : [{ label: 'Lead time', value: spanText(leadTime / HOURS),
      remark: `median of ${counted(kpi!.delivery!.leadTime.changes, 'change')}` }]),
    ...(overdue === null || overdue === undefined || overdue.withDueDate === 0 ? [] : [{
      label: 'Overdue', value: grouped(late), remark: `of ${grouped(overdue.withDueDate)} with a date`, tone: late > 0 ? 'bad' as const : 'good' as const,
    }]),
    ...(ownership === null || ownership === undefined || ownership.files === 0 ? []
      : [{ label: 'Bus factor', value: String(ownership.busFactor), remark: 'people with half of the lines' }]),
  ];
}

function made<Part>(part: Part | null | undefined, section: (part: Part) => Section): Section[] {
  return part === null || part === undefined ? [] : [section(part)];
}
