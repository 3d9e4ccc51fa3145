/** A program that is interrupted while it writes a file leaves nothing beside it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { replaceFile } from '../../server/host/replace-file.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../server/host/replace-file.ts')).href;
/** Much takes long to write; the program ends itself as soon as the file beside is there. */
const PROGRAM = `
import { readdirSync } from 'node:fs';
import { replaceFile } from ${JSON.stringify(MODULE)};
const [folder, signal] = process.argv.slice(2);
replaceFile(folder + '/kept.txt', 'x'.repeat(150_000_000)).then(() => process.exit(7));
const wait = () => readdirSync(folder).some((name) => name.endsWith('.tmp')) ? process.kill(process.pid, signal) : setImmediate(wait);
wait();
`;

function interruptedBy(signal: string, folder: string): Promise<string | null> {
  const program = join(temporaryFolder({ 'program.mjs': PROGRAM }), 'program.mjs');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, signal], { stdio: ['ignore', 'inherit', 'inherit'], cwd: import.meta.dirname });
  return new Promise((resolve) => child.on('exit', (code, by) => resolve(by ?? String(code))));
}

describe('a file that is replaced', () => {
  after(removeTemporaryFolders);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`is as before after ${signal}, and nothing is left beside it`, async () => {
      const folder = temporaryFolder({ 'kept.txt': 'before' });
      assert.equal(await interruptedBy(signal, folder), signal);
      assert.deepEqual(readdirSync(folder), ['kept.txt']);
      assert.equal(readFileSync(join(folder, 'kept.txt'), 'utf8'), 'before');
    });
  }

  it('clears away what a killed program left, and nothing else', async () => {
    const folder = temporaryFolder({ 'kept.txt': 'before', 'kept.txt.mine.tmp': '', [`kept.txt.${process.pid}.9.tmp`]: '', 'other.99999999.1.tmp': '' });
    writeIn(folder, 'kept.txt.99999999.1.tmp', 'half');
    await replaceFile(join(folder, 'kept.txt'), 'after');
    assert.deepEqual(readdirSync(folder).sort(), [`kept.txt.${process.pid}.9.tmp`, 'kept.txt', 'kept.txt.mine.tmp', 'other.99999999.1.tmp'].sort());
    assert.equal(readFileSync(join(folder, 'kept.txt'), 'utf8'), 'after');
    assert.equal(process.listenerCount('SIGINT'), 0);
  });
});
