/** Finds what was done to an audit log: by its chain of hashes, and by checkpoints that were taken of it earlier. */
import type { AuditCheckpoint, AuditVerdict } from '../protocol/audit.ts';
import { FIRST_PREVIOUS, hexHash, leavesOf, linesOf, readLine, type AuditEntry, type LogLine } from './entries.ts';
import { rootOf } from './merkle.ts';
import { checkSignature, type SignedCheckpoint, type Verifier } from './note.ts';

/** What is known beside the log. */
export interface Anchors {
  checkpoints: readonly SignedCheckpoint[];
  verifiers: readonly Verifier[];
}

export interface Verified extends AuditVerdict {
  /** What is no tampering, and still to be told. */
  notes: string[];
}

type Bad = NonNullable<AuditVerdict['firstBad']>;

/** @param text of the log @param anchors earlier checkpoints, and the keys to check them with */
export function verifyLog(text: string, { checkpoints, verifiers }: Anchors): Verified {
  const { lines, torn } = linesOf(text);
  const chain = verifyChain(lines, torn);
  const leaves = leavesOf(lines);
  const origin = originOf(lines);
  const sorted = [...checkpoints].sort((a, b) => a.size - b.size);
  const judged = sorted.map((checkpoint) => judge(checkpoint, leaves, origin, verifiers));
  // The chain tells the exact place; a checkpoint only that something before its end is not as it was.
  const firstBad = chain.bad ?? worst(judged, lines.length);
  const unsigned = judged.filter(({ told, wrong }) => wrong === null && !told.valid).length;
  const notes = [...chain.notes];
  if (unsigned > 0) notes.push(`${unsigned} of ${judged.length} checkpoints fit, and nobody can tell who signed them: no public key was given`);
  if (judged.length === 0) notes.push('no checkpoint was found, so that only changes within the log can be seen, not a log that was made anew');
  return { schemaVersion: 1, intact: firstBad === null, entries: lines.length, firstBad, checkpoints: judged.map(({ told }) => told), notes };
}

/** @returns the origin that the first entry states; null when there is none */
export function originOf(lines: readonly string[]): string | null {
  const [first] = lines;
  const read = first === undefined ? null : readLine(first);
  const origin = read !== null && 'entry' in read ? read.entry.details['origin'] : undefined;
  return typeof origin === 'string' ? origin : null;
}

function verifyChain(lines: readonly string[], torn: string): { bad: Bad | null; notes: string[] } {
  const notes: string[] = [];
  let before: AuditEntry | null = null;
  const read = lines.map(readLine);
  for (const [at, line] of read.entries()) {
    if ('broken' in line) {
      if (!isTold(lines[at]!, at, read[at + 1])) return { bad: { index: at, reason: `the entry was changed: ${line.broken}` }, notes };
      notes.push(`entry ${at} was not finished when it was written, as the next one tells`);
      continue;
    }
    const { entry } = line;
    const bad = misplaced(entry, at, before);
    if (bad !== null) return { bad, notes };
    before = entry;
  }
  if (torn === '') return { bad: null, notes };
  return { bad: { index: lines.length, reason: 'the last line is half-written; the next entry that is logged will tell so' }, notes };
}

/** Whether the entry behind an unfinished line tells of it. */
function isTold(line: string, at: number, next: LogLine | undefined): boolean {
  if (next === undefined || 'broken' in next) return false;
  const { kind, index, details } = next.entry;
  return kind === 'interrupted' && index === at + 1 && details['line'] === at && details['sha256'] === hexHash(line);
}

function misplaced(entry: AuditEntry, at: number, before: AuditEntry | null): Bad | null {
  if (entry.index > at) return { index: at, reason: `an entry is missing here: entry ${entry.index} stands in its place` };
  if (entry.index < at) return { index: at, reason: `entry ${entry.index} stands here, which was put in or moved` };
  if (entry.previous === (before?.hash ?? FIRST_PREVIOUS)) return null;
  if (before === null) return { index: at, reason: 'the beginning of the log is missing' };
  return { index: before.index, reason: `the entry was replaced: entry ${at} was written after another one` };
}

interface JudgedCheckpoint {
  told: AuditCheckpoint;
  /** Null when nothing speaks against log and checkpoint. */
  wrong: string | null;
  isCut: boolean;
}

function judge(checkpoint: SignedCheckpoint, leaves: readonly Buffer[], origin: string | null, verifiers: readonly Verifier[]): JudgedCheckpoint {
  const { size, root } = checkpoint;
  const { by, holds } = checkSignature(checkpoint, verifiers);
  const isCut = size > leaves.length;
  const fits = !isCut && rootOf(leaves.slice(0, size)).equals(root);
  const wrong = holds === 'no' ? `the signature of the checkpoint of ${size} entries is wrong`
    : isCut ? `the log was cut off: a checkpoint knows ${size} entries`
    : !fits ? `the log is not the one of which the checkpoint of ${size} entries was taken`
    : checkpoint.origin !== origin ? `the checkpoint of ${size} entries is that of another log, "${checkpoint.origin}"` : null;
  return { told: { size, root: root.toString('base64'), signedBy: by, valid: wrong === null && holds === 'yes' }, wrong, isCut };
}

/** The first entry that may be bad: behind the largest checkpoint that fits. @param judged by size @param entries in the log */
function worst(judged: readonly JudgedCheckpoint[], entries: number): Bad | null {
  let sound = 0;
  for (const { told, wrong, isCut } of judged) {
    if (wrong === null) sound = Math.max(sound, told.size);
    else if (isCut) return { index: entries, reason: wrong };
    else return { index: Math.min(sound, told.size), reason: `${wrong}; the first difference is in one of the entries from ${sound} on` };
  }
  return null;
}
