import type { BlockState } from '../../server/protocol/report.ts';
import type { MapPalette } from '../../server/diagram/palette.ts';
import type { Extra } from '../state.ts';

const STATES: readonly BlockState[] = ['active', 'completed', 'modified', 'failed', 'pending', 'deprecated'];

interface LegendProps {
  palette: MapPalette;
  states: ReadonlySet<BlockState>;
  shown: readonly Extra[];
  /** Whether a selection colours its arrows. */
  directions: boolean;
}

/** Explains the colours and lines. States that do not occur, and what is switched off, are omitted. */
export function Legend({ palette, states, shown, directions }: LegendProps) {
  return (
    <ul class="legend" aria-label="Legend">
      {STATES.filter((state) => states.has(state)).map((state) => {
        const { fill, stroke } = palette.states[state];
        const dashed = state === 'pending' || state === 'deprecated';
        return <li key={state}><i class="legend-box" style={{ background: fill, borderColor: stroke, borderStyle: dashed ? 'dashed' : 'solid' }} />{state}</li>;
      })}
      {directions ? (
        <>
          <li><Line colour={palette.uses} width={2} />the selected block uses</li>
          <li><Line colour={palette.usedBy} width={2} />uses the selected block</li>
        </>
      ) : <li><Line colour={palette.edge} />uses</li>}
      <li><Line colour={palette.edge} dash="3 3" />types only</li>
      <li><Line colour={palette.wrong} width={2.5} />cycle or not allowed</li>
      {shown.includes('critical') && <li><Line colour={palette.critical} width={3.5} />critical path</li>}
      {shown.includes('bottlenecks') && directions && <li><Hourglass palette={palette} />bottleneck</li>}
    </ul>
  );
}

function Line({ colour, dash, width = 1.5 }: { colour: string; dash?: string; width?: number }) {
  return (
    <svg width="24" height="8" viewBox="0 0 24 8" aria-hidden="true">
      <path d="M0 4h18" stroke={colour} stroke-width={width} stroke-dasharray={dash} />
      <path d="M17 0.5 23 4 17 7.5z" fill={colour} />
    </svg>
  );
}

function Hourglass({ palette }: { palette: MapPalette }) {
  return (
    <svg width="18" height="15" viewBox="0 0 18 15" aria-hidden="true">
      <rect width="18" height="15" rx="7.5" fill={palette.text} />
      <path d="M5.5 3.5h7l-7 8h7z" fill={palette.background} stroke={palette.background} stroke-linejoin="round" />
    </svg>
  );
}
