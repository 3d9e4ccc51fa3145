/** Generated files are what would be generated now. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateAll, outOfDate } from '../../scripts/generate/index.ts';
import { ROOT } from './sources.ts';

describe('generated files', () => {
  // Says "--check" so that looking writes nothing.
  before(() => process.argv.push('--check'));
  after(() => process.argv.splice(process.argv.indexOf('--check'), 1));

  it('are up to date', async () => {
    const files = await generateAll(ROOT);
    assert.ok(files.length > 10);
    assert.deepEqual(outOfDate(ROOT, files), [], 'run "npm run generate"');
  });

  it('are reported when they are missing or differ', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'archwright-generated-'));
    try {
      mkdirSync(path.join(folder, 'docs'));
      writeFileSync(path.join(folder, 'docs/same.md'), 'same');
      writeFileSync(path.join(folder, 'docs/other.md'), 'before');
      const files = ['same', 'other', 'missing'].map((name) => ({ path: `docs/${name}.md`, text: name }));
      assert.deepEqual(outOfDate(folder, files), ['docs/other.md', 'docs/missing.md']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
