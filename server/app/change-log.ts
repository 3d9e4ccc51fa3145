/** Keeps the log of architecture changes. */
import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readInside } from '../host/inside.ts';
import { replaceFile } from '../host/replace-file.ts';
import type { DiffReport } from '../protocol/diff.ts';
import { withChange, type LogOutcome } from '../report/diff/change-log.ts';
import { Failure } from './failure.ts';

/** Where the log stands, relative to the folder. */
export const CHANGES_FILE = 'architecture/changes.md';

/** In bytes; ten thousand entries of a usual size. */
const LARGEST = 16 * 1024 * 1024;

/**
 * Tells a change in the log, once.
 * @param root absolute path of the folder
 * @param report the comparison
 * @param now when it is told
 * @throws {Failure} when the log cannot be used; it is left as it is then
 */
export async function logChange(root: string, report: DiffReport, now: Date): Promise<LogOutcome> {
  const found = await readInside(root, CHANGES_FILE, LARGEST);
  if (found !== null && !('text' in found)) throw new Failure(`${CHANGES_FILE} ${'refused' in found ? found.refused : 'is a folder'}. Nothing was written.`);
  const logged = withChange(found?.text ?? null, report, now.toISOString().slice(0, 10));
  if ('message' in logged) throw new Failure(`${CHANGES_FILE}:${logged.line}: ${logged.message} Nothing was written.`);
  if (logged.text !== (found?.text ?? '')) await write(join(root, CHANGES_FILE), logged.text);
  return logged.outcome;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    // A link stays one.
    await replaceFile(await realpath(file).catch(() => file), text);
  } catch (error) {
    throw new Failure(`Cannot write "${file}" (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}
