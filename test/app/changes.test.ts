/** Which findings a change is about. */
import assert from 'node:assert/strict';
import { isAbout } from '../../server/app/changes.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';

const range = (from: number, to: number): ReportFinding['range'] => ({ start: { line: from, column: 1 }, end: { line: to, column: 1 } });

function finding(ruleId: string): Parameters<typeof isAbout>[1] {
  const other = { path: 'b.ts', range: range(30, 40), message: 'There' };
  return { ruleId, path: 'a.ts', range: range(1, 9), related: [other] };
}

describe('changes', () => {
  const inOther = { lines: new Map([['b.ts', new Set([35])]]) };

  it('concern a finding when they touch its lines', () => {
    assert.equal(isAbout({ lines: new Map([['a.ts', new Set([9])]]) }, finding('quality/deep-nesting')), true);
    assert.equal(isAbout({ lines: new Map([['a.ts', new Set([10])]]) }, finding('quality/deep-nesting')), false);
    assert.equal(isAbout({ lines: new Map([['a.ts', 'all' as const]]) }, finding('quality/deep-nesting')), true);
  });

  it('concern copied code when they touch any of the copies', () => {
    assert.equal(isAbout(inOther, finding('quality/duplicate-code')), true);
    assert.equal(isAbout({ lines: new Map([['b.ts', new Set([41])]]) }, finding('quality/duplicate-code')), false);
  });

  it('concern what a request reaches when they touch a call on its way', () => {
    assert.equal(isAbout(inOther, finding('security/sql-injection')), true);
    assert.equal(isAbout({ lines: new Map([['b.ts', new Set([41])]]) }, finding('security/sql-injection')), false);
  });

  it('do not concern a finding when they only touch a related place', () => {
    assert.equal(isAbout(inOther, finding('architecture/import-cycle')), false);
  });
});
