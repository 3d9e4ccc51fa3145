/** Every input that once failed, one a file. They are JSON, so that no editor and no checkout changes a character of them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf, type FuzzFile } from './seeds.ts';

const FOLDER = join(import.meta.dirname, '../../fuzz/corpus');

export interface KeptInput extends FuzzFile {
  /** What went wrong with it. */
  fault: string;
}

/** @returns the inputs by the name of their file */
export function keptInputs(): Map<string, KeptInput> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as KeptInput]));
}

/** Adds an input. @returns the name of its file */
export function keepInput({ path, text, fault }: KeptInput): string {
  const hash = createHash('sha256').update(`${path}\0${text}`).digest('hex').slice(0, 8);
  const name = `${kindOf(path).replaceAll(' ', '-')}-${hash}.json`;
  writeFileSync(join(FOLDER, name), `${JSON.stringify({ fault, path, text }, null, 2)}\n`);
  return name;
}
