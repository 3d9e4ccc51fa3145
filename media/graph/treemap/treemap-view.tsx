/** Size and health of all blocks at a glance. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { healthColours, HEALTH_STEPS } from '../../../server/diagram/map/health.ts';
import { nodeMaker, nodeWords } from '../../../server/diagram/map/plan.ts';
import { drawableText } from '../../../server/diagram/mermaid-label.ts';
import { layOutTreemap, type PlacedTile } from '../../../server/diagram/treemap.ts';
import type { ReportGraph } from '../../../server/protocol/report.ts';
import { toTenth } from '../../../server/text/wording.ts';
import { nextInDirection } from '../map/walk.ts';
import type { Theme } from '../theme.ts';

interface TreemapViewProps {
  graph: ReportGraph;
  findings: ReadonlyMap<string, number>;
  selected: string | null;
  theme: Theme;
  onChoose: (block: string | null) => void;
  onFocus: (block: string) => void;
}

const CHARACTER = 8;
/** Of a name that is shortened, fewer characters than these say nothing. */
const LEAST = 8;
/** Smaller tiles have no room for a name. */
const NAMED = { width: 44, height: 20 };

/** The treemap, as large as its space. */
export function TreemapView({ graph, findings, selected, theme, onChoose, onFocus }: TreemapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [current, setCurrent] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!frame.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) });
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const map = useMemo(() => layOutTreemap(graph, room.width, room.height), [graph, room]);
  const words = useMemo(() => {
    const make = nodeMaker(graph, findings).block;
    return new Map(graph.blocks.map((block) => [block.id, nodeWords(make(block))]));
  }, [graph, findings]);
  const idAt = (target: EventTarget | null): string | null => (target instanceof Element ? target.closest<SVGElement>('[data-block]')?.dataset['block']
    : undefined) ?? null;
  const keyDown = (event: KeyboardEvent): void => {
    const id = idAt(event.target);
    const direction = ({ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const)[event.key];
    if (event.key === 'Escape') onChoose(null);
    else if (id !== null && (event.key === 'Enter' || event.key === ' ')) onChoose(id);
    else if (id !== null && event.key === 'f') onFocus(id);
    else if (direction !== undefined && frame.current && event.target instanceof Element) {
      const next = nextInDirection(frame.current.querySelectorAll<SVGElement>('[data-block]'), event.target, direction);
      if (next) {
        setCurrent(idAt(next));
        next.focus();
      }
    } else return;
    event.preventDefault();
  };
  const inOrder = current ?? selected ?? map.tiles[0]?.block.id ?? null;
  return (
    <div class="treemap">
      <div
        ref={frame} class="treemap-frame" onKeyDown={keyDown}
          onClick={(event) => { const id = idAt(event.target); if (id !== null) { setCurrent(id); onChoose(id === selected ? null : id); } }}
        onDblClick={(event) => { const id = idAt(event.target); if (id !== null) onFocus(id); }}
      >
        {room.width > 0 && (
          <svg width={room.width} height={room.height} role="group"
            aria-label="Size and health of the blocks. Arrow keys go to the next block, Enter selects it, F focuses it." font-family={theme.font}>
            {map.regions.map(({ title, x, y, width, height }, at) => (
              <g key={at} aria-hidden="true">
                <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(width)} height={toTenth(height)} fill={theme.palette.layerFill}
                  stroke={theme.palette.layerStroke} />
                {title !== '' && <text x={toTenth(x + 6)} y={toTenth(y + 15)} font-size="12.5" font-weight="600"
                  fill={theme.palette.text}>{drawableText(title, Math.max(3, Math.floor((width - 10) / CHARACTER)))}</text>}
              </g>
            ))}
            {map.tiles.map((tile) => (
              <Tile key={tile.block.id} tile={tile} words={words.get(tile.block.id) ?? ''} theme={theme} isSelected={tile.block.id === selected}
                isCurrent={tile.block.id === inOrder} />
            ))}
            <Ring tile={map.tiles.find(({ block }) => block.id === selected)} theme={theme} />
          </svg>
        )}
      </div>
      <ul class="legend" aria-label="Legend">
        <li>Area: files. Colour: health</li>
        {HEALTH_STEPS.map((from, at) => {
          const { fill, stroke } = theme.palette.health[at]!;
          return <li key={from}><i class="legend-box"
            style={{ background: fill, borderColor: stroke }} />{at === 0 ? `under ${HEALTH_STEPS[1]}` : `${from} and more`}</li>;
        })}
        <li><i class="legend-box" style={{ background: theme.palette.closed.fill, borderColor: theme.palette.closed.stroke }} />not judged</li>
      </ul>
    </div>
  );
}

function Tile({ tile: { block, x, y, width, height }, words, theme, isSelected, isCurrent }: { tile: PlacedTile; words: string; theme: Theme;
  isSelected: boolean; isCurrent: boolean }) {
  const score = block.health?.score ?? null;
  const { fill, stroke, text } = score === null ? theme.palette.closed : healthColours(theme.palette, score);
  const named = width >= NAMED.width && height >= NAMED.height;
  const room = Math.floor((width - 10) / CHARACTER);
  const name = named && (block.id.length <= room || room >= LEAST) ? drawableText(block.id, room) : '';
  const below = name === '' ? y + 14 : y + 30;
  return (
    <g class="tile" data-block={block.id} role="button" tabindex={isCurrent ? 0 : -1} data-title={words} aria-pressed={isSelected}>
      <title>{words}</title>
      <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(Math.max(0, width - 1))} height={toTenth(Math.max(0, height - 1))} fill={fill} stroke={stroke}
        stroke-width="0.8" />
      {name !== '' && <text x={toTenth(x + 5)} y={toTenth(y + 15)} font-size="12" font-weight="600" fill={text}>{name}</text>}
      {named && (name === '' || height >= 36) && score !== null && (
        <text x={toTenth(x + 5)} y={toTenth(below)} font-size="11" fill={text}>{Math.round(score)}</text>
      )}
    </g>
  );
}

/** Around the selected tile, over its neighbours. */
function Ring({ tile, theme }: { tile: PlacedTile | undefined; theme: Theme }) {
  if (!tile) return null;
  const { x, y, width, height } = tile;
  return <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(width)} height={toTenth(height)} fill="none" stroke={theme.palette.text} stroke-width="3"
    pointer-events="none" />;
}
