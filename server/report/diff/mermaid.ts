/**
 * A comparison as one Mermaid flowchart with two halves, before and after. Both halves hold the same boxes and arrows in
 * the same order, so that Mermaid puts each at the same place in both; what does not exist in a half is drawn invisible.
 */
import { encodeLabel } from '../../diagram/mermaid-label.ts';
import { MAX_EDGES, MAX_TEXT } from '../../diagram/limits.ts';
import type { DiffReport } from '../../protocol/diff.ts';
import { PICTURE_LEVELS, planPicture, type Picture, type PictureBox, type Tone } from './picture.ts';
import { isSilent, stateWords } from './words.ts';

/** The first three are the colours of the block guideline; the others go with them. */
const STYLES: Readonly<Record<Tone, string>> = {
  breaking: 'fill:#ff9999,stroke:#c62828,color:#4a0d0d',
  modified: 'fill:#ffff99,stroke:#9a6700,color:#3d2c00',
  new: 'fill:#99ff99,stroke:#1a7f37,color:#0b3d1a',
  deprecated: 'fill:#555555,stroke:#222222,color:#ffffff',
  grey: 'fill:#eeeeee,stroke:#aaaaaa,color:#666666',
};

/** @returns the flowchart with a final line break; no box when nothing changed */
export function toDiffMermaid(report: DiffReport): string {
  if (isSilent(report.diff)) return 'flowchart LR\n  %% Nothing changed in the architecture.\n';
  const titles = [`Before: ${stateWords(report.diff.from)}`, `After: ${stateWords(report.diff.to)}`] as const;
  let text = '';
  for (const level of PICTURE_LEVELS) {
    const picture = planPicture(report, level);
    text = write(picture, titles);
    // Both halves count, and GitHub refuses what is as large as the limit.
    if (picture.arrows.length * 2 < MAX_EDGES && text.length < MAX_TEXT) break;
  }
  return text;
}

function write(picture: Picture, [before, after]: readonly [string, string]): string {
  const lines = ['flowchart LR'];
  if (picture.note !== null) lines.push(`  %% ${picture.note}`);
  for (const [half, title] of [['before', before], ['after', after]] as const) {
    lines.push(`  subgraph ${half}["${encodeLabel(title, 'entities')}"]`, '    direction TB');
    for (const box of picture.boxes) lines.push(`    ${half}_${box.key}["${labelOf(box)}"]`);
    for (const { from, to, typeOnly, inBefore, inAfter } of picture.arrows) {
      // `~~~` takes the same room and is not drawn.
      const arrow = !(half === 'before' ? inBefore : inAfter) ? '~~~' : typeOnly ? '-.->' : '-->';
      lines.push(`    ${half}_${from} ${arrow} ${half}_${to}`);
    }
    lines.push('  end');
  }
  for (const [tone, style] of Object.entries(STYLES)) lines.push(...classLines(tone, style, visible(picture, (box) => box.tone === tone)));
  const hidden = picture.boxes.flatMap(({ key, inBefore, inAfter }) => [...(inBefore ? [] : [`before_${key}`]), ...(inAfter ? [] : [`after_${key}`])]);
  lines.push(...classLines('absent', 'opacity:0,fill:none,stroke:none,color:transparent', hidden));
  return `${lines.join('\n')}\n`;
}

/** The same words in both halves, because boxes are as wide as their words. */
function labelOf({ label, remark }: PictureBox): string {
  return remark === '' ? encodeLabel(label, 'entities') : `${encodeLabel(label, 'entities')}<br/>${encodeLabel(remark, 'entities')}`;
}

function visible({ boxes }: Picture, fits: (box: PictureBox) => boolean): string[] {
  return boxes.filter(fits).flatMap(({ key, inBefore, inAfter }) => [...(inBefore ? [`before_${key}`] : []), ...(inAfter ? [`after_${key}`] : [])]);
}

function classLines(name: string, style: string, keys: readonly string[]): string[] {
  return keys.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${keys.join(',')} ${name}`];
}
