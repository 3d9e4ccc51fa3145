/** A rule about taste is reported in the profile `recommended` only where a clear majority of the project keeps to it. */
import assert from 'node:assert/strict';
import { readAccepted } from '../../server/app/baseline.ts';
import { ReviewedFolder } from '../../server/app/reviewed-folder.ts';
import { rules } from '../../server/rules/registry.ts';
import { DIMENSIONS } from '../../server/score/formula.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const RULE = 'quality/missing-docstring';

/** Files with a documented or an undocumented exported function each. */
function files(documented: number, undocumented: number, extension: 'ts' | 'py'): Record<string, string> {
  const file = (at: number): [string, string] => {
    const comment = at < documented;
    const text = extension === 'ts'
      ? `${comment ? '/** Adds one. */\n' : ''}export function add${at}(value: number): number {\n  return value + 1;\n}\n`
      : `def add${at}(value: int) -> int:\n${comment ? '    """Adds one."""\n' : ''}    return value + 1\n`;
    return [`src/part${at}.${extension}`, text];
  };
  return Object.fromEntries(Array.from({ length: documented + undocumented }, (_, at) => file(at)));
}

async function reported(root: string, rule = RULE): Promise<string[]> {
  const folder = await ReviewedFolder.read({ root, cache: false });
  await folder.closed;
  return folder.review({ accepted: await readAccepted(root), started: 0 }).report.findings.filter(({ ruleId }) => ruleId === rule).map(({ path }) => path);
}

describe('a convention of the project', () => {
  after(removeTemporaryFolders);

  it('is what three quarters of its public functions follow; where they are split, nothing is reported', async () => {
    assert.deepEqual(await reported(temporaryFolder(files(15, 5, 'ts'))), []);
    assert.equal((await reported(temporaryFolder(files(16, 4, 'ts')))).length, 4);
  });

  it('holds for types too: a project that hardly writes any is not asked for each', async () => {
    const functions = (typed: number, untyped: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: typed + untyped }, (_, at) =>
        [`src/part${at}.py`, at < typed ? `def add${at}(value: int) -> int:\n    return value\n` : `def add${at}(value):\n    return value\n`]));
    assert.deepEqual(await reported(temporaryFolder(functions(9, 11)), 'quality/missing-type'), []);
    assert.equal((await reported(temporaryFolder(functions(17, 3)), 'quality/missing-type')).length, 3);
  });

  it('is judged by language', async () => {
    const found = await reported(temporaryFolder({ ...files(2, 18, 'ts'), ...files(18, 2, 'py') }));
    assert.deepEqual(found, ['src/part18.py', 'src/part19.py']);
  });

  it('is not inferred from a few files', async () => {
    assert.equal((await reported(temporaryFolder(files(0, 19, 'ts')))).length, 19);
  });

  it('is what production code does, whatever tests do', async () => {
    const imports = ["import { a } from './a.ts';", "import { join } from 'node:path';"];
    const importing = (folder: string, count: number, lines: readonly string[]): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) =>
        [`${folder}/part${lines[0]!.length}-${at}.ts`, `${lines.join('\n')}\nexport const b = join(a);\n`]));
    const source = { 'src/a.ts': "export const a = '';\n", ...importing('src', 28, [...imports].reverse()), ...importing('src', 9, imports) };
    const found = await reported(temporaryFolder({ ...source, ...importing('scripts', 30, imports) }), 'quality/import-order');
    assert.equal(found.filter((path) => path.startsWith('src/')).length, 9);
    const documented = Object.fromEntries(Object.entries(files(40, 0, 'ts')).map(([path, text]) => [path.replace('src/', 'test/'), text]));
    assert.deepEqual(await reported(temporaryFolder({ ...files(10, 10, 'ts'), ...documented })), []);
  });

  it('is ignored for a team that adopted the guidelines or chose the severity of the rule', async () => {
    for (const config of ['{ "profile": "guidelines" }', `{ "rules": { "${RULE}": "warning" } }`]) {
      assert.equal((await reported(temporaryFolder({ ...files(2, 18, 'ts'), 'archwright.jsonc': config }))).length, 18, config);
    }
  });

  it('never counts in the score, because one more departure would silence all others', () => {
    const byShare = new Set<string>(DIMENSIONS.flatMap(({ criteria }) => criteria.flatMap(({ measured }) => measured)));
    const conventional = rules.filter(({ meta }) => meta.convention !== undefined);
    assert.ok(conventional.length >= 5);
    for (const { meta } of conventional) assert.ok(meta.criterion === null || byShare.has(meta.id), meta.id);
  });
});
