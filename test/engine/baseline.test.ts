/** The baseline: sorted, mergeable, matched by identity. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBaseline, staleEntries, writeBaseline, fingerprints, type Baseline, type BaselineEntry } from '../../server/engine/baseline.ts';
import type { Finding } from '../../server/findings/finding.ts';

const entry: fc.Arbitrary<BaselineEntry> = fc.record({
  rule: fc.constantFrom('a/b', 'c/d'),
  path: fc.string({ maxLength: 8 }),
  about: fc.string({ unit: 'grapheme', maxLength: 8 }),
  fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/),
});
const finding = (about: string, line: number, path = 'a.ts', ruleId = 'a/b'): Finding => ({
  ruleId,
  messageId: 'm',
  data: {},
  path,
  span: [line, 1, line, 2],
  about,
  related: [],
  fixes: [],
});

describe('baseline', () => {
  it('reads back what it wrote, whatever the order of findings', () => {
    fc.assert(fc.property(fc.uniqueArray(entry, { selector: (each) => each.fingerprint, maxLength: 12 }), (entries) => {
      const text = writeBaseline(entries);
      assert.equal(writeBaseline([...entries].reverse()), text);
      const read = readBaseline(text) as Baseline;
      assert.deepEqual(new Set(read.entries.map((each) => JSON.stringify(each))), new Set(entries.map((each) => JSON.stringify(each))));
      assert.deepEqual(staleEntries(read, new Set(entries.map((each) => each.fingerprint))), []);
    }));
  });

  it('has one line for each finding, so that two branches merge', () => {
    const [one, two, three] = ['1', '2', '3'].map((digit): BaselineEntry => ({ rule: 'a/b', path: `${digit}.ts`, about: 'x', fingerprint: digit.repeat(32) }));
    const lines = (entries: BaselineEntry[]): Set<string> => new Set(writeBaseline(entries).split('\n').map((line) => line.replace(/,$/, '')));
    const both = lines([one!, two!, three!]);
    for (const line of [...lines([one!, two!]), ...lines([two!, three!])]) assert.ok(both.has(line), line);
  });

  it('has one form: sorted by path, rule and subject, each fingerprint once', () => {
    const of = (path: string, rule: string, about: string, digit: string): BaselineEntry => ({ rule, path, about, fingerprint: digit.repeat(32) });
    const [first, second, third, fourth] = [of('a.ts', 'a/b', 'x', '4'), of('a.ts', 'a/b', 'y', '3'), of('a.ts', 'c/d', 'a', '2'), of('b.ts', 'a/b', 'a', '1')];
    const line = (each: BaselineEntry): string =>
      `    {"rule":"${each.rule}","path":"${each.path}","about":"${each.about}","fingerprint":"${each.fingerprint}"}`;
    assert.equal(
      writeBaseline([fourth!, second!, first!, third!, second!]),
      `{\n  "version": 1,\n  "findings": [\n${[first!, second!, third!, fourth!].map(line).join(',\n')}\n  ]\n}\n`,
    );
    assert.equal(writeBaseline([]), '{\n  "version": 1,\n  "findings": []\n}\n');
  });

  for (const [what, text, problem] of [
    [
      'is no JSON', '<<<<<<< HEAD\n{}',
      /^is not valid JSON \([^]+\)\. Resolve the merge conflict if there is one, or recreate it with "archwright baseline"\.$/,
    ],
    ['is of a newer format', '{ "version": 2, "findings": [] }', /^was written by a newer version \(format 2\); this version reads format 1\.$/],
    ['is of an older format', '{ "version": 0, "findings": [] }', /^is invalid: version .*1/],
    ['has a version in words', '{ "version": "2", "findings": [] }', /^is invalid: version .*1/],
    [
      'has an entry without a fingerprint',
      '{ "version": 1, "findings": [{ "rule": "a/b", "path": "a.ts", "about": "x" }] }',
      /^is invalid: findings\/0\/fingerprint .*string/,
    ],
    ['is null', 'null', /^is invalid: \S.*object/],
  ] as const) {
    it(`says why it cannot be used when it ${what}`, () => assert.match((readBaseline(text) as { problem: string }).problem, problem));
  }

  it('names the entries that no longer occur', () => {
    const [one, two] = ['1', '2'].map((digit): BaselineEntry => ({ rule: 'a/b', path: `${digit}.ts`, about: 'x', fingerprint: digit.repeat(32) }));
    assert.deepEqual(staleEntries({ entries: [one!, two!] }, new Set([two!.fingerprint])), [one]);
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

  it('stays the same from version to version: baselines on disk name findings by it', () => {
    assert.deepEqual(fingerprints([finding('save', 1), finding('save', 2), finding('save', 3)]), [
      '1f1217e5f5fc1511112b8da5c5d80a93', 'ed63db25fc88d22b71b9206e9cb60550', 'fed723c35190558a1188655e14f4abf1',
    ]);
  });
});
