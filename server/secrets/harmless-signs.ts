/** Signs that a value is of no use elsewhere: a comment, the address beside it, or the value's own text. */
import type { FileKind } from './file-kind.ts';
import { wordsOf } from './placeholders.ts';
import { lineBefore } from './surroundings.ts';

/** Lines above a value that may speak about it. */
const MOST_ABOVE = 12;
const COMMENT = /^\s*(?:#|;|\/\/|\/?\*)/;
const COMMENT_AFTER = /(?:^|[\s,;"'])(?:#|\/\/|\/\*)\s?(.*)$/;
/** Documentation of a variable, on the lines below it. */
const DOCUMENTED = /^[^\n]{0,80}\n\s*(?:"""|''')([\s\S]{0,400}?)(?:"""|''')/;
/** What comments say of a value that everyone knows, or that is valid on one machine only. */
const SAID = new RegExp(
  String.raw`\b(?:local(?:host|ly)?|demo|dummy|example|sample|fake|mock(?:ed)?|placeholder|snakeoil|self-signed|well[- ]known|`
  + String.raw`not (?:actually |really )?(?:an? )?secret|no secrets?|public(?:ly known)? (?:api |client |web |app )(?:key|token)|`
  + String.raw`(?:extract(?:ed)?|scraped?)\b.{0,40}\b(?:website|web ?app|site)|`
  + String.raw`(?:safe|okay|fine|ok) to (?:commit|publish|share|be (?:public|committed))|(?:for|in) (?:tests|testing|development)(?: only)?|tests? only)\b`,
  'i',
);
/** A remark by which people accept a value for a scanner of secrets. */
const ALLOWED = /\b(?:gitleaks:allow|pragma: allowlist (?:nextline )?secret|trufflehog:ignore|ggignore)\b|\bintentional(?:ly)? (?:committed|development)\b/i;
/** In settings also the default of a tool, which comes with every installation. */
const SAID_OF_SETTING = /\b(?:defaults?|development)\b/i;
/** The comment is about the running system too. */
const RUNNING = /(?<!\b(?:not|never|don't|change|replace|override|except|no|non)\b.{0,40})\b(?:prod(?:uction)?|live)\b/i;

const LOCAL_ADDRESS = /(?:^|[/@])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)(?![\w.-])/i;
/** A setting that says where the service is: its name and the value. */
const ADDRESS = /([\w.-]{0,60}(?:host(?:name)?|server|endpoint|url|uri|addr(?:ess)?))["']?\s*[:=]\s*["']?([^\s"',]+)/gi;
/** A container beside the program: `http://minio:9000`. */
const IN_NETWORK = /^\w+:\/\/(?:[\w-]+|127\.0\.0\.1)(?::\d+)?(?:\/|$)/;
const ADDRESS_WORD = /^(?:end|point|endpoint|base|url|uri|host|hostname|server|addr|address)$/;
const REACH = 400;

/** Keys that come with every copy of a tool for local development, and are in its documentation. */
const PUBLISHED = /^(?:850181e4652dd023b7a98c58|sb_secret_N7UND0Ugj)/;
const FORM_WORDS = 'accesskey|secret|key|token|password|passwd|passphrase|jwt|api|access|auth|session|signing|private|my|the|a|for|only|not|so|very|app';
const STAND_INS = 'tests?|testing|local(?:host)?|dev(?:elop(?:er|ment)?)?|dummy|fake|mock(?:ed)?|example|sample|demo|ci';
const DUMMY = new RegExp(`^(?:${FORM_WORDS}|${STAND_INS})+$`, 'i');

/**
 * True for a value made of at least two words such as `test`, `local`, `secret` and `key`.
 * @param value without quotes
 */
export function isDummy(value: string): boolean {
  const letters = value.replace(/[-_ .]+|\d{1,4}$/g, '');
  return value.length <= 60 && /^[A-Za-z]+$/.test(letters) && letters.length >= 5 && DUMMY.test(letters);
}

/**
 * True where everyone knows the value, or where a comment or an address beside it says that it is for one machine.
 * @param text the whole file
 * @param start where the value begins
 * @param end one past its last character
 * @param name that it is assigned to; empty for none
 * @param kind what the path says
 */
export function isOfOneMachine(text: string, start: number, end: number, name: string, kind: FileKind): boolean {
  if (PUBLISHED.test(text.slice(start, start + 40)) || OF_PYTEST.test(lineBefore(text, start))) return true;
  if (kind.syntax === 'python' && OF_DEVELOPERS.test(classBefore(text, start))) return true;
  if (isSaid(text, start, end, kind) || isBesideLocalAddress(text, start, end, name, kind)) return true;
  return kind.syntax === 'lines' && isMadeHere(text.slice(end, end + FURTHER), name);
}

/** A default for tests in the settings of pytest-env: `D:SECRET_KEY=x`. */
const OF_PYTEST = /^\s*(?:D|R|RD|DR|U):\w+=$/;

/** Settings of such a class hold for the machine of a developer: `class Development(Config)`. */
const OF_DEVELOPERS = /^(dev|development|local|test|testing|ci)(config|settings|environment)?$/i;
const CLASS_REACH = 6000;

/** The class whose body a line belongs to, by its indentation; empty for none. */
function classBefore(text: string, start: number): string {
  if (!/^[ \t]/.test(lineBefore(text, start))) return '';
  const before = text.slice(Math.max(0, start - CLASS_REACH), start);
  const lines = before.split('\n');
  const at = lines.findLastIndex((line, index) => index < lines.length - 1 && /^[^\s#)\]}]/.test(line));
  return /^class (\w+)/.exec(lines[at] ?? '')?.[1] ?? '';
}

function isSaid(text: string, start: number, end: number, { syntax }: FileKind): boolean {
  const lineEnd = text.indexOf('\n', end);
  const after = COMMENT_AFTER.exec(text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + REACH)))?.[1] ?? '';
  const isCode = syntax === 'script' || syntax === 'python';
  const below = syntax === 'python' ? (DOCUMENTED.exec(text.slice(end, end + 2 * REACH))?.[1] ?? '') : '';
  const said = `${commentAbove(text, start, isCode ? 1 : MOST_ABOVE)}\n${after}\n${below}`;
  return ALLOWED.test(said) || ((SAID.test(said) || (!isCode && SAID_OF_SETTING.test(said))) && !RUNNING.test(said));
}

/** The nearest comment above, with a limited number of lines of settings between. */
function commentAbove(text: string, offset: number, most: number): string {
  const lines = text.slice(Math.max(0, offset - 4 * REACH), offset).split(/\r?\n/);
  const comment: string[] = [];
  for (let at = lines.length - 2, passed = 0; at >= 0; at--) {
    const line = lines[at]!;
    if (COMMENT.test(line)) comment.unshift(line);
    else if (comment.length > 0 || line.trim() === '' || ++passed >= most) break;
  }
  return comment.join(' ');
}

/**
 * `S3_ENDPOINT=localhost:9000` beside `S3_SECRET_KEY=…`: names that begin alike, or that have one word each.
 * @param text the whole file
 * @param start where the value begins
 * @param end one past its last character
 * @param name that it is assigned to; empty for none
 * @param kind what the path says
 */
export function isBesideLocalAddress(text: string, start: number, end: number, name: string, { syntax }: FileKind): boolean {
  const isCode = syntax === 'script' || syntax === 'python';
  const own = wordsOf(name);
  const from = Math.max(0, start - REACH);
  const piece = text.slice(from, end + REACH);
  // Settings of another paragraph belong to another service.
  const first = piece.slice(0, start - from).search(/\n[ \t]*\r?\n(?![\s\S]*\n[ \t]*\r?\n)/);
  const last = piece.slice(end - from).search(/\n[ \t]*\r?\n/);
  const around = piece.slice(Math.max(0, first), last < 0 ? undefined : end - from + last);
  return [...around.matchAll(ADDRESS)].some(([, other = '', value = '']) => {
    const words = wordsOf(other.replace(/^.*\./, ''));
    const isOfOwn = words[0] === own[0] || (words.length === 1 && own.length === 1);
    // Of settings without a name of their own, only those beside it are about the same service.
    return isOfOwn ? LOCAL_ADDRESS.test(value) : IN_NETWORK.test(value) && words.every((word) => ADDRESS_WORD.test(word)) && !isCode;
  });
}

/** How far the use of a name is from its value. */
const FURTHER = 10_000;
/** What a script protects with a password it makes itself and throws away: a keychain for signing, a self-signed certificate. */
const MAKES = /\b(?:security create-keychain|openssl req\b[^\n]*-x509)[^\n]*/g;

function isMadeHere(text: string, name: string): boolean {
  return name !== '' && [...text.matchAll(MAKES)].some(([line]) => new RegExp(String.raw`\$\{?${name.replace(/\W/g, '')}\b`).test(line));
}

/** A test for production in code. */
const TELLS_PRODUCTION = /\bis_?prod(?:uction)?\b|[!=]==?\s*["']production["']/i;

/**
 * True where the code around a plain word has another value in production: it asks for production,
 * or the word is the default of a setting that the environment overrides.
 * @param text the whole file
 * @param start where the value begins
 * @param kind what the path says
 */
export function isDefaultOfDevelopment(text: string, start: number, { syntax }: FileKind): boolean {
  if (syntax !== 'script' && syntax !== 'python') return false;
  const bases = [...text.slice(Math.max(0, start - 4 * FURTHER), start).matchAll(/^class \w+(?:\(([^)]*)\))?/gm)].at(-1)?.[1] ?? '';
  return TELLS_PRODUCTION.test(text.slice(Math.max(0, start - REACH), start)) || /\bBaseSettings\b/.test(bases);
}

/**
 * True for a token that can read or upload and nothing else, so that projects publish it on purpose:
 * one whose own text says so, and the one of a service for reports of coverage.
 * @param value without quotes
 * @param kind what the path says
 */
export function isLimited(value: string, kind: FileKind): boolean {
  if (kind.uploads) return true;
  if (!/^[A-Za-z0-9+/]{20,}={0,2}$/.test(value)) return false;
  return /^[\x20-\x7e]+[|:](?:read|read-?only|ro)$/.test(Buffer.from(value, 'base64').toString('latin1'));
}
