/** What a review asks git about versions, it asks while files are read: a dozen calls, one after the other. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ReviewedFolder } from '../../server/app/reviewed-folder.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const FILES = 60;
/** In milliseconds; only a test that fails waits that long. */
const LONGEST = 10_000;

/** Reads a folder, and looks whether git has been started when its last file has been read. */
async function startsGit(manifest: object, versions: boolean): Promise<boolean> {
  const sources = Array.from({ length: FILES }, (_, at) => [`src/file${at}.ts`, `export const value${at} = ${at};\n`]);
  const root = temporaryFolder({ 'package.json': JSON.stringify(manifest), ...Object.fromEntries(sources) as Record<string, string> });
  const program = temporaryFolder({ git: '#!/bin/sh\n: > "$0.started"\nexit 1\n' });
  chmodSync(join(program, 'git'), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${program}${delimiter}${before}`;
  let started = false;
  try {
    const progress = (done: number, total: number): void => {
      // Without a turn for anything that waits: what is not under way by now starts later.
      const end = performance.now() + (versions ? LONGEST : 0);
      while (done === total && !started && performance.now() <= end) started = existsSync(join(program, 'git.started'));
    };
    const folder = await ReviewedFolder.read({ root, cache: false, progress, versions });
    await folder.compareVersions();
    await folder.closed;
  } finally {
    process.env['PATH'] = before;
  }
  return started;
}

describe('git, asked about versions', () => {
  after(removeTemporaryFolders);

  it('is started before the last file has been read', async function () {
    this.timeout(60_000);
    assert.equal(await startsGit({ name: 'shop', version: '1.0.0' }, true), true);
  });

  it('is left alone where nobody wants to know', async () => {
    assert.equal(await startsGit({ name: 'shop', version: '1.0.0' }, false), false);
  });
});
