/** Metrics files: JSON, benchmarks, CSV and runs of MLflow, and what is wrong with them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMetrics, type MetricFiles } from '../../server/evidence/metrics/read-metrics.ts';
import { UnusableReport } from '../../server/evidence/report-files.ts';

/** @param files text by path; folders are made of them */
function inMemory(files: Readonly<Record<string, string>>): MetricFiles {
  return {
    read: async (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    list: async (path) => {
      const names = Object.keys(files).filter((each) => each.startsWith(`${path}/`)).map((each) => each.slice(path.length + 1).split('/')[0]!);
      return names.length === 0 ? undefined : [...new Set(names)];
    },
  };
}

async function read(text: string, path = 'm'): Promise<Record<string, unknown> | string> {
  const found = await readMetrics(inMemory({ [path]: text }), path);
  return 'problem' in found ? found.problem : Object.fromEntries(found.values);
}

describe('metrics in JSON', () => {
  it('are named by their paths, whatever the keys', async () => {
    const text = '\ufeff{ "a": { "b": [1, 2.5] }, "a.c": true, "__proto__": { "x": 3 }, "constructor": 4, "n": null, "t": "passed" }';
    assert.deepEqual(await read(text), Object.fromEntries([
      ['a.b.0', 1], ['a.b.1', 2.5], ['a.c', true], ['__proto__.x', 3], ['constructor', 4], ['n', { unusable: 'is null' }], ['t', 'passed'],
    ]));
  });

  it('are no numbers where Python wrote NaN or Infinity, bare or as text, and the rest is read', async () => {
    assert.deepEqual(await read('{ "a": NaN, "b": -Infinity, "c": [Infinity, 1], "d": "say NaN \\" NaN", "e": "nan", "f": 1e999 }'), {
      'a': { unusable: 'is NaN' }, 'b': { unusable: 'is -Infinity' }, 'c.0': { unusable: 'is Infinity' }, 'c.1': 1, 'd': 'say NaN " NaN',
      'e': { unusable: 'is nan' }, 'f': { unusable: 'is not a finite number' },
    });
  });

  it('are worth nothing where a name has two values', async () => {
    assert.deepEqual(await read('{ "a.b": 1, "a": { "b": 2 } }'), { 'a.b': { unusable: 'stands there twice, with different values' } });
    assert.deepEqual(await read('{ "a.b": 1, "a": { "b": 1 } }'), { 'a.b': 1 });
  });

  it('are refused when there are none, too many, or too deep ones', async () => {
    assert.equal(await read(''), 'is empty');
    assert.equal(await read('{ "a": '), 'is not JSON, or is truncated');
    assert.equal(await read(`${'['.repeat(60)}1${']'.repeat(60)}`), 'is nested too deeply');
    assert.equal(await read(`${'['.repeat(200_000)}`), 'is not JSON, or is truncated');
    assert.equal(await read(JSON.stringify(Array.from({ length: 100_001 }, (_, at) => at))), 'holds more than 100000 values');
  });
});

describe('benchmarks', () => {
  const figures = async (report: object): Promise<Record<string, unknown>> => await read(JSON.stringify(report)) as Record<string, unknown>;

  it('are read from vitest bench', async () => {
    const benchmarks = [{ id: '1', name: 'large file', hz: 20, mean: 50, p99: 61 }];
    const found = await figures({ files: [{ filepath: 'a.bench.ts', groups: [{ fullName: 'a.bench.ts > parse', benchmarks }] }] });
    assert.deepEqual([found['large file.hz'], found['large file.mean'], found['large file.p99'], found['large file.id']], [20, 50, 61, undefined]);
  });

  it('are read from pytest-benchmark', async () => {
    const found = await figures({ benchmarks: [{ name: 'test_parse', stats: { mean: 0.05, stddev: 0.01, data: [0.05, 0.06] } }] });
    assert.deepEqual([found['test_parse.mean'], found['test_parse.stddev'], found['test_parse.data']], [0.05, 0.01, undefined]);
  });

  it('are read from tinybench, of both forms', async () => {
    const found = await figures([{ name: 'parse', result: { hz: 20, latency: { mean: 50 }, throughput: { mean: 20 } } }]);
    assert.deepEqual([found['parse.hz'], found['parse.latency.mean'], found['parse.throughput.mean']], [20, 50, 20]);
  });

  it('with one name and different figures are worth nothing', async () => {
    const found = await figures({ benchmarks: [{ name: 'a', stats: { mean: 1 } }, { name: 'a', stats: { mean: 2 } }] });
    assert.deepEqual(found['a.mean'], { unusable: 'stands there twice, with different values' });
  });
});

describe('metrics in CSV', () => {
  it('are those of the last row, with commas, semicolons or tabs', async () => {
    for (const mark of [',', ';', '\t']) {
      const text = ['\ufeffepoch,loss,f1', '1,0.9,0.1', '2,0.5,', ''].join('\r\n').replaceAll(',', mark);
      assert.deepEqual(await read(text), { epoch: 2, loss: 0.5, f1: { unusable: 'is empty' } });
    }
  });

  it('are rows of a table of names and values', async () => {
    assert.deepEqual(await read('metric,value\nf1,0.8\npassed,True\nbad,nan\n__proto__,1\n'), Object.fromEntries([
      ['f1', 0.8], ['passed', true], ['bad', { unusable: 'is nan' }], ['__proto__', 1],
    ]));
  });

  it('are refused without a row, or with an open quote', async () => {
    assert.equal(await read('a,b\n'), 'has no row below its header');
    assert.equal(await read('a,b\n1,"2\n'), 'is not CSV that can be read');
  });
});

describe('runs of MLflow', () => {
  const meta = (start: number, stage = 'active'): string => `run_id: r\nstart_time: ${start}\nlifecycle_stage: ${stage}\nstatus: 3\n`;
  const store = {
    'mlruns/0/meta.yaml': 'experiment_id: "0"\nname: Default\n',
    'mlruns/0/old/meta.yaml': meta(1), 'mlruns/0/old/metrics/f1': '1 0.1 0\n',
    'mlruns/0/gone/meta.yaml': meta(9, 'deleted'), 'mlruns/0/gone/metrics/f1': '1 0.9 0\n',
    'mlruns/1/new/meta.yaml': meta(5), 'mlruns/1/new/metrics/f1': '10 0.5 0\n30 0.7 2\n20 0.6 1\n',
    'mlruns/1/new/metrics/val/accuracy': '1 nan 0\n', 'mlruns/1/new/metrics/none': '', 'mlruns/1/new/metrics/torn': '1 0.5 x\n',
    'mlruns/.trash/lost/meta.yaml': meta(99), 'mlruns/.trash/lost/metrics/f1': '1 1 0\n',
  };
  const said = async (path: string): Promise<unknown> => {
    const found = await readMetrics(inMemory(store), path);
    return 'problem' in found ? found.problem : [found.source, Object.fromEntries(found.values)];
  };

  it('are found from the run, the experiment or the whole, the newest that was not deleted', async () => {
    const values = {
      'f1': 0.7, 'val/accuracy': { unusable: 'is nan' }, 'none': { unusable: 'has no value yet' }, 'torn': { unusable: 'stands in a file that is damaged' },
    };
    for (const path of ['mlruns', 'mlruns/', 'mlruns/1', 'mlruns/1/new']) assert.deepEqual(await said(path), ['mlruns/1/new', values]);
    assert.deepEqual(await said('mlruns/0'), ['mlruns/0/old', { f1: 0.1 }]);
  });

  it('are missed in a folder without one', async () => {
    assert.equal(await said('mlruns/0/old/metrics'), 'is a folder without a run of MLflow');
    assert.equal(await said('mlruns/2'), 'does not exist');
  });
});

describe('any metrics file', () => {
  it('is read or refused, never thrown at the reader', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.array(fc.array(fc.string())).map((rows) => rows.join('\n'))), async (text) => {
      const found = await readMetrics(inMemory({ m: text }), 'm');
      if ('problem' in found) assert.ok(found.problem.length > 3);
      else for (const [, entry] of found.values) assert.ok(typeof entry !== 'number' || Number.isFinite(entry));
    }));
  });

  it('that must not be read is a problem with that reason', async () => {
    const refusing: MetricFiles = { read: async () => '', list: () => Promise.reject(new UnusableReport('leads out of the folder')) };
    assert.deepEqual(await readMetrics(refusing, 'm'), { problem: 'leads out of the folder' });
  });
});
