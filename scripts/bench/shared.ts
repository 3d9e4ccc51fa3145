/** Shared by the benchmarks of all languages. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Builds the program as shipped; exits if that fails. */
export function build(): void {
  if (
    spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/build.ts'), '--minify'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
      .status !== 0
  )
    process.exit(2);
}

/**
 * @param value measured; null if the system does not report it
 * @param bar target
 * @param unit of both
 * @param digits after the decimal point
 */
export function against(value: number | null, bar: number, unit: string, digits = 0): string {
  return value === null ? 'not reported by this system' : `${value.toFixed(digits)} ${unit} (target: ${bar} ${unit}) ${value <= bar ? '✔' : '✖'}`;
}

/** A small generator of repeatable numbers (mulberry32, public domain). @param seed the same seed gives the same numbers */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
