/**
 * The log of architecture changes: a Markdown file in which each change is an entry between two marks, the newest first. What
 * stands around the entries is somebody else's and stays as it is.
 *
 * A mark tells from which state the change began and what it is, so that the same change is not told twice. A change that ends
 * in a folder goes on: its entry is mended, and taken back when nothing is left of it. One that ends in a revision or snapshot
 * stands for good.
 */
import type { DiffReport } from '../../protocol/diff.ts';
import { digestOf } from '../../text/digest.ts';
import { conflictAt } from '../../text/merge-conflict.ts';
import { counted } from '../../text/wording.ts';
import { markdownCode } from '../markdown-text.ts';
import { blockTable, graphLines, interfaceLines, statesLine } from './markdown.ts';
import { changedBlocks, findingsWords, isSilent, scoreWords, sumWords, wordsOf } from './words.ts';

const HEADING = '# Architecture Changes';
const MARK = /^<!-- (?:archwright:change (\S+) (\S+)( open)?|(\/)archwright:change) -->(?=[ \t]*\r?$)/gm;

/** What was done to the log. */
export type LogOutcome = 'added' | 'mended' | 'taken back' | 'there already' | 'nothing to tell';

/** A log that cannot be written into; `line` counts from 1. */
export interface LogProblem {
  line: number;
  /** A sentence. */
  message: string;
}

/**
 * @param text of the log as it is; null when there is none
 * @param report the comparison that is told
 * @param date `2026-11-30`
 * @returns the log with its entry, or why it has to be mended first
 */
export function withChange(text: string | null, report: DiffReport, date: string): { text: string; outcome: LogOutcome } | LogProblem {
  const before = text ?? '';
  const entries = entriesIn(before);
  if ('message' in entries) return entries;
  const { diff } = report;
  const from = digestOf(diff.from.commit ?? diff.from.name);
  const body = bodyOf(report);
  const digest = digestOf(body.join('\n'));
  const ended = diff.to.kind !== 'folder';
  const same = entries.find((entry) => entry.from === from && entry.digest === digest);
  const open = entries.find((entry) => entry.from === from && entry.isOpen);
  if (isSilent(diff)) {
    if (open === undefined) return { text: before, outcome: 'nothing to tell' };
    return { text: before.slice(0, open.start) + before.slice(open.end).replace(/^[ \t]*(?:\r?\n)+/, ''), outcome: 'taken back' };
  }
  if (same !== undefined && (!ended || !same.isOpen)) return { text: before, outcome: 'there already' };
  const entry = [
    `<!-- archwright:change ${from} ${digest}${ended ? '' : ' open'} -->`, `## ${date}: ${sumWords(diff)}`, '', statesLine(diff), '', ...body,
    '<!-- /archwright:change -->',
  ].join(before.includes('\r\n') ? '\r\n' : '\n');
  const replaced = same ?? open;
  if (replaced !== undefined) return { text: before.slice(0, replaced.start) + entry + before.slice(replaced.end), outcome: 'mended' };
  return { text: withNew(before, entry, entries[0]?.start), outcome: 'added' };
}

/** @param at where the newest entry begins; undefined when there is none */
function withNew(before: string, entry: string, at: number | undefined): string {
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  if (at !== undefined) return before.slice(0, at) + entry + newline + newline + before.slice(at);
  const head = before.trim() === '' ? HEADING : before.trimEnd();
  return head + newline + newline + entry + newline;
}

interface LogEntry {
  from: string;
  digest: string;
  isOpen: boolean;
  /** Of its marks, as places in the text. */
  start: number;
  end: number;
}

function entriesIn(text: string): LogEntry[] | LogProblem {
  const lines = text.split('\n');
  const conflict = conflictAt(lines);
  if (conflict >= 0) return { line: conflict + 1, message: 'A merge conflict was not resolved here. Resolve it, then add the change again.' };
  const entries: LogEntry[] = [];
  let begun: LogEntry | null = null;
  const unpaired = (at: number): LogProblem => (
    { line: text.slice(0, at).split('\n').length, message: 'Each mark <!-- archwright:change … --> must be followed by one <!-- /archwright:change -->.' }
  );
  for (const { index, 0: mark, 1: from, 2: digest, 3: open, 4: closing } of text.matchAll(MARK)) {
    if ((closing === undefined) !== (begun === null)) return unpaired(begun?.start ?? index);
    if (begun === null) begun = { from: from!, digest: digest!, isOpen: open !== undefined, start: index, end: 0 };
    else {
      entries.push({ ...begun, end: index + mark.length });
      begun = null;
    }
  }
  return begun === null ? entries : unpaired(begun.start);
}

/** All that tells this change from another one: no date, and no names of states. Ends with an empty line. */
function bodyOf({ diff, after }: DiffReport): string[] {
  const changed = changedBlocks(diff);
  const numbers = [['Findings', findingsWords(diff)], ['Score', scoreWords(diff)]].filter(([, words]) => words !== '');
  return [
    ...(diff.bump === 'none' ? [] : [`Version step: **${diff.bump}**`, '']),
    ...(changed.length === 0 ? [] : [...scopeLines(after.blocks.length, changed), '', ...blockTable(changed), '']),
    ...changed.filter((block) => block.interface.length > 0).flatMap((block) => (
      [`${wordsOf(block).mark} ${markdownCode(block.id)}`, '', ...interfaceLines(block), '']
    )),
    ...graphLines(diff), ...numbers.flatMap(([title, words]) => [`${title}: ${words}`, '']),
  ];
}

/** Who else is reached: what uses a block that changed, directly or through others, and did not change itself. */
function scopeLines(blocks: number, changed: ReturnType<typeof changedBlocks>): string[] {
  const own = new Set(changed.map(({ id }) => id));
  const reached = [...new Set(changed.filter(({ change }) => change !== 'new').flatMap(({ affected }) => affected))].filter((id) => !own.has(id)).sort();
  if (reached.length === 0) return ['Impact scope: no other block uses what changed.'];
  return [`Impact scope: ${reached.length} of ${counted(blocks, 'block')} beside those that changed: ${reached.map(markdownCode).join(', ')}`];
}
