/** What was read from reports of other tools, in the words that all formats use. */
import type { JsonReport, ReportTool } from '../../protocol/report.ts';
import { counted, listed } from '../../text/wording.ts';

/** Title of the section. */
export const READ_ELSEWHERE = 'Read from other tools';

/**
 * What became of a report's messages.
 * @param tool one report of one tool
 * @returns `9 messages: 6 count, 2 found here too, 1 not judged`
 */
export function outcome({ read, counted: weighing, alreadyFound, toldTwice, notCounted }: ReportTool): string {
  if (read === 0) return 'no messages';
  const parts = [
    weighing > 0 ? `${weighing} ${weighing === 1 ? 'counts' : 'count'}` : '',
    alreadyFound > 0 ? `${alreadyFound} found here too` : '',
    toldTwice > 0 ? `${toldTwice} told by another report` : '',
    notCounted > 0 ? `${notCounted} not judged` : '',
  ].filter((part) => part !== '');
  return `${counted(read, 'message')}: ${parts.join(', ')}`;
}

/**
 * What a reader should know before relying on a report.
 * @param tool one report of one tool
 * @returns empty when there is nothing
 */
export function reservations({ olderThan, outside, complete }: ReportTool): string {
  return listed([
    complete ? '' : 'the tool did not do all of its work',
    olderThan > 0 ? `older than ${counted(olderThan, 'file')} that it names` : '',
    outside > 0 ? `${counted(outside, 'message')} about files that were not reviewed` : '',
  ].filter((part) => part !== ''));
}

/**
 * Reports of other tools, and those of any kind that cannot be used.
 * @param report a whole report
 * @returns both empty where there is none
 */
export function readElsewhere({ evidence }: JsonReport): { tools: readonly ReportTool[]; problems: readonly { path: string; reason: string }[] } {
  return { tools: evidence?.tools ?? [], problems: evidence?.problems ?? [] };
}
