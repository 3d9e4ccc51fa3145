/** Writes a file the user asked for. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';

/**
 * @param file path; missing folders are created
 * @throws {Failure} when it cannot be written
 */
export async function writeTextFile(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new Failure(`Cannot write "${file}" (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}
