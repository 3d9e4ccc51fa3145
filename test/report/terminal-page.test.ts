/** Pages of the rules in a terminal. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { terminalPage } from '../../server/report/rule/terminal-page.ts';

const PAGE = [
  '# quality/example',
  '',
  '<!-- Generated; do not edit. -->',
  '',
  '**Title.** Uses `let` and [a link](https://example.org), \\*not\\* emphasis.',
  '',
  '## Examples',
  '',
  '```ts src/a.ts',
  'const **a** = `1`;',
  '',
  '  b();',
  '```',
  '',
  '- first: `x`',
  '- a second that is long enough to be broken into two lines',
  '',
].join('\n');

describe('a page in a terminal', () => {
  it('keeps the words, and drops marks, comments and addresses', () => {
    assert.equal(terminalPage(PAGE, { color: false, width: 44 }), [
      'quality/example', '', 'Title. Uses let and a link, *not* emphasis.', '', 'Examples', '', '    src/a.ts', '    const **a** = `1`;', '', '      b();', '',
      '- first: x', '- a second that is long enough to be broken', '  into two lines', '',
    ].join('\n'));
  });

  it('shows headings and code by colour, which takes no room', () => {
    const painted = terminalPage(PAGE, { color: true, width: 44 });
    assert.equal(painted.replace(/\u001b\[\d+m/g, ''), terminalPage(PAGE, { color: false, width: 44 }));
    assert.match(painted, /\u001b\[1mTitle\.\u001b\[22m Uses \u001b\[36mlet\u001b\[39m and/);
  });

  it('loses no word of a paragraph, however narrow', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 40, max: 100 }), (words, width) => {
      const lines = terminalPage(words.join(' '), { color: false, width }).trimEnd().split('\n');
      assert.equal(lines.join(' '), words.join(' '));
      for (const line of lines) assert.ok(line.length <= width, line);
    }));
  });
});
