/** A block or a closed row as a box. */
import { columns } from '../../text/plain-text.ts';
import { counted, toTenth } from '../../text/wording.ts';
import { drawableText } from '../mermaid-label.ts';
import type { BoxColours, MapPalette } from '../palette.ts';
import { healthColours } from './health.ts';
import type { PlacedBox } from './layout.ts';
import { nodeWords, type MapNode } from './plan.ts';

/** Width of a character of the normal and of the bold font. */
export const CHARACTER = 7.3;
const BOLD = 9.1;

/** What a box says of a bottleneck: on its mark, and in full. */
export interface BottleneckWords {
  mark: string;
  words: string;
}

interface BoxProps {
  box: PlacedBox;
  node: MapNode;
  palette: MapPalette;
  isSelected: boolean;
  relation: 'uses' | 'usedBy' | 'both' | null;
  faded: boolean;
  isCurrent: boolean;
  /** Stands in place of its size. */
  note: string | null;
  bottleneck: BottleneckWords | null;
}

/** The box. */
export function Box({ box: { key, x, y, width, height, isBar }, node, palette, isSelected, relation, faded, isCurrent, note, bottleneck }: BoxProps) {
  const own = node.block ? palette.states[node.block.state] : palette.closed;
  // What does not belong to the selection steps back, but stays legible.
  const colours = faded ? { fill: palette.background, stroke: palette.layerStroke, text: palette.text } : own;
  const dashed = node.block?.state === 'pending' || node.block?.state === 'deprecated';
  const stroke = faded ? colours.stroke : node.cyclic ? palette.wrong : node.critical ? palette.critical : colours.stroke;
  const words = [nodeWords(node), bottleneck?.words ?? ''].filter((part) => part !== '').join(', ');
  const side = { uses: palette.uses, usedBy: palette.usedBy, both: palette.wrong, none: '' }[relation ?? 'none'];
  const room = Math.floor((width - (node.health === null ? 22 : 50)) / (isBar ? CHARACTER : BOLD));
  const name = drawableText(node.branch ? `▸ ${node.title}` : lastParts(node.title, room), room);
  // Letters of some scripts are two columns wide.
  const shown = columns(name) * CHARACTER > width ? drawableText(name, 9) : name;
  return (
    <g
      class={`map-box${isSelected ? ' is-selected' : ''}${faded ? ' is-faded' : ''}`} data-key={key} role="button" tabindex={isCurrent ? 0 : -1}
      data-title={words} aria-pressed={node.block ? isSelected : undefined} aria-expanded={node.block ? undefined : false}
    >
      <title>{words}</title>
      {relation !== null && <rect x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx="10" fill="none" stroke={side} stroke-width="2.5" />}
      {node.branch !== null && !isBar && <rect x={x + 4} y={y + 4} width={width} height={height} rx="7" fill={colours.fill} stroke={colours.stroke} />}
      <rect
        class="map-face" x={x} y={y} width={width} height={height} rx="7" fill={colours.fill} stroke={stroke}
          stroke-width={node.cyclic || node.critical ? 2.5 : 1.2}
        stroke-dasharray={dashed ? '5 3' : undefined}
      />
      {isSelected && <rect class="map-ring" x={x - 5} y={y - 5} width={width + 10} height={height + 10} rx="11" fill="none" stroke={palette.text}
        stroke-width="3" />}
      <text x={toTenth(x + 11)} y={toTenth(y + height / 2 - 3)} fill={colours.text} font-weight="600">{shown}</text>
      <text x={toTenth(x + 11)} y={toTenth(y + height / 2 + 13)} fill={colours.text} font-size="11"
        font-style={note === null ? undefined : 'italic'}>{note ?? shortWords(node, bottleneck === null || isBar ? 2 : 1)}</text>
      {node.health !== null && !faded && <Health x={x + width - 8} y={y + 7} score={node.health} colours={healthColours(palette, node.health)} />}
      {bottleneck !== null && <BottleneckMark x={x + width - (node.cyclic ? 26 : 8)} y={y + height - 20} text={bottleneck.mark}
        fill={faded ? palette.background : palette.text} ink={faded ? palette.text : palette.background} />}
      {node.cyclic && <text x={x + width - 12} y={toTenth(y + height - 7)} text-anchor="end" fill={palette.wrong} font-weight="700" font-size="13">↻</text>}
    </g>
  );
}

/** `packages/analytics` → `…/analytics` where there is no room for all: what tells it from the blocks beside it stands last. */
function lastParts(id: string, room: number): string {
  if (id.length <= room) return id;
  const parts = id.split('/');
  const from = parts.findIndex((_, at) => at > 0 && parts.slice(at).join('/').length + 2 <= room);
  return from < 0 ? parts.at(-1)! : `…/${parts.slice(from).join('/')}`;
}

function Health({ x, y, score, colours }: { x: number; y: number; score: number; colours: BoxColours }) {
  return (
    <>
      <rect x={x - 28} y={y} width="28" height="15" rx="7.5" fill={colours.fill} stroke={colours.stroke} stroke-width="0.8" />
      <text x={x - 14} y={y + 11.5} text-anchor="middle" font-size="10.5" font-weight="600" fill={colours.text}>{Math.round(score)}</text>
    </>
  );
}

/** An hourglass, and how much passes through. It has no colour of its own, because all colours mean something else. */
function BottleneckMark({ x, y, text, fill, ink }: { x: number; y: number; text: string; fill: string; ink: string }) {
  const width = 19 + (text === '' ? 0 : columns(text) * 7.8 + 7);
  return (
    <g class="map-bottleneck">
      <rect x={toTenth(x - width)} y={y} width={toTenth(width)} height="15" rx="7.5" fill={fill} stroke={ink} stroke-width="0.8" />
      <path d={`M${toTenth(x - width + 6)} ${y + 3.5}h7l-7 8h7z`} fill={ink} stroke={ink} stroke-linejoin="round" />
      {text !== '' && <text x={toTenth(x - 7)} y={y + 11.5} text-anchor="end" font-size="10.5" font-weight="600" fill={ink}>{text}</text>}
    </g>
  );
}

/** The second line of a box. @param most parts of it at most */
function shortWords({ block, blocks, files, findings }: MapNode, most: number): string {
  const size = block ? counted(files, 'file') : counted(blocks, 'block');
  const state = block && block.state !== 'active' ? block.state : '';
  return [size, state, findings > 0 ? counted(findings, 'finding') : ''].filter((part) => part !== '').slice(0, most).join(' · ');
}

