/**
 * What a picture of a comparison shows: what changed, with what is beside it in grey. One plan serves both states, so
 * that nothing jumps about between them. Too large a picture is drawn without what is beside, then by groups.
 */
import type { DiffBlock, DiffEdge, DiffReport } from '../../protocol/diff.ts';
import { compareText, groupedBy } from '../../text/order.ts';
import { counted } from '../../text/wording.ts';
import { CHANGES, wordsOf } from './words.ts';

export type Tone = 'breaking' | 'modified' | 'new' | 'deprecated' | 'grey';

export interface PictureBox {
  /** Generated, safe in any syntax. */
  key: string;
  label: string;
  /** What the colour says, in a word; empty for what did not change. */
  remark: string;
  tone: Tone;
  inBefore: boolean;
  inAfter: boolean;
}

export interface PictureArrow {
  from: string;
  to: string;
  typeOnly: boolean;
  inBefore: boolean;
  inAfter: boolean;
}

export interface Picture {
  boxes: PictureBox[];
  arrows: PictureArrow[];
  /** What was left out, as a sentence; null when everything is drawn. */
  note: string | null;
}

/** How much is left out, least first. */
export const PICTURE_LEVELS = ['all', 'changed', 'groups', 'boxes'] as const;
export type PictureLevel = (typeof PICTURE_LEVELS)[number];

const NOTES: Readonly<Record<PictureLevel, string | null>> = {
  all: null,
  changed: 'Too large to draw with what is beside it: only what changed is shown.',
  groups: 'Too large to draw block by block: drawn by layer or folder.',
  boxes: 'Too large to draw with all its arrows: only the first boxes are shown.',
};

/** Boxes of the last resort. */
const MOST_BOXES = 200;

interface Shown {
  id: string;
  block: DiffBlock;
}

/** @returns what to draw */
export function planPicture(report: DiffReport, level: PictureLevel): Picture {
  const changed = report.diff.blocks.filter(({ change }) => change !== 'unchanged').map(({ id }) => id);
  const moved = [...report.diff.edges.added, ...report.diff.edges.removed].flatMap(({ from, to }) => [from, to]);
  const core = new Set([...changed, ...moved]);
  const edges = unionOf(report.before.edges, report.after.edges);
  const beside = level === 'all' ? edges.filter(({ from, to }) => core.has(from) || core.has(to)).flatMap(({ from, to }) => [from, to]) : [];
  const shown = new Set([...core, ...beside]);
  const touching = edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to) && (core.has(edge.from) || core.has(edge.to)));
  const blocks = report.diff.blocks.filter(({ id }) => shown.has(id)).map((block) => ({ id: block.id, block }));
  if (level === 'groups' || level === 'boxes') return byGroup(blocks, touching, report, level);
  const keys = new Map(blocks.map(({ id }, at) => [id, `b${at}`]));
  return {
    boxes: blocks.map(({ id, block }) => boxOf(block, keys.get(id)!, report)),
    arrows: touching.flatMap(({ from, to, ...rest }) => {
      const [start, end] = [keys.get(from), keys.get(to)];
      return start === undefined || end === undefined ? [] : [{ from: start, to: end, ...rest }];
    }),
    note: NOTES[level],
  };
}

interface UnionEdge {
  from: string;
  to: string;
  typeOnly: boolean;
  inBefore: boolean;
  inAfter: boolean;
}

function unionOf(before: readonly DiffEdge[], after: readonly DiffEdge[]): UnionEdge[] {
  const found = new Map<string, UnionEdge>();
  for (const [edges, side] of [[before, 'inBefore'], [after, 'inAfter']] as const) {
    for (const { from, to, kind } of edges) {
      const key = JSON.stringify([from, to]);
      const known = found.get(key) ?? { from, to, typeOnly: true, inBefore: false, inAfter: false };
      known.typeOnly &&= kind === 'type';
      known[side] = true;
      found.set(key, known);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}

function toneOf(block: DiffBlock): Tone {
  if (block.change === 'unchanged') return 'grey';
  const { mark } = wordsOf(block);
  return mark === '🔴' ? 'breaking' : mark === '🟢' ? 'new' : mark === '⚫' ? 'deprecated' : 'modified';
}

function boxOf(block: DiffBlock, key: string, { before, after }: DiffReport): PictureBox {
  const isIn = (blocks: readonly { id: string }[]): boolean => blocks.some(({ id }) => id === block.id);
  const tone = toneOf(block);
  return {
    key, label: block.id, tone, remark: tone === 'grey' ? '' : `${wordsOf(block).mark} ${wordsOf(block).title}`,
    inBefore: isIn(before.blocks), inAfter: isIn(after.blocks),
  };
}

function byGroup(blocks: readonly Shown[], edges: readonly UnionEdge[], report: DiffReport, level: PictureLevel): Picture {
  const layerOf = new Map([...report.before.blocks, ...report.after.blocks].map(({ id, layer }) => [id, layer]));
  const groupOf = (id: string): string => layerOf.get(id) ?? id.split('/')[0]!;
  const groups = [...groupedBy(blocks, ({ id }) => groupOf(id))].slice(0, level === 'boxes' ? MOST_BOXES : undefined);
  const keys = new Map(groups.map(([group], at) => [group, `g${at}`]));
  const boxes = groups.map(([group, members]): PictureBox => {
    const worst = members.map(({ block }) => block).sort((a, b) => CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change))[0]!;
    const count = members.filter(({ block }) => block.change !== 'unchanged').length;
    return {
      key: keys.get(group)!, label: group, tone: toneOf(worst), inBefore: true, inAfter: true,
      remark: count === 0 ? '' : `${wordsOf(worst).mark} ${counted(count, 'block')} changed`,
    };
  });
  const joined = new Map<string, PictureArrow>();
  for (const { from, to, typeOnly, inBefore, inAfter } of level === 'boxes' ? [] : edges) {
    const [start, end] = [keys.get(groupOf(from)), keys.get(groupOf(to))];
    if (start === undefined || end === undefined || start === end) continue;
    const known = joined.get(`${start} ${end}`) ?? { from: start, to: end, typeOnly: true, inBefore: false, inAfter: false };
    joined.set(`${start} ${end}`, {
      ...known, typeOnly: known.typeOnly && typeOnly, inBefore: known.inBefore || inBefore, inAfter: known.inAfter || inAfter,
    });
  }
  return { boxes, arrows: [...joined.values()], note: NOTES[level] };
}
