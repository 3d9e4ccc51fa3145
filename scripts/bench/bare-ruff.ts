/** Runs only the linter, in one process, as the baseline for a review of Python. Prints seconds and messages as JSON. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Ruff from '@astral-sh/ruff-wasm-nodejs';
import { lintCodes } from '../../server/compose/foreign-codes.ts';
import { lintTable } from '../../server/languages/python/lint/lint-table.ts';

/** The codes that our own linter selects. */
const CODES = lintTable(lintCodes).asked;

const root = process.argv[2]!;
const started = performance.now();
const before = process.cpuUsage();
const ruff = createRequire(import.meta.url)('@astral-sh/ruff-wasm-nodejs') as typeof Ruff;
const linter = new ruff.Workspace({ lint: { select: CODES } }, ruff.PositionEncoding.Utf16);
let messages = 0;
for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.py')) messages += (linter.check(readFileSync(join(root, path), 'utf8')) as unknown[]).length;
}
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, processorSeconds: (user + system) / 1e6, messages }));
