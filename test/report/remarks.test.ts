/** What is said of many places is told once in the terminal, and each place on demand. */
import assert from 'node:assert/strict';
import { remarksOf, sumsByRule } from '../../server/digest/remarks.ts';
import { toPretty } from '../../server/report/review/pretty/pretty.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { RULES, sample } from './sample.ts';

const [first] = sample().findings;

function finding(line: number, over: Partial<ReportFinding> = {}): ReportFinding {
  return {
    ...first!,
    ruleId: 'quality/swallowed-error',
    severity: 'warning',
    message: `The error of step ${line} is dropped`,
    path: 'src/a.ts',
    block: 'Users',
    layer: null,
    blocker: false,
    fixable: false,
    related: [],
    range: { start: { line, column: 1 }, end: { line, column: 9 } },
    fingerprint: String(line),
    ...over,
  };
}

const many = (count: number, over: Partial<ReportFinding> = {}): ReportFinding[] => Array.from({ length: count }, (_, at) => finding(at + 1, over));
const shown = (findings: ReportFinding[], all = false): string =>
  toPretty({ ...sample(), findings, evidence: undefined, files: { ...sample().files, skipped: [] } }, { color: false, width: 120, rules: RULES, all }).split(
    '\n\nScore',
  )[0]!;

describe('remarks', () => {
  it('sum up more than five findings of a rule in a block, but never blockers', () => {
    const findings = [...many(6), ...many(5, { block: 'Orders' }), ...many(7, { ruleId: 'security/hardcoded-secret', severity: 'error', blocker: true })];
    const { single, repeated } = remarksOf(findings);
    assert.deepEqual(repeated.map(({ ruleId, block, findings: own }) => [ruleId, block, own.length]), [['quality/swallowed-error', 'Users', 6]]);
    assert.deepEqual(single, findings.slice(6));
  });

  it('give the count, the block and the first places', () => {
    assert.equal(shown(many(7)), [
      '',
      '▲  7 × Swallowed error in Users  quality/swallowed-error',
      '       The error of step 1 is dropped',
      '       src/a.ts:1, src/a.ts:2, src/a.ts:3, src/a.ts:4 and 3 more',
      '',
      '"archwright review --all" lists each finding, "archwright baseline" accepts what there is today, and "rules" in',
      'archwright.jsonc turns a rule off.',
      '',
      '▲ 7 warnings  · 24 files · 1.2 s',
      '  shop · 2026-11-30 14:05 UTC · commit 1a2b3c4 on feature/orders, with uncommitted changes',
    ].join('\n'));
    assert.equal(shown(many(7), true).match(/is dropped/g)?.length, 7);
  });

  it('of information take one line for each rule once there are many', () => {
    const infos = [
      ...many(15, { severity: 'info' }),
      ...many(4, { severity: 'info', block: 'Orders' }),
      finding(1, { severity: 'info', ruleId: 'quality/missing-docstring' }),
    ];
    assert.doesNotMatch(shown(infos), /for information/);
    const more = [...infos, finding(2, { severity: 'info', ruleId: 'quality/missing-docstring' }), finding(3)];
    assert.match(
      shown(more),
      new RegExp(
        String.raw`\n● 21 for information\n {2}19 × Swallowed error, most in Users {2}quality\/swallowed-error\n`
        + String.raw` {3}2 × Public item without documentation {2}quality\/missing-docstring\n\n`,
      ),
    );
    assert.match(shown(more), /src\/a\.ts {2}Users\n {2}3:1 {2}▲ {2}The error of step 3 is dropped/);
    assert.deepEqual(sumsByRule(infos).map(({ ruleId, count, blocks, most }) => ({ ruleId, count, blocks, most })), [
      { ruleId: 'quality/swallowed-error', count: 19, blocks: 2, most: { block: 'Users', count: 15 } },
      { ruleId: 'quality/missing-docstring', count: 1, blocks: 1, most: { block: 'Users', count: 1 } },
    ]);
  });
});
