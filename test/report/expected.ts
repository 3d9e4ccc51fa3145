/** Compares text with a file in `expected/`. With UPDATE_EXPECTED=1 the files are written instead; look at the difference before keeping it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export function assertExpected(name: string, text: string): void {
  const file = new URL(`expected/${name}`, import.meta.url);
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, text);
  assert.ok(existsSync(file), `no expected file ${name}: run with UPDATE_EXPECTED=1`);
  assert.equal(text, readFileSync(file, 'utf8'));
}
