/** Literals assigned to names such as `password`, `apiKey`, `client_secret`. */
import type { Candidate } from './candidate.ts';
import type { FileKind } from './file-kind.ts';
import { isDefaultOfDevelopment, isDummy, isLimited, isOfOneMachine } from './harmless-signs.ts';
import { isCommonDefault, isEmulatorKey, isPlaceholder, wordsOf } from './placeholders.ts';
import { readLiteral, type Literal } from './read-value.ts';
import { readSecretName, type SecretName } from './secret-names.ts';
import { lastPart, lineBefore } from './surroundings.ts';
import { proofOfNamed } from './token-proof.ts';
import { entropy, isDictionaryLike, isKeyLike, isMachineMade, isPasswordLike, isPlainWords, isRandom, isReference } from './value-shape.ts';

/** Parts of a name that make it worth reading. */
export const NAME_HINT =
  'passw|passphrase|passcode|pwd|secret|token|credential|(?:api|access|private|encryption|signing|auth|master|account|'
    + 'storage|shared|service|subscription|session|app)[-_.]?key|_pass(?![a-z])|\\bpass\\b|[a-z]pass(?![a-z])';

/** Longer lines are generated; a name says little there. */
const LONGEST_LINE = 2000;
const NAME_REACH = 80;
/** Letters only, but popular as passwords. */
const WEAK = new RegExp(
  String.raw`^(?:letmein|qwerty|qwertz|iloveyou|trustno1|sunshine|dragonfly|p@ssword|passw[o0]rd!+|(?:super|`
  + String.raw`top)[-_ ]?secret(?:[-_ ]?(?:key|password|jwt|token|string))*|keyboard cat|correct horse battery staple|`
  + String.raw`django-insecure-.{10,}|shh+)$`,
  'i',
);
/** What a schema or a switch has in place of a password. */
const SCHEMA_WORD = new RegExp(
  String.raw`^(?:string|text|password|secret|token|apikey|key|bool(?:ean)?|number|yes|no|on|off|enabled|disabled|required|optional|`
  + String.raw`write|read|file|prompt|ask|env|inherit|basic|bearer|oauth2?|\d{1,2})$`,
  'i',
);

/**
 * Reads the value assigned to a name.
 * @param text the whole file
 * @param nameStart where the name begins
 * @param nameEnd one past its last character
 * @param kind what the path says
 * @param quiet tells whether an offset is in a comment or documentation
 * @returns null when the name suggests no secret or the value is not one
 */
export function readNamedValue(text: string, nameStart: number, nameEnd: number, kind: FileKind, quiet: (offset: number) => boolean): Candidate | null {
  const name = text.slice(nameStart, nameEnd);
  const meaning = readSecretName(name);
  // `Vendor::Service::ApiKey` names a type.
  if (meaning === null || text.startsWith('::', nameStart - 2)) return null;
  // `${NAME:-x}` reads a variable.
  if (kind.syntax !== 'script' && text.startsWith('${', nameStart - 2)) return null;
  const before = lineBefore(text, nameStart);
  const literal = readLiteral(text, nameStart, nameEnd, before, kind);
  if (literal === null || literal.joined) return null;
  const value = text.slice(literal.start, literal.end);
  const isBundled = inLongLine(text, literal);
  if (isBundled && !(meaning.strong && isMachineMade(value))) return null;
  if (isPlaceholder(value) || isPlaceholder(decoded(value)) || isEmulatorKey(value) || (!kind.deployment && isEcho(value, name))) return null;
  const inQuery = /[?&]$/.test(before);
  const strict = kind.invented || meaning.invented || inQuery || quiet(nameStart);
  if (!isSecret(value, meaning, name, text.slice(Math.max(0, nameStart - 200), nameStart), kind, strict)) return null;
  const certain = meaning.kind === 'AWS secret access key' && /^[A-Za-z0-9/+=]{40}$/.test(value);
  const shown = /^sk-/.test(value) ? 3 : 0;
  const doubt = isLimited(value, kind)
    ? 'limited'
    : isSearchKey(text, literal) || isOfOneMachine(text, literal.start, literal.end, lastPart(name), kind)
      ? 'example'
      : certain
        ? undefined
        : doubtOf(value, kind, text, literal.start);
  return {
    start: literal.start,
    end: literal.end,
    kind: meaning.kind,
    shown,
    confidence: certain ? 'high' : 'medium',
    name: lastPart(name),
    ...(certain ? awsProof(text, literal) : isSigningKey(meaning, name, value, doubt, kind) && !isCompared(text, literal) ? { proof: 'signing-key' as const }
      : inQuery || isBundled ? {} : proofOfNamed(value, meaning.strong)),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** What a secret of Kubernetes holds, in base64; itself where it is something else. */
function decoded(value: string): string {
  const text = /^[A-Za-z0-9+/]{8,}={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString('utf8') : value;
  return /^[\x20-\x7e]+$/.test(text) ? text : value;
}

/** A word in code that signs sessions or tokens: anyone who knows it can forge them. A bare `secret` may mean anything. */
function isSigningKey({ signs }: SecretName, name: string, value: string, doubt: Candidate['doubt'], { syntax }: FileKind): boolean {
  if (!signs || (syntax !== 'script' && syntax !== 'python')) return false;
  return doubt === 'weak' || (doubt === 'guessable' && isDictionaryLike(value) && lastPart(name).toLowerCase() !== 'secret');
}

/** The value is only compared, as in code that warns about the default. */
function isCompared(text: string, { end }: Literal): boolean {
  return /^["'`]\)?\s*(?:[!=]==?|in\b|not in\b)/.test(text.slice(end, end + 20));
}

/** The id of the key is beside its secret. */
function awsProof(text: string, { start, end }: Literal): Pick<Candidate, 'proof'> {
  return { proof: /A(?:KIA|SIA)[A-Z2-7]{16}/.test(text.slice(Math.max(0, start - SEARCH_REACH), end + SEARCH_REACH)) ? 'issued' : 'generated' };
}

/**
 * The whole name at a hint.
 * @param text the whole file
 * @param at offset of the hint
 * @returns its start and one past its end; very long names are cut
 */
export function nameAround(text: string, at: number): [start: number, end: number] {
  let start = at;
  let end = at;
  while (start > 0 && at - start < NAME_REACH && /[\w$.-]/.test(text[start - 1]!)) start--;
  while (end < text.length && end - at < NAME_REACH && /[\w$.-]/.test(text[end]!)) end++;
  while (start < at && /[-.]/.test(text[start]!)) start++;
  return [start, end];
}

function isSecret(value: string, meaning: SecretName, name: string, before: string, kind: FileKind, strict: boolean): boolean {
  if (meaning.kind === 'AWS secret access key' && /^[A-Za-z0-9/+=]{40}$/.test(value)) return entropy(value) > 3.5;
  if (isReference(value) && !(meaning.class === 'password' && kind.deployment)) return WEAK.test(value);
  if (strict) return isRandom(value, 24) && entropy(value) >= 3.5;
  if (isDeployed(name, kind) && meaning.class !== 'token' && !meaning.vague) return isDeployedSecret(value, meaning);
  if (meaning.class === 'password') return (!meaning.vague || /user|login|auth|pass/i.test(before)) && (WEAK.test(value) || isPasswordLike(value));
  if (meaning.vague) return isRandom(value);
  if (meaning.class === 'secret') return WEAK.test(value) || isKeyLike(value, 8);
  if (meaning.class === 'key') return WEAK.test(value) || isKeyLike(value, 10);
  return isKeyLike(value, 12);
}

/** Environment files, compose files, and environment variables written anywhere else in YAML or line-wise configuration. */
function isDeployed(name: string, kind: FileKind): boolean {
  if (kind.deployment) return true;
  return (kind.syntax === 'yaml' || kind.syntax === 'lines') && /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name);
}

function isDeployedSecret(value: string, meaning: SecretName): boolean {
  if (/\s/.test(value) || isReference(value) || value.length < 4) return false;
  if (meaning.class === 'password') return !/^(?:true|false|yes|no|on|off|null|none)$/i.test(value);
  return value.length >= 6 && !SCHEMA_WORD.test(value);
}

/** How far the other settings of a search box are from its key. */
const SEARCH_REACH = 300;

/** The key of a search box beside the name of its index: it is sent to every visitor of the page. */
function isSearchKey(text: string, { start, end }: Literal): boolean {
  if (!/^[0-9a-f]{32}$/.test(text.slice(start, end))) return false;
  const around = text.slice(Math.max(0, start - SEARCH_REACH), end + SEARCH_REACH);
  return /\b(?:appId|applicationId|app_id)\b/.test(around) && /\b(?:indexName|index_name)\b/.test(around);
}

/** A plain word is the password of a local service in a compose file, and elsewhere hardly the one in use. */
function doubtOf(value: string, kind: FileKind, text: string, start: number): Candidate['doubt'] {
  if (isCommonDefault(value) || (kind.development && isDummy(value))) return 'example';
  // Only a generated value is certain to be in use.
  if (!WEAK.test(value) && !(isPlainWords(value) && !/\d/.test(value))) return isRandom(value, 12) && !isDictionaryLike(value) ? undefined : 'guessable';
  return kind.compose || isDefaultOfDevelopment(text, start, kind) ? 'example' : 'weak';
}

/** The value only repeats the name, as constants, keys and labels do. */
function isEcho(value: string, name: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const digits = value.replace(/\D/g, '').length;
  const words = wordsOf(name);
  if (digits > 1) return false;
  return bare(value) === bare(name) || (words.length > 1 && wordsOf(value).join('') === words.join(''));
}

function inLongLine(text: string, { start, end }: Literal): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  if (before.length === LONGEST_LINE && !before.includes('\n')) return true;
  const around = text.slice(end, end + LONGEST_LINE);
  return around.length === LONGEST_LINE && !around.includes('\n');
}
