/** Blocks of private keys: `-----BEGIN … PRIVATE KEY-----`, on several lines or escaped into one string. */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isPlaceholder } from './placeholders.ts';

/** Where a block may begin. */
export const PRIVATE_KEY_HINT = '-----BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY';

const OPENING = /-----BEGIN ([A-Z0-9 ]{0,20})PRIVATE KEY(?: BLOCK)?-----/y;
const CLOSING = /-----END [A-Z0-9 ]{0,20}PRIVATE KEY(?: BLOCK)?-----/g;
const LONGEST = 16_384;
/** A 256-bit key needs about 60 characters; a shorter block is a marker that code looks for. */
const SHORTEST_BODY = 50;

/**
 * Reads a block at a hint.
 * @param text the whole file
 * @param at offset of the hint
 * @param fileKind what the path says
 * @returns the whole block, or null for a marker without a key
 */
export function readPrivateKey(text: string, at: number, fileKind: FileKind): Candidate | null {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const bodyStart = at + opening[0].length;
  const reach = text.slice(bodyStart, bodyStart + LONGEST);
  CLOSING.lastIndex = 0;
  const closing = CLOSING.exec(reach);
  if (closing === null) return null;
  const encoded = reach.slice(0, closing.index)
    .replace(/(?:Proc-Type|DEK-Info|Version|Comment): [^\r\n]{0,80}/g, '')
    .replace(/(?<!\\)\\+[rn]|["'`,\s\\#|*]/g, '');
  // A plus sign may also join the lines of a key in code.
  const body = encoded.replaceAll('+', '');
  if (body.length < SHORTEST_BODY || !/^[A-Za-z0-9/=-]+$/.test(body) || isFilled(body)) return null;
  // In code and settings; a key file holds no examples.
  if (fileKind.syntax !== 'other' && isCutShort(encoded)) return null;
  const end = bodyStart + closing.index + closing[0].length;
  const doubt = fileKind.practice ? { doubt: 'example' as const } : {};
  return { start: at, end, kind: 'private key', shown: 0, confidence: 'high', proof: 'issued', name: null, ...doubt };
}

/** No key in use is longer: RSA with 8192 bits has 4.7 kB. */
const MOST_BYTES = 5000;

/** The key says in its first bytes how long it is (DER, X.690 §8.1.3); one that ends earlier is a sample. */
function isCutShort(encoded: string): boolean {
  const bytes = Buffer.from(encoded, 'base64');
  const stated = bytes[0] === 0x30 && bytes[1] === 0x82 ? bytes.readUInt16BE(2) : 0;
  return stated <= MOST_BYTES && bytes.length < stated + 4;
}

function isFilled(body: string): boolean {
  return new Set(body).size < 16 || (body.length < 100 && isPlaceholder(body));
}
