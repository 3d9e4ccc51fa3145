/**
 * Entries of the audit log: one line of canonical JSON each (keys in order, no spaces, as RFC 8785 writes it). Each entry holds
 * its own hash and that of the entry before it, so that a change can be located; each line is a leaf of the log's Merkle tree.
 */
import { createHash } from 'node:crypto';
import { leafHash } from './merkle.ts';

/** What is logged. `interrupted` tells of a line that a program could not finish. */
export const KINDS = [
  'start', 'review', 'gate', 'baseline', 'suppressions', 'configuration', 'tick', 'rehearsal', 'rollback', 'sync', 'export', 'interrupted',
] as const;
export type AuditKind = (typeof KINDS)[number];

/** Plain data: what JSON can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
export type Details = Readonly<Record<string, Plain>>;

/** What happened. */
export interface AuditEvent {
  kind: AuditKind;
  /** ISO 8601 in UTC. */
  time: string;
  /** Who did it; null when nobody is named. */
  by: string | null;
  /** The commit of the folder; null outside of git. */
  commit: string | null;
  details: Details;
}

export interface AuditEntry extends AuditEvent {
  /** From 0: also the number of the line. */
  index: number;
  /** `hash` of the entry before; zeros in the first. */
  previous: string;
  /** SHA-256 of the entry without this. */
  hash: string;
}

/** One line of a log. */
export type LogLine = { entry: AuditEntry } | { broken: string };

export const FIRST_PREVIOUS = '0'.repeat(64);

/** @returns JSON with the keys of every object in order, so that equal data is equal text */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner as Plain)}`).join(',')}}`;
}

/** @returns SHA-256 in hexadecimal */
export function hexHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** @returns the hash that an entry must hold */
export function hashOf({ hash: _, ...rest }: AuditEntry): string {
  return hexHash(canonical(rest as unknown as Plain));
}

/** @returns the lines of a log, without the last line break; what follows the last one is `torn` and empty in a whole log */
export function linesOf(text: string): { lines: string[]; torn: string } {
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  return { lines, torn };
}

/** @returns the hashes of lines as leaves of the tree */
export function leavesOf(lines: readonly string[]): Buffer[] {
  return lines.map((line) => leafHash(Buffer.from(line, 'utf8')));
}

/** @returns the entry in a line, or what keeps it from being one */
export function readLine(line: string): LogLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { broken: 'it is no JSON' };
  }
  if (!isEntry(value)) return { broken: 'it is no entry of this log' };
  if (canonical(value as unknown as Plain) !== line) return { broken: 'it is not written as this log writes' };
  return hashOf(value) === value.hash ? { entry: value } : { broken: 'its content does not match its hash' };
}

function isEntry(value: unknown): value is AuditEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { index, kind, time, by, commit, details, previous, hash, ...others } = value as Record<string, unknown>;
  return Number.isSafeInteger(index) && (KINDS as readonly unknown[]).includes(kind) && typeof time === 'string' && isName(by) && isName(commit)
    && typeof details === 'object' && details !== null && typeof previous === 'string' && typeof hash === 'string' && Object.keys(others).length === 0;
}

function isName(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

/** @returns the entries of lines that hold one */
export function entriesOf(lines: readonly string[]): AuditEntry[] {
  return lines.map(readLine).flatMap((line) => ('entry' in line ? [line.entry] : []));
}

/**
 * What is written behind a log to add events to it. Nothing of the log is changed: a line that was not finished is ended and told.
 * @param text of the log
 * @param events in order
 * @returns text to append
 */
export function appended(text: string, events: readonly AuditEvent[]): string {
  const { lines, torn } = linesOf(text);
  const isWhole = torn !== '' && 'entry' in readLine(torn);
  const before = torn === '' ? lines : [...lines, torn];
  const told: AuditEvent[] = torn === '' || isWhole ? [] : [{
    kind: 'interrupted', time: events[0]?.time ?? new Date().toISOString(), by: null, commit: null,
    details: { line: lines.length, bytes: Buffer.byteLength(torn), sha256: hexHash(torn) },
  }];
  let previous = entriesOf(before).at(-1)?.hash ?? FIRST_PREVIOUS;
  const written = [...told, ...events].map((event, at) => {
    const entry: AuditEntry = { ...event, index: before.length + at, previous, hash: '' };
    entry.hash = hashOf(entry);
    previous = entry.hash;
    return `${canonical(entry as unknown as Plain)}\n`;
  });
  return `${torn === '' ? '' : '\n'}${written.join('')}`;
}
