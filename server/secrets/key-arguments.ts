/** Keys that are passed as literals to functions that sign: `createHmac('sha256', '…')`, `jwt.sign(claims, '…')`. */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isPlaceholder } from './placeholders.ts';
import { lineBefore } from './surroundings.ts';
import { isDictionaryLike, isMachineMade, isRandom, isReference } from './value-shape.ts';

/** Calls by the position of the key among their arguments. */
const CALLS = /\b(createHmac|jwt\.(?:sign|verify|encode|decode)|jsonwebtoken\.(?:sign|verify)|hmac\.new|cookieParser)\(/g;
const POSITIONS: Readonly<Record<string, number>> = { 'hmac.new': 0, cookieParser: 0 };
const LITERAL = /^\s*b?(["'`])([^"'`\r\n]{4,200})\1\s*$/;
const LONGEST = 1000;

/**
 * @param text the whole file
 * @param kind what the path says
 * @param quiet tells whether an offset is in a comment or documentation
 */
export function findKeyArguments(text: string, kind: FileKind, quiet: (offset: number) => boolean): Candidate[] {
  if (kind.invented || (kind.syntax !== 'script' && kind.syntax !== 'python')) return [];
  return [...text.matchAll(CALLS)].flatMap((call) => {
    const at = call.index + call[0].length;
    const argument = quiet(call.index) || isQuoted(text, call.index) ? null : argumentAt(text, at, POSITIONS[call[1]!] ?? 1);
    const [, quote, value = ''] = argument === null ? [] : LITERAL.exec(argument.text) ?? [];
    if (argument === null || quote === undefined || isPlaceholder(value) || isReference(value)) return [];
    const start = argument.start + argument.text.indexOf(quote) + 1;
    const doubt = isRandom(value) && !isDictionaryLike(value) ? {} : { doubt: 'weak' as const };
    const proof = isMachineMade(value) ? ('generated' as const) : ('signing-key' as const);
    return [{ start, end: start + value.length, kind: 'signing key', shown: 0, confidence: 'medium' as const, name: '', proof, ...doubt }];
  });
}

/** Inside a string that begins earlier on the line: a message that mentions the call. */
function isQuoted(text: string, offset: number): boolean {
  let quote = '';
  const before = lineBefore(text, offset);
  for (let at = 0; at < before.length; at++) {
    const character = before[at]!;
    if (character === '\\') at++;
    else if (quote === '' && /["'`]/.test(character)) quote = character;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}

/** One argument of a call: its text and where it begins; null when the call has fewer or is too long. */
function argumentAt(text: string, from: number, position: number): { text: string; start: number } | null {
  const limit = Math.min(text.length, from + LONGEST);
  let depth = 0;
  let quote = '';
  let start = from;
  for (let at = from, index = 0; at < limit; at++) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (/["'`]/.test(character)) quote = character;
    else if (/[([{]/.test(character)) depth++;
    else if ((character === ',' && depth === 0) || (/[)\]}]/.test(character) && depth-- === 0)) {
      if (index++ === position) return { text: text.slice(start, at), start };
      if (character !== ',') return null;
      start = at + 1;
    }
  }
  return null;
}
