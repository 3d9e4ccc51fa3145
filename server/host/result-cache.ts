/**
 * Results of files, kept on disk between runs. Keyed by everything the result depends on, so
 * that entries never become stale. One entry per line: a line that is
 * damaged, which its checksum tells, counts as missing.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileResult } from '../engine/analyze-file.ts';
import { replaceFile } from './replace-file.ts';

export interface ValueCache<Value> {
  /** How many results were on disk. */
  readonly size: number;
  get(key: string): Value | undefined;
  /** @param text the result as JSON, if already known */
  set(key: string, result: Value, text?: string): void;
  /** Writes the entries used or added since opening; unused entries are dropped, unless the cache was opened to keep them. */
  save(): Promise<void>;
}

export type ResultCache = ValueCache<FileResult>;

/**
 * Where the results of a folder are kept. `ARCHWRIGHT_CACHE` overrides it.
 * @param root of the folder
 * @param of for what is kept besides the results of its files as they are
 */
export function cacheFileOf(root: string, of?: 'revisions' | 'states'): string {
  const base = process.env['ARCHWRIGHT_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'archwright');
  return join(base, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}${of === undefined ? '' : `-${of}`}.jsonl`);
}

/** Key of a result: content, path, role, settings and the program that judged. */
export function cacheKey(parts: { build: string; path: string; role: string; settings: string; text: string }): string {
  return createHash('sha1').update(`${parts.build}\0${parts.path}\0${parts.role}\0${parts.settings}\0`).update(parts.text).digest('base64url');
}

/** @param parts all that the value depends on @returns its key */
export function valueKey(parts: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64url');
}

const KEY_LENGTH = 27;
const SUM_LENGTH = 8;

/**
 * Opens the cache of a file; a missing or unreadable one is empty. Entries are parsed on demand.
 * @param file path; its folder is made when it is needed
 * @param keep how many characters of unused entries to keep, those used last first
 */
export async function openCache<Value = FileResult>(file: string, keep = 0): Promise<ValueCache<Value>> {
  const lines = new Map<string, string>();
  const results = new Map<string, Value>();
  const used = new Set<string>();
  let added = false;
  try {
    const text = await readFile(file, 'utf8');
    let start = 0;
    while (start < text.length) {
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      if (text[start + KEY_LENGTH] === '\t') lines.set(text.slice(start, start + KEY_LENGTH), text.slice(start + KEY_LENGTH + 1, end));
      start = end + 1;
    }
  } catch {
    // No cache yet, or unreadable: everything is a miss.
  }
  const size = lines.size;
  return {
    size,
    get(key) {
      const known = results.get(key);
      if (known !== undefined) return known;
      const line = lines.get(key);
      if (line === undefined) return undefined;
      const result = parseEntry(line) as Value | undefined;
      if (result === undefined) lines.delete(key);
      else {
        results.set(key, result);
        used.add(key);
      }
      return result;
    },
    set(key, result, text) {
      added = true;
      used.add(key);
      results.set(key, result);
      lines.set(key, entryOf(text ?? JSON.stringify(result)));
    },
    async save() {
      if (!added && (keep > 0 || used.size === lines.size)) return;
      let room = keep;
      const kept = keep === 0 ? [] : [...lines].filter(([key, line]) => !used.has(key) && (room -= line.length) >= 0).map(([key]) => key);
      const text = [...used, ...kept].map((key) => `${key}\t${lines.get(key)!}\n`).join('');
      try {
        await mkdir(dirname(file), { recursive: true });
        await replaceFile(file, text);
      } catch {
        // Failing to write the cache only costs time.
      }
    },
  };
}

function entryOf(result: string): string {
  return `${sumOf(result)}\t${result}`;
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(SUM_LENGTH, '0');
}

/** @returns undefined when the entry is not what was written */
function parseEntry(entry: string): unknown {
  const text = entry.slice(SUM_LENGTH + 1);
  if (entry.slice(0, SUM_LENGTH) !== sumOf(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
