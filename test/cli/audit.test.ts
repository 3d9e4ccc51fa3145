/** `archwright track audit` of the built program: what is logged, what is found, and what is never written. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { leafHash, verifyConsistency, verifyInclusion } from '../../server/audit/merkle.ts';
import { withLock } from '../../server/host/file-lock.ts';
import type { AuditVerdict } from '../../server/protocol/audit.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { PROGRAM, runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

/** The contract of `track audit verify --format json`, written down a second time on purpose. */
const contract = z.strictObject({
  schemaVersion: z.literal(1),
  intact: z.boolean(),
  entries: z.number().int().nonnegative(),
  firstBad: z.strictObject({ index: z.number().int().nonnegative(), reason: z.string().min(5) }).nullable(),
  checkpoints: z.array(z.strictObject({ size: z.number(), root: z.string().min(40), signedBy: z.string().min(3), valid: z.boolean() })),
});

const LOG = 'logs/audit_trail.jsonl';
const FILES = {
  'src/a.ts': '/** A. */\nexport const a = 1;\n', 'm.json': '{ "f1": 0.9 }',
  'archwright.jsonc': '{ "gates": { "release": { "conditions": [{ "metric": "f1", "operator": ">=", "threshold": 0.5, "file": "m.json" }] } } }',
};
const PEM = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const SIGNING = { ARCHWRIGHT_AUDIT_KEY: PEM };

const audit = (folder: string, args: readonly string[], env: Record<string, string> = {}): CliResult =>
  runCli(['track', 'audit', ...args, '--folder', folder], { env: { ARCHWRIGHT_AUDIT_KEY: '', ARCHWRIGHT_AUDIT_PUBLIC_KEY: '', ...env } });

function verified(folder: string, args: readonly string[] = [], env: Record<string, string> = {}): { status: number | null; verdict: AuditVerdict } {
  const { status, stdout, stderr } = audit(folder, ['verify', '--format', 'json', ...args], env);
  assert.notEqual(stdout, '', stderr);
  return { status, verdict: contract.parse(JSON.parse(stdout)) };
}

const linesIn = (folder: string): string[] => readFileSync(join(folder, LOG), 'utf8').trimEnd().split('\n');
const kindsIn = (folder: string): string[] => linesIn(folder).map((line) => (JSON.parse(line) as { kind: string }).kind);

/** A folder with a log of some entries. */
function logged(files: Record<string, string> = FILES): string {
  const folder = temporaryFolder(files);
  assert.equal(audit(folder, ['start', '--origin', 'example.com/shop']).status, 0);
  for (const _ of [1, 2]) assert.equal(runCli(['gate', '--folder', folder]).status, 0);
  return folder;
}

/** Gives the repository a user of its own, without which git makes neither notes nor tags. */
function named(folder: string): void {
  gitIn(folder, 'config', 'user.name', 'Test');
  gitIn(folder, 'config', 'user.email', 'test@example.com');
}

describe('archwright track audit', function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it('logs nothing where nobody began a log', () => {
    const folder = temporaryFolder(FILES);
    assert.equal(runCli(['gate', '--folder', folder]).status, 0);
    assert.equal(runCli(['baseline', folder]).status, 0);
    assert.equal(existsSync(join(folder, 'logs')), false);
    const { status, stderr } = audit(folder, ['verify']);
    assert.equal(status, 2);
    assert.match(stderr, /There is no audit log here\. "archwright track audit start" begins/);
  });

  it('logs gates, baseline, ticks, rollbacks, and what changed in configuration and suppressions since', () => {
    const folder = temporaryFolder(FILES);
    commitAll(folder, 'first');
    writeIn(folder, 'src/a.ts', '/** A. */\nexport const a = 2;\n');
    assert.equal(audit(folder, ['start']).status, 0);
    commitAll(folder, 'second');
    const run = (...args: string[]): void => assert.equal(runCli(args).status, 0, args.join(' '));
    run('gate', '--folder', folder);
    writeIn(folder, 'src/b.ts', '// archwright-ignore quality/naming -- given from outside\nexport const B_c = 1;\n');
    writeIn(folder, 'archwright.jsonc', `${FILES['archwright.jsonc']}\n`);
    run('baseline', folder);
    const { blocks } = JSON.parse(runCli(['blocks', folder, '--format', 'json']).stdout) as { blocks: { id: string }[] };
    const block = blocks[0]!.id;
    run('blocks', 'tick', block, 'code-review', '--by', 'Ada', '--folder', folder);
    run('gate', '--folder', folder);
    commitAll(folder, 'third');
    run('rollback', block, folder, '--to', 'HEAD~2', '--apply');
    assert.deepEqual(kindsIn(folder), ['start', 'configuration', 'gate', 'configuration', 'suppressions', 'baseline', 'tick', 'gate', 'rollback']);
    const details = linesIn(folder).map((line) => JSON.parse(line) as { details: Record<string, unknown>; by: string | null });
    assert.deepEqual(details[2]!.details, { name: 'release', passed: true, failed: [] });
    assert.deepEqual(details[4]!.details, { changed: { 'quality/naming in src/b.ts': 1 }, total: 1 });
    assert.deepEqual([details[6]!.by, details[6]!.details], ['Ada', { block, item: 'code-review', done: true }]);
    assert.deepEqual(verified(folder).verdict.firstBad, null);
  });

  it('finds an edit, a deletion, an insertion, a move and half a line, and names the first bad entry', () => {
    const folder = logged();
    const lines = linesIn(folder);
    assert.equal(verified(folder).status, 0);
    const outcome = (text: string): unknown => {
      writeFileSync(join(folder, LOG), text);
      const { status, verdict } = verified(folder);
      return [status, verdict.firstBad?.index];
    };
    const text = (changed: readonly string[]): string => changed.map((line) => `${line}\n`).join('');
    assert.deepEqual(outcome(text(lines.with(1, lines[1]!.replace('configuration', 'configuratiom')))), [1, 1]);
    assert.deepEqual(outcome(text(lines.with(2, lines[2]!.replace('true', 'false')))), [1, 2]);
    assert.deepEqual(outcome(text(lines.toSpliced(1, 1))), [1, 1]);
    assert.deepEqual(outcome(text(lines.toSpliced(1, 0, lines[2]!))), [1, 1]);
    assert.deepEqual(outcome(text([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)])), [1, 1]);
    assert.deepEqual(outcome(text(lines).slice(0, -20)), [1, lines.length - 1]);
    assert.deepEqual(outcome(text(lines)), [0, undefined]);
  });

  it('goes on behind half a line without changing it, and tells of it', () => {
    const folder = logged();
    appendFileSync(join(folder, LOG), '{"by":nu');
    const before = readFileSync(join(folder, LOG), 'utf8');
    assert.equal(runCli(['gate', '--folder', folder]).status, 0);
    assert.ok(readFileSync(join(folder, LOG), 'utf8').startsWith(before));
    assert.deepEqual(linesIn(folder).slice(-2).map((line) => (JSON.parse(line) as { kind: string }).kind), ['interrupted', 'gate']);
    assert.equal(verified(folder).status, 0);
    assert.match(audit(folder, ['verify']).stdout, /entry 4 was not finished when it was written, as the next one tells/);
  });

  it('signs checkpoints that find a cut and a fork, beside the log, in notes, in tags and kept elsewhere', () => {
    const folder = logged();
    commitAll(folder, 'first');
    named(folder);
    const made = audit(folder, ['checkpoint', '--git', 'note'], SIGNING);
    assert.equal(made.status, 0, made.stderr);
    const [, origin, size, root, , signature] = /^(.*)\n(.*)\n(.*)\n(\n)— example\.com\/shop (.*)\n$/.exec(made.stdout) ?? [];
    assert.deepEqual([origin, size], ['example.com/shop', '4']);
    // As anybody else would check it.
    const bytes = Buffer.from(signature!, 'base64');
    assert.ok(verify(null, Buffer.from(`${origin}\n${size}\n${root}\n`), createPublicKey(PEM), bytes.subarray(4)));
    const key = /--key (\S+)/.exec(made.stderr)![1]!;
    const elsewhere = join(temporaryFolder({ 'kept.txt': made.stdout }), 'kept.txt');
    assert.equal(runCli(['gate', '--folder', folder]).status, 0);
    assert.equal(audit(folder, ['checkpoint', '--git', 'tag'], SIGNING).status, 0);
    assert.match(gitIn(folder, 'tag'), /^archwright-audit\/5$/m);
    assert.deepEqual(verified(folder, ['--key', key]).verdict.checkpoints.map((each) => [each.size, each.valid]), [[4, true], [5, true]]);
    assert.deepEqual(verified(folder).verdict.checkpoints.map((each) => each.valid), [false, false], 'nobody knows who signed');

    const lines = linesIn(folder);
    writeFileSync(join(folder, LOG), lines.slice(0, 4).map((line) => `${line}\n`).join(''));
    rmSync(join(folder, 'logs/audit_checkpoints'), { recursive: true });
    // The tag still knows five.
    assert.deepEqual([verified(folder).status, verified(folder).verdict.firstBad?.index], [1, 4]);
    gitIn(folder, 'tag', '-d', 'archwright-audit/5');
    assert.equal(verified(folder).status, 0);
    writeFileSync(join(folder, LOG), lines.slice(0, 2).map((line) => `${line}\n`).join(''));
    // The note still knows four.
    assert.equal(verified(folder).status, 1);
    gitIn(folder, 'notes', '--ref=archwright-audit', 'remove');
    assert.equal(verified(folder).status, 0, 'without an anchor a log that was cut looks like one that was not');
    for (const _ of [1, 2]) assert.equal(runCli(['gate', '--folder', folder]).status, 0);
    const fork = verified(folder, ['--checkpoint', elsewhere, '--key', key]);
    assert.deepEqual([fork.status, fork.verdict.intact, fork.verdict.firstBad?.index], [1, false, 0]);
    assert.equal(audit(folder, ['checkpoint', '--checkpoint', elsewhere], SIGNING).status, 1, 'what was tampered with is not signed');
  });

  it('writes and prints the private key nowhere, and says how to make one', () => {
    const folder = logged();
    commitAll(folder, 'first');
    named(folder);
    const none = audit(folder, ['checkpoint']);
    assert.equal(none.status, 2);
    assert.match(none.stderr, /ARCHWRIGHT_AUDIT_KEY is not set\. Make a key with "openssl genpkey -algorithm ed25519"/);
    const words = PEM.split('\n')[1]!;
    const said: string[] = [];
    for (const key of [PEM, PEM.replaceAll('\n', '\\n'), PEM.replace(words.slice(3, 9), '!'), words]) {
      for (const args of [['checkpoint'], ['checkpoint', '--git', 'note'], ['verify'], ['report']]) {
        const { stdout, stderr } = audit(folder, args, { ARCHWRIGHT_AUDIT_KEY: key });
        said.push(stdout, stderr);
      }
    }
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    said.push(...files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')), gitIn(folder, 'log', '-p', '--all'));
    assert.ok(said.join('').includes('example.com/shop\n'));
    assert.deepEqual(said.filter((text) => text.includes(words) || text.includes(words.slice(16, 40))), []);
  });

  it('proves entries and beginnings to others', () => {
    const folder = logged();
    const lines = linesIn(folder);
    const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
    interface Proof { root: string; leafHash: string; entry: string; proof: string[] }
    const inclusion = JSON.parse(audit(folder, ['proof', 'inclusion', '2']).stdout) as Proof;
    assert.equal(inclusion.entry, lines[2]);
    assert.equal(inclusion.leafHash, leafHash(Buffer.from(lines[2]!)).toString('base64'));
    assert.ok(verifyInclusion({ index: 2, size: 4, leaf: bytes(inclusion.leafHash), root: bytes(inclusion.root), proof: inclusion.proof.map(bytes) }));
    const consistency = JSON.parse(audit(folder, ['proof', 'consistency', '3']).stdout) as { fromRoot: string; toRoot: string; proof: string[] };
    assert.equal(consistency.toRoot, inclusion.root);
    assert.ok(verifyConsistency({
      from: 3, to: 4, fromRoot: bytes(consistency.fromRoot), toRoot: bytes(consistency.toRoot), proof: consistency.proof.map(bytes),
    }));
    for (const args of [
      ['inclusion', '4'], ['inclusion', '-1'], ['inclusion', 'x'], ['consistency', '0'], ['consistency', '5'], ['wombat', '1'],
      ['inclusion', '0', '--size', '9'],
    ])
      assert.equal(audit(folder, ['proof', ...args]).status, 2, args.join(' '));
  });

  it('reports on compliance', () => {
    const folder = logged({
      ...FILES, 'logs/project_tracking.csv': 'Issue Key,Status,AI Model Type,Data Source,Code Review Status,Test Status,Code Coverage,Compliance Status\n'
        + 'ML-1,Done,Forest,s3,Approved,Passed,91,Compliant\nML-2,Done,Forest,,Pending,Passed,40,Compliant\nML-3,To Do,,,,,,\n',
    });
    interface Report { score: number; grade: string; checks: Record<string, unknown>[]; recommendations: string[] }
    const report = JSON.parse(audit(folder, ['report', '--format', 'json']).stdout) as Report;
    assert.deepEqual(report.checks.map(({ id, score, status, missing }) => [id, score, status, missing]), [
      ['data-governance', 50, 'not compliant', ['ML-2']], ['model-documentation', 0, 'not compliant', ['ML-1', 'ML-2']],
      ['code-review', 50, 'not compliant', ['ML-2']], ['testing', 50, 'not compliant', ['ML-2']], ['security', 100, 'compliant', []],
      ['audit-trail', 100, 'compliant', []],
    ]);
    assert.deepEqual([report.score, report.grade, report.recommendations.length], [58.3, 'F', 4]);
    assert.match(audit(folder, ['report']).stdout, /^Compliance 58\.3 of 100, grade F$/m);
    assert.match(audit(folder, ['report', '--format', 'markdown']).stdout, /^# Compliance 58\.3 of 100, grade F$/m);
    assert.equal(audit(temporaryFolder(), ['report']).status, 2);
  });

  it('loses and doubles nothing when many write at once, and leaves no lock behind', async () => {
    const folder = logged();
    const run = (): Promise<number> => new Promise((done) => {
      execFile(process.execPath, [PROGRAM, 'gate', '--folder', folder], (error) => done(typeof error?.code === 'number' ? error.code : 0));
    });
    assert.deepEqual(await Promise.all([run(), run(), run(), run(), run(), run()]), [0, 0, 0, 0, 0, 0]);
    assert.equal(linesIn(folder).length, 10);
    assert.equal(verified(folder).status, 0);
    assert.deepEqual(readdirSync(join(folder, 'logs')), ['audit_trail.jsonl']);
  });

  it('goes on after a lock of a process that is gone', async () => {
    const folder = logged();
    const lock = join(folder, `${LOG}.lock`);
    const held = await withLock(lock, async () => JSON.parse(readFileSync(lock, 'utf8')) as object);
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeIn(folder, `${LOG}.lock`, JSON.stringify({ ...held, pid: gone }));
    assert.equal(runCli(['gate', '--folder', folder]).status, 0);
    assert.deepEqual(readdirSync(join(folder, 'logs')), ['audit_trail.jsonl']);
  });

  it('refuses a log that is a link, wherever it leads', () => {
    const folder = temporaryFolder(FILES);
    const outside = temporaryFolder({ 'audit_trail.jsonl': '' });
    mkdirSync(join(folder, 'logs'));
    symlinkSync(join(outside, 'audit_trail.jsonl'), join(folder, LOG));
    assert.equal(runCli(['gate', '--folder', folder]).status, 2);
    assert.equal(audit(folder, ['start']).status, 2);
    const linked = temporaryFolder(FILES);
    symlinkSync(outside, join(linked, 'logs'));
    assert.equal(runCli(['gate', '--folder', linked]).status, 2);
    assert.equal(readFileSync(join(outside, 'audit_trail.jsonl'), 'utf8'), '');
  });

  it('refuses bad names and keys with a sentence', () => {
    const folder = temporaryFolder(FILES);
    assert.match(audit(folder, ['start', '--origin', 'a b']).stderr, /"a b" cannot be the name of a log/);
    assert.equal(audit(folder, ['start', '--origin', 'x']).status, 0);
    assert.match(audit(folder, ['start']).stderr, /is there already/);
    assert.match(audit(folder, ['verify', '--key', 'nonsense']).stderr, /The public key "nonsense" cannot be used/);
    assert.match(audit(folder, ['verify', '--checkpoint', 'nowhere']).stderr, /"nowhere" cannot be read/);
    assert.match(audit(folder, ['checkpoint', '--git', 'note'], SIGNING).stderr, /git cannot keep the checkpoint/);
  });
});
