/** Writes the audit log of a folder, where there is one: nothing is logged that nobody asked for. */
import { basename } from 'node:path';
import { withoutSecrets } from '../../compose/evidence.ts';
import { appended, entriesOf, linesOf, type AuditEntry, type AuditEvent, type AuditKind, type Details } from '../../audit/entries.ts';
import { isName } from '../../audit/note.ts';
import { appendLocked, NotInsideError, readKept } from '../../host/append-file.ts';
import { LockedError } from '../../host/file-lock.ts';
import { headOf, userName } from '../../host/git-history.ts';
import { usualLogName } from '../../text/log-name.ts';
import { Failure } from '../failure.ts';

export const AUDIT_FILE = 'logs/audit_trail.jsonl';

/** What happened, before it is known when, and by whom. */
export interface Happening {
  kind: AuditKind;
  details: Details;
}

/** What is new, given what is logged so far. */
type NewIn = (entries: readonly AuditEntry[]) => readonly Happening[];

export interface RecordOptions {
  /** False when git must not be asked. */
  git?: boolean;
  /** Who did it; the user of git when it is undefined. */
  by?: string | undefined;
}

/**
 * @param root absolute path of the folder
 * @param happenings says what is new
 * @throws {Failure} when it is there and cannot be written
 */
export async function recordAudit(root: string, happenings: NewIn, options: RecordOptions = {}): Promise<void> {
  if (await readAudit(root) !== null) await append(root, happenings, options);
}

/** Begins a log. @param origin its name; by default from that of the folder @returns its name @throws {Failure} when there is one already */
export async function startAudit(root: string, origin = usualLogName(basename(root)), options: RecordOptions = {}): Promise<string> {
  if (!isName(origin)) throw new Failure(`"${origin}" cannot be the name of a log: it must have neither blanks nor "+".`);
  if (await readAudit(root) !== null) throw new Failure(`${AUDIT_FILE} is there already.`);
  // Another process may have begun one meanwhile.
  await append(root, (entries) => (entries.length > 0 ? [] : [{ kind: 'start', details: { origin } }]), options);
  return origin;
}

/** @returns the text of the log; null when there is none @throws {Failure} when it cannot be read */
export async function readAudit(root: string): Promise<string | null> {
  return orFailure(() => readKept(root, AUDIT_FILE));
}

async function append(root: string, happenings: NewIn, options: RecordOptions): Promise<void> {
  const usesGit = options.git !== false;
  const commit = usesGit ? await headOf(root) : null;
  const by = options.by ?? (usesGit ? await userName(root) : '');
  const [author = ''] = await masked([by]);
  const time = new Date().toISOString();
  const before = await readAudit(root);
  // Masked before the lock is taken, because it takes a while; what another process adds meanwhile is of no matter to it.
  const told = await maskedAll(happenings(before === null ? [] : entriesOf(linesOf(before).lines)));
  if (told.length === 0) return;
  const events = told.map(({ kind, details }): AuditEvent => ({ kind, time, by: author === '' ? null : author, commit, details }));
  await orFailure(() => appendLocked(root, AUDIT_FILE, (text) => appended(text ?? '', events)));
}

/** Texts may hold a secret: the name of a file, or what somebody called a gate. */
async function maskedAll(happenings: readonly Happening[]): Promise<Happening[]> {
  const texts = new Set<string>();
  const each = (value: unknown, change: (text: string) => string): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map((one) => each(one, change));
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, each(inner, change)])) : value;
  };
  for (const { details } of happenings) each(details, (text) => (texts.add(text), text));
  const known = [...texts];
  const shown = new Map((await masked(known)).map((text, at) => [known[at]!, text]));
  return happenings.map(({ kind, details }) => ({ kind, details: each(details, (text) => shown.get(text) ?? '') as Details }));
}

async function masked(texts: readonly string[]): Promise<string[]> {
  const lines = (await withoutSecrets(texts.map((text) => text.replace(/[\r\n]/g, ' ')).join('\n'))).split('\n');
  return texts.map((_, at) => lines[at] ?? '');
}

async function orFailure<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotInsideError || error instanceof LockedError) throw new Failure(`${error.message}.`);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw new Failure(`Cannot use ${AUDIT_FILE} (${code}).`);
    throw error;
  }
}

