/**
 * Hashes of stretches of code, for finding repetition across files. Of each window of neighbouring stretches the
 * smallest hash is kept ("winnowing", after Schleimer, Wilkerson and Aiken, 2003), so that equal code is found
 * wherever it starts. Each language defines what a token is.
 */
import type { Fingerprint } from '../../facts/module-facts.ts';

/** Tokens in one stretch. */
const STRETCH = 50;
/** Stretches in one window: repetition of `STRETCH + WINDOW - 1` tokens is always found. */
const WINDOW = 25;
const BASE = 0x01000193;

/** A header says that the file is generated: nobody maintains the copies by hand. */
export const GENERATED = /@generated|\b(auto(matically)?[- ]?generated|generated (by|from|file|code)|code generated)\b|do not (edit|modify)/i;

/**
 * @param kind number of the token type: equal text of another type gives another hash
 * @param text of one token
 * @returns a 32-bit number
 */
export function hashText(kind: number, text: string): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), BASE);
  return hash | 0;
}

/**
 * @param tokens hashes of a file's tokens, in order
 * @param lineOf line, from 1, of the token with an index
 * @returns the kept hashes with the lines they cover; none for a file shorter than a stretch
 */
export function winnow(tokens: readonly number[], lineOf: (index: number) => number): Fingerprint[] {
  const count = tokens.length - STRETCH + 1;
  if (count <= 0) return [];
  const hashes = rolled(tokens, count);
  const prints: Fingerprint[] = [];
  let best = -1;
  for (let start = 0; start + WINDOW <= count || start === 0; start++) {
    const end = Math.min(start + WINDOW, count);
    const before = best;
    // Search the window again only when the smallest has left it; otherwise only the newest can be smaller.
    if (best < start) {
      best = start;
      for (let index = start + 1; index < end; index++) if (hashes[index]! <= hashes[best]!) best = index;
    } else if (hashes[end - 1]! <= hashes[best]!) best = end - 1;
    if (best !== before) prints.push([hashes[best]!, lineOf(best), lineOf(best + STRETCH - 1)]);
  }
  return prints;
}

/** Hash of every stretch, each computed from the previous one. */
function rolled(tokens: readonly number[], count: number): Uint32Array {
  const hashes = new Uint32Array(count);
  let leading = 1;
  for (let index = 1; index < STRETCH; index++) leading = Math.imul(leading, BASE);
  let hash = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (index >= STRETCH) hash = (hash - Math.imul(tokens[index - STRETCH]!, leading)) | 0;
    hash = (Math.imul(hash, BASE) + tokens[index]!) | 0;
    if (index >= STRETCH - 1) hashes[index - STRETCH + 1] = hash >>> 0;
  }
  return hashes;
}
