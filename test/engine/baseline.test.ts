/** The baseline: sorted, mergeable, matched by identity. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBaseline, staleEntries, writeBaseline, type Baseline, type BaselineEntry } from '../../server/engine/baseline.ts';
import { fingerprints } from '../../server/engine/fingerprint.ts';
import type { Finding } from '../../server/findings/finding.ts';

const entry: fc.Arbitrary<BaselineEntry> = fc.record({ rule: fc.constantFrom('a/b', 'c/d'), path: fc.string({ maxLength: 8 }), about: fc.string({ unit: 'grapheme', maxLength: 8 }), fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/) });
const finding = (about: string, line: number, path = 'a.ts', ruleId = 'a/b'): Finding => ({ ruleId, messageId: 'm', data: {}, path, span: [line, 1, line, 2], about, related: [], fixes: [] });

describe('baseline', () => {
  it('reads back what it wrote, in whatever order the findings came', () => {
    fc.assert(fc.property(fc.uniqueArray(entry, { selector: (each) => each.fingerprint, maxLength: 12 }), (entries) => {
      const text = writeBaseline(entries);
      assert.equal(writeBaseline([...entries].reverse()), text);
      const read = readBaseline(text) as Baseline;
      assert.deepEqual(new Set(read.entries.map((each) => JSON.stringify(each))), new Set(entries.map((each) => JSON.stringify(each))));
      assert.deepEqual(staleEntries(read, new Set(entries.map((each) => each.fingerprint))), []);
    }));
  });

  it('gives one line to each finding, so that two branches merge', () => {
    const [one, two, three] = ['1', '2', '3'].map((digit): BaselineEntry => ({ rule: 'a/b', path: `${digit}.ts`, about: 'x', fingerprint: digit.repeat(32) }));
    const lines = (entries: BaselineEntry[]): Set<string> => new Set(writeBaseline(entries).split('\n').map((line) => line.replace(/,$/, '')));
    const both = lines([one!, two!, three!]);
    for (const line of [...lines([one!, two!]), ...lines([two!, three!])]) assert.ok(both.has(line), line);
  });
});

describe('identity of findings', () => {
  it('does not depend on lines', () => {
    assert.deepEqual(fingerprints([finding('save', 3), finding('load', 9)]), fingerprints([finding('save', 30), finding('load', 90)]));
  });

  it('differs by rule, file and subject, and by order among equals', () => {
    const all = fingerprints([finding('save', 1), finding('save', 2), finding('load', 3), finding('save', 4, 'b.ts'), finding('save', 5, 'a.ts', 'c/d')]);
    assert.equal(new Set(all).size, 5);
    assert.equal(fingerprints([finding('save', 7)])[0], all[0]);
  });
});
