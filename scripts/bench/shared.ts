/** What the benchmarks of all languages need. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Builds the program as it is shipped; ends this one when that fails. */
export function build(): void {
  if (spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/build.ts'), '--minify'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) process.exit(2);
}

/**
 * @param value measured; null where the system does not tell
 * @param bar to be reached
 * @param unit of both
 * @param digits behind the point
 */
export function against(value: number | null, bar: number, unit: string, digits = 0): string {
  return value === null ? 'not told by this system' : `${value.toFixed(digits)} ${unit} (to reach: ${bar} ${unit}) ${value <= bar ? '✔' : '✖'}`;
}
