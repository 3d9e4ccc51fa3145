/** Gates and audit log are evaluated when a client asks, with the words of the commands. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startAudit } from '../../server/app/audit/record.ts';
import type { GateResult } from '../../server/protocol/gates.ts';
import { CONTROLS, type Controls } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILES = {
  'src/a.ts': '/** A. */\nexport const a = 1;\n',
  'archwright.jsonc': '{ "gates": { "release": { "conditions": [{ "metric": "score.total", "operator": ">=", "threshold": 1 },\n'
    + '{ "metric": "score.none", "operator": ">=", "threshold": 1 }] } } }\n',
};

const lcov = (hits: number): string => `SF:src/a.ts\nDA:1,1\nDA:2,${hits}\nend_of_record\n`;
const junit = (inside: string): string => `<testsuite><testcase name="x">${inside}</testcase></testsuite>\n`;
const condition = (metric: string, operator: string, threshold: number, file?: string): object => ({ metric, operator, threshold, ...(file && { file }) });

/** A gate over every kind of file that a gate may depend on. */
const MEASURED = {
  'src/a.ts': FILES['src/a.ts'],
  'coverage/lcov.info': lcov(1), 'junit.xml': junit(''), 'metrics.json': '{ "f1": 0.9 }\n', 'mlruns/1/run/metrics/loss': '1 0.25 1\n',
  'mlruns/1/run/meta.yaml': 'run_id: run\nstart_time: 1\n',
  // Large enough to be read in another thread.
  'many.json': JSON.stringify({ f2: 0.9, steps: Array.from({ length: 60_000 }, (_, at) => at) }),
  'archwright.jsonc': JSON.stringify({ gates: { all: { conditions: [
    condition('coverage.lines', '>=', 80), condition('tests.failed', '==', 0), condition('f1', '>=', 0.8, 'metrics.json'),
    condition('loss', '<=', 0.5, 'mlruns/1/run'), condition('f2', '>=', 0.8, 'many.json'), condition('new.source/syntax-error', '==', 0),
  ] } } }),
};

/** A file that was written so lately is read again in any case. */
const UNTIL_KEPT = 2600;

describe('language server: gates and audit log', () => {
  let client: LspClient | null = null;
  afterEach(async () => {
    await client?.stop();
    client = null;
  });
  after(removeTemporaryFolders);

  it('tells each gate with its conditions, and whether the audit log is as it was written', async () => {
    const root = temporaryFolder(FILES);
    client = await LspClient.start([root]);
    await client.reviewed();
    const ask = (): Promise<Controls> => client!.connection.sendRequest<Controls>(CONTROLS, { folder: client!.known!.folders[0]!.key });
    const first = await ask();
    assert.ok(Array.isArray(first.gates), JSON.stringify(first));
    assert.deepEqual(first.gates.map(({ name, passed }) => [name, passed]).at(-1), ['release', false]);
    assert.equal(first.gates[0]!.name, 'review');
    assert.deepEqual(first.gates.at(-1)!.conditions.map(({ passed }) => passed), [true, false]);
    assert.match(first.gates.at(-1)!.conditions[1]!.reason, /^score\.none: there is no such metric/);
    assert.equal(first.audit, null);
    await startAudit(root, 'shop');
    const { audit } = await ask();
    assert.ok(audit !== null && 'intact' in audit);
    assert.deepEqual([audit.intact, audit.entries, audit.checkpoint], [true, 1, null]);
    writeIn(root, 'logs/audit_trail.jsonl', '{"index":0}\n');
    const { audit: bad } = await ask();
    assert.ok(bad !== null && 'intact' in bad && !bad.intact && bad.firstBad?.index === 0, JSON.stringify(bad));
  });

  it('judges by the files of now, told of or not, by what is typed, and as the command line does', async () => {
    const root = temporaryFolder(MEASURED);
    client = await LspClient.start([root]);
    await client.reviewed();
    await new Promise((next) => setTimeout(next, UNTIL_KEPT));
    const gate = async (): Promise<GateResult> => {
      const { gates } = await client!.connection.sendRequest<Controls>(CONTROLS, { folder: client!.known!.folders[0]!.key });
      assert.ok(Array.isArray(gates), JSON.stringify(gates));
      return gates.find(({ name }) => name === 'all')!;
    };
    const reasons = async (): Promise<string[]> => (await gate()).conditions.map(({ reason }) => reason);
    const before = [
      'coverage.lines 100, asked >= 80', 'tests.failed 0, asked == 0', 'f1 0.9, asked >= 0.8', 'loss 0.25, asked <= 0.5', 'f2 0.9, asked >= 0.8',
      'new.source/syntax-error 0, asked == 0',
    ];
    const asTerminal = async (): Promise<void> => {
      const { gates } = JSON.parse(runCli(['gate', 'all', '--format', 'json'], { cwd: root }).stdout) as { gates: GateResult[] };
      assert.deepEqual(gates, [await gate()]);
    };
    // Twice, so that what is kept is asked for.
    assert.deepEqual(await reasons(), before);
    assert.deepEqual(await reasons(), before);
    await asTerminal();

    // All of the same size as before, and nobody tells the server.
    const changes: [string, string, number, string][] = [
      ['coverage/lcov.info', lcov(0), 0, 'coverage.lines 50, asked >= 80'],
      ['junit.xml', junit('<failure/>'), 1, 'tests.failed 1, asked == 0'],
      ['metrics.json', '{ "f1": 0.7 }\n', 2, 'f1 0.7, asked >= 0.8'],
      ['mlruns/1/run/metrics/loss', '1 0.75 1\n', 3, 'loss 0.75, asked <= 0.5'],
      ['many.json', MEASURED['many.json'].replace('0.9', '0.7'), 4, 'f2 0.7, asked >= 0.8'],
    ];
    const now = [...before];
    for (const [path, text, at, reason] of changes) {
      writeIn(root, path, text);
      now[at] = reason;
      assert.deepEqual(await reasons(), now, path);
    }
    await asTerminal();

    const file = join(root, 'src/a.ts');
    await client.open(file);
    await client.edit(file, `${FILES['src/a.ts']}export const b = ;\n`);
    now[5] = 'new.source/syntax-error 1, asked == 0';
    assert.deepEqual(await reasons(), now);
    await client.edit(file, FILES['src/a.ts']);
    now[5] = before[5]!;
    assert.deepEqual(await reasons(), now);
  });
});
