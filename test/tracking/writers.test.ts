/** Several processes write the log at once, and are killed: what was acknowledged is there, and the file is well formed. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { LOG_FILE, readLogFiles, REVIEWS_FILE } from '../../server/app/track/log-files.ts';
import { LockedError, withLock } from '../../server/host/file-lock.ts';
import { parse } from 'csv-parse/sync';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

/** Adds issues, and says of each when it is on the disk. Arguments: folder, name, count. */
const WRITER = `
import { changeLogFiles } from './server/app/track/log-files.ts';

const [folder = '', name = '', count = ''] = process.argv.slice(2);

for (let number = 1; number <= Number(count); number++) {
  const key = \`\${name}-\${number}\`;
  await changeLogFiles(folder, ({ log }) => ({
    issues: new Map([[key, { Summary: \`"\${key}",\\n\${log.rowOf.size}\`, Description: 'x'.repeat(300) }]]),
    reviews: [{ time: new Date(0).toISOString(), commit: key, branch: '', issue: '', score: 1, grade: '', errors: 0, warnings: 0, infos: 0, delta: -1 }],
  }));
  process.stdout.write(\`\${key}\\n\`);
}
`;
// Two writers each time. For a longer run: `ARCHWRIGHT_KILLS=250`.
const KILLS = Number(process.env['ARCHWRIGHT_KILLS'] ?? 32);
const LOCK = 'logs/.tracking.lock';

describe('writers of the log', () => {
  let program = '';
  before(() => {
    program = join(temporaryFolder(), 'log-writer.mjs');
    buildSync({
      stdin: { contents: WRITER, loader: 'ts', resolveDir: join(import.meta.dirname, '../..') },
      bundle: true, platform: 'node', format: 'esm', outfile: program,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
  });
  after(removeTemporaryFolders);

  interface Writer {
    process: ChildProcess;
    acknowledged: string[];
    ended: Promise<number | null>;
    first: Promise<void>;
  }

  function start(folder: string, name: string, count: number): Writer {
    const child = spawn(process.execPath, [program, folder, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const acknowledged: string[] = [];
    let text = '';
    const first = new Promise<void>((done) => {
      child.stdout.on('data', (data: Buffer) => {
        text += data.toString();
        const lines = text.split('\n');
        text = lines.pop()!;
        acknowledged.push(...lines);
        done();
      });
      child.on('close', () => done());
    });
    return { process: child, acknowledged, first, ended: new Promise((done) => child.on('close', (code) => done(code))) };
  }

  async function check(folder: string, acknowledged: readonly string[]): Promise<void> {
    const { log, reviews } = await readLogFiles(folder);
    assert.equal(log.table.broken, null);
    assert.deepEqual(acknowledged.filter((key) => !log.rowOf.has(key)), [], 'acknowledged and not there');
    assert.deepEqual(acknowledged.filter((key) => !reviews.some(({ commit }) => commit === key)), [], 'a review that was acknowledged and is not there');
    for (const file of [LOG_FILE, REVIEWS_FILE]) {
      const rows = parse(readFileSync(join(folder, file), 'utf8')) as string[][];
      assert.equal(new Set(rows.map((row) => row.join('\0'))).size, rows.length, 'no row is there twice');
    }
  }

  it('all get their rows in when there are two at once', async () => {
    const folder = temporaryFolder();
    const writers = ['AB', 'CD'].map((name) => start(folder, name, 25));
    assert.deepEqual(await Promise.all(writers.map(({ ended }) => ended)), [0, 0]);
    assert.deepEqual(writers.map(({ acknowledged }) => acknowledged.length), [25, 25]);
    await check(folder, writers.flatMap(({ acknowledged }) => acknowledged));
    assert.deepEqual(readdirSync(join(folder, 'logs')).sort(), ['project_tracking.csv', 'reviews.csv']);
  });

  it('lose nothing that they acknowledged when they are killed at any point', async function () {
    this.timeout(Math.max(120_000, KILLS * 4000));
    const folder = temporaryFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const writers = [`KA${round}X`, `KB${round}X`].map((name) => start(folder, name, 1000));
      await writers[0]!.first;
      await new Promise((done) => setTimeout(done, Math.random() * 40));
      writers[0]!.process.kill('SIGKILL');
      // The other one goes on, past whatever lock the dead one left.
      const before = writers[1]!.acknowledged.length;
      while (writers[1]!.acknowledged.length <= before) await new Promise((done) => setTimeout(done, 2));
      writers[1]!.process.kill('SIGKILL');
      await Promise.all(writers.map(({ ended }) => ended));
      acknowledged.push(...writers.flatMap((writer) => writer.acknowledged));
    }
    assert.ok(acknowledged.length > KILLS);
    const last = start(folder, 'END', 1);
    assert.equal(await last.ended, 0);
    await check(folder, [...acknowledged, 'END-1']);
    assert.deepEqual(readdirSync(join(folder, 'logs')).sort(), ['project_tracking.csv', 'reviews.csv'], 'nothing is left beside them');
  });

  it('take over the lock of a dead process, and wait for a living one', async () => {
    const folder = temporaryFolder();
    const lock = join(folder, LOCK);
    mkdirSync(join(folder, 'logs'));
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    let place = '';
    await withLock(lock, () => {
      place = (JSON.parse(readFileSync(lock, 'utf8')) as { place: string }).place;
      return Promise.resolve();
    });
    writeFileSync(lock, JSON.stringify({ pid: dead, place, token: 'x' }));
    assert.equal(await start(folder, 'AB', 1).ended, 0);
    assert.equal(existsSync(lock), false);

    const living = JSON.stringify({ pid: process.pid, place, token: 'x' });
    writeFileSync(lock, living);
    const said = (error: unknown): boolean => error instanceof LockedError && error.message.includes(String(process.pid));
    await assert.rejects(withLock(lock, () => Promise.resolve(), { patience: 100 }), said);
    assert.equal(readFileSync(lock, 'utf8'), living);

    // Of another machine, about which nothing is known: after a minute.
    writeFileSync(lock, JSON.stringify({ pid: 1, place: 'elsewhere', token: 'x' }));
    await assert.rejects(withLock(lock, () => Promise.resolve(), { patience: 100 }), LockedError);
    utimesSync(lock, new Date(), new Date(Date.now() - 120_000));
    await withLock(lock, () => Promise.resolve(), { patience: 100 });
  });

  it('write nothing when their lock was taken away meanwhile', async () => {
    const folder = temporaryFolder();
    const lock = join(folder, 'lock');
    await assert.rejects(withLock(lock, async (stillHeld) => {
      writeFileSync(lock, JSON.stringify({ pid: 1, place: 'elsewhere', token: 'another' }));
      await stillHeld();
    }), LockedError);
    assert.ok(existsSync(lock), 'the lock of the other stays');
  });
});
