import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filterEdges } from '../../server/diagram/map/filter.ts';
import { planFocus } from '../../server/diagram/map/focus.ts';
import { layOutMap } from '../../server/diagram/map/layout.ts';
import { branchesAround, initiallyClosed, layerOrder, outlineOf } from '../../server/diagram/map/outline.ts';
import { planMap } from '../../server/diagram/map/plan.ts';
import { reachedFrom, waysBetween } from '../../server/diagram/map/reach.ts';
import { tanglesOf } from '../../server/diagram/tangles.ts';
import type { ReportGraph } from '../../server/protocol/report.ts';
import { graphOfSize } from '../kit/report-of-size.ts';
import { block, smallGraph } from '../panel/example.ts';

const ROOM = { width: 960, height: 640 };
const NONE = new Map<string, number>();

/** Blocks `0`, `1`, … with the given edges. */
function graphOf(count: number, edges: readonly (readonly [number, number])[]): ReportGraph {
  return {
    layers: [], blocks: Array.from({ length: count }, (_, at) => block(String(at), null)),
    edges: edges.map(([from, to]) => ({ from: String(from), to: String(to), imports: 1, kind: 'value' })), cycles: [], criticalPath: [],
  };
}

const anyGraph = fc.integer({ min: 2, max: 9 }).chain((count) =>
  fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20, selector: String }).map((edges) => graphOf(count, edges)));

describe('the map of blocks', () => {
  it('places blocks by layer and name, whatever the order of the report and its edges', () => {
    const graph = smallGraph();
    const other = { ...graph, blocks: [...graph.blocks].reverse(), edges: graph.edges.slice(7) };
    assert.deepEqual(layOutMap(planMap(other, new Set(), NONE), ROOM), layOutMap(planMap(graph, new Set(), NONE), ROOM));
  });

  it('puts no box on another, and all of them inside the picture', () => {
    for (const closed of [new Set<string>(), initiallyClosed(graphOfSize(300, 900)), new Set(['domain', 'data'])]) {
      const { boxes, width, height } = layOutMap(planMap(graphOfSize(300, 900), closed, NONE), ROOM);
      for (const [at, a] of boxes.entries()) {
        assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height, a.key);
        for (const b of boxes.slice(at + 1)) {
          assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.key} and ${b.key}`);
        }
      }
    }
  });

  it('orders layers by what they may use, and otherwise as configured', () => {
    const layers = [{ id: 'data', paths: [], mayUse: [] }, { id: 'web', paths: [], mayUse: ['domain', 'data'] }, { id: 'domain', paths: [], mayUse: ['data'] }];
    assert.deepEqual(layerOrder({ ...smallGraph(), layers }), ['web', 'domain', 'data']);
    assert.deepEqual(layerOrder({ ...smallGraph(), layers: layers.map((layer) => ({ ...layer, mayUse: [] })) }), ['data', 'web', 'domain']);
  });

  it('divides a large layer by folder, and keeps every block once', () => {
    const graph = graphOfSize(300, 900);
    const outline = outlineOf(graph);
    assert.deepEqual(outline.map(({ id, branches }) => [id, branches.length]),
      ['presentation', 'application', 'domain', 'data', 'platform'].map((id) => [id, 12]));
    assert.deepEqual(outline.flatMap(({ branches }) => branches.flatMap(({ blocks }) => blocks.map(({ id }) => id))).sort(),
      graph.blocks.map(({ id }) => id).sort());
    const id = graph.blocks[100]!.id;
    assert.ok(branchesAround(outline, id).every(({ blocks }) => blocks.some((one) => one.id === id)));
    assert.equal(branchesAround(outline, id).length, 2);
  });

  it('gives rows of their own to folders that hold several blocks, and keeps the others side by side', () => {
    const within = (folder: string, count: number): ReportGraph['blocks'] =>
      Array.from({ length: count }, (_, at) => ({ ...block(`${folder}${at}`, null), paths: [`${folder}${folder === 'packages/one' ? at : `/b${at}`}/**`] }));
    const blocks = [...within('packages/one', 35), ...within('packages/shop', 20), ...within('packages/auth', 2), ...within('tools', 1), ...within('docs', 2)];
    const shape = (branches: ReturnType<typeof outlineOf>): unknown[] => branches.map(({ title, blocks: all, branches: inner, loose }) =>
      [title, all.length, loose.length, ...shape(inner)]);
    assert.deepEqual(shape(outlineOf({ ...graphOf(0, []), blocks })), [
      ['packages/', 57, 37, ['shop/', 20, 20]],
      ['other folders', 3, 3],
    ]);
    // Within a row, a folder that holds a few of many blocks is not worth it.
    assert.deepEqual(shape(outlineOf({ ...graphOf(0, []), blocks: [...within('packages/one', 50), ...within('packages/shop', 9), ...within('apps/web', 3)] })),
      [['apps/', 3, 3], ['packages/', 59, 59]]);
    assert.deepEqual(shape(outlineOf({ ...graphOf(0, []), blocks: within('one', 45).map((each, at) => ({ ...each, paths: [`b${at}/**`] })) })), [['', 45, 45]]);
  });

  it('adds up edges between closed rows, and loses no import', () => {
    const graph = graphOfSize(300, 5000);
    const { edges } = planMap(graph, initiallyClosed(graph), NONE);
    const layerOf = new Map(graph.blocks.map(({ id, layer }) => [id, layer]));
    const across = graph.edges.filter(({ from, to }) => layerOf.get(from) !== layerOf.get(to));
    assert.equal(edges.reduce((sum, { pairs }) => sum + pairs, 0), across.length);
    assert.equal(edges.reduce((sum, { imports }) => sum + imports, 0), across.reduce((sum, { imports }) => sum + imports, 0));
  });

  it('draws by itself only what can be followed with the eye', () => {
    const large = graphOfSize(300, 5000);
    const { edges } = planMap(large, new Set(), NONE);
    assert.deepEqual(filterEdges(edges, 'auto', new Set()), edges.filter(({ critical }) => critical));
    assert.equal(filterEdges(planMap({ ...large, criticalPath: [] }, new Set(), NONE).edges, 'auto', new Set()).length, 0);
    assert.deepEqual(filterEdges(edges, 'violations', new Set()).every(({ violation, critical }) => violation || critical), true);
    const closed = planMap(large, initiallyClosed(large), NONE);
    assert.equal(filterEdges(closed.edges, 'auto', new Set(closed.nodes.keys())).length, closed.edges.length);
  });
});

describe('what a block reaches', () => {
  it('finds what breaks, nearest first, each with a shortest way along edges', () => {
    fc.assert(fc.property(anyGraph, (graph) => {
      const edges = new Set(graph.edges.map(({ from, to }) => `${from} ${to}`));
      const reached = reachedFrom(graph, '0', 'users', Infinity);
      for (const [at, { block: id, distance, way }] of reached.entries()) {
        assert.ok(distance >= (reached[at - 1]?.distance ?? 0));
        assert.equal(way.length, distance + 1);
        assert.deepEqual([way[0], way.at(-1)], [id, '0']);
        way.slice(1).forEach((next, step) => assert.ok(edges.has(`${way[step]} ${next}`)));
      }
      // Whoever uses something that is reached is reached too.
      const all = new Set(['0', ...reached.map((one) => one.block)]);
      for (const { from, to } of graph.edges) if (all.has(to)) assert.ok(all.has(from));
    }));
  });

  it('finds every way between two blocks, shortest first', () => {
    fc.assert(fc.property(anyGraph, (graph) => {
      const { ways, cut } = waysBetween(graph, '0', '1');
      const found: string[] = [];
      const walk = (way: string[]): void => {
        if (way.at(-1) === '1') return void found.push(way.join(' '));
        for (const to of new Set(graph.edges.filter(({ from }) => from === way.at(-1)).map((edge) => edge.to))) if (!way.includes(to)) walk([...way, to]);
      };
      walk(['0']);
      if (!cut) assert.deepEqual(ways.map((way) => way.join(' ')).sort(), found.sort());
      ways.slice(1).forEach((way, at) => assert.ok(way.length >= (ways[at]?.length ?? 0)));
    }));
  });

  it('shows a block of a cycle on both sides of the one in the middle', () => {
    const picture = planFocus(smallGraph(), { kind: 'around', block: 'Payments', depth: 2, direction: 'both' }, NONE, ROOM);
    assert.ok(picture);
    assert.ok(picture.nodes.has('users:Shipping') && picture.nodes.has('used:Shipping'));
    for (const { from, to } of picture.edges) assert.ok(picture.nodes.has(from) && picture.nodes.has(to), `${from} ${to}`);
  });
});

describe('tangles', () => {
  it('are the blocks of a cycle that reach each other', () => {
    const graph = graphOfSize(64, 512);
    assert.deepEqual(tanglesOf(graph).map((members) => members.length), [3, 2]);
    assert.deepEqual(tanglesOf({ ...graph, cycles: [] }), []);
  });

  it('are found in a chain of 20,000 blocks', () => {
    const count = 20_000;
    const chain = graphOf(count, Array.from({ length: count }, (_, at) => [at, (at + 1) % count] as const));
    assert.equal(tanglesOf({ ...chain, cycles: [chain.blocks.map(({ id }) => id)] })[0]?.length, count);
  });
});
