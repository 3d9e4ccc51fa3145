/** Two programs write one audit log and are killed at any point: what was acknowledged is there, in order, and the log goes on. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, linesOf } from '../../server/audit/entries.ts';
import { verifyLog } from '../../server/audit/verify.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';
import { WRITER } from './killed-writer.ts';

const ROUNDS = 6;

/** Runs a writer until it has acknowledged so many entries, and kills it. @returns what it acknowledged */
function writeAndDie(folder: string, name: string, acknowledgements: number): Promise<string[]> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.on('data', (data: Buffer) => {
      told += data.toString();
      if (told.split('\n').length > acknowledgements) child.kill('SIGKILL');
    });
    child.on('close', () => done(told.split('\n').filter((line) => line !== '')));
  });
}

describe('an audit log whose writers are killed', function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it('keeps every entry that was acknowledged, and goes on', async () => {
    const folder = temporaryFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const told = await Promise.all([writeAndDie(folder, `a${round}`, 3 + 5 * round), writeAndDie(folder, `b${round}`, 10 - round)]);
      acknowledged.push(...told.flat());
    }
    // The last line may be half, until the next entry.
    await writeAndDie(folder, 'last', 1);
    const text = readFileSync(join(folder, 'logs/audit_trail.jsonl'), 'utf8');
    const { lines, torn } = linesOf(text);
    const { firstBad } = verifyLog(text, { checkpoints: [], verifiers: [] });
    assert.equal(firstBad?.index ?? null, torn === '' ? null : lines.length);
    const kept = entriesOf(lines).map(({ details }) => `${String(details['name'])} ${String(details['number'])}`);
    assert.ok(acknowledged.length > 60, String(acknowledged.length));
    assert.deepEqual(acknowledged.filter((each) => !kept.includes(each)), []);
    assert.equal(new Set(kept).size, kept.length, 'nothing is there twice');
    assert.deepEqual(readdirSync(join(folder, 'logs')).filter((name) => name === 'audit_trail.jsonl').length, 1);
  });
});
