/** Judges by its form alone whether a value can be a secret. */
import { longestCount } from './placeholders.ts';

const ALGORITHM = new RegExp(
  String.raw`^(?:oauth[12]?|sha[-_]?\d+|md[45]|base(?:32|64)(?:url)?|utf[-_]?\d+|[hrep]s\d{3}|aes[-_\w]*|x509|x?chacha\w*|`
  + String.raw`pkcs[-_]?\d+|pbkdf2\w*|argon2\w*|bcrypt|ed25519|p-?\d{3}|secp\w+|h\d|v\d+|es\d{1,4}|iso[-_]?\d+)$`,
  'i',
);
const REFERENCE = new RegExp(
  String.raw`^(?:pk_(?:live|test)_|phc_|pk\.eyJ|arn:|projects\/|vault:|op:|ssm:|secrets?manager|azurekeyvault|aws:|gcp:|env:|file:|`
  + String.raw`data:|urn:|https?:|wss?:|[./~]|[A-Za-z]:[\\/]|sha\d+-|(?:sha1|sha256|argon2):[\w$]{8}|\$2[aby]\$|\$argon2|\$pbkdf2|pbkdf2[_:]|`
  + String.raw`\{SHA|enc[[(]|vault:v\d|public)`,
  'i',
);
const MAIL = /^[\w.+-]+@[\w-]+\.[\w.-]+$/;
const CODE = /[(){}[\]<>;,]|=>|::|^\W|["'`]/;
const MARKUP = /^[#.[]|data-testid|:\w+\(/;

/**
 * Shannon entropy of the characters.
 * @param value any text
 * @returns bits a character
 */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/**
 * True for a value that is not the secret itself: a path, a reference, a publishable key, an algorithm, a hash.
 * @param value without quotes
 */
export function isReference(value: string): boolean {
  return REFERENCE.test(value) || ALGORITHM.test(value) || MAIL.test(value) || MARKUP.test(value);
}

/**
 * True for a value made of words, such as identifiers, headings, error codes and message keys:
 * `auth/invalid-password`, `accessToken`, `com.example.token.v2`.
 * @param value without quotes
 */
export function isWordy(value: string): boolean {
  const parts = value.split(/[-_./:|\s@+#]+/).filter((part) => part !== '');
  const words = parts.filter((part) => !/^\d{1,4}$|^v\d+$/i.test(part));
  if (!words.every((word) => /^[A-Za-z]+\d?$/.test(word) && word.length <= 40 && (/[aeiouy]/i.test(word) || word.length <= 5))) return false;
  // Random letters change case all the time; words have three letters or more on average.
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const pieces = words.reduce((sum, word) => sum + (word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)?.length ?? 0), 0);
  return letters >= pieces * 3;
}

/**
 * True for a value that looks machine-generated: long, mixed, with many different characters.
 * @param value without quotes
 * @param length shortest length that counts
 */
export function isRandom(value: string, length = 16): boolean {
  if (value.length < length || !/^[A-Za-z0-9+/=_.~!@#$%^&*-]+$/.test(value)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value) || longestCount(value) >= 6) return false;
  // A generated key has a long piece without a break; a versioned name or a path does not.
  const pieces = value.split(/[-_./]+/);
  const mixed = pieces.filter((piece) => /[0-9]/.test(piece) && /[A-Za-z]/.test(piece)).sort((a, b) => b.length - a.length)[0] ?? '';
  return mixed.length >= Math.min(8, length) && entropy(value) >= 3.2;
}

/** Digits and signs that stand for the letters they resemble. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };
/** Frequent pairs of letters in English and in passwords: nearly all pairs of a word, one in six of random letters. */
const FREQUENT_PAIRS = new Set(
  ('th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur '
    + 'pa ss sw wo rd ry ad mi cr et ke ey my us so ho la lo di tr ta el ut ec em ns ot fo no ca pr pe na ge ow ol ul im ct ac rt ir am il un ie ai do wa ab '
    + 'op ov ly sh pl po ag ay ev up oo ee tt mo su sa wi ty').split(' '),
);

/**
 * True for a value made of words, some letters of which may be written as digits: `S0meVeryHardPassword`.
 * @param value without quotes
 */
export function isDictionaryLike(value: string): boolean {
  // Numbers and signs at the ends say nothing about the rest.
  const core = value.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, '');
  if (core.length < 8 || core.length > 40 || core.replace(/\D/g, '').length > Math.max(2, core.length / 6)) return false;
  const words = core.replace(/[013457@$]/g, (sign) => LOOK_ALIKES[sign]!).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  const letters = words.join('').length;
  const pairs = words.flatMap((word) => [...word.toLowerCase()].slice(1).map((letter, at) => word[at]!.toLowerCase() + letter));
  return letters >= words.length * 3 && letters >= core.length * 0.75 && pairs.filter((pair) => FREQUENT_PAIRS.has(pair)).length >= pairs.length * 0.65;
}

/**
 * True for a value that a person would choose as a password and hardly use for anything else: letters mixed with digits or punctuation.
 * @param value without quotes
 */
export function isPasswordLike(value: string): boolean {
  if (value.length < 6 || value.length > 128 || /\s/.test(value) || CODE.test(value)) return false;
  if (isReference(value)) return false;
  if (/^\d{6,}$/.test(value)) return true;
  if (!/[A-Za-z]/.test(value)) return false;
  return /\d/.test(value) || /[A-Za-z0-9][@!$^&*~]+[A-Za-z0-9]/.test(value);
}

/**
 * True for a value that could be a key or token: a mix of letters and digits that are not words.
 * @param value without quotes
 * @param length shortest length that counts
 */
export function isKeyLike(value: string, length: number): boolean {
  if (value.length < length || value.length > 512 || /\s/.test(value) || CODE.test(value)) return false;
  if (isReference(value) || isWordy(value) || longestCount(value) >= 6) return false;
  if (!/[A-Za-z]/.test(value)) return /^\d{16,}$/.test(value) && entropy(value) > 2.5;
  return (/\d/.test(value) || value.length >= 16) && entropy(value) >= 2.8;
}

/**
 * True for a plain word or several, as placeholders and passwords of local services are: `postgres`, `super-secret`.
 * @param value without quotes
 */
export function isPlainWords(value: string): boolean {
  return /^[A-Za-z][A-Za-z _-]*\d{0,3}$/.test(value) && isWordy(value.replace(/\d+$/, ''));
}

/** A name, which opens nothing. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * True for a value that only a machine generates: long, mixed, without words, no identifier and nothing typed along the keyboard.
 * @param value without quotes
 */
export function isMachineMade(value: string): boolean {
  if (value.length < 20 || value.length > 512 || !/^[\x21-\x7e]+$/.test(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (UUID.test(value) || isReference(value) || longestCount(value) >= 5 || isRegular(value)) return false;
  if (/^[0-9a-f]+$/i.test(value)) return entropy(value) >= 3;
  return entropy(value) >= 3.5 && lettersInWords(value) < value.length * 0.4;
}

/** Steps and alternation that nobody finds in generated characters: `1a2b3c4d5e6f`, `9a8b7c6d`, `a1B2c3D4`. */
function isRegular(value: string): boolean {
  const bare = value.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  let alternating = 0;
  let climbing = 0;
  for (let at = 2; at < bare.length; at++) {
    if (/\d/.test(bare[at]!) !== /\d/.test(bare[at - 1]!)) alternating++;
    if (isStep(bare.charCodeAt(at) - bare.charCodeAt(at - 2))) climbing++;
  }
  const steps = Math.max(1, bare.length - 2);
  return alternating >= steps * 0.9 || climbing >= steps * 0.7;
}

/** One up or down, or from one end to the other: 9 to 0, f to a. */
function isStep(difference: number): boolean {
  return [1, -1, 9, -9, 5, -5].includes(difference);
}

/** How many characters belong to pieces that read like words. */
function lettersInWords(value: string): number {
  const pieces = value.match(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g) ?? [];
  return pieces.filter((piece) => {
    const letters = piece.toLowerCase();
    const frequent = [...letters].slice(1).filter((letter, at) => FREQUENT_PAIRS.has(letters[at]! + letter)).length;
    return frequent >= (letters.length - 1) * 0.6;
  }).reduce((sum, piece) => sum + piece.length, 0);
}
