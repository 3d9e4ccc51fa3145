import assert from 'node:assert/strict';
import { cellWords, planMatrix } from '../../server/diagram/matrix.ts';
import { layOutTreemap } from '../../server/diagram/treemap.ts';
import { graphOfSize } from '../kit/report-of-size.ts';
import { smallGraph } from '../panel/example.ts';

describe('the matrix', () => {
  it('has nothing below the diagonal but what the layers forbid, and of a cycle what is cheapest to cut', () => {
    const matrix = planMatrix(smallGraph());
    const backwards = matrix.rows.flat().filter((cell) => cell.backwards);
    assert.deepEqual(backwards.map(({ row, column }) => cellWords(matrix, row, column)).sort(), [
      'Cache uses Discounts: 1 import, types only, not allowed', 'Payments uses Shipping: 2 imports, part of a cycle',
    ]);
  });

  it('puts the blocks of a tangle into one square', () => {
    const matrix = planMatrix(graphOfSize(64, 512));
    assert.deepEqual(matrix.squares.map(({ start, end }) => end - start).sort(), [2, 3]);
    for (const { start, end } of matrix.squares) {
      assert.ok(matrix.rows.slice(start, end).some((row) => row.some(({ column, backwards }) => backwards && column >= start && column < end)));
    }
  });

  it('is the same whatever the order of the report', () => {
    const graph = graphOfSize(64, 512);
    const other = planMatrix({ ...graph, blocks: [...graph.blocks].reverse(), edges: [...graph.edges].reverse() });
    assert.deepEqual(other.blocks.map(({ id }) => id), planMatrix(graph).blocks.map(({ id }) => id));
  });
});

describe('the treemap', () => {
  it('fills its rectangle with tiles that do not overlap, by number of files', () => {
    const graph = { ...graphOfSize(64, 100, false) };
    const { tiles, regions } = layOutTreemap(graph, 900, 600);
    assert.equal(tiles.length, 64);
    assert.equal(regions.length, 5);
    for (const [at, a] of tiles.entries()) {
      for (const b of tiles.slice(at + 1)) {
        const apart = a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;
        assert.ok(apart, `${a.block.id} and ${b.block.id}`);
      }
    }
    const [most, least] = [...tiles].sort((a, b) => b.block.files - a.block.files).filter((_, at, all) => at === 0 || at === all.length - 1);
    assert.ok(most && least && most.width * most.height > least.width * least.height);
  });
});
