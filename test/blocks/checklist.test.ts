import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluateChecklist, type BlockEvidence } from '../../server/blocks/checklist/evaluate.ts';
import { CHECKLIST } from '../../server/blocks/checklist/items.ts';
import { BLOCK_TICKS, readTicks as read, writeTicks as write, type Ticks } from '../../server/blocks/checklist/ticks-file.ts';

const GOOD: BlockEvidence = {
  interfaceHash: 'h', hasContract: true, untyped: 0, tests: 3, coverage: { covered: 9, total: 10 }, dependants: ['x'], untestedDependants: [],
  benchmarks: ['a.bench.ts'], securityFindings: 0, publicItems: 10, documentedItems: 9, matrix: 'current',
};
const shown = (evidence: Partial<BlockEvidence>, ticks = {}) =>
  Object.fromEntries(evaluateChecklist({ ...GOOD, ...evidence }, ticks).map(({ id, done, evidence: words }) => [id, `${done}: ${words}`]));

describe('the checklist of a block', () => {
  it('sees what can be seen, and leaves the rest to a person', () => {
    assert.deepEqual(shown({}), {
      'interface-contract': 'true: Contract stated and public functions typed', 'unit-tests': 'true: 3 tests; 90% of its lines covered',
      'integration-tests': 'true: Tests run 1 block that use it', 'benchmarks': 'true: Measured by a.bench.ts', 'security-scan': 'true: No security finding',
      'documentation': 'true: 90% of 10 public items documented', 'impact-analysis': 'null: For a person to tick', 'rollback': 'null: For a person to tick',
      'health-checks': 'null: For a person to tick', 'monitoring': 'null: For a person to tick', 'code-review': 'null: For a person to tick',
      'diagram': 'true: The dependency matrix shows it as it is',
    });
  });

  it('says what is missing', () => {
    const { 'impact-analysis': a, rollback: b, 'health-checks': c, monitoring: d, 'code-review': e, ...seen } = shown({
      hasContract: false, untyped: 1, tests: 0, untestedDependants: ['x', 'y', 'z', 'w'], benchmarks: [], securityFindings: 2, documentedItems: 8,
      matrix: 'outdated',
    });
    assert.deepEqual(seen, {
      'interface-contract': 'false: No contract and 1 public function without types', 'unit-tests': 'false: No test imports it',
      'integration-tests': 'false: Used by x, y, z and 1 more without a test of theirs', 'benchmarks': 'null: No benchmark imports it',
      'security-scan': 'false: 2 security findings', 'documentation': 'false: 80% of 10 public items documented',
      'diagram': 'false: The dependency matrix is out of date',
    });
    assert.deepEqual([a, b, c, d, e], Array.from({ length: 5 }, () => 'null: For a person to tick'));
    assert.equal(shown({ coverage: null })['unit-tests'], 'null: 3 tests; no coverage report');
    assert.equal(shown({ coverage: { covered: 89, total: 100 } })['unit-tests'], 'false: 3 tests; 89% of its lines covered');
  });

  it('takes a person\'s word until the interface changes, and never against what can be seen', () => {
    const tick = { by: 'Ada', at: '2026-11-29', interface: 'h' };
    const ticks = { 'code-review': tick, 'monitoring': { ...tick, interface: 'older' }, 'unit-tests': tick };
    const results = evaluateChecklist({ ...GOOD, tests: 0 }, ticks);
    const of = (id: string) => results.find((each) => each.id === id);
    assert.deepEqual(of('code-review'), {
      id: 'code-review', title: 'Reviewed by a person', done: true, evidence: 'Ticked by Ada on 2026-11-29', by: 'Ada', at: '2026-11-29', expired: false,
    });
    assert.deepEqual(of('monitoring'), {
      id: 'monitoring', title: 'Monitored in production', done: false, evidence: 'Ticked by Ada on 2026-11-29, before its interface changed', by: 'Ada',
      at: '2026-11-29', expired: true,
    });
    assert.equal(of('unit-tests')!.done, false);
  });
});

const readTicks = (text: string) => read(text, BLOCK_TICKS);
const writeTicks = (ticks: Ticks): string => write(ticks, BLOCK_TICKS);

describe('the file of ticks', () => {
  const tick = fc.record({ by: fc.string(), at: fc.constant('2026-11-29'), interface: fc.string() });
  const block = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor'));
  const items = fc.dictionary(fc.constantFrom(...CHECKLIST.map(({ id }) => id)), tick, { minKeys: 1, noNullPrototype: true });
  const ticks = fc.uniqueArray(fc.tuple(block, items), { selector: ([id]) => id });

  it('is read as it was written, whatever blocks and people are called', () => {
    fc.assert(fc.property(ticks, (entries) => {
      const some = new Map(entries);
      const again = readTicks(writeTicks(some));
      assert.ok('ticks' in again, JSON.stringify(again));
      assert.deepEqual(new Map(JSON.parse(JSON.stringify([...again.ticks])) as []), new Map(JSON.parse(JSON.stringify(entries)) as []));
    }));
  });

  it('has a line for each tick, in an order of its own', () => {
    const one = { by: 'Ada', at: '2026-11-29', interface: 'h' };
    assert.equal(writeTicks(new Map([['b', { rollback: one }], ['a', { 'code-review': one, 'benchmarks': one }]])), `{
  "schemaVersion": 1,
  "blocks": {
    "a": {
      "benchmarks": {"by":"Ada","at":"2026-11-29","interface":"h"},
      "code-review": {"by":"Ada","at":"2026-11-29","interface":"h"}
    },
    "b": {
      "rollback": {"by":"Ada","at":"2026-11-29","interface":"h"}
    }
  }
}
`);
    assert.deepEqual(readTicks(writeTicks(new Map())), { ticks: new Map() });
  });

  it('says what is wrong with it', () => {
    assert.deepEqual(readTicks('{\n<<<<<<< ours\n}'), { problem: 'holds a merge conflict; resolve it first.' });
    assert.match((readTicks('{') as { problem: string }).problem, /^is not valid JSON \(/);
    assert.match((readTicks('{"schemaVersion":1,"blocks":{"a":{"nonsense":{}}}}') as { problem: string }).problem, /^is not a checklist: .* at "blocks\.a/);
  });
});
