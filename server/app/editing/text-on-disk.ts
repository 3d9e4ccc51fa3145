/** The text of a file that is not open. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param path relative to the folder @returns undefined when it cannot be read */
export function textOnDisk(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
