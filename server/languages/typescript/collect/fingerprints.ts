/**
 * Hashes of stretches of code, for finding repetition across files. Every node of the tree is a
 * token; of each window of neighbouring stretches the smallest hash is kept ("winnowing", after
 * Schleimer, Wilkerson and Aiken, 2003), so that equal code is found wherever it starts.
 */
import type { Fingerprint } from '../../../facts/module-facts.ts';
import { ts, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

/** Tokens in one stretch. */
export const STRETCH = 50;
/** Stretches in one window: repetition of `STRETCH + WINDOW - 1` tokens is always found. */
const WINDOW = 25;
const BASE = 0x01000193;

export interface FingerprintCollector extends Collector {
  finish(): Fingerprint[];
}

/** Says at its head that a program wrote it: nobody keeps it in step by hand. */
const GENERATED = /@generated|\b(auto(matically)?[- ]?generated|generated (by|from|file|code)|code generated)\b|do not (edit|modify)/i;

/** Hashes stretches of code as the walk goes. */
export function fingerprintCollector(source: Source): FingerprintCollector {
  if (GENERATED.test(headOf(source.text))) return { finish: () => [] };
  const tokens: number[] = [];
  const starts: number[] = [];
  let skipUntil = -1;
  return {
    each(node) {
      if (node.pos < skipUntil) return;
      switch (node.kind) {
        // Imports repeat by nature, and so do the overloads and alternatives of one signature.
        case ts.SyntaxKind.ImportDeclaration:
        case ts.SyntaxKind.ExportDeclaration:
        case ts.SyntaxKind.CallSignature:
        case ts.SyntaxKind.ConstructSignature:
        case ts.SyntaxKind.MethodSignature:
        case ts.SyntaxKind.ConditionalType:
          skipUntil = node.end;
          return;
        case ts.SyntaxKind.FunctionDeclaration:
        case ts.SyntaxKind.MethodDeclaration:
        case ts.SyntaxKind.Constructor:
          if ((node as ts.FunctionDeclaration).body === undefined) {
            skipUntil = node.end;
            return;
          }
          tokens.push(Math.imul(node.kind + 1, 0x9e3779b1) | 0);
          break;
        case ts.SyntaxKind.Identifier:
        case ts.SyntaxKind.PrivateIdentifier:
        case ts.SyntaxKind.StringLiteral:
        case ts.SyntaxKind.NumericLiteral:
        case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
        case ts.SyntaxKind.TemplateHead:
        case ts.SyntaxKind.TemplateMiddle:
        case ts.SyntaxKind.TemplateTail:
        case ts.SyntaxKind.RegularExpressionLiteral:
        case ts.SyntaxKind.BigIntLiteral:
        case ts.SyntaxKind.JsxText:
          tokens.push(hashText(node.kind, (node as ts.Identifier).text));
          break;
        default:
          tokens.push(Math.imul(node.kind + 1, 0x9e3779b1) | 0);
      }
      starts.push(node.pos);
    },
    finish: () => winnow(source, tokens, starts),
  };
}

/** The comments in front of the first code. */
function headOf(text: string): string {
  return /^(\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#![^\n]*)*/.exec(text.slice(0, 1000))![0];
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
  const line = (position: number): number => source.lineAt(Math.min(skipTrivia(source, starts[position]!), source.text.length)) + 1;
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

/** Nodes begin at the white space and comments before them: the code begins after. */
function skipTrivia(source: Source, position: number): number {
  const ranges = ts.getLeadingCommentRanges(source.text, position);
  let from = ranges?.at(-1)?.end ?? position;
  while (from < source.text.length && isSpace(source.text.charCodeAt(from))) from++;
  return from;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}
