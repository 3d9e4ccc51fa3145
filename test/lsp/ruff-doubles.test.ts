/** Scripted sessions against the built server: findings of ruff beside an extension that shows them too. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { RUFF_RUNS } from '../../server/protocol/lsp.ts';
import { LspClient, type ClientOptions } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const CODE = 'import jinja2\n\n\ndef f(a: list = []) -> list:\n    """F."""\n    jinja2.Environment()\n    return a\n\n\ndef g(a):\n    return a\n';
/** Ruff shows the first by itself, the second only where a project selects it, and the third is none of its findings. */
const [DOUBLE, SELECTED, OWN] = ['quality/mutable-default', 'security/unescaped-markup', 'quality/missing-type'];

describe('language server: beside the Ruff extension', () => {
  let client: LspClient | undefined;
  let file: string;

  async function start(options: ClientOptions, files: Record<string, string> = {}): Promise<LspClient> {
    const root = temporaryFolder({ 'src/a.py': CODE, ...files });
    file = join(root, 'src/a.py');
    client = await LspClient.start([root], options);
    await client.reviewed();
    return client;
  }
  const shown = (): string[] => [DOUBLE, SELECTED, OWN].map((rule) => rule!).filter((rule) => client!.rulesIn(file).includes(rule));
  const until = async (expected: (string | undefined)[]): Promise<void> =>
    client!.until(`only ${expected.join()}`, () => JSON.stringify(shown()) === JSON.stringify(expected));
  const hide = (value: string): Record<string, unknown> => ({ python: { hideRuffDoubles: value } });

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('shows everything while the extension is missing', async () => {
    await start({});
    assert.deepEqual(shown(), [DOUBLE, SELECTED, OWN]);
  });

  it('hides what the extension shows, and still counts it', async () => {
    const lsp = await start({ ruffRuns: true });
    assert.deepEqual(shown(), [SELECTED, OWN]);
    const { findings, score } = lsp.known!.folders[0]!.report!;
    assert.ok(findings.some(({ ruleId }) => ruleId === DOUBLE));
    const at = findings.find(({ ruleId }) => ruleId === DOUBLE)!.range.start;
    const range = { start: { line: at.line - 1, character: at.column - 1 }, end: { line: at.line - 1, character: at.column } };
    assert.deepEqual((await lsp.actions(file, range)).filter(({ title }) => title.includes(DOUBLE!)), []);
    await lsp.connection.sendNotification(RUFF_RUNS, { runs: false });
    await until([DOUBLE, SELECTED, OWN]);
    assert.ok((await lsp.actions(file, range)).some(({ title }) => title.includes(DOUBLE!)));
    assert.equal(lsp.known!.folders[0]!.report!.score.total, score.total);
    await lsp.connection.sendNotification(RUFF_RUNS, { runs: true });
    await until([SELECTED, OWN]);
  });

  it('hides only what the project selects for ruff', async () => {
    await start({ ruffRuns: true }, { 'ruff.toml': 'lint.select = ["S"]\n' });
    assert.deepEqual(shown(), [DOUBLE, OWN]);
  });

  it('hides all or none when the user says so', async () => {
    const lsp = await start({ settings: hide('always') });
    assert.deepEqual(shown(), [OWN]);
    await lsp.changeSettings(hide('never'));
    await until([DOUBLE, SELECTED, OWN]);
    await lsp.connection.sendNotification(RUFF_RUNS, { runs: true });
    await lsp.changeSettings(hide('always'));
    await until([OWN]);
    await lsp.changeSettings({});
    await until([SELECTED, OWN]);
    await lsp.changeSettings(hide('never'));
    await until([DOUBLE, SELECTED, OWN]);
  });
});
