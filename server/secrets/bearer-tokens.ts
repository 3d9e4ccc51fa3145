/** JSON Web Tokens and literal values of an `Authorization` header. */
import type { Candidate } from './candidate.ts';
import { isInventedToken, isPlaceholder } from './placeholders.ts';
import { lineBefore, nameBefore } from './surroundings.ts';
import { readSecretName } from './secret-names.ts';
import { isMachineMade, isRandom } from './value-shape.ts';

/** Where one may begin. */
export const BEARER_HINT = 'eyJ[\\w-]{8}|(?:Bearer|Basic|bearer|basic) {1,3}[A-Za-z0-9+/_.=-]{10}';

const JWT = /eyJ[\w-]{8,4000}\.eyJ[\w-]{4,8000}\.[\w-]{16,2000}/y;
const SCHEME = /(Bearer|Basic|bearer|basic) {1,3}([A-Za-z0-9+/_.=~-]{10,2000})/y;

/**
 * Reads a JSON Web Token or an `Authorization` literal at a hint.
 * @param text the whole file
 * @param at offset of the hint
 * @param invented in a test or an example, which are full of such tokens
 * @param documented in a comment or documentation
 */
export function readBearer(text: string, at: number, invented: boolean, documented: boolean): Candidate | null {
  if (!text.startsWith('eyJ', at)) return readScheme(text, at, invented || documented);
  // Tests sign tokens with their own keys; documentation shows what a response looks like.
  const token = invented ? null : readJwt(text, at);
  return token !== null && documented ? { ...token, doubt: 'example' } : token;
}

function readJwt(text: string, at: number): Candidate | null {
  // A token does not begin inside a longer word, and trying every position would be slow.
  if (at > 0 && /[\w-]/.test(text[at - 1]!)) return null;
  JWT.lastIndex = at;
  const token = JWT.exec(text)?.[0];
  if (token === undefined || isInventedToken(token)) return null;
  const claims = decode(token.split('.')[1]!);
  // The sample token of jwt.io, and Supabase keys meant for the browser.
  if (claims === null || claims.includes('"1234567890"') || claims.includes('John Doe') || /"role"\s*:\s*"anon"/.test(claims)) return null;
  // Every local stack of Supabase has the same two tokens.
  const doubt = /"iss"\s*:\s*"supabase-demo"/.test(claims) || MADE_UP.test(claims) || isShortLived(claims) ? { doubt: 'example' as const } : {};
  const name = nameBefore(text, at);
  // Under any other name it is public, as in software statements and links.
  const proof = readSecretName(name) !== null || /Bearer\s+$/i.test(lineBefore(text, at)) ? { proof: 'form' as const } : {};
  return { start: at, end: at + token.length, kind: 'JSON Web Token', shown: 3, confidence: 'high', name: null, ...proof, ...doubt };
}

/** Says of itself that it is for tests: `"testData": "LOCALLY_EMULATED"`. */
const MADE_UP = /"test_?data"|(?:^|[^a-z])(?:mock|fake|dummy|emulated|for[_ -]testing)(?:$|[^a-z])/i;

/** In seconds. Session tokens have expired by the time anyone reads them. */
const SHORT_LIFE = 31 * 24 * 60 * 60;

function isShortLived(claims: string): boolean {
  const [issued, expires] = ['iat', 'exp'].map((claim) => Number(new RegExp(`"${claim}"\\s*:\\s*(\\d{9,11})\\b`).exec(claims)?.[1]));
  return expires! - issued! < SHORT_LIFE;
}

function readScheme(text: string, at: number, invented: boolean): Candidate | null {
  SCHEME.lastIndex = at;
  const match = SCHEME.exec(text);
  if (match === null || invented) return null;
  const [, scheme = '', value = ''] = match;
  const start = at + match[0].length - value.length;
  const found = { start, end: start + value.length, shown: 0, name: nameBefore(text, at) };
  if (scheme.toLowerCase() === 'basic') {
    const credentials = decode(value);
    if (credentials === null || !/^[\x21-\x7e]{1,80}:[\x20-\x7e]{3,200}$/.test(credentials)) return null;
    const password = credentials.slice(credentials.indexOf(':') + 1);
    if (/^(?:pass|passwd|password|secret|open ?sesame|opensesame)$/i.test(password) || isPlaceholder(password)) return null;
    return { ...found, kind: 'Basic credentials', confidence: 'high', ...(isMachineMade(password) ? { proof: 'form' as const } : {}) };
  }
  if (value.startsWith('eyJ') || isInventedToken(value) || isPlaceholder(value) || !isRandom(value)) return null;
  return { ...found, kind: 'Bearer token', confidence: 'medium', ...(isMachineMade(value) ? { proof: 'generated' as const } : {}) };
}

function decode(base64: string): string | null {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text === '' || text.includes('\uFFFD') ? null : text;
}
