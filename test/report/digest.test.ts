/** What reports have in common: order, gains, widths, key order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byRule, inOrder } from '../../server/digest/findings.ts';
import type { GateResult } from '../../server/protocol/gates.ts';
import { advice, gains } from '../../server/digest/score.ts';
import { toGithub } from '../../server/report/review/github.ts';
import { toJson } from '../../server/report/review/json.ts';
import { toMarkdown } from '../../server/report/review/markdown.ts';
import { columns, padded, shortened, wrapped } from '../../server/text/plain-text.ts';
import { RULES, sample } from './sample.ts';

describe('the order of findings', () => {
  it('is by file and place, whatever their first order', () => {
    const { findings } = sample();
    const places = [
      'ml/frames.py:12',
      'src/data/store.ts:3',
      'src/data/store.ts:40',
      'src/orders/index.ts:2',
      'src/users/service.ts:4',
      'src/users/service.ts:87',
      'src/users/service.ts:112',
      'src/users/service.ts:131',
    ];
    for (const given of [findings, [...findings].reverse()]) assert.deepEqual(inOrder(given).map(({ path, range }) => `${path}:${range.start.line}`), places);
  });

  it('by rule puts blockers first, then the most severe and the most frequent', () => {
    assert.deepEqual(
      byRule(sample().findings).map(({ ruleId, findings }) => [ruleId, findings.length]),
      [
        ['security/hardcoded-secret', 1],
        ['architecture/block-cycle', 2],
        ['architecture/layer-crossing', 1],
        ['quality/swallowed-error', 3],
        ['quality/missing-docstring', 1],
      ],
    );
  });
});

describe('what would gain most', () => {
  it('is given in points of the total, scaled like the score', () => {
    const found = gains(sample().score);
    assert.deepEqual(found.slice(0, 2).map(({ criterion, points, causes }) => ({ criterion, points, causes })), [
      // 8.2 of the 65 points that could be measured are missing for security practices.
      { criterion: 'practices', points: 12.6, causes: [{ cause: 'security/hardcoded-secret', count: 1, points: 12.6 }] },
      { criterion: 'error-handling', points: 7.1, causes: [{ cause: 'quality/swallowed-error', count: 9, points: 7.1 }] },
    ]);
    // The tests were not measured, so nobody knows what they would gain.
    assert.ok(found.every(({ criterion }) => criterion !== 'coverage-and-quality'));
  });
});

describe('the advice', () => {
  const toMerge = { approved: true, action: 'Approve' };

  it('is that of the grade, but where the grade would have it approved and the gate fails', () => {
    const failed = { passed: false, conditions: [] } as unknown as GateResult;
    assert.equal(advice(toMerge, undefined), 'Approve');
    assert.equal(advice(toMerge, { ...failed, passed: true }), 'Approve');
    assert.equal(advice(toMerge, failed), 'Meet the gate before it is merged');
    assert.equal(advice({ approved: false, action: 'Mend it first' }, failed), 'Mend it first');
  });

  it('is the same in every report', () => {
    const report = sample();
    const failing = { ...report, score: { ...report.score, approved: true, action: 'Approve' }, gate: { ...report.gate!, passed: false } };
    for (const text of [toGithub(failing), toMarkdown(failing, RULES)]) {
      assert.ok(text.includes('Meet the gate before it is merged'), text);
      assert.ok(!text.includes('Approve'), text);
    }
  });
});

describe('the JSON report', () => {
  it('has its keys in the agreed order', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      return typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value;
    };
    const report = sample();
    assert.equal(toJson(turned(report) as typeof report), toJson(report));
    assert.deepEqual(JSON.parse(toJson(report)), JSON.parse(JSON.stringify(report)));
  });
});

describe('long reports', () => {
  const many = {
    ...sample(),
    findings: Array.from({ length: 400 }, (_, at) => ({
      ...sample().findings[4]!,
      range: { start: { line: at + 1, column: 1 }, end: { line: at + 1, column: 2 } },
    })),
  };

  it('are cut for GitHub, which drops the rest silently, and say so', () => {
    const lines = toGithub(many).trimEnd().split('\n');
    assert.equal(lines.length, 11);
    assert.match(lines[10] ?? '', /400 warnings, 390 of them not shown/);
  });

  it('are cut in Markdown, and say so', () => {
    const text = toMarkdown(many, RULES);
    assert.equal(text.match(/^\| `src/gm)?.length, 150);
    assert.match(text, /And 250 more: see the JSON or HTML report\./);
  });
});

describe('widths', () => {
  it('count two columns for wide characters and none for marks', () => {
    assert.deepEqual(['abc', '日本', '🎉', 'e\u0301', ''].map(columns), [3, 4, 2, 1, 0]);
    assert.equal(padded('日', 4), '日  ');
    assert.equal(shortened('日本語', 4), '日…');
  });

  it('wrap within the width and lose no word', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrapped(text, width);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const line of lines) assert.ok(columns(line) <= width || [...line].length <= 1, JSON.stringify(line));
    }));
  });
});
