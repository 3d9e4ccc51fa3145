/** What a sync with Jira did, or would do, for the terminal. */
import pc from 'picocolors';
import type { JsonSync, JsonSyncedRow, SyncStanding } from '../../protocol/jira.ts';
import { padded, showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';

const WORDS: Readonly<Record<SyncStanding, string>> = {
  conflict: 'changed here and in Jira, so that neither was written',
  theirs: 'changed in Jira',
  first: 'Jira has another value, which stays',
  apart: 'still another value in Jira',
};
/** Longest word of an action. */
const WIDTH = 8;

/** @param color whether the terminal shows colours */
export function syncPretty({ applied, site, project, rows, counts, notes, stopped }: JsonSync, color: boolean): string {
  const colors = pc.createColors(color);
  const lines = rows.filter(isShown).flatMap((row) => linesOf(row, colors));
  const { create, update, same, left, failed, conflicts } = counts;
  const sums = applied
    ? [`${create} created`, `${update} updated`, `${same} unchanged`, `${left} left out`, `${failed} failed`, counted(conflicts, 'conflict')]
    : [`${create} to create`, `${update} to update`, `${same} unchanged`, `${left} left out`, `${failed} failed`, counted(conflicts, 'conflict')];
  const end = [
    ...notes.map((note) => `${showable(note)}`),
    `${showable(project)} at ${showable(site)}: ${sums.join(', ')}.`,
    ...(stopped === null ? [] : [colors.red(`Stopped: ${showable(stopped)}. The next run goes on from here.`)]),
    ...(applied ? [] : ['Nothing was written. "--apply" does it.']),
  ];
  return `${[...lines, ...end].join('\n')}\n`;
}

function isShown({ action, differences, notes }: JsonSyncedRow): boolean {
  return action !== 'same' || notes.length > 0 || differences.some(({ standing }) => standing !== 'apart');
}

function linesOf({ row, issue, action, fields, differences, notes }: JsonSyncedRow, colors: ReturnType<typeof pc.createColors>): string[] {
  const name = issue === null || issue === row ? row : `${row} (${issue})`;
  const word = padded(action, WIDTH);
  const shown = action === 'failed' ? colors.red(word) : action === 'create' ? colors.green(word) : word;
  const indent = ' '.repeat(WIDTH + 2);
  return [
    `${shown}  ${showable(name)}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`,
    ...differences.filter(({ standing }) => standing !== 'apart').map(({ field, standing }) => {
      const line = `${indent}${field}: ${WORDS[standing]}`;
      return standing === 'conflict' ? colors.yellow(line) : line;
    }),
    ...notes.map((note) => `${indent}${showable(note)}`),
  ];
}
