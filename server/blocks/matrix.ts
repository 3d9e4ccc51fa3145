/** The block dependency matrix in Markdown, in the form of the block guideline. Only what stands between its marks is ours. */
import type { DiffBlock } from '../protocol/diff.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { showable } from '../text/plain-text.ts';
import { withPart, type MarkedProblem } from './marked-part.ts';
import type { ArchitectureState, StateBlock } from './state.ts';

const START = '<!-- archwright:matrix -->';
const END = '<!-- /archwright:matrix -->';
const HEADING = '# Block Dependency Matrix';

/**
 * @param state of now
 * @param changes of its blocks since the state that it is compared with; null where there is none
 * @returns the table with its marks, without a final line break
 */
export function matrixTable(state: ArchitectureState, changes: readonly DiffBlock[] | null): string {
  const changeOf = new Map((changes ?? []).map((block) => [block.id, block]));
  const users = groupedBy(state.blocks.flatMap(({ id, dependsOn }) => dependsOn.map(({ to }) => ({ id, to }))), ({ to }) => to);
  const rows = state.blocks.map((block) => [
    cell(block.id), names(block.dependsOn.map(({ to }) => to)), names((users.get(block.id) ?? []).map(({ id }) => id)),
    cell(/^\d/.test(block.version) ? `v${block.version}` : block.version), statusOf(block, changeOf.get(block.id)),
  ]);
  const lines = [['Block', 'Depends On', 'Provides To', 'Version', 'Status'], ['---', '---', '---', '---', '---'], ...rows];
  return [START, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`), '', END].join('\n');
}

function names(ids: readonly string[]): string {
  return ids.length === 0 ? '-' : ids.map(cell).join(', ');
}

/** @returns whether a matrix names for this block exactly what it depends on */
export function showsDependencies(matrix: string, { id, dependsOn }: { id: string; dependsOn: readonly string[] }): boolean {
  return `\n${matrix}`.includes(`\n| ${cell(id)} | ${names([...dependsOn].sort(compareText))} |`);
}

const STATUS = { breaking: '🔴 Breaking', deprecated: '⚫ Deprecated', new: '🟢 New', modified: '🟡 Modified', active: '✅ Active' } as const;
const STATUS_CELL = new RegExp(`\\| (?:${Object.values(STATUS).join('|')}) \\|(?=\\r?$)`, 'gm');

function statusOf(block: StateBlock, changed: DiffBlock | undefined): string {
  if (changed?.change === 'breaking') return STATUS.breaking;
  if (block.state === 'deprecated' || changed?.change === 'deprecated') return STATUS.deprecated;
  if (changed?.change === 'new') return STATUS.new;
  return changed?.change === 'modified' ? STATUS.modified : STATUS.active;
}

/** A name that holds a bar or markup must not break the table. */
function cell(text: string): string {
  return showable(text).replace(/[\\`*_{}[\]<>#|&~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** @returns the text with no status in the rows of a table, to compare what does not change when a branch is merged */
export function withoutStatus(text: string): string {
  return text.replace(STATUS_CELL, '|');
}

/**
 * @param text of the file as it is; null when there is none
 * @param table from `matrixTable`
 * @returns the whole text with the table in it, everything around it as before; or why it cannot be put in
 */
export function withMatrix(text: string | null, table: string): string | MarkedProblem {
  return withPart(text, table, { start: START, end: END, heading: HEADING, again: 'write the matrix again' });
}
