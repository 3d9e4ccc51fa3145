/** What most of a project does is its convention, and is not reported in the profile `recommended`. */
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

async function reported(root: string): Promise<string[]> {
  const folder = await ReviewedFolder.read({ root, cache: false });
  await folder.closed;
  return folder.review({ accepted: await readAccepted(root), started: 0 }).report.findings.filter(({ ruleId }) => ruleId === RULE).map(({ path }) => path);
}

describe('a convention of the project', () => {
  after(removeTemporaryFolders);

  it('is what half of its public functions follow; departures from ours are then not reported', async () => {
    assert.deepEqual(await reported(temporaryFolder(files(10, 10, 'ts'))), []);
    assert.equal((await reported(temporaryFolder(files(11, 9, 'ts')))).length, 9);
  });

  it('is judged by language', async () => {
    const found = await reported(temporaryFolder({ ...files(2, 18, 'ts'), ...files(18, 2, 'py') }));
    assert.deepEqual(found, ['src/part18.py', 'src/part19.py']);
  });

  it('is not inferred from a few files', async () => {
    assert.equal((await reported(temporaryFolder(files(0, 19, 'ts')))).length, 19);
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
