/** Commands cut into words as a POSIX shell would, and refused where only a shell could run them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { asCommand, commandWords } from '../../server/text/command-words.ts';

function wordsOf(text: string): readonly string[] | null {
  const read = commandWords(text);
  return 'words' in read ? read.words : null;
}

describe('words of a command', () => {
  it('are separated by blanks, and hold what stands in quotes or behind a backslash', () => {
    assert.deepEqual(wordsOf('npm  run\tbuild'), ['npm', 'run', 'build']);
    assert.deepEqual(wordsOf(String.raw`node -e 'a "b" $c' "d 'e' \" f" g\ h "" x'y'z`), ['node', '-e', 'a "b" $c', 'd \'e\' " f', 'g h', '', 'xyz']);
    assert.deepEqual(wordsOf(String.raw`a "C:\tools\x" 'b\'`), ['a', String.raw`C:\tools\x`, 'b\\']);
  });

  it('are not guessed where a shell would do something', () => {
    const shells = ['a && b', 'a | b', 'a; b', 'a > b', 'a `b`', 'a $B', 'a "$B"', 'a *.ts', 'a ~/b', 'a {b,c}', '(a)', 'a\nb', 'A=1 b'];
    for (const text of [...shells, 'a "b', '', '  ', '""']) assert.equal(wordsOf(text), null, text);
    assert.deepEqual(wordsOf('a b~ c#d e=f --g=h'), ['a', 'b~', 'c#d', 'e=f', '--g=h']);
  });

  it('are those that a shell finds, as far as they are found at all', () => {
    const part = fc.constantFrom('a', 'b', ' ', '  ', '"', '\'', '\\', '$', '&', '=', '-', '\t', '*');
    const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(texts, (text) => {
      const words = wordsOf(`x ${text}`);
      if (words === null || text.endsWith('\\')) return;
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${text} end`], { encoding: 'utf8' });
      assert.deepEqual([...words.slice(1), 'end'], stdout.split('\n').slice(0, -1), text);
    }), { numRuns: 150 });
  });

  it('can be typed again', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }), (words) => {
      const again = wordsOf(`x ${asCommand(words)}`);
      assert.deepEqual(again, ['x', ...words]);
    }));
  });
});
