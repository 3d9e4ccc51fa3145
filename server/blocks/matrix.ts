/** The block dependency matrix in Markdown, in the form of the block guideline. Only what stands between its marks is ours. */
import type { DiffBlock } from '../protocol/diff.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { showable } from '../text/plain-text.ts';
import type { ArchitectureState, StateBlock } from './state.ts';

const START = '<!-- archwright:matrix -->';
const END = '<!-- /archwright:matrix -->';
const HEADING = '# Block Dependency Matrix';

/** A file that cannot be written into; `line` counts from 1. */
export interface MatrixProblem {
  line: number;
  /** A sentence. */
  message: string;
}

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

function statusOf(block: StateBlock, changed: DiffBlock | undefined): string {
  if (changed?.change === 'breaking') return '🔴 Breaking';
  if (block.state === 'deprecated' || changed?.change === 'deprecated') return '⚫ Deprecated';
  if (changed?.change === 'new') return '🟢 New';
  return changed?.change === 'modified' ? '🟡 Modified' : '✅ Active';
}

/** A name that holds a bar or markup must not break the table. */
function cell(text: string): string {
  return showable(text).replace(/[\\`*_{}[\]<>#|&~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** @returns the text with no status in the rows of a table, to compare what does not change when a branch is merged */
export function withoutStatus(text: string): string {
  return text.replace(/\| (?:✅ Active|🟡 Modified|🔴 Breaking|🟢 New|⚫ Deprecated) \|(?=\r?$)/gm, '|');
}

/**
 * @param text of the file as it is; null when there is none
 * @param table from `matrixTable`
 * @returns the whole text with the table in it, everything around it as before; or why it cannot be put in
 */
export function withMatrix(text: string | null, table: string): string | MatrixProblem {
  if (text === null || text.trim() === '') return `${HEADING}\n\n${table}\n`;
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/.test(line));
  // A heading may be underlined with equals signs; seven alone beside no other mark are that.
  if (conflict >= 0 && lines.some((line) => /^<{7} /.test(line)))
    return { line: conflict + 1, message: 'A merge conflict was not resolved here. Resolve it, then write the matrix again.' };
  const placesOf = (mark: string): number[] => lines.flatMap((line, at) => (line.trim() === mark ? [at] : []));
  const [starts, ends] = [placesOf(START), placesOf(END)];
  if (starts.length === 0 && ends.length === 0) return `${text.trimEnd()}\n\n${table}\n`;
  const [start = -1, end = -1] = [starts[0], ends[0]];
  if (starts.length !== 1 || ends.length !== 1 || end < start)
    return { line: Math.max(starts.at(-1) ?? ends.at(-1) ?? 0, 0) + 1, message: `The marks ${START} and ${END} must be there once each, in this order.` };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const around = (part: readonly string[]): string[] => part.map((line) => line.replace(/\r$/, ''));
  return [...around(lines.slice(0, start)), ...table.split('\n'), ...around(lines.slice(end + 1))].join(newline);
}
