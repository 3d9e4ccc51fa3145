/** What all formats of a comparison say alike: marks, order, headings. Marks and their meaning are those of the block guideline. */
import type { BlockChange, DiffBlock, DiffState, JsonDiff } from '../../protocol/diff.ts';
import { shortHash } from '../../text/short-hash.ts';
import { counted, listed, toTenth } from '../../text/wording.ts';

/** What breaks comes first. */
export const CHANGES: readonly BlockChange[] = ['breaking', 'removed', 'deprecated', 'new', 'modified', 'unchanged'];

export interface ChangeWords {
  /** Empty for what did not change. */
  mark: string;
  title: string;
  /** As the guideline explains the mark. */
  meaning: string;
}

export const CHANGE_WORDS: Readonly<Record<BlockChange, ChangeWords>> = {
  breaking: { mark: '🔴', title: 'Breaking', meaning: 'Breaking Changes - Requires dependent block updates' },
  removed: { mark: '🔴', title: 'Removed', meaning: 'Breaking Changes - Requires dependent block updates' },
  modified: { mark: '🟡', title: 'Modified', meaning: 'Modified - May affect dependent blocks' },
  new: { mark: '🟢', title: 'New', meaning: 'New Features - Additive changes only' },
  deprecated: { mark: '⚫', title: 'Deprecated', meaning: 'Deprecated - Will be removed in future versions' },
  unchanged: { mark: '', title: 'Unchanged', meaning: '' },
};

/** A block whose interface only grew is shown as new features, though the block itself is not new. */
export function wordsOf({ change, bump }: DiffBlock): ChangeWords {
  return change === 'modified' && bump === 'minor' ? { ...CHANGE_WORDS.new, title: 'Additions' } : CHANGE_WORDS[change];
}

/** @returns the blocks that changed, what breaks first, then by id */
export function changedBlocks({ blocks }: JsonDiff): DiffBlock[] {
  const rank = ({ change, bump }: DiffBlock): number => CHANGES.indexOf(change) * 2 + (bump === 'patch' ? 1 : 0);
  return blocks.filter(({ change }) => change !== 'unchanged').sort((a, b) => rank(a) - rank(b) || b.interface.length - a.interface.length);
}

/** Whether anything at all is to be told. */
export function isSilent({ blocks, edges, cycles, layers, findings }: JsonDiff): boolean {
  return blocks.every(({ change }) => change === 'unchanged')
    && [edges.added, edges.removed, cycles.added, cycles.removed, layers.added, layers.removed, layers.changed].every((list) => list.length === 0)
    && findings.added === 0 && findings.removed === 0;
}

/** `v1.2.0`, `9fceb02`, `the working tree` */
export function stateWords({ kind, name, commit }: DiffState): string {
  if (kind === 'folder') return name === '.' ? 'the working tree' : name;
  return commit !== null && name === commit ? shortHash(commit) : name;
}

/** `3 blocks changed: 1 breaking, 1 new, 1 modified` */
export function sumWords(diff: JsonDiff): string {
  const changed = changedBlocks(diff);
  if (changed.length === 0) return 'No block changed';
  const counts = CHANGES.map((change) => ({ change, count: changed.filter((each) => each.change === change).length }));
  return `${counted(changed.length, 'block')} changed: ${listed(counts.filter(({ count }) => count > 0).map(({ change, count }) => `${count} ${change}`))}`;
}

/** `1.2.0 → 2.0.0 needed`; empty where there is nothing to say */
export function versionWords({ change, bump, version: { from, to, proposed, enough } }: DiffBlock): string {
  if (change === 'new') return to === null ? '' : to;
  if (from === null || to === null) return from ?? '';
  const raised = from === to ? from : `${from} → ${to}`;
  return enough || proposed === null || bump === 'patch' ? raised : `${raised}, ${proposed} needed`;
}

/** `78.5 → 80 (+1.5), without coverage and other reports`; empty when it is the same or not known */
export function scoreWords({ score: { from, to } }: JsonDiff): string {
  if (from === null || to === null || from === to) return '';
  const difference = toTenth(to - from);
  return `${from} → ${to} (${difference > 0 ? '+' : ''}${difference}), without coverage and other reports`;
}

/** `+3 −1`; empty when there are none */
export function findingsWords({ findings: { added, removed } }: JsonDiff): string {
  return [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : ''].filter((part) => part !== '').join(' ');
}
