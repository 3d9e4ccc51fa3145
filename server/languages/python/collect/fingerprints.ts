/**
 * Hashes of stretches of code, for finding repetition across files. Every node of the tree is a
 * token; of each window of neighbouring stretches the smallest hash is kept ("winnowing", after
 * Schleimer, Wilkerson and Aiken, 2003), so that equal code is found wherever it starts.
 */
import type { Fingerprint } from '../../../facts/module-facts.ts';
import { isBareString, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

/** Tokens in one stretch. */
const STRETCH = 50;
/** Stretches in one window: repetition of `STRETCH + WINDOW - 1` tokens is always found. */
const WINDOW = 25;
const BASE = 0x01000193;
/** Types of nodes as numbers, the same in every file. */
const KINDS = new Map<string, number>();
/** Says at its head that a program wrote it: nobody keeps it in step by hand. */
const GENERATED = /@generated|\b(auto(matically)?[- ]?generated|generated (by|from|file|code)|code generated)\b|do not (edit|modify)/i;

export interface FingerprintCollector extends Collector {
  finish(): Fingerprint[];
}

export function fingerprintCollector(source: Source): FingerprintCollector {
  if (GENERATED.test(/^(\s|#[^\n]*)*/.exec(source.text.slice(0, 1000))![0])) return { finish: () => [] };
  const tokens: number[] = [];
  const starts: number[] = [];
  let skipUntil = -1;
  return {
    each(node) {
      if (node.start < skipUntil) return;
      // Imports repeat by nature, and so does documentation.
      if (node.type === 'import_statement' || node.type === 'import_from_statement' || isBareString(node)) {
        skipUntil = node.end;
        return;
      }
      tokens.push(hash(node));
      starts.push(node.start);
      if (node.type === 'string' && !node.children.some((child) => child.type === 'interpolation')) skipUntil = node.end;
    },
    finish: () => winnow(source, tokens, starts),
  };

  function hash(node: Node): number {
    let kind = KINDS.get(node.type);
    if (kind === undefined) KINDS.set(node.type, (kind = hashText(0, node.type)));
    if (node.children.length > 0 && node.type !== 'string') return node.tokens.length === 0 ? kind : hashText(kind, node.tokens.join(' '));
    return hashText(kind, source.textOf(node));
  }
}

function hashText(kind: number, text: string): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), BASE);
  return hash | 0;
}

function winnow(source: Source, tokens: number[], starts: number[]): Fingerprint[] {
  const count = tokens.length - STRETCH + 1;
  if (count <= 0) return [];
  const hashes = new Uint32Array(count);
  let leading = 1;
  for (let index = 1; index < STRETCH; index++) leading = Math.imul(leading, BASE);
  let hash = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (index >= STRETCH) hash = (hash - Math.imul(tokens[index - STRETCH]!, leading)) | 0;
    hash = (Math.imul(hash, BASE) + tokens[index]!) | 0;
    if (index >= STRETCH - 1) hashes[index - STRETCH + 1] = hash >>> 0;
  }
  const prints: Fingerprint[] = [];
  const line = (position: number): number => source.lineAt(starts[position]!) + 1;
  let best = -1;
  for (let start = 0; start + WINDOW <= count || start === 0; start++) {
    const end = Math.min(start + WINDOW, count);
    const before = best;
    // Looked for again only when the smallest has left the window; otherwise just the newest can be smaller.
    if (best < start) {
      best = start;
      for (let index = start + 1; index < end; index++) if (hashes[index]! <= hashes[best]!) best = index;
    } else if (hashes[end - 1]! <= hashes[best]!) best = end - 1;
    if (best !== before) prints.push([hashes[best]!, line(best), line(best + STRETCH - 1)]);
  }
  return prints;
}
