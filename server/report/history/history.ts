/** The history of a block and the way back, for the terminal and as JSON. */
import pc from 'picocolors';
import type { DiffInterfaceChange } from '../../protocol/diff.ts';
import type { BlockHistory, BlockVersion, RollbackPlan } from '../../protocol/history.ts';
import { showable } from '../../text/plain-text.ts';
import { counted, firstNames } from '../../text/wording.ts';
import { CHANGE_WORDS } from '../diff/words.ts';

export const HISTORY_FORMATS = ['pretty', 'json'] as const;

const MOST_CHANGES = 5;
const MOST_FILES = 20;

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
  const head = `${mark} ${colors.yellow(commit.slice(0, 7))} ${at.slice(0, 10)} ${showable(version)} ${colors.bold(title)}${called}${renamed}`;
  return [`${head}  ${colors.dim(showable(subject))}`, ...changeLines(changes)];
}

type Colors = ReturnType<typeof pc.createColors>;

function changeLines(changes: readonly DiffInterfaceChange[]): string[] {
  const sign = { major: '✖', minor: '+', patch: '~' };
  const inOrder = [...changes].sort((a, b) => 'major minor patch'.indexOf(a.effect) - 'major minor patch'.indexOf(b.effect));
  const rest = inOrder.length - MOST_CHANGES;
  return [
    ...inOrder.slice(0, MOST_CHANGES).map(({ effect, message }) => `   ${sign[effect]} ${showable(message)}`),
    ...(rest > 0 ? [`   and ${counted(rest, 'more change')}`] : []),
  ];
}

/** @returns text or JSON with a final line break */
export function writeRollback(plan: RollbackPlan, format: (typeof HISTORY_FORMATS)[number], color: boolean): string {
  if (format === 'json') return `${JSON.stringify(plan, null, 2)}\n`;
  const colors = pc.createColors(color);
  const { block, to, files, interface: changes, affected, applied, undo } = plan;
  const all = [...files.restore.map((path) => `restore ${showable(path)}`), ...files.remove.map((path) => `remove  ${showable(path)}`)];
  if (all.length === 0) return `${showable(block)} is as it was in ${showable(to.name)}: there is nothing to do.\n`;
  const breaks = changes.filter(({ effect }) => effect === 'major');
  const lines = [
    `${colors.bold(showable(block))} back to ${showable(to.name)} (${to.commit.slice(0, 7)})`,
    ...all.slice(0, MOST_FILES).map((line) => `  ${line}`), ...(all.length > MOST_FILES ? [`  and ${counted(all.length - MOST_FILES, 'more file')}`] : []),
    breaks.length === 0 ? 'Its interface would break nobody.' : colors.red(`${counted(breaks.length, 'change')} of its interface may break others:`),
    ...changeLines(breaks),
    affected.length === 0 ? 'No block uses it.' : `Used by ${firstNames(affected.map(showable), 8)}`,
    applied && undo !== null ? `Done; nothing was committed. To undo it: ${undo}` : 'Nothing was done; --apply does it.',
  ];
  return `${lines.join('\n')}\n`;
}
