/**
 * One process at a time: a lock is a file that only one of them can create. It says who holds it, so that what a dead
 * process left behind is known for that, and taken away.
 */
import { readlinkSync } from 'node:fs';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';

/** Somebody else holds the lock for too long. The message is for users. */
export class LockedError extends Error {}

export interface LockOptions {
  /** How long to wait for others, in milliseconds. */
  patience?: number;
  /** For work that takes minutes: the lock is renewed meanwhile, so that nobody takes it for left behind. */
  renewed?: boolean;
}

const PATIENCE = 20_000;
/** Work under a lock takes far less than a second; a holder of which nothing else is known is given up after this, in milliseconds. */
const OLDEST = 60_000;
/** One that does not say who holds it is being made, or its maker died in doing so; in milliseconds. */
const OLDEST_UNNAMED = 2000;
/** A lock that is held for long is renewed so often; in milliseconds. */
const RENEWAL = 10_000;
/** Shortest and longest wait between two tries, in milliseconds. */
const WAITS = [2, 12] as const;
/** After this process gave a lock back, others that wait for it are let in first; in milliseconds. */
const COURTESY = 15;

/** When this process gave back which lock. */
const givenBack = new Map<string, number>();

interface Holder {
  pid: number;
  /** Machine, and on Linux the namespace in which the number of the process has a meaning. */
  place: string;
  token: string;
}

/**
 * @param file of the lock, in a folder that exists
 * @param work to do alone; it is given a check that fails if the lock was taken away meanwhile, as after the machine slept
 * @throws {LockedError} when others hold it for longer than the patience
 */
export async function withLock<Result>(file: string, work: (stillHeld: () => Promise<void>) => Promise<Result>, options: LockOptions = {}): Promise<Result> {
  const own: Holder = { pid: process.pid, place: place(), token: randomUUID() };
  await take(file, own, options.patience ?? PATIENCE);
  const isHeld = async (): Promise<boolean> => (await holderOf(file))?.token === own.token;
  const renew = async (): Promise<void> => {
    if (await isHeld()) await utimes(file, new Date(), new Date()).catch(() => undefined);
  };
  const renewal = options.renewed === true ? setInterval(() => void renew(), RENEWAL).unref() : undefined;
  try {
    return await work(async () => {
      if (!await isHeld()) throw new LockedError(`The lock "${file}" was taken away while it was held; nothing was written`);
    });
  } finally {
    clearInterval(renewal);
    if (await isHeld()) await rm(file, { force: true });
    givenBack.set(file, performance.now());
  }
}

async function take(file: string, own: Holder, patience: number): Promise<void> {
  const started = performance.now();
  const before = givenBack.get(file);
  if (before !== undefined && started - before < COURTESY) await pause(COURTESY);
  while (!await create(file, own)) {
    if (await isLeftBehind(file)) await clear(file);
    else if (performance.now() - started > patience) {
      const holder = await holderOf(file);
      const who = holder === null ? 'another process' : `process ${holder.pid}`;
      throw new LockedError(`${who} holds the lock "${file}" for more than ${Math.round(patience / 1000)} s. If nothing of Archwright runs, remove that file`);
    } else await pause(WAITS[0] + Math.random() * (WAITS[1] - WAITS[0]));
  }
}

/** @returns false when it is there already */
async function create(file: string, own: Holder): Promise<boolean> {
  let handle;
  try {
    handle = await open(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.writeFile(JSON.stringify(own));
  } catch (error) {
    // A full disk: an empty lock would keep the others waiting.
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

/** Who holds it; null when nobody does, or it does not say. */
async function holderOf(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function isLeftBehind(file: string): Promise<boolean> {
  const holder = await holderOf(file);
  if (holder !== null && holder.place === place() && !isRunning(holder.pid)) return true;
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > (holder === null ? OLDEST_UNNAMED : OLDEST);
}

/**
 * Takes a lock away that was left behind. Two processes may see the same one: only the one that makes the second file
 * takes it away, after it looked again, or it would take the new lock of the other.
 */
async function clear(file: string): Promise<void> {
  const breaking = `${file}.breaking`;
  const own: Holder = { pid: process.pid, place: place(), token: randomUUID() };
  if (!await create(breaking, own)) {
    if (await isLeftBehind(breaking)) await rm(breaking, { force: true });
    await pause(WAITS[0]);
    return;
  }
  try {
    if (await isLeftBehind(file)) await rm(file, { force: true });
  } finally {
    await rm(breaking, { force: true });
  }
}

let known: string | null = null;

function place(): string {
  if (known !== null) return known;
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has it.
  }
  return (known = `${hostname()} ${namespace}`.trim());
}

/** @param pid of a process of this machine @returns whether it runs, under whichever user */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
