/** Replaces a file as a whole: whoever reads it finds the old text or the new one, never a part. */
import { rmSync } from 'node:fs';
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './file-lock.ts';

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Counts the files that are written, so that two at a time have different names. */
let written = 0;

export interface ReplaceOptions {
  /** Whether the text is on the disk, and not only on its way there, when this returns: it survives a loss of power. */
  durable?: boolean;
  /** Permissions of the new file. */
  mode?: number;
  /** Called just before the file is replaced; it is left as it was when this fails. */
  before?(): Promise<void>;
}

/**
 * Writes beside the file and renames. An interruption meanwhile leaves nothing beside it, and ends the program as ever.
 * @param file path in a folder that exists
 * @throws when it cannot be written; the file is then as before
 */
export async function replaceFile(file: string, text: string, { durable = false, mode, before }: ReplaceOptions = {}): Promise<void> {
  const temporary = `${file}.${process.pid}.${++written}.tmp`;
  const interrupted = (signal: NodeJS.Signals): void => {
    rmSync(temporary, { force: true });
    for (const each of INTERRUPTIONS) process.off(each, interrupted);
    process.kill(process.pid, signal);
  };
  for (const each of INTERRUPTIONS) process.on(each, interrupted);
  try {
    await writeFile(temporary, text, { flush: durable, ...(mode === undefined ? {} : { mode }) });
    await before?.();
    await rename(temporary, file);
    if (durable) await flushFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    for (const each of INTERRUPTIONS) process.off(each, interrupted);
  }
  await removeLeftovers(file);
}

/** Removes what programs left beside the file that were killed while they wrote it. */
async function removeLeftovers(file: string): Promise<void> {
  const start = `${basename(file)}.`;
  for (const name of await readdir(dirname(file)).catch(() => [])) {
    const writer = name.startsWith(start) ? /^(\d+)\.\d+\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (writer !== undefined && !isRunning(Number(writer))) await rm(join(dirname(file), name), { force: true }).catch(() => undefined);
  }
}

/** The new name of a file is part of its folder. Windows cannot open one, and writes it itself. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync();
  } catch {
    // Some file systems of networks know no such thing.
  } finally {
    await handle?.close();
  }
}
