/** One fault counts once, and a further message never makes anything count less. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alreadyFound, toldOnce, type OwnPlace, type Told } from '../../server/engine/once.ts';
import { assertQuick } from '../kit/quick.ts';

describe('messages that repeat our own findings', () => {
  it('are on the same line or an adjacent one', () => {
    assert.deepEqual([...alreadyFound([{ from: 10, to: 12 }], [8])], []);
    assert.deepEqual([...alreadyFound([{ from: 10, to: 12 }], [9])], [0]);
    assert.deepEqual([...alreadyFound([{ from: 10, to: 12 }], [13])], [0]);
    assert.deepEqual([...alreadyFound([{ from: 10, to: 12 }], [14])], []);
  });

  it('match one finding each: one finding does not cover three messages', () => {
    assert.equal(alreadyFound([{ from: 10, to: 10 }], [9, 10, 11]).size, 1);
    assert.equal(alreadyFound([{ from: 10, to: 10 }, { from: 11, to: 11 }], [9, 10, 11]).size, 2);
  });

  it('are matched as often as possible', () => {
    // The first message could take either finding, the second only the first one.
    assert.equal(alreadyFound([{ from: 5, to: 5 }, { from: 7, to: 7 }], [6, 4]).size, 2);
  });

  const place = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 3 })).map(([from, length]): OwnPlace => ({ from, to: from + length }));
  const line = fc.integer({ min: 1, max: 22 });

  it('are exactly those that raise the number of pairs, one after the other', () => {
    /** The most messages that can have a finding each, by trying all. */
    const mostPairs = ([own, ...others]: readonly OwnPlace[], lines: readonly number[]): number => own === undefined ? 0
      : Math.max(mostPairs(others, lines), ...lines.map((one, at) =>
        one < own.from - 1 || one > own.to + 1 ? 0 : 1 + mostPairs(others, lines.filter((_, other) => other !== at))));
    fc.assert(fc.property(fc.array(place, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (own, lines) => {
      const raising = lines.flatMap((_, at) => (mostPairs(own, lines.slice(0, at + 1)) > mostPairs(own, lines.slice(0, at)) ? [at] : []));
      assert.deepEqual([...alreadyFound(own, lines)].sort((a, b) => a - b), raising);
    }), { numRuns: 1000 });
  });

  it('never leave fewer when a message is added', () => {
    fc.assert(fc.property(fc.array(place, { maxLength: 8 }), fc.array(line, { maxLength: 12 }), line, (own, lines, one) => {
      const left = (all: readonly number[]): number[] => {
        const found = alreadyFound(own, all);
        return all.filter((_, at) => !found.has(at));
      };
      const sorted = [...lines].sort((a, b) => a - b);
      const before = left(sorted);
      const after = left([...sorted, one].sort((a, b) => a - b));
      for (const each of before) assert.ok(after.includes(each), `${each} was left and is not any more`);
      assert.ok(after.length >= before.length);
    }), { numRuns: 1000 });
  });
});

describe('messages of several reports', () => {
  const told = (report: number, line: number, weight = 10): Told => ({ report, line, weight });

  it('count once on the same line or adjacent lines', () => {
    assert.deepEqual([...toldOnce([told(0, 5), told(1, 5)])], [0]);
    assert.deepEqual([...toldOnce([told(0, 5), told(1, 6)])], [0]);
    assert.deepEqual([...toldOnce([told(0, 5), told(1, 7)])], [0, 1]);
  });

  it('all count when one report has them', () => {
    assert.deepEqual([...toldOnce([told(0, 5), told(0, 5), told(0, 6)])], [0, 1, 2]);
  });

  it('keep those that weigh most', () => {
    assert.deepEqual([...toldOnce([told(0, 11), told(1, 10), told(1, 11), told(1, 12)])], [1, 2, 3]);
    assert.deepEqual([...toldOnce([told(0, 5, 1), told(1, 5, 30)])], [1]);
  });

  it('are those of the first report where several weigh the same, in any order', () => {
    assert.deepEqual([...toldOnce([told(2, 5), told(0, 5), told(1, 5)])], [1]);
    assert.deepEqual([...toldOnce([told(1, 6), told(0, 6), told(1, 9), told(0, 9)])], [1, 3]);
  });

  const anyTold = fc.record({ report: fc.nat({ max: 3 }), line: fc.integer({ min: 1, max: 14 }), weight: fc.constantFrom(1, 10, 30) });
  const sum = (messages: readonly Told[]): number => {
    const taken = toldOnce(messages);
    return messages.reduce((total, { weight }, at) => total + (taken.has(at) ? weight : 0), 0);
  };

  it('never weigh less with another message, in any order', () => {
    fc.assert(fc.property(fc.array(anyTold, { maxLength: 14 }), anyTold, (messages, one) => {
      assert.ok(sum([one, ...messages]) >= sum(messages));
      assert.equal(sum([...messages].reverse()), sum(messages));
    }), { numRuns: 1000 });
  });

  it('weigh as much as the best choice of all', () => {
    fc.assert(fc.property(fc.array(anyTold, { maxLength: 9 }), (messages) => {
      let best = 0;
      for (let choice = 0; choice < 2 ** messages.length; choice++) {
        const chosen = messages.filter((_, at) => (choice >> at) % 2 === 1);
        const clash = chosen.some((a) => chosen.some((b) => a.report !== b.report && Math.abs(a.line - b.line) <= 1));
        if (!clash) best = Math.max(best, chosen.reduce((total, { weight }) => total + weight, 0));
      }
      assert.equal(sum(messages), best);
    }), { numRuns: 200 });
  });

  it('are chosen quickly when there are many', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => told(at % 7, Math.floor(at / 3)));
    const own = Array.from({ length: 2000 }, (_, at) => ({ from: at * 10, to: at * 10 + 20 }));
    await assertQuick('choosing', () => {
      toldOnce(many);
      alreadyFound(own, many.map(({ line }) => line));
    });
  });
});
