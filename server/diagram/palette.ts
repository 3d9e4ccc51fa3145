/** The colours of a picture. All are `#rrggbb`: Mermaid's style lists would break at the commas of `rgb()`. */
import type { BlockState } from '../protocol/report.ts';

export interface BoxColours {
  fill: string;
  stroke: string;
  text: string;
}

export interface DiagramPalette {
  background: string;
  text: string;
  edge: string;
  /** Edges and boxes that break a rule. */
  wrong: string;
  /** The critical path. */
  critical: string;
  layerFill: string;
  layerStroke: string;
  /** A collapsed layer. */
  closed: BoxColours;
  states: Record<BlockState, BoxColours>;
}

/** What the panel's own pictures need besides. */
export interface MapPalette extends DiagramPalette {
  /** Edges of the selected block to what it uses, and from what uses it: two colours that colour-blind people tell apart. */
  uses: string;
  usedBy: string;
  /** From a health of 0 to one of 100: five steps that differ in lightness too. */
  health: readonly BoxColours[];
}

/** For pictures written to files: no theme, white background. */
export const PAPER: DiagramPalette = {
  background: '#ffffff',
  text: '#1f2328',
  edge: '#6e7781',
  wrong: '#c62828',
  critical: '#8250df',
  layerFill: '#f6f8fa',
  layerStroke: '#c5ccd3',
  closed: { fill: '#e8ecf1', stroke: '#57606a', text: '#1f2328' },
  states: {
    pending: { fill: '#f3f4f6', stroke: '#8c959f', text: '#424a53' },
    active: { fill: '#ddf0ff', stroke: '#1f6feb', text: '#0a3069' },
    completed: { fill: '#dcf7e3', stroke: '#1a7f37', text: '#0b4a1c' },
    failed: { fill: '#ffe4e1', stroke: '#c62828', text: '#7a1512' },
    modified: { fill: '#fff4d6', stroke: '#9a6700', text: '#5c3d00' },
    deprecated: { fill: '#efe9f7', stroke: '#7d6b99', text: '#4b3d63' },
  },
};
