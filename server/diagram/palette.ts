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

/** For pictures written to files: no theme, white background. Completed, modified, failed and deprecated have the colours of the block guideline. */
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
    pending: { fill: '#ffffe5', stroke: '#8a7a00', text: '#4a4200' },
    active: { fill: '#ddf0ff', stroke: '#1f6feb', text: '#0a3069' },
    completed: { fill: '#99ff99', stroke: '#1a7f37', text: '#0b3d1a' },
    failed: { fill: '#ff9999', stroke: '#c62828', text: '#4a0d0d' },
    modified: { fill: '#ffff99', stroke: '#9a6700', text: '#3d2c00' },
    deprecated: { fill: '#555555', stroke: '#222222', text: '#ffffff' },
  },
};
