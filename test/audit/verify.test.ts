/** Whatever is done to an audit log is found, at its first bad entry; and what was not done to it is not claimed. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { appended, hashOf, canonical, leavesOf, linesOf, type AuditEntry, type AuditEvent, type Plain } from '../../server/audit/entries.ts';
import { rootOf } from '../../server/audit/merkle.ts';
import {
  checkSignature, readCheckpoints, readSigner, readVerifier, signCheckpoint, verifierText, BadKey, type SignedCheckpoint,
} from '../../server/audit/note.ts';
import { verifyLog, type Verified } from '../../server/audit/verify.ts';

const pemOf = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const signer = readSigner(pemOf(), 'example.com/shop');
const foreign = readSigner(pemOf(), 'example.com/shop');

const anyEvent: fc.Arbitrary<AuditEvent> = fc.record({
  kind: fc.constantFrom('review', 'gate', 'baseline', 'tick'),
  time: fc.constant('2026-01-01T00:00:00.000Z'),
  by: fc.option(fc.string()),
  commit: fc.constant(null),
  details: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0))),
});
const START: AuditEvent = { kind: 'start', time: '2026-01-01T00:00:00.000Z', by: null, commit: null, details: { origin: 'example.com/shop' } };

/** Lines of a log of at least three entries. */
const anyLog = fc.array(anyEvent, { minLength: 2, maxLength: 12 }).map((events) => linesOf(appended('', [START, ...events])).lines);
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const verdict = (text: string, checkpoints: SignedCheckpoint[] = []): Verified => verifyLog(text, { checkpoints, verifiers: [signer] });
const checkpointOf = (lines: readonly string[], size = lines.length, by = signer): SignedCheckpoint =>
  readCheckpoints(signCheckpoint({ origin: 'example.com/shop', size, root: rootOf(leavesOf(lines.slice(0, size))) }, by))[0]!;
const firstBad = (text: string, checkpoints: SignedCheckpoint[] = []): number | undefined => verdict(text, checkpoints).firstBad?.index;

/** An entry with other content, and everything behind it written anew so that the chain fits. */
function rewritten(lines: readonly string[], from: number, change: (entry: AuditEntry) => AuditEntry): string[] {
  let previous = '';
  return lines.map((line, at) => {
    if (at < from) {
      previous = (JSON.parse(line) as AuditEntry).hash;
      return line;
    }
    const entry = JSON.parse(line) as AuditEntry;
    const made = { ...(at === from ? change(entry) : entry), previous: at === 0 ? entry.previous : previous };
    made.hash = hashOf(made);
    previous = made.hash;
    return canonical(made as unknown as Plain);
  });
}

describe('an audit log', () => {
  it('is intact as it was written, with its checkpoints', () => {
    fc.assert(fc.property(anyLog, fc.nat(), (lines, at) => {
      const found = verdict(textOf(lines), [checkpointOf(lines), checkpointOf(lines, at % lines.length)]);
      assert.equal(found.firstBad, null);
      assert.equal(found.intact, true);
      assert.equal(found.entries, lines.length);
      assert.deepEqual(found.checkpoints.map(({ valid }) => valid), [true, true]);
    }));
  });

  it('shows any edit of a line at that line', () => {
    fc.assert(fc.property(anyLog, fc.nat(), fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), fc.nat({ max: 3 }), (lines, at, place, put, taken) => {
      const index = at % lines.length;
      const line = lines[index]!;
      const where = place % line.length;
      const edited = line.slice(0, where) + put + line.slice(where + taken);
      fc.pre(edited !== line);
      assert.equal(firstBad(textOf(lines.with(index, edited))), index);
    }), { numRuns: 300 });
  });

  it('shows a deleted, an inserted and a moved entry at its place', () => {
    fc.assert(fc.property(anyLog, fc.nat(), fc.nat(), (lines, one, other) => {
      const [a, b] = [one % lines.length, other % lines.length].sort((x, y) => x - y) as [number, number];
      // The last one is only missed by a checkpoint.
      if (a < lines.length - 1) assert.equal(firstBad(textOf(lines.toSpliced(a, 1))), a);
      assert.equal(firstBad(textOf(lines.toSpliced(a, 0, lines[b]!))), a === b ? a + 1 : a);
      if (a !== b) assert.equal(firstBad(textOf(lines.with(a, lines[b]!).with(b, lines[a]!))), a);
    }));
  });

  it('shows an entry that was replaced with a fitting hash by the one behind it, and by a checkpoint also where all behind it was made to fit', () => {
    fc.assert(fc.property(anyLog, fc.nat(), fc.nat(), (lines, at, sound) => {
      const index = at % (lines.length - 1);
      const change = (entry: AuditEntry): AuditEntry => ({ ...entry, by: `${entry.by ?? ''}!` });
      const forged = rewritten(lines, index, change);
      assert.equal(firstBad(textOf(lines.with(index, forged[index]!))), index);
      assert.equal(firstBad(textOf(forged)), undefined, 'a chain alone cannot tell');
      const early = sound % (index + 1);
      assert.equal(firstBad(textOf(forged), [checkpointOf(lines), checkpointOf(lines, early)]), early);
    }));
  });

  it('shows that it was cut off, in the middle of a line by itself, and behind one by a checkpoint', () => {
    fc.assert(fc.property(anyLog, fc.nat(), (lines, at) => {
      const text = textOf(lines);
      const end = at % (text.length - 1);
      const cut = text.slice(0, end);
      const kept = linesOf(cut);
      assert.equal(verdict(cut).intact, kept.torn === '');
      assert.equal(firstBad(cut, [checkpointOf(lines)]), kept.lines.length);
      assert.equal(verdict(cut, [checkpointOf(lines)]).intact, false);
    }));
  });

  it('shows a fork against an earlier checkpoint', () => {
    fc.assert(fc.property(anyLog, fc.array(anyEvent, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, events, at) => {
      const kept = 1 + (at % (lines.length - 1));
      const base = textOf(lines.slice(0, kept));
      const fork = base + appended(base, events);
      fc.pre(!fork.startsWith(textOf(lines)));
      const found = verdict(fork, [checkpointOf(lines), checkpointOf(lines, kept)]);
      assert.equal(found.intact, false);
      assert.ok(found.firstBad!.index >= kept);
    }));
  });

  it('goes on behind a half-written line, tells of it, and is then intact; what is put in its place is found', () => {
    fc.assert(fc.property(anyLog, fc.nat(), anyEvent, (lines, at, event) => {
      const last = lines.at(-1)!;
      const torn = last.slice(0, 1 + (at % last.length));
      const text = textOf(lines.slice(0, -1)) + torn;
      const added = appended(text, [event]);
      assert.ok(added.startsWith('\n'), 'nothing of what was there is overwritten');
      const found = verdict(text + added);
      assert.equal(found.intact, true, JSON.stringify(found.firstBad));
      const whole = torn === last;
      assert.equal(found.notes.some((note) => note.includes(`entry ${lines.length - 1} was not finished`)), !whole);
      if (!whole) assert.equal(firstBad(textOf(lines.slice(0, -1)) + torn + 'x' + added), lines.length - 1);
    }));
  });
});

describe('a checkpoint', () => {
  const lines = linesOf(appended('', [START, START, START])).lines;

  it('has the public format, and is checked with the key in the public format', () => {
    const text = signCheckpoint({ origin: 'example.com/shop', size: 3, root: rootOf(leavesOf(lines)) }, signer);
    assert.match(text, /^example\.com\/shop\n3\n[A-Za-z0-9+/]{43}=\n\n— example\.com\/shop [A-Za-z0-9+/]+=*\n$/);
    assert.match(verifierText(signer), /^example\.com\/shop\+[0-9a-f]{8}\+A[A-Za-z0-9+/]+=*$/);
    const [read] = readCheckpoints(`something\n\n${text}\nsomething else\n${text}`);
    assert.deepEqual(checkSignature(read!, [readVerifier(verifierText(signer))]), { by: `example.com/shop+${signer.keyId}`, holds: 'yes' });
    assert.equal(readCheckpoints(`something\n\n${text}\nsomething else\n${text}`).length, 2);
  });

  it('is checked as signed-note of Go does', () => {
    // The key and the note in the documentation of golang.org/x/mod/sumdb/note.
    const verifier = readVerifier('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const body = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n';
    const bytes = Buffer.from('x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=', 'base64');
    const note = { origin: '', size: 0, root: Buffer.alloc(32), body, signatures: [{ name: 'PeterNeumann', keyId: 'c74f20a3', bytes: bytes.subarray(4) }] };
    assert.deepEqual(checkSignature(note, [verifier]), { by: 'PeterNeumann+c74f20a3', holds: 'yes' });
    assert.equal(checkSignature({ ...note, body: `${body} ` }, [verifier]).holds, 'no');
  });

  it('of another signer, of another log or with a wrong signature is not valid', () => {
    const [own, other] = [checkpointOf(lines), checkpointOf(lines, 3, foreign)];
    assert.deepEqual(verdict(textOf(lines), [own, other]).checkpoints.map(({ valid }) => valid), [true, false]);
    assert.equal(verdict(textOf(lines), [other]).intact, true, 'nobody knows that key');
    const forged = { ...own, signatures: [{ ...own.signatures[0]!, bytes: other.signatures[0]!.bytes }] };
    assert.equal(verdict(textOf(lines), [forged]).intact, false);
    const elsewhere = readCheckpoints(signCheckpoint({ origin: 'example.com/other', size: 3, root: own.root }, signer));
    assert.equal(verdict(textOf(lines), elsewhere).intact, false);
  });

  it('is not made with what is no key, and no word of the key is told', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const pem of ['', 'secret', privateKey.export({ format: 'pem', type: 'pkcs8' }) as string]) {
      assert.throws(() => readSigner(pem, 'a'), (error) => error instanceof BadKey && !/secret|BEGIN/.test(error.message));
    }
    for (const text of ['', 'a', 'a+00000000+AAAA', verifierText(signer).replace('shop', 'shod')]) assert.throws(() => readVerifier(text), BadKey);
    const pem = pemOf();
    assert.equal(readSigner(pem.replaceAll('\n', '\\n'), 'a').keyId, readSigner(pem, 'a').keyId);
  });
});
