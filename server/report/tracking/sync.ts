/** The formats of what a sync with Jira did, or would do. */
import pc from 'picocolors';
import type { JsonSync, JsonSyncedRow, SyncStanding } from '../../protocol/jira.ts';
import { padded, showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';

export const SYNC_FORMATS = ['pretty', 'json', 'markdown'] as const;

const WORDS: Readonly<Record<SyncStanding, string>> = {
  conflict: 'changed here and in Jira, so that neither was written',
  theirs: 'changed in Jira',
  first: 'Jira has another value, which stays',
  apart: 'still another value in Jira',
};
/** Longest word of an action. */
const WIDTH = 8;

/** @param color for terminals that show it @returns text with a final line break */
export function writeSync(sync: JsonSync, format: (typeof SYNC_FORMATS)[number], color: boolean): string {
  switch (format) {
    case 'pretty': return pretty(sync, color);
    case 'json': return `${JSON.stringify(sync, null, 2)}\n`;
    case 'markdown': return markdown(sync);
  }
}

/** `SHOP at https://acme.atlassian.net: 1 to create, 0 to update, 2 unchanged, …` */
export function syncWords({ applied, site, project, counts: { create, update, same, left, failed, conflicts } }: JsonSync): string {
  const done = applied ? [`${create} created`, `${update} updated`] : [`${create} to create`, `${update} to update`];
  return `${project} at ${site}: ${[...done, `${same} unchanged`, `${left} left out`, `${failed} failed`, counted(conflicts, 'conflict')].join(', ')}`;
}

/** @returns why a sync ended too early, as a sentence; null when it did not */
export function stoppedWords({ stopped }: JsonSync): string | null {
  return stopped === null ? null : `Stopped: ${stopped}. The next run goes on from here.`;
}

function pretty(sync: JsonSync, color: boolean): string {
  const colors = pc.createColors(color);
  const stopped = stoppedWords(sync);
  const lines = [
    ...sync.rows.filter(isShown).flatMap((row) => linesOf(row, colors)),
    ...sync.notes.map((note) => showable(note)),
    `${showable(syncWords(sync))}.`,
    ...(stopped === null ? [] : [colors.red(showable(stopped))]),
    ...(sync.applied ? [] : ['Nothing was written. "--apply" does it.']),
  ];
  return `${lines.join('\n')}\n`;
}

function markdown(sync: JsonSync): string {
  const rows = sync.rows.filter(isShown).map(({ row, issue, action, fields, differences, notes }) => [
    action, markdownText(row), markdownText(issue ?? ''), markdownText(fields.join(', ')),
    markdownText([...shownDifferences(differences).map(({ field, standing }) => `${field}: ${WORDS[standing]}`), ...notes].join('; ')),
  ]);
  const stopped = stoppedWords(sync);
  const parts = [
    `# ${markdownText(syncWords(sync))}`,
    ...(stopped === null ? [] : [`**${markdownText(stopped)}**`]),
    ...(sync.applied ? [] : ['Nothing was written.']),
    ...(rows.length === 0 ? [] : [markdownTable(['', 'Row', 'Issue', 'Fields', 'Notes'], rows).join('\n')]),
    ...sync.notes.map((note) => `- ${markdownText(note)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What differs as it did before is not told again. */
function shownDifferences(differences: JsonSyncedRow['differences']): JsonSyncedRow['differences'] {
  return differences.filter(({ standing }) => standing !== 'apart');
}

function isShown({ action, differences, notes }: JsonSyncedRow): boolean {
  return action !== 'same' || notes.length > 0 || shownDifferences(differences).length > 0;
}

function linesOf({ row, issue, action, fields, differences, notes }: JsonSyncedRow, colors: ReturnType<typeof pc.createColors>): string[] {
  const name = issue === null || issue === row ? row : `${row} (${issue})`;
  const word = padded(action, WIDTH);
  const shown = action === 'failed' ? colors.red(word) : action === 'create' ? colors.green(word) : word;
  const indent = ' '.repeat(WIDTH + 2);
  return [
    `${shown}  ${showable(name)}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`,
    ...shownDifferences(differences).map(({ field, standing }) => {
      const line = `${indent}${field}: ${WORDS[standing]}`;
      return standing === 'conflict' ? colors.yellow(line) : line;
    }),
    ...notes.map((note) => `${indent}${showable(note)}`),
  ];
}
