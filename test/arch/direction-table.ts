/** The table "Import directions" of ARCHITECTURE.md, for the tests that hold it against the sources. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sources.ts';

/** Parts outside of `server`; the table writes parts of the server without that folder. */
export const OUTSIDE = ['client', 'media', 'scripts'];
export const RULE = 'rules/*';
export const LANGUAGE = 'languages/*';

interface Row {
  parts: string[];
  /** What the row says after its parts. */
  says: string;
}

const ROWS = rowsOf(readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8'));

/** Parts that import nothing: every other may import them, and the table does not repeat them. */
export const GROUND = ROWS.filter(({ says }) => says === 'nothing').flatMap(({ parts }) => parts);

/** By part: the parts that it may import besides itself and the ground. */
export const TABLE = tableOf(ROWS);

function rowsOf(markdown: string): Row[] {
  const section = /^## Import directions\n([\s\S]*?)^## /m.exec(markdown)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| (.+?) \| (.+?) \|$/gm)].map(([, parts = '', says = '']) => ({ parts: namesIn(parts), says }));
  return rows.filter(({ parts }) => parts.length > 0);
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

function tableOf(rows: readonly Row[]): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const { parts, says } of rows) {
    const named = namesIn(says);
    const above = [...table.keys()].filter((part) => !GROUND.includes(part) && !named.includes(part));
    for (const part of parts) table.set(part, says.startsWith('all of the above but ') ? above : named);
  }
  return table;
}
