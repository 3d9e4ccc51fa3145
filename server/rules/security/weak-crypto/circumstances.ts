/** What code around a call shows of its purpose: a protocol that prescribes it, a check that was made elsewhere, a name of a file. */
import type { CallFact, FileFacts, FunctionIndex } from '../../../facts/file-facts.ts';
import { compareSpans, contains } from '../../../text/spans.ts';
import { runsUnder } from '../../kit/branches.ts';
import { enclosing } from '../../kit/enclosing.ts';
import { placeName } from '../../kit/exposure.ts';

/** Protocols and formats that prescribe MD5 or SHA-1, by the names of files, functions and variables. */
const PRESCRIBES_MD5 = new RegExp(
  String.raw`(?:^|[^a-z])(?:apop|htpasswd|(?:cram|digest)[-_]?md5|md5[-_]?auth\w*|o-?auth[-_]?1|subsonic|navidrome|radius|tacacs|`
  + String.raw`gravatar|e_?tags?|content[-_]?md5)(?![a-z])`,
  'i',
);
/** Parts of the answer of HTTP digest authentication; one alone may be anything. */
const DIGEST_PARTS = [/\brealm\b/i, /\bc?nonce\b/i, /\bqop\b/i, /\bha[12]\b/i];
const POSTGRES = /postgres|(?:^|[^a-z])pg(?:sql|[^a-z])/i;

/** The function itself and those around it; the top of the file alone for what stands there. */
function holders(file: FileFacts, at: FunctionIndex): FunctionIndex[] {
  return at < 0 ? [at] : [...enclosing(file, at)];
}

/**
 * True where a protocol prescribes MD5 or SHA-1, so that no other hash can be chosen.
 * @param file that the call stands in
 * @param call that hashes
 */
export function isPrescribedHash(file: FileFacts, call: CallFact): boolean {
  const around = holders(file, call.function);
  const place = placeName(file, call.function);
  const written = spelled(`${file.path} ${place} ${call.flowsTo ?? ''}`);
  if (PRESCRIBES_MD5.test(written)) return true;
  const own = file.calls.filter((other) => around.includes(other.function));
  const texts = own.flatMap((other) => [other.flowsTo ?? '', other.target ?? '', ...other.args.map(({ text }) => text)]);
  const params = around.flatMap((each) => file.functions[each]?.params ?? []).map(({ name }) => name);
  const all = [...texts, ...params];
  if (DIGEST_PARTS.filter((part) => all.some((text) => part.test(text))).length >= 2) return true;
  // PostgreSQL keeps 'md5' and the hash of password and user name.
  return POSTGRES.test(written) && own.some(({ args }) => args.some(({ text }) => /\buser(_?name)?\b|\bsalt\b/i.test(text)));
}

/** `generateDigestMd5` as `generate_Digest_Md5`, so that a word can be told from a part of one. */
function spelled(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
}

const ALGORITHM = /(?:md[245]|sha-?_?1|rsa-?_?(?:md5|sha1))(?![a-z0-9])/i;

/**
 * True in a branch for those who ask for the broken algorithm by its name: `if (method === 'RSA-SHA1')`.
 * @param file that the call stands in
 * @param call that hashes or signs
 */
export function isChosenByName(file: FileFacts, call: CallFact): boolean {
  return runsUnder(file, call.span, ({ condition, otherwise = false }) => !otherwise && ALGORITHM.test(condition));
}

/** Uses, keeps or looks at what others made. */
const NOT_MADE = new RegExp(
  '^_*(?:save|set|update|change|handle|clear|send|check|verify|validate|on|is|has|use|fetch|load|show|obtain|find|read|store|remove|delete|test|'
  + 'try|enter|submit|await|wait)(?=[A-Z_])',
);

/**
 * What is used once or stands beside the hash need not be secret, who must confirm something is shown the token, and sessions are
 * of many things besides users.
 * @param name of the random value
 */
export function isSeldomSecret(name: string): boolean {
  return /nonce|salt|confirm|session_?id$/i.test(name);
}

/** The name of a function as far as it tells what the function makes; empty for `savePassword`. */
export function madeBy(name: string): string {
  return NOT_MADE.test(name) ? '' : name;
}

const VERIFIES = /^(?:jwt_?)?verify(?:Token|_token|Jwt|_jwt|Async|Signature|_signature|IdToken)?$|^authenticate$/i;

/**
 * True where the same flow verifies the signature as well: before, of the same token, or in the call that this code is handed to;
 * and where code only runs for a token that has expired.
 * @param file that the call stands in
 * @param call that reads a token without verifying it
 */
export function isVerifiedElsewhere(file: FileFacts, call: CallFact): boolean {
  if (runsUnder(file, call.span, ({ condition }) => /expired/i.test(condition))) return true;
  const around = holders(file, call.function);
  const token = call.args[0]?.text;
  return file.calls.some((other) => {
    if (other === call || !VERIFIES.test(other.name)) return false;
    if (contains(other.span, call.span)) return true;
    return around.includes(other.function) && (compareSpans(other.span, call.span) < 0 || other.args[0]?.text === token);
  });
}

/** Takes a path or a part of it. */
const OF_FILES =
  /^(?:join|resolve|path|joinpath|file|open|create(?:Write|Read)Stream|mk\w+|(?:write|read|copy|append|move|rename|remove|exists|rm|unlink|stat)\w*)$/i;
const PATH_LIKE = /(?:path|prefix|suffix|index_?name|file(?:name)?|dir(?:ectory)?|folder|te?mp\w*|element_?id|dom_?id|selector)$/i;

/**
 * True for a random value that ends up only in names of files, in temporary paths, or as the id of an element.
 * @param file that the call stands in
 * @param call that makes the value
 */
export function isOnlyName(file: FileFacts, call: CallFact): boolean {
  const name = call.flowsTo ?? '';
  if (!/^\w+$/.test(name)) return false;
  const mentions = new RegExp(`(?<![\\w.])${name}(?![\\w:])`);
  const uses = file.calls.filter(({ function: at, args, span }) => at === call.function && !contains(span, call.span)
    && args.some(({ text }) => mentions.test(text)));
  return uses.length > 0 && uses.every((use) => OF_FILES.test(use.name) || PATH_LIKE.test(use.target ?? use.flowsTo ?? '') || namesElement(use));
}

function namesElement({ name, firstString }: CallFact): boolean {
  return /^(?:setAttribute|attr)$/.test(name) && /^(?:id|for|name|class|aria-\w+|data-\w+)$/.test(firstString ?? '');
}

/**
 * True where the list of leaked passwords is asked, which takes SHA-1: `get('https://api.pwnedpasswords.com/range/' + prefix)`.
 * @param file that the call stands in
 * @param call that hashes
 */
export function asksLeakedPasswords(file: FileFacts, call: CallFact): boolean {
  const asked = file.strings.filter((each) => /pwnedpasswords|haveibeenpwned/i.test(each.value));
  // The function that asks may call the one that hashes.
  const name = file.functions[call.function]?.name;
  return asked.some((each) => each.function === call.function || file.calls.some((other) => other.function === each.function && other.callee === name));
}
