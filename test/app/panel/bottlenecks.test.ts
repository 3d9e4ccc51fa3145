import assert from 'node:assert/strict';
import { bottlenecksPart } from '../../../server/app/panel/bottlenecks.ts';
import { graphOfSize } from '../../kit/report-of-size.ts';
import { smallGraph } from '../../panel/example.ts';

describe('bottlenecks of a graph', () => {
  it('are told with those on most ways first, or of one block whether it is one or not', () => {
    const graph = smallGraph();
    const { pairs, sources, of, blocks } = bottlenecksPart(graph, 'small', undefined);
    assert.deepEqual([pairs, sources, of], [159, 30, 30]);
    assert.deepEqual(blocks.map(({ block, onWays, reasons }) => [block, onWays, reasons]), [
      ['Orders', 57, ['ways']], ['Products', 33, ['ways']], ['Checkout', 27, ['ways']],
    ]);
    assert.deepEqual(bottlenecksPart(graph, 'small', 'Clock').blocks.map(({ block, uses, reasons }) => [block, uses, reasons]), [['Clock', 0, []]]);
    assert.deepEqual(bottlenecksPart(graph, 'small', 'Nobody').blocks, []);
  });

  it('are counted anew for another version of the graph', () => {
    const before = bottlenecksPart(smallGraph(), 'before', undefined);
    const after = bottlenecksPart({ ...smallGraph(), edges: [] }, 'after', undefined);
    assert.ok(before.blocks.length > 0);
    assert.deepEqual(after, { pairs: 0, sources: 30, of: 30, blocks: [] });
  });

  it('say that they are estimated where there are 5,000 blocks', () => {
    const { sources, of, blocks } = bottlenecksPart(graphOfSize(5000, 50_000), 'large', undefined);
    assert.equal(of, 5000);
    assert.ok(sources < 400 && sources >= 50, String(sources));
    assert.ok(blocks.length <= 20, String(blocks.length));
  });
});
