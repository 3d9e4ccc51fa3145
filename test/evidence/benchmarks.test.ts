/** Reports of benchmarks, for the budgets of blocks. */
import assert from 'node:assert/strict';
import { readBenchmarks } from '../../server/evidence/metrics/benchmarks.ts';
import { rulesByCode } from '../../server/compose/foreign-codes.ts';
import { readEvidence } from '../../server/evidence/read-evidence.ts';

const plain = (text: string): unknown => readBenchmarks(text, 'r.json').map(({ seconds, ...rest }) => ({ ...rest, seconds: Object.fromEntries(seconds) }));

describe('reports of benchmarks', () => {
  it('tell times in seconds and runs per second, whichever tool wrote them', () => {
    const vitest = { files: [{ groups: [{ benchmarks: [{ name: 'a', rank: 1, mean: 2, p99: 4, hz: 500, samples: [1] }, { mean: 1 }] }] }] };
    assert.deepEqual(plain(JSON.stringify(vitest)), [{ name: 'a', source: 'r.json', perSecond: 500, seconds: { rank: 0.001, mean: 0.002, p99: 0.004 } }]);
    const pytest = { benchmarks: [{ name: 'b', stats: { mean: 0.5, median: 0.25, ops: 2, outliers: '1;2' } }] };
    assert.deepEqual(plain(`\ufeff${JSON.stringify(pytest)}`), [
      { name: 'b', source: 'r.json', perSecond: 2, seconds: { mean: 0.5, median: 0.25, p50: 0.25 } },
    ]);
    const older = { tasks: [{ name: 'c', result: { mean: 8, hz: 125 } }, { name: 'not run' }] };
    assert.deepEqual(plain(JSON.stringify(older)), [{ name: 'c', source: 'r.json', perSecond: 125, seconds: { mean: 0.008 } }]);
    const newer = [{ name: 'd', result: { period: 9, latency: { mean: 4, p50: 2 }, throughput: { mean: 250 } } }];
    assert.deepEqual(plain(JSON.stringify(newer)), [{ name: 'd', source: 'r.json', perSecond: 250, seconds: { mean: 0.004, p50: 0.002, median: 0.002 } }]);
  });

  it('that hold none, or cannot be read, are named, and the others count', async () => {
    const files: Record<string, string> = {
      'bench.json': '{ "private": true }', 'benchmark.json': '{ "benchmarks": [', 'reports/bench.json': '[{ "name": "a", "result": { "mean": 1 } }]',
      'bench/bench.json': '[{ "name": "a", "result": { "mean": 3 } }]', 'benchmarks.json': '',
    };
    const sources = { paths: [], coverage: [], junit: [], codes: rulesByCode, read: async (path: string) => files[path] };
    const { benchmarks, problems } = await readEvidence({ ...sources, benchmarks: [] });
    assert.deepEqual([...benchmarks!].map(([name, results]) => [name, results.map(({ source, seconds }) => [source, seconds.get('mean')])]), [
      ['a', [['reports/bench.json', 0.001], ['bench/bench.json', 0.003]]],
    ]);
    assert.deepEqual(problems, [
      { path: 'bench.json', reason: 'holds no benchmarks of vitest bench, pytest-benchmark or tinybench' },
      { path: 'benchmark.json', reason: 'is not JSON, or is truncated' },
      { path: 'benchmarks.json', reason: 'is empty' },
    ]);
    assert.deepEqual((await readEvidence({ ...sources, benchmarks: ['other.json'] })).problems, [
      { path: 'other.json', reason: 'is named in the configuration but does not exist' },
    ]);
    const unasked = await readEvidence({ ...sources, benchmarks: null });
    assert.deepEqual([unasked.benchmarks, unasked.problems], [undefined, []]);
  });
});
