/** The layout and the drawing of the block graph. */
import assert from 'node:assert/strict';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { ReportGraph } from '../../server/protocol/report.ts';
import { planDiagram } from '../../server/diagram/plan.ts';
import { BOX_HEIGHT, layOut } from '../../server/diagram/layout.ts';
import { bandsOf } from '../../server/diagram/ranks.ts';
import { toGraphSvg } from '../../server/diagram/svg.tsx';
import { HOSTILE, hostile, sample } from './sample.ts';

const LAYERS = ['ui', 'core', 'data'];

const anyGraph: fc.Arbitrary<ReportGraph> = fc
  .record({
    layers: fc.array(fc.option(fc.constantFrom(...LAYERS)), { minLength: 1, maxLength: 30 }),
    edges: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
  })
  .map(({ layers, edges }) => ({
    layers: LAYERS.map((id, at) => ({ id, paths: [], mayUse: LAYERS.slice(at + 1) })),
    blocks: layers.map((layer, at) => ({ id: `B${at}`, layer, paths: [], files: 1, state: 'active' as const, version: '1', dependsOn: [] })),
    edges: edges.map(([from, to]) => ({ from: `B${from % layers.length}`, to: `B${to % layers.length}`, imports: 1, kind: 'value' as const })),
    cycles: [], criticalPath: [],
  }));

describe('rows of the graph', () => {
  it('stand in the order of the layers, users above what they use', () => {
    const { graph } = sample();
    const diagram = planDiagram(graph, { collapsed: new Set() });
    const nameOf = new Map(diagram.nodes.map(({ key, block }) => [key, block?.id]));
    assert.deepEqual(bandsOf(diagram, graph).map(({ title, rows }) => ({ title, rows: rows.map((row) => row.map((key) => nameOf.get(key))) })), [
      { title: 'no layer', rows: [['ml']] },
      { title: 'presentation', rows: [['Pages'], ['Widgets']] },
      { title: 'business', rows: [['Users'], ['Orders'], ['Billing']] },
      { title: 'data', rows: [['Store']] },
    ]);
  });

  it('wrap when they are too wide', () => {
    const graph: ReportGraph = {
      ...sample().graph,
      layers: [],
      edges: [],
      cycles: [],
      criticalPath: [],
      blocks: Array.from({ length: 14 }, (_, at) => ({ ...sample().graph.blocks[0]!, id: `B${at}`, layer: null })),
    };
    assert.deepEqual(bandsOf(planDiagram(graph, { collapsed: new Set() }), graph).map(({ rows }) => rows.map((row) => row.length)), [[5, 5, 4]]);
  });
});

describe('the layout of the graph', () => {
  it('keeps boxes apart and inside, and ties edges to their boxes', () => {
    fc.assert(fc.property(anyGraph, (graph) => {
      const diagram = planDiagram(graph, { collapsed: new Set() });
      const { width, height, boxes, edges } = layOut(diagram, graph, () => 100);
      assert.equal(boxes.length, graph.blocks.length);
      const byKey = new Map(boxes.map((box) => [box.key, box]));
      boxes.forEach((a, at) => {
        assert.ok(a.x >= 0 && a.x + a.width <= width && a.y >= 0 && a.y + a.height <= height);
        for (const b of boxes.slice(at + 1)) {
          assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.key} lies on ${b.key}`);
        }
      });
      for (const { edge, points } of edges) {
        for (const [key, point] of [[edge.from, points[0]], [edge.to, points.at(-1)]] as const) {
          const box = byKey.get(key);
          assert.ok(box && point);
          assert.ok(point.x >= box.x && point.x <= box.x + box.width && (point.y === box.y || point.y === box.y + BOX_HEIGHT));
        }
      }
    }), { numRuns: 150 });
  });

  it('is the same for the same graph', () => {
    const { graph } = sample();
    assert.equal(toGraphSvg(graph)?.svg, toGraphSvg(structuredClone(graph))?.svg);
  });
});

describe('the drawing of the graph', () => {
  it('marks what breaks a rule, and says it in words', () => {
    const svg = toGraphSvg(sample().graph)?.svg ?? '';
    assert.deepEqual([...svg.matchAll(/<title>([^<]*(?:cycle|not allowed)[^<]*)<\/title>/g)].map(([, title]) => title).sort(), [
      'Orders uses Users: 2 imports, cycle',
      'Orders: 4 files, in a cycle',
      'Store uses Widgets: 1 import, not allowed',
      'Users uses Orders: 1 import, cycle',
      'Users: 4 files, modified, in a cycle',
    ]);
    assert.deepEqual([...svg.matchAll(/class="mark".*?>(.)<\/text>/g)].map(([, mark]) => mark), ['↻', '↻', '✕']);
    assert.match(svg, /aria-label="Dependencies of 7 blocks in 3 layers, 1 cycle, 1 dependency against the layers"/);
  });

  it('draws a large graph by layers', () => {
    const { graph } = sample();
    const blocks = Array.from({ length: 60 }, (_, at) => ({ ...graph.blocks[0]!, id: `B${at}`, layer: ['presentation', 'data'][at % 2]! }));
    const svg = toGraphSvg({ ...graph, blocks, edges: [], cycles: [], criticalPath: [] })?.svg ?? '';
    assert.deepEqual([...svg.matchAll(/class="box[^>]*><title>([^<]*)</g)].map(([, title]) => title), ['presentation: 30 blocks', 'data: 30 blocks']);
  });

  it('is valid XML whatever the names of blocks', () => {
    const svg = toGraphSvg(hostile().graph)?.svg ?? '';
    assert.equal(XMLValidator.validate(svg), true);
    assert.equal(svg.includes(HOSTILE), false);
  });

  it('is empty without blocks', () => {
    assert.equal(toGraphSvg({ layers: [], blocks: [], edges: [], cycles: [], criticalPath: [] }), null);
  });
});
