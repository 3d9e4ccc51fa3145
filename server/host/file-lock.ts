/** A lock between processes: a file beside what it protects, with the process that holds it. */
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait for another process, in milliseconds. */
const PATIENCE = 15_000;
const LONGEST_PAUSE = 50;

/** Another process keeps the lock. */
export class LockedError extends Error {}

/**
 * Does something while no other process that asks for the same lock does.
 * @param file path of the lock
 * @param work what is done
 * @param patience how long to wait, in milliseconds
 * @throws {LockedError} when another process that is still running holds it for too long
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>, patience = PATIENCE): Promise<Result> {
  const until = performance.now() + patience;
  while (!await take(file)) {
    await breakStale(file);
    if (performance.now() > until) throw new LockedError(`${file} is held by another process`);
    await pause(1 + Math.random() * LONGEST_PAUSE);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

function ownWords(): string {
  return JSON.stringify({ pid: process.pid, host: hostname() });
}

async function take(file: string): Promise<boolean> {
  // Written beside it and linked, so that nobody ever reads a lock without its holder.
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    const handle = await open(mine, 'wx');
    await handle.writeFile(ownWords());
    await handle.close();
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

/** Takes away a lock whose process of this machine is gone. */
async function breakStale(file: string): Promise<void> {
  const words = await readFile(file, 'utf8').catch(() => null);
  if (words === null || !isStale(words)) return;
  // Another process may break it at the same time and already hold a new one, which is then put back.
  const aside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const isMoved = await rename(file, aside).then(() => true, () => false);
  if (!isMoved) return;
  if (await readFile(aside, 'utf8').catch(() => words) !== words) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function isStale(words: string): boolean {
  try {
    const { pid, host } = JSON.parse(words) as { pid?: unknown; host?: unknown };
    return host === hostname() && typeof pid === 'number' && !isRunning(pid);
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
