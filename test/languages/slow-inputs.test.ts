/** Files built to be slow: each is analyzed or skipped with its reason, whatever is nested or repeated in it, and the next file is read as ever. */
import assert from 'node:assert/strict';
import type { FileInput, FileResult } from '../../server/engine/analyze-file.ts';
import { tools, analyzeOne } from '../../server/compose/tools.ts';
import { slowInputs, slowLines, type SlowInput } from '../kit/slow-inputs.ts';

/** Every rule with its defaults would only be slower: what is bounded here is the reading. */
const SETTINGS = { key: '', rules: {}, language: undefined } as unknown as FileInput['settings'];

function inputOf({ file, text }: Pick<SlowInput, 'file' | 'text'>): FileInput {
  return { path: `src/${file}`, text, role: 'source', settings: { ...SETTINGS, outlined: true } };
}

/** @returns the code of the reason why a file was skipped; null when it was analyzed */
async function becomes(input: Pick<SlowInput, 'file' | 'text'>): Promise<string | null> {
  const outcome = await analyzeOne(inputOf(input));
  if (!('reason' in outcome)) {
    assert.deepEqual(outcome.failures, []);
    return null;
  }
  return outcome.reason.code === 'analysis-failed' ? outcome.reason.error : outcome.reason.code;
}

function named(name: string, levels: number): SlowInput {
  return slowInputs(levels).find((each) => each.name === name)!;
}

describe('files built to be slow', () => {
  for (const [what, inputs] of [['over many lines', slowInputs(1500)], ['on one line', slowLines(1500)]] as const) {
    it(`are analyzed, or skipped as too deep or too complex: ${what}`, async () => {
      for (const each of inputs) assert.match(String(await becomes(each)), /^(null|too-deep|too-complex)$/, each.name);
    });
  }

  it('are analyzed at a depth that people write: nothing doubles with each level', async () => {
    for (const each of slowInputs(90)) assert.match(String(await becomes(each)), /^(null|too-deep|too-complex)$/, each.name);
    for (const name of ['py additions handed over', 'py additions of entries', 'py replacements', 'ts concatenation handed over']) {
      assert.equal(await becomes(named(name, 90)), null, name);
    }
  });

  const nested = ['ts brackets', 'ts string concatenation', 'ts negations', 'ts tsx', 'js objects', 'py calls', 'py additions', 'notebook comprehensions'];
  for (const name of nested) {
    it(`are too deep from some depth on, and not before: ${name}`, async () => {
      assert.deepEqual([await becomes(named(name, 100)), await becomes(named(name, 700)), await becomes(named(name, 30_000))], [null, 'too-deep', 'too-deep']);
    });
  }

  const repeated = {
    'py reassigned': 3000, 'py appended text': 3000, 'py backslashes': 3000, 'py functions': 9000, 'py strings in a row': 30_000, 'ts methods': 9000,
  };
  for (const [name, levels] of Object.entries(repeated)) {
    it(`are too complex where the work grows with the square: ${name}`, async () => {
      assert.deepEqual([await becomes(named(name, 300)), await becomes(named(name, levels))], [null, 'too-complex']);
    });
  }

  it('blank lines are looked at once, however many there are', async () => {
    // From each of them to the last, it would be five thousand million.
    assert.equal(await becomes(named('py blank lines after an error', 100_000)), null);
  });

  it('a notebook may hold as much code as a file, whatever its outputs', async () => {
    assert.deepEqual([await becomes(named('notebook functions', 300)), await becomes(named('notebook functions', 100_000))], [null, 'too-large']);
  });

  it('a long chain of conditions gives facts in proportion to its length', async () => {
    await tools.load();
    const { file, text } = named('py one-line ifs', 2000);
    const adapter = tools.adapters.find(({ id }) => id === 'python')!;
    const { branches } = adapter.extract({ path: file, text, role: 'source' });
    assert.ok(branches.length > 2000 && branches.length < 35 * 2000, `${branches.length} facts`);
  });

  it('after one that overflowed the stack of the parser, the next file is read from the start', async () => {
    // The parser notes where brackets begin no arrow function: at the same place of the next file there is one.
    await becomes({ file: 'deep.ts', text: `const x = ${'('.repeat(30_000)}` });
    const next = await analyzeOne(inputOf({ file: 'next.ts', text: 'const x = (a: string) => a;\n' }));
    assert.deepEqual((next as FileResult).module.syntaxProblems, []);
  });
});
