/** `archwright gate` of the built program: exit codes, reasons, formats, and files that must not be read. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { GateReport } from '../../server/protocol/gates.ts';
import { commitAll } from '../kit/git-repository.ts';
import { reviewJson, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

/** The contract of `gate --format json`, written down a second time on purpose. */
const contract = z.strictObject({
  schemaVersion: z.literal(1),
  passed: z.boolean(),
  gates: z.array(z.strictObject({
    name: z.string(),
    passed: z.boolean(),
    conditions: z.array(z.strictObject({
      metric: z.string(), operator: z.enum(['>=', '>', '<=', '<', '==', '!=']), threshold: z.union([z.number(), z.string(), z.boolean()]),
      value: z.union([z.number(), z.string(), z.boolean()]).nullable(), passed: z.boolean(), source: z.string().min(1), reason: z.string().min(3),
    })),
  })),
});

const CODE = { 'src/a.ts': '/** A. */\nexport const a = 1;\n' };
type Written = { metric: string; operator?: string; threshold?: unknown; file?: string; severity?: string };

function folderWith(gates: Record<string, Written[]>, files: Record<string, string> = {}): string {
  const config = { gates: Object.fromEntries(Object.entries(gates).map(([name, conditions]) => [name, { conditions }])) };
  return temporaryFolder({ ...CODE, ...files, 'archwright.jsonc': JSON.stringify(config) });
}

function gateJson(folder: string, ...args: string[]): { status: number | null; report: GateReport } {
  const { status, stdout, stderr } = runCli(['gate', '--folder', folder, '--format', 'json', ...args]);
  assert.notEqual(stdout, '', stderr);
  return { status, report: contract.parse(JSON.parse(stdout)) };
}

/** The reasons of a gate with these conditions on a file. */
function reasons(folder: string): string[] {
  return gateJson(folder).report.gates.flatMap(({ conditions }) => conditions.map(({ reason }) => reason));
}

describe('archwright gate', () => {
  after(removeTemporaryFolders);

  it('passes, fails, and cannot run, with the exit code of each', () => {
    const folder = folderWith({
      good: [{ metric: 'f1', operator: '>=', threshold: 0.8, file: 'm.json' }], bad: [{ metric: 'f1', operator: '>', threshold: 0.9, file: 'm.json' }],
    }, { 'm.json': '{ "f1": 0.9 }' });
    const run = (...args: string[]): number | null => runCli(['gate', '--folder', folder, ...args]).status;
    assert.deepEqual([run('good'), run('bad'), run(), run('goood'), run('--format', 'xml'), run('good', '--base', 'nowhere')], [0, 1, 1, 2, 2, 2]);
    assert.match(runCli(['gate', '--folder', folder, 'goood']).stderr, /There is no gate "goood"\. Did you mean "good"\?/);
    assert.match(runCli(['gate', '--folder', temporaryFolder(CODE)]).stderr, /No gates are configured/);
    assert.match(runCli(['gate', '--folder', temporaryFolder()]).stderr, /No gates are configured/);
    assert.match(runCli(['gate', 'review', '--folder', temporaryFolder()]).stderr, /no file was read/);
  });

  it('gives the value, the source and the reason of each condition', () => {
    const folder = folderWith({
      release: [
        { metric: 'findings.security/*', operator: '==', threshold: 0 }, { metric: 'coverage.lines', operator: '>=', threshold: 60 },
        { metric: 'tests.failed', operator: '==', threshold: 0 }, { metric: 'tests.rate', operator: '>', threshold: 99 },
        { metric: 'tools.mypy.messages', operator: '<=', threshold: 3 }, { metric: 'acc', operator: '>=', threshold: 0.8, file: 'mlruns' },
        { metric: 'status', operator: '==', threshold: 'passed', file: 'm.json' }, { metric: 'flag', operator: '==', threshold: true, file: 'm.json' },
      ],
    }, {
      'm.json': '{ "status": "passed", "flag": false }',
      'coverage/lcov.info': 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n',
      'junit.xml': '<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>',
      'mypy.txt': 'src/a.ts:1: error: Something is wrong  [misc]\nFound 1 error in 1 file (checked 4 source files)\n',
      'mlruns/0/r/meta.yaml': 'run_id: r\nstart_time: 1\n', 'mlruns/0/r/metrics/acc': '1 0.7 0\n2 0.81 1\n',
    });
    const { status, report } = gateJson(folder, 'release');
    assert.equal(status, 1);
    const told = report.gates[0]!.conditions.map(({ metric, value, passed, source, reason }) => [
      metric, value, passed, source.replace(', older than the newest source', ''), reason,
    ]);
    assert.deepEqual(told, [
      ['findings.security/*', 0, true, 'review', 'findings.security/* 0, asked == 0'],
      ['coverage.lines', 50, false, 'coverage/lcov.info', 'coverage.lines 50, asked >= 60'],
      ['tests.failed', 1, false, 'junit.xml', 'tests.failed 1, asked == 0'],
      ['tests.rate', 50, false, 'junit.xml', 'tests.rate 50, asked > 99'],
      ['tools.mypy.messages', 1, true, 'mypy.txt', 'tools.mypy.messages 1, asked <= 3'],
      ['acc', 0.81, true, 'mlruns/0/r', 'acc 0.81, asked >= 0.8'],
      ['status', 'passed', true, 'm.json', 'status passed, asked == passed'],
      ['flag', false, false, 'm.json', 'flag false, asked == true'],
    ]);
    assert.match(runCli(['gate', '--folder', folder]).stdout, /^✖ release failed\n {4}✖ coverage\.lines 50, asked >= 60 {2}coverage\/lcov\.info/m);
    assert.match(runCli(['gate', '--folder', folder, '--format', 'markdown']).stdout, /^## ❌ Gate release$/m);
  });

  it('fails for what is unknown or missing, and names what is near', () => {
    const asked = { operator: '!=', threshold: 5 };
    const folder = folderWith({
      g: [
        { ...asked, metric: 'scor.total' }, { ...asked, metric: 'new.erors' }, { ...asked, metric: 'accuracy' }, { ...asked, metric: 'coverage.lines' },
        { ...asked, metric: 'coverage.changed' }, { ...asked, metric: 'tools.mypy.messages' }, { ...asked, metric: 'f1', file: 'm.json' },
        { ...asked, metric: 'recall', file: 'm.json' }, { ...asked, metric: '__proto__', file: 'm.json' }, { ...asked, metric: 'toString', file: 'm.json' },
        { ...asked, metric: 'test.bad', file: 'm.json' }, { ...asked, metric: 'f1', file: 'none.json' }, { ...asked, metric: 'f1', file: 'torn.json' },
        { ...asked, metric: 'f1', file: 'empty.csv' }, { ...asked, metric: 'f1', file: 'src' },
      ],
    }, { 'm.json': '{ "test": { "f1": 0.9, "bad": NaN } }', 'torn.json': '{ "f1": ', 'empty.csv': '' });
    const { status, report } = gateJson(folder);
    assert.equal(status, 1);
    assert.deepEqual(report.gates[0]!.conditions.map(({ value, passed }) => [value, passed]), report.gates[0]!.conditions.map(() => [null, false]));
    assert.deepEqual(report.gates[0]!.conditions.map(({ reason }) => reason), [
      'scor.total: there is no such metric; did you mean "score.total"?', 'new.erors: there is no such metric; did you mean "new.errors"?',
      'accuracy: the review has no such metric; a "file" must say where it stands',
      'coverage.lines: no coverage report was found; "review.coverage" names one',
      'coverage.changed: it needs --base', 'tools.mypy.messages: there is no such metric; did you mean "tools.messages"?',
      'f1: m.json has no such metric; did you mean "test.f1"?', 'recall: m.json has no such metric; it has test.f1, test.bad',
      '__proto__: m.json has no such metric; it has test.f1, test.bad', 'toString: m.json has no such metric; it has test.f1, test.bad',
      'test.bad: is NaN', 'f1: none.json does not exist', 'f1: torn.json is not JSON, or is truncated', 'f1: empty.csv is empty',
      'f1: src is a folder without a run of MLflow',
    ]);
  });

  it('reads nothing outside of the folder, no huge file and no pipe', () => {
    const outside = temporaryFolder({ 'm.json': '{ "f1": 1 }', 'run/meta.yaml': 'run_id: r\nstart_time: 1\n', 'run/metrics/f1': '1 1 0\n' });
    const asked = (file: string): Written => ({ metric: 'f1', operator: '>=', threshold: 0, file });
    const places = ['link.json', 'linked/m.json', 'mlruns', 'runs', 'huge.json', 'pipe.json', 'inner.json'];
    const folder = folderWith({ g: places.map(asked) }, { 'real.json': '{ "f1": 1 }' });
    symlinkSync(join(outside, 'm.json'), join(folder, 'link.json'));
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'run'), join(folder, 'mlruns'));
    mkdirSync(join(folder, 'runs'));
    symlinkSync(join(outside, 'run'), join(folder, 'runs/r'));
    symlinkSync('real.json', join(folder, 'inner.json'));
    writeFileSync(join(folder, 'huge.json'), '{');
    truncateSync(join(folder, 'huge.json'), 65 * 1024 * 1024);
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.json')]);
    assert.deepEqual(reasons(folder), [
      'f1: link.json leads out of the folder', 'f1: linked/m.json leads out of the folder', 'f1: mlruns leads out of the folder',
      'f1: runs leads out of the folder', 'f1: huge.json is too large to read', 'f1: pipe.json is not a regular file', 'f1 1, asked >= 0',
    ]);
  });

  it('counts what is new outside of the baseline, and with --base in changed lines', () => {
    const folder = folderWith({ g: [{ metric: 'new.errors', operator: '==', threshold: 0 }, { metric: 'findings.errors', operator: '>', threshold: 0 }] }, {
      'src/old.py': 'import os\n\n\ndef run(name):\n    """Run."""\n    eval(name)\n',
    });
    const values = (...args: string[]): unknown => gateJson(folder, ...args).report.gates[0]!.conditions.map(({ value, source }) => [value, source]);
    const errors = reviewJson(folder).report.findings.filter(({ severity }) => severity === 'error').length;
    assert.ok(errors > 0);
    assert.deepEqual(values(), [[errors, 'review'], [errors, 'review']]);
    commitAll(folder, 'first');
    assert.deepEqual(values('--base', 'HEAD'), [[0, 'changed lines'], [errors, 'review']]);
    assert.equal(runCli(['baseline', folder]).status, 0);
    assert.deepEqual(values(), [[0, 'review'], [errors, 'review']]);
  });

  it('says of the gate of a review what the review says of it', () => {
    const folder = folderWith({});
    writeIn(folder, 'archwright.jsonc', '{ "review": { "failUnder": 100 } }');
    const { report } = reviewJson(folder);
    assert.deepEqual(gateJson(folder, 'review').report.gates, [report.gate]);
    assert.match(runCli(['review', folder]).stdout, /^Gate {3}failed: score \S+, asked 100 by the configuration; 0 errors; 0 blockers$/m);
  });
});
