/** A comparison for the terminal: what breaks first, then what else changed, then edges, cycles and the score. */
import pc from 'picocolors';
import type { DiffBlock, DiffEdge, DiffInterfaceChange, JsonDiff } from '../../protocol/diff.ts';
import { columns, showable, shortened, wrapped } from '../../text/plain-text.ts';
import { counted, firstNames, listed } from '../../text/wording.ts';
import { changedBlocks, findingsWords, isSilent, scoreWords, stateWords, sumWords, versionWords, wordsOf } from './words.ts';

type Colors = ReturnType<typeof pc.createColors>;

const NARROWEST = 40;
const WIDEST = 140;
/** Of one block: what breaks, and what does not; the other formats list more. */
const MOST_BREAKS = 8;
const MOST_OTHERS = 3;
const MOST_EDGES = 10;
/** Blocks with changes inside only, one after the other. */
const MOST_INSIDE = 8;

/** @returns lines for standard output, with a final line break */
export function toDiffPretty(diff: JsonDiff, { color, width: given }: { color: boolean; width: number }): string {
  const states = `${showable(stateWords(diff.from))} and ${showable(stateWords(diff.to))}`;
  if (isSilent(diff)) return `Nothing changed in the architecture between ${states}.\n`;
  const colors = pc.createColors(color);
  const width = Math.min(WIDEST, Math.max(NARROWEST, given));
  const changed = changedBlocks(diff);
  const inside = changed.filter(isInside);
  const lines = changed.filter((block) => !isInside(block)).flatMap((block) => [...blockLines(block, width, colors), '']);
  if (inside.length > 0) {
    const names = firstNames(inside.map(({ id }) => showable(id)), MOST_INSIDE);
    lines.push(...wrapped(`🟡 Changed inside, interface as before: ${names}`, width).map((line, at) => (at === 0 ? line : `   ${line}`)), '');
  }
  lines.push(...graphLines(diff, width, colors));
  const sum = `${sumWords(diff)} between ${states}${diff.bump === 'none' ? '' : ` · ${diff.bump} change`}`;
  const findings = findingsWords(diff);
  const score = scoreWords(diff);
  const rest = [findings === '' ? '' : `findings ${findings}`, score === '' ? '' : `score ${score}`].filter((part) => part !== '');
  lines.push(...wrapped(sum, width).map((line) => colors.bold(line)), ...(rest.length === 0 ? [] : [rest.join(' · ')]));
  return `${lines.join('\n')}\n`;
}

/** Only what nobody outside sees. */
function isInside({ change, bump, interface: changes, renamedFrom }: DiffBlock): boolean {
  return change === 'modified' && bump === 'patch' && changes.length === 0 && renamedFrom === undefined;
}

function blockLines(block: DiffBlock, width: number, colors: Colors): string[] {
  const { mark, title } = wordsOf(block);
  const paint = mark === '🔴' ? colors.red : mark === '🟢' ? colors.green : mark === '⚫' ? colors.dim : colors.yellow;
  const version = versionWords(block);
  const renamed = block.renamedFrom === undefined ? '' : `, was ${showable(block.renamedFrom)}`;
  const lines = [`${mark} ${paint(`${title}: ${colors.bold(showable(block.id))}`)}${renamed}${version === '' ? '' : colors.dim(`  ${showable(version)}`)}`];
  const breaks = block.interface.filter(({ effect }) => effect === 'major');
  const others = block.interface.filter(({ effect }) => effect !== 'major').sort((a, b) => rank(a) - rank(b));
  const shown = breaks.length === 0 ? MOST_BREAKS : MOST_OTHERS;
  lines.push(...[...breaks.slice(0, MOST_BREAKS), ...others.slice(0, shown)].flatMap((change) => changeLines(change, width, colors)));
  const rest = [
    breaks.length > MOST_BREAKS ? counted(breaks.length - MOST_BREAKS, 'more break') : '',
    others.length > shown ? counted(others.length - shown, 'more addition') : '',
  ].filter((part) => part !== '');
  if (rest.length > 0) lines.push(colors.dim(`   and ${listed(rest)}`));
  const { affected, change } = block;
  if (affected.length > 0 && change !== 'new') {
    lines.push(...wrapped(`affects ${firstNames(affected.map(showable), 6)}`, width - 3).map((line) => `   ${colors.dim(line)}`));
  }
  return lines;
}

function rank({ effect }: DiffInterfaceChange): number {
  return effect === 'major' ? 0 : effect === 'minor' ? 1 : 2;
}

function changeLines({ effect, message, path, range: { start }, certainty, before, after }: DiffInterfaceChange, width: number, colors: Colors): string[] {
  const sign = effect === 'major' ? colors.red('✖') : effect === 'minor' ? colors.green('+') : colors.dim('~');
  const unsure = certainty === 'heuristic' && effect === 'major' ? ' (not proven)' : '';
  const place = `${showable(path)}:${start.line}:${start.column}`;
  const lines = wrapped(`${showable(message)}${unsure}`, width - 5).map((line, at) => (at === 0 ? `   ${sign} ${line}` : `     ${line}`));
  // In one line where there is room: a long list is read faster.
  if (lines.length === 1 && columns(`${showable(message)}${unsure}  ${place}`) <= width - 5) lines[0] += `  ${colors.dim(place)}`;
  else lines.push(colors.dim(`     ${place}`));
  if (before !== null && after !== null) {
    lines.push(colors.dim(`     ${shortened(`${showable(before)}  →  ${showable(after)}`, width - 5)}`));
  }
  return lines;
}

function graphLines({ edges, cycles, layers }: JsonDiff, width: number, colors: Colors): string[] {
  const lines: string[] = [];
  const arrow = ({ from, to, kind }: DiffEdge): string => `${showable(from)} → ${showable(to)}${kind === 'type' ? ' (types only)' : ''}`;
  const list = (sign: string, texts: readonly string[], most = MOST_EDGES): void => {
    lines.push(...texts.slice(0, most).map((text) => `  ${sign} ${shortened(text, width - 4)}`));
    if (texts.length > most) lines.push(colors.dim(`  ${sign} and ${texts.length - most} more`));
  };
  if (cycles.added.length + cycles.removed.length > 0) {
    lines.push('Cycles');
    list(colors.red('✖'), cycles.added.map((cycle) => [...cycle, cycle[0]!].map(showable).join(' → ')));
    list(colors.green('✔'), cycles.removed.map((cycle) => `gone: ${[...cycle, cycle[0]!].map(showable).join(' → ')}`));
    lines.push('');
  }
  if (edges.added.length + edges.removed.length > 0) {
    lines.push('Dependencies');
    list('+', edges.added.map(arrow));
    list('−', edges.removed.map(arrow));
    lines.push('');
  }
  const told = [
    ...layers.added.map((id) => `+ ${showable(id)}`), ...layers.removed.map((id) => `− ${showable(id)}`),
    ...layers.changed.map((id) => `~ ${showable(id)} may use other layers now`),
  ];
  if (told.length > 0) lines.push('Layers', ...told.map((line) => `  ${line}`), '');
  return lines;
}
