/** The two files of a folder's log on disk: issues and reviews. One process at a time changes them, each as a whole. */
import { constants } from 'node:fs';
import { access, copyFile, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withLock, LockedError } from '../../host/file-lock.ts';
import { replaceFile } from '../../host/replace-file.ts';
import type { Cells } from '../../tracking/fields.ts';
import { changeLog, NotALog, readLog, writeLog, type TrackingLog } from '../../tracking/log.ts';
import { readOldLog, withOldReviews } from '../../tracking/old-log.ts';
import type { ReviewEvent } from '../../protocol/tracking.ts';
import { addReviews, readReviews } from '../../tracking/reviews.ts';
import { Failure } from '../failure.ts';

export const LOG_FILE = 'logs/project_tracking.csv';
export const REVIEWS_FILE = 'logs/reviews.csv';
const LOCK_FILE = 'logs/.tracking.lock';

export interface LogState {
  log: TrackingLog;
  /** Text that the log was read from; empty when there is none, and for one of the first kind. */
  text: string;
  /** In the order of the file. */
  reviews: ReviewEvent[];
}

/** What is to be written. */
export interface LogChange {
  /** Cells by key of the issue. */
  issues?: ReadonlyMap<string, Partial<Cells>>;
  reviews?: readonly ReviewEvent[];
}

/**
 * @param root absolute path of the folder
 * @returns the log as it is; empty when there is none. One of the first kind is read as what it will become
 * @throws {Failure} when it cannot be read
 */
export async function readLogFiles(root: string): Promise<LogState> {
  const [text, reviews] = await Promise.all([textOf(root, LOG_FILE), textOf(root, REVIEWS_FILE)]);
  return inWords(LOG_FILE, () => stateOf(text, reviews));
}

function stateOf(text: string, reviews: string): LogState {
  const old = readOldLog(text);
  if (old === null) return { log: readLog(text), text, reviews: readReviews(reviews) };
  return { log: changeLog(readLog(''), old.issues), text: '', reviews: readReviews(withOldReviews(reviews, old)) };
}

/**
 * Changes the log while no other process does. When this returns, the change is on the disk.
 * @param root absolute path of the folder
 * @param change is given the log as it is, and says what is to be written
 * @returns the log as it was left
 * @throws {Failure} when it cannot be read or written; it is then as before
 */
export async function changeLogFiles(root: string, change: (state: LogState) => LogChange | Promise<LogChange>): Promise<LogState> {
  const lock = join(root, LOCK_FILE);
  try {
    await mkdir(dirname(lock), { recursive: true });
    return await withLock(lock, (before) => changeAlone(root, change, before));
  } catch (error) {
    if (error instanceof LockedError) throw new Failure(`${error.message}.`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof Failure) throw error;
    throw new Failure(`Cannot write "${LOG_FILE}" (${code}); nothing was changed.`);
  }
}

async function changeAlone(root: string, change: (state: LogState) => LogChange | Promise<LogChange>, before: () => Promise<void>): Promise<LogState> {
  const [text, reviewsText] = await Promise.all([textOf(root, LOG_FILE), textOf(root, REVIEWS_FILE)]);
  const state = inWords(LOG_FILE, () => stateOf(text, reviewsText));
  const { issues = new Map<string, Partial<Cells>>(), reviews = [] } = await change(state);
  const old = readOldLog(text);
  const log = changeLog(state.log, issues);
  const isOther = old !== null || log !== state.log;
  const written = isOther ? inWords(LOG_FILE, () => writeLog(log)) : state.text;
  const reviewsWritten = inWords(REVIEWS_FILE, () => addReviews(old === null ? reviewsText : withOldReviews(reviewsText, old), reviews));
  if (old !== null) await keepBeside(join(root, LOG_FILE));
  if (reviewsWritten !== reviewsText) await writeDurably(join(root, REVIEWS_FILE), reviewsWritten, before);
  if (isOther) await writeDurably(join(root, LOG_FILE), written, before);
  return { log, text: written, reviews: [...state.reviews, ...reviews] };
}

/** A file that may not be written is not replaced either, and one that is a link stays one. */
async function writeDurably(file: string, text: string, before: () => Promise<void>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch(() => null);
  if (found !== null) await access(target, constants.W_OK);
  await replaceFile(target, text, { durable: true, before, ...(found === null ? {} : { mode: found.mode }) });
}

/** The log of the first kind under another name, once. */
async function keepBeside(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  for (let count = 1; ; count++) {
    const kept = file.replace(/\.csv$/, `.first${count === 1 ? '' : `-${count}`}.csv`);
    const there = await readFile(kept, 'utf8').catch(() => null);
    if (there === text) return;
    if (there === null) return copyFile(file, kept);
  }
}

async function textOf(root: string, path: string): Promise<string> {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new Failure(`Cannot read "${path}" (${code ?? String(error)}).`);
  }
}

function inWords<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotALog) throw new Failure(`${path}: ${error.message}.`);
    throw error;
  }
}
