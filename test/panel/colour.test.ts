/** Colours of the panel's graph, in any theme. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wcagContrast } from 'culori';
import { hex, mix, parseColour, readableOn } from '../../media/graph/colour.ts';

const read = (text: string, under?: string): string | null => {
  const colour = parseColour(text, under === undefined ? undefined : parseColour(under) ?? undefined);
  return colour === null ? null : hex(colour);
};
const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours of the graph', () => {
  it('are read in every form that a theme uses', () => {
    assert.deepEqual(
      [' #1a85ff', '#fff', 'rgb(26, 133, 255)', 'rgb(26 133 255)', 'hsl(0, 100%, 50%)', 'hwb(0 0% 0%)', 'white'].map((text) => read(text)),
      ['#1a85ff', '#ffffff', '#1a85ff', '#1a85ff', '#ff0000', '#ff0000', '#ffffff'],
    );
    assert.deepEqual(['', 'var(--x)', '#12', 'rgb(1, 2)', 'no colour'].map((text) => read(text)), [null, null, null, null, null]);
  });

  it('are blended with what is below when they are transparent', () => {
    assert.deepEqual(
      ['#ffffff80', '#fff8', 'rgba(255, 255, 255, 0.5)', 'rgba(255, 255, 255, 0)'].map((text) => read(text, '#000000')),
      ['#808080', '#888888', '#808080', '#000000'],
    );
    assert.equal(hex(mix(parseColour('#000')!, parseColour('#fff')!, 0.25)), '#404040');
  });

  it('reach the required contrast on any background', () => {
    fc.assert(fc.property(anyHex, anyHex, (colour, background) => {
      const paper = parseColour(background)!;
      assert.ok(wcagContrast(hex(readableOn(parseColour(colour)!, paper, 4.5)), background) >= 4.5, `${colour} on ${background}`);
    }));
  });
});
