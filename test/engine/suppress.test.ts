/** What comments suppress, and what is said of the comments themselves. */
import assert from 'node:assert/strict';
import { applySuppressions, isSuppressed } from '../../server/engine/suppress.ts';
import type { SuppressionFact } from '../../server/facts/module-facts.ts';
import type { Finding } from '../../server/findings/finding.ts';
import { moduleFacts } from '../graph/modules.ts';

function comment(more: Partial<SuppressionFact> = {}): SuppressionFact {
  return { ruleId: 'a/rule', reason: 'on purpose', scope: 'next-line', from: 4, to: 5, span: [3, 1, 3, 9], ...more };
}

function at(line: number, ruleId = 'a/rule', path = 'a.ts'): Finding {
  return { ruleId, messageId: 'x', data: {}, path, span: [line, 1, line, 2], about: `line ${line}`, related: [], fixes: [] };
}

/** Lines of the findings that stay, and what is said of the comments. */
function applied(suppressions: SuppressionFact[], ...findings: Finding[]): { kept: number[]; about: string[] } {
  const { kept, about } = applySuppressions(findings, [moduleFacts('a.ts', [], { suppressions })], (id) => id.startsWith('a/'));
  return { kept: kept.map(({ span }) => span[0]), about: about.map(({ ruleId, span }) => `${ruleId} ${span[0]}`) };
}

describe('a suppression comment', () => {
  it('covers its rule in its lines, from the first to the last, in its file', () => {
    assert.deepEqual(applied([comment()], at(3), at(4), at(5), at(6)), { kept: [3, 6], about: [] });
    assert.deepEqual(applied([comment()], at(4), at(4, 'a/other'), at(4, 'a/rule', 'b.ts')), { kept: [4, 4], about: [] });
    assert.deepEqual(applied([], at(4)), { kept: [4], about: [] });
  });

  it('covers the whole file where it says so', () => {
    assert.deepEqual(applied([comment({ scope: 'file' })], at(1), at(99)), { kept: [], about: [] });
  });

  it('suppresses nothing without a reason, and is reported beside the finding', () => {
    assert.deepEqual(applied([comment({ reason: '' })], at(4)), { kept: [4], about: ['suppression/missing-reason 3'] });
    assert.deepEqual(applied([comment({ reason: '' })]), { kept: [], about: ['suppression/missing-reason 3'] });
  });

  it('is reported where it is of no use, or names a rule that does not exist', () => {
    assert.deepEqual(applied([comment()], at(9)), { kept: [9], about: ['suppression/unused 3'] });
    assert.deepEqual(applied([comment({ ruleId: 'b/rule', reason: '' })], at(4)), { kept: [4], about: ['suppression/unknown-rule 3'] });
  });

  it('for another linter needs no reason, and is never reported', () => {
    const foreign = comment({ reason: '', foreign: true });
    assert.deepEqual(applied([foreign], at(4)), { kept: [], about: [] });
    assert.deepEqual(applied([foreign], at(9)), { kept: [9], about: [] });
  });

  it('silences what another tool says of the same line', () => {
    const says = (suppression: SuppressionFact, line: number): boolean =>
      isSuppressed(moduleFacts('a.ts', [], { suppressions: [suppression] }), 'a/rule', line);
    assert.deepEqual([says(comment(), 4), says(comment(), 6), says(comment({ reason: '' }), 4)], [true, false, false]);
    assert.equal(says(comment({ reason: '', foreign: true }), 4), true);
    assert.equal(isSuppressed(undefined, 'a/rule', 4), false);
  });
});
