/** A comparison as a comment on a pull request: what breaks first, details folded, the picture at the end. */
import type { DiffBlock, DiffEdge, DiffReport, JsonDiff } from '../../protocol/diff.ts';
import { counted } from '../../text/wording.ts';
import { markdownCode, markdownProse, markdownTable, markdownText } from '../markdown-text.ts';
import { toDiffMermaid } from './mermaid.ts';
import { changedBlocks, CHANGE_WORDS, findingsWords, isSilent, scoreWords, stateWords, sumWords, versionWords, wordsOf } from './words.ts';

/** GitHub takes 65,536 characters in a comment; the picture must still fit. */
const LONGEST = 60_000;
const MOST_ROWS = 200;
const MOST_CHANGES = 25;
const MOST_AFFECTED = 8;

/** How a comparison that has nothing to tell begins; the workflow for GitHub knows it by that. */
export const NOTHING_CHANGED = 'Nothing changed in the architecture';

/** Both states by name. */
export function statesLine({ from, to }: JsonDiff): string {
  return `${markdownCode(stateWords(from))} → ${markdownCode(stateWords(to))}`;
}

/** @returns Markdown with a final line break; one line when nothing changed */
export function toDiffMarkdown(report: DiffReport): string {
  const { diff } = report;
  const states = statesLine(diff);
  if (isSilent(diff)) return `${NOTHING_CHANGED} (${states}).\n`;
  const changed = changedBlocks(diff);
  const lines = ['## Architecture changes', '', `${states} · **${sumWords(diff)}**${diff.bump === 'none' ? '' : ` · ${diff.bump} change`}`, ''];
  if (changed.length > 0) lines.push(...blockTable(changed), '', ...legend(changed), '');
  lines.push(...changed.filter((block) => block.interface.length > 0).flatMap(details), ...graphLines(diff));
  const numbers = [findingsWords(diff), scoreWords(diff)];
  if (numbers[0] !== '') lines.push(`Findings: ${numbers[0]}`, '');
  if (numbers[1] !== '') lines.push(`Score: ${numbers[1]}`, '');
  const text = cut(lines);
  const picture = toDiffMermaid(report);
  const drawn = ['<details><summary>Before and after</summary>', '', '```mermaid', picture.trimEnd(), '```', '', '</details>', ''].join('\n');
  return text.length + drawn.length < LONGEST ? `${text}\n${drawn}` : `${text}\n`;
}

function cut(lines: readonly string[]): string {
  let length = 0;
  const kept = lines.filter((line) => (length += line.length + 1) < LONGEST);
  return kept.length === lines.length ? lines.join('\n') : [...kept, '', 'The rest is too long for a comment; see the HTML report.'].join('\n');
}

/** @param changed blocks, in the order of the rows */
export function blockTable(changed: readonly DiffBlock[]): string[] {
  const rest = changed.length - MOST_ROWS;
  return [
    ...markdownTable(['', 'Block', 'Version', 'Affects'], changed.slice(0, MOST_ROWS).map(row)),
    ...(rest > 0 ? ['', `and ${rest} more`] : []),
  ];
}

function row(block: DiffBlock): string[] {
  const { mark, title } = wordsOf(block);
  const renamed = block.renamedFrom === undefined ? '' : `, was ${markdownCode(block.renamedFrom)}`;
  const rest = block.affected.length - MOST_AFFECTED;
  const affected = block.change === 'new' ? '' : block.affected.slice(0, MOST_AFFECTED).map(markdownCode).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return [`${mark} ${title}`, `${markdownCode(block.id)}${renamed}`, markdownText(versionWords(block)), affected];
}

/** Only the marks that are used. */
function legend(changed: readonly DiffBlock[]): string[] {
  const used = new Set(changed.map((block) => wordsOf(block).mark));
  const words = new Map(Object.values(CHANGE_WORDS).filter(({ mark }) => used.has(mark)).map(({ mark, meaning }) => [mark, meaning]));
  return [[...words].map(([mark, meaning]) => `${mark} ${meaning}`).join('  \n')];
}

function details(block: DiffBlock): string[] {
  const { mark } = wordsOf(block);
  const isOpen = block.interface.some(({ effect }) => effect === 'major');
  return [
    `<details${isOpen ? ' open' : ''}><summary>${mark} ${markdownText(block.id)}: ${counted(block.interface.length, 'change')} of the interface</summary>`, '',
    ...interfaceLines(block), '', '</details>', '',
  ];
}

/** What changed in the interface of a block as a list, what breaks first. */
export function interfaceLines(block: DiffBlock): string[] {
  const rest = block.interface.length - MOST_CHANGES;
  const sorted = [...block.interface].sort((a, b) => order(a.effect) - order(b.effect));
  return [
    ...sorted.slice(0, MOST_CHANGES).flatMap(({ effect, message, path, range, before, after, certainty }) => [
      `- **${effect}** ${markdownProse(message)} ${markdownCode(`${path}:${range.start.line}`)}`
      + (certainty === 'heuristic' && effect === 'major' ? ' (not proven)' : ''),
      ...(before !== null && after !== null ? [`  ${markdownCode(before)} → ${markdownCode(after)}`] : []),
    ]),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
}

function order(effect: 'major' | 'minor' | 'patch'): number {
  return ['major', 'minor', 'patch'].indexOf(effect);
}

/** Dependencies, cycles and layers that came and went; each list has a title and ends with an empty line. */
export function graphLines({ edges, cycles, layers }: JsonDiff): string[] {
  const arrow = ({ from, to, kind }: DiffEdge): string => `${markdownCode(from)} → ${markdownCode(to)}${kind === 'type' ? ' (types only)' : ''}`;
  const ring = (cycle: readonly string[]): string => [...cycle, cycle[0]!].map(markdownCode).join(' → ');
  const list = (title: string, items: readonly string[]): string[] => {
    const rest = items.length - MOST_CHANGES;
    if (items.length === 0) return [];
    return [`**${title}**`, '', ...items.slice(0, MOST_CHANGES).map((item) => `- ${item}`), ...(rest > 0 ? [`- and ${rest} more`] : []), ''];
  };
  return [
    ...list('New cycles', cycles.added.map(ring)), ...list('Cycles that are gone', cycles.removed.map(ring)),
    ...list('New dependencies', edges.added.map(arrow)), ...list('Dependencies that are gone', edges.removed.map(arrow)),
    ...list('Layers', [
      ...layers.added.map((id) => `new: ${markdownCode(id)}`), ...layers.removed.map((id) => `gone: ${markdownCode(id)}`),
      ...layers.changed.map((id) => `may use other layers now: ${markdownCode(id)}`),
    ]),
  ];
}
