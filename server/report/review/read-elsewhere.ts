/** Describes the reports of other tools, for all formats. */
import type { JsonReport, ReportTool } from '../../protocol/report.ts';
import { counted, listed } from '../../text/wording.ts';

/** Title of the section. */
export const READ_ELSEWHERE = 'Reports of other tools';

/**
 * What happened to a report's messages.
 * @param tool one report of one tool
 * @returns `9 messages: 6 counted, 2 also found here, 1 ignored`
 */
export function outcome({ read, counted: weighing, alreadyFound, toldTwice, notCounted }: ReportTool): string {
  if (read === 0) return 'no messages';
  const parts = [
    weighing > 0 ? `${weighing} counted` : '',
    alreadyFound > 0 ? `${alreadyFound} also found here` : '',
    toldTwice > 0 ? `${toldTwice} in another report` : '',
    notCounted > 0 ? `${notCounted} ignored` : '',
  ].filter((part) => part !== '');
  return `${counted(read, 'message')}: ${parts.join(', ')}`;
}

/**
 * Caveats about a report.
 * @param tool one report of one tool
 * @returns empty if there are none
 */
export function reservations({ olderThan, outside, complete }: ReportTool): string {
  return listed([
    complete ? '' : 'the tool did not finish',
    olderThan > 0 ? `older than ${counted(olderThan, 'file')} it names` : '',
    outside > 0 ? `${counted(outside, 'message')} about files that were not reviewed` : '',
  ].filter((part) => part !== ''));
}

/**
 * Reports of other tools, and unusable reports of any kind.
 * @param report a whole report
 * @returns both empty if there are none
 */
export function readElsewhere({ evidence }: JsonReport): { tools: readonly ReportTool[]; problems: readonly { path: string; reason: string }[] } {
  return { tools: evidence?.tools ?? [], problems: evidence?.problems ?? [] };
}
