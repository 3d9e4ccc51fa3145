/** What the picture of the map shows of its boxes and edges. */
import assert from 'node:assert/strict';
import { h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { layOutMap } from '../../server/diagram/map/layout.ts';
import { MapPicture, type Relation } from '../../server/diagram/map/picture.tsx';
import { planMap } from '../../server/diagram/map/plan.ts';
import { PAPER } from '../../server/diagram/palette.ts';
import { block, smallGraph } from '../panel/example.ts';

const PALETTE = { ...PAPER, uses: '#0550ae', usedBy: '#bc4c00', health: [] };

/** Boxes side by side in the room of the test of marks. */
const COLUMNS = 3;

/** The picture of blocks that all use the first, with the edges of the first chosen. */
function pictureOf(ids: readonly string[]): string {
  const edges = ids.slice(1).map((from) => ({ from, to: ids[0]!, imports: 1, kind: 'value' as const }));
  const plan = planMap({ ...smallGraph(), layers: [], blocks: ids.map((id) => block(id, null)), edges, cycles: [], criticalPath: [] }, new Set(), new Map());
  const usedBy: Relation = 'usedBy';
  return renderToStaticMarkup(h(MapPicture, {
    layout: layOutMap(plan, { width: 900, height: 600 }), nodes: plan.nodes, edges: plan.edges.map((edge) => ({ edge, relation: usedBy })), flow: 'rows',
    palette: PALETTE, font: 'sans-serif', selected: new Set([`b:${ids[0]!}`]), related: null, selectedEdge: null, current: null,
  }));
}

describe('the picture of the map', () => {
  it('shows the end of a path that is too long, and the middle of a name shortened', () => {
    const svg = pictureOf(['packages/analytics', 'packages/firebase/compat/app', 'packages/app', 'aNameWithoutAnyFolderInIt', 'x/aNameWithoutAnyFolderInIt']);
    const names = Array.from(svg.matchAll(/font-weight="600">([^<]+)</g), ([, name]) => name);
    assert.deepEqual(names, ['aNameWi…lderInIt', '…/analytics', 'packages/app', '…/compat/app', 'aNameWi…lderInIt']);
    assert.match(svg, /<title>Block packages\/analytics, 4 files<\/title>/);
  });

  it('draws the edges of the selection over the boxes as long as they are few', () => {
    const lines = (count: number): number => pictureOf(Array.from({ length: count + 1 }, (_, at) => `b${at}`)).split('<g class="map-line').length - 1;
    assert.deepEqual([lines(16), lines(17)], [32, 17]);
  });

  it('puts the mark of a cycle beside the names that its edge passes', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `b${String(at).padStart(2, '0')}`);
    // In one column an edge runs straight through the boxes between, and there is no room beside their names.
    const isBelow = (from: number, to: number): boolean => from % COLUMNS === to % COLUMNS;
    const covered = ids.flatMap((from, at) => ids.filter((_, other) => other > at && !isBelow(at, other)).flatMap((to) => {
      const plan = planMap({
        ...smallGraph(), layers: [], blocks: ids.map((id) => block(id, null)), criticalPath: [], cycles: [[from, to]],
        edges: [{ from, to, imports: 1, kind: 'value' }, { from: to, to: from, imports: 1, kind: 'value' }],
      }, new Set(), new Map());
      const layout = layOutMap(plan, { width: 800, height: 300 });
      assert.equal(layout.boxes.findIndex(({ y }) => y !== layout.boxes[0]!.y), COLUMNS);
      const svg = renderToStaticMarkup(h(MapPicture, {
        layout, nodes: plan.nodes, edges: plan.edges.map((edge) => ({ edge, relation: 'none' as const })), flow: 'rows', palette: PALETTE,
        font: 'sans-serif', selected: new Set<string>(), related: null, selectedEdge: null, current: null,
      }));
      const marks = Array.from(svg.matchAll(/class="map-mark"[^>]*><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g), (found) =>
        found.slice(1).map(Number) as [number, number, number, number]);
      assert.ok(marks.length > 0);
      return marks.flatMap(([x, y, width, height]) => layout.boxes.filter((box) =>
        x < box.x + box.width - 6 && box.x + 6 < x + width && y < box.y + box.height - 5 && box.y + 5 < y + height).map(({ key }) => `${from} ${to}: ${key}`));
    }));
    assert.deepEqual(covered, []);
  });
});
