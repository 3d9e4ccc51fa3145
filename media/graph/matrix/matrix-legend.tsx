import type { MapPalette } from '../../../server/diagram/palette.ts';

/** Explains the cells of the matrix. */
export function MatrixLegend({ palette }: { palette: MapPalette }) {
  const { active, failed } = palette.states;
  return (
    <ul class="legend" aria-label="Legend">
      <li><i class="legend-box" style={{ background: active.fill, borderColor: active.fill }} />imports</li>
      <li><i class="legend-box" style={{ borderColor: active.stroke }} />types only</li>
      <li><i class="legend-box" style={{ background: failed.fill, borderColor: failed.fill }} />backwards</li>
      <li><i class="legend-box" style={{ background: failed.fill, borderColor: palette.wrong }} />not allowed</li>
      <li><i class="legend-box legend-square" style={{ borderColor: palette.wrong }} />cycle</li>
    </ul>
  );
}
