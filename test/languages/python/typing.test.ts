/** A long file that is typed in gives the same facts as one that is read anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extract } from '../../../server/languages/python/extract.ts';
import { loadParser } from '../../../server/languages/python/parser.ts';

const PART = `
class Order:
    """An order with 🍏 in it."""

    def total(self, rate: float = 1.0) -> float:
        if rate > 0:
            return sum(item.price * rate for item in self.items)
        raise ValueError(f"rate {rate!r} 🍐 is too low")


async def load(path, *, limit=10):
    # Reads what is there.
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number > limit and line.strip() in ("", "#"):
                break
            yield json.loads(line)

`;
const LONG = `import json\n${PART.repeat(60)}`;

const SNIPPETS = [
  'x = 1\n',
  '\n',
  ' ',
  '    ',
  '"""',
  '(',
  ')',
  ':',
  'def f():\n    pass\n',
  '🍒',
  '# note\n',
  'import os\n',
  '@cache\n',
  '\\\n',
  "f'{",
  'class A(B):\n    y: int = 3\n',
  '\r\n',
  'é',
];

describe('python, as it is typed', () => {
  before(() => loadParser());

  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), taken: fc.integer({ min: 0, max: 40 }), given: fc.constantFrom(...SNIPPETS, '') });
  const facts = (path: string, text: string): string => JSON.stringify(extract({ path, text, role: 'source' })).replaceAll(path, 'PATH');
  let read = 0;

  it('reads the same as a file that was just opened', () => {
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      let text = LONG;
      extract({ path: 'typed.py', text, role: 'source' });
      for (const { at, taken, given } of edits) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + given + text.slice(start + taken);
        assert.equal(facts('typed.py', text), facts(`anew${read++}.py`, text));
      }
    }), { numRuns: 25 });
  });

  it('follows edits that undo each other, and text that is cut off', () => {
    for (const text of [LONG, `${LONG}\nx = [`, LONG, LONG.slice(0, -30), LONG.slice(40), LONG.replaceAll('🍏', '🍎'), LONG]) {
      assert.equal(facts('typed.py', text), facts(`anew${read++}.py`, text));
    }
  });
});
