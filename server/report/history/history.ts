/** The history of a block, for the terminal and as JSON. */
import pc from 'picocolors';
import type { DiffInterfaceChange } from '../../protocol/diff.ts';
import type { BlockHistory, BlockVersion } from '../../protocol/history.ts';
import { showable } from '../../text/plain-text.ts';
import { shortHash } from '../../text/short-hash.ts';
import { counted } from '../../text/wording.ts';
import { CHANGE_WORDS } from '../diff/words.ts';

export const HISTORY_FORMATS = ['pretty', 'json'] as const;

const MOST_CHANGES = 5;

/** @returns text or JSON with a final line break */
export function writeHistory(history: BlockHistory, format: (typeof HISTORY_FORMATS)[number], color: boolean): string {
  if (format === 'json') return `${JSON.stringify(history, null, 2)}\n`;
  const colors = pc.createColors(color);
  const lines = history.versions.flatMap((version) => versionLines(version, history.block, colors));
  if (history.versions.length === 0) lines.push(`No commit changed ${showable(history.block)}.`);
  else if (!history.complete) lines.push(colors.dim('There may be more: raise --limit, or fetch older commits.'));
  return `${lines.join('\n')}\n`;
}

function versionLines(entry: BlockVersion, block: string, colors: Colors): string[] {
  const { commit, at, subject, id, renamedFrom, version, change, bump, interface: changes } = entry;
  const { mark, title } = change === 'modified' && bump === 'minor' ? { ...CHANGE_WORDS.new, title: 'Additions' } : CHANGE_WORDS[change];
  const renamed = renamedFrom === undefined ? '' : `, was ${showable(renamedFrom)}`;
  const called = id === block ? '' : ` as ${showable(id)}`;
  const head = `${mark} ${colors.yellow(shortHash(commit))} ${at.slice(0, 10)} ${showable(version)} ${colors.bold(title)}${called}${renamed}`;
  return [`${head}  ${colors.dim(showable(subject))}`, ...changeLines(changes)];
}

type Colors = ReturnType<typeof pc.createColors>;

/** @returns the changes that matter most, a line for each */
export function changeLines(changes: readonly DiffInterfaceChange[]): string[] {
  const sign = { major: '✖', minor: '+', patch: '~' };
  const inOrder = [...changes].sort((a, b) => 'major minor patch'.indexOf(a.effect) - 'major minor patch'.indexOf(b.effect));
  const rest = inOrder.length - MOST_CHANGES;
  return [
    ...inOrder.slice(0, MOST_CHANGES).map(({ effect, message }) => `   ${sign[effect]} ${showable(message)}`),
    ...(rest > 0 ? [`   and ${counted(rest, 'more change')}`] : []),
  ];
}
