/** The table "Import directions" of ARCHITECTURE.md, for the tests that hold it against the sources. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sources.ts';

/** Parts outside of `server`; the table writes parts of the server without that folder. */
export const OUTSIDE = ['client', 'media', 'scripts'];
export const RULE = 'rules/*';
export const LANGUAGE = 'languages/*';

/** By part: the parts that it may import besides itself. */
export const TABLE = tableOf(readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8'));

function tableOf(markdown: string): Map<string, string[]> {
  const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  const section = /^## Import directions\n([\s\S]*?)^## /m.exec(markdown)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| (.+?) \| (.+?) \|$/gm)].map(([, parts = '', targets = '']) => ({ parts: namesIn(parts), targets: namesIn(targets) }));
  return new Map(rows.flatMap(({ parts, targets }) => parts.map((part): [string, string[]] => [part, targets])));
}
