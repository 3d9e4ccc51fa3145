/** What work leaves behind and must not stay: tests switched off, notes to oneself, files that grew too long. */
import assert from 'node:assert/strict';
import { sourcesOf } from './sources.ts';

const LONGEST = 300;
/** Columns that a line may take. */
const WIDEST = 160;

const code = sourcesOf(['server', 'client', 'media', 'scripts', 'test'], /\.([cm]?[jt]sx?|css)$/);
const named = (found: readonly { path: string }[]): string[] => found.map(({ path }) => path);
const linesOf = (text: string): number => text.trimEnd().split('\n').length;

describe('no traces', () => {
  it('reads the sources', () => assert.ok(code.length > 200, `${code.length} files`));

  it('of tests that leave others out', () => {
    const only = /\b(describe|context|it|suite|test)\.only\(/;
    assert.ok(only.test('  it.only(\'x\''.concat(', f)')));
    // Rules about such tests name them in their words and sources of examples.
    const suites = code.filter(({ path }) => path.startsWith('test/') && path.endsWith('.test.ts'));
    assert.deepEqual(named(suites.filter(({ text }) => text.split('\n').some((line) => only.test(line) && /^\s*\w+\.only\(/.test(line)))), []);
  });

  it('of things to be done some time', () => {
    const note = new RegExp(`(//|/\\*|^\\s*\\*).*\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`, 'm');
    assert.ok(note.test(`// ${['TO', 'DO'].join('')}: later`));
    assert.deepEqual(named(code.filter(({ text }) => note.test(text))), []);
  });

  it(`of files that grew past ${LONGEST} lines`, () => {
    assert.deepEqual(named(code.filter(({ path, text }) => !path.startsWith('test/') && linesOf(text) > LONGEST)), []);
  });

  it(`of lines past ${WIDEST} characters`, () => {
    const wide = code.filter(({ text }) => text.split('\n').some((line) => line.length > WIDEST));
    assert.deepEqual(named(wide), []);
  });

  it('of names that say nothing', () => {
    assert.deepEqual(named(code.filter(({ path }) => /(^|\/|-)(utils?|helpers?|managers?|misc|common)(\.\w+)?(\/|$)/i.test(path))), []);
  });
});
