/** Judges a value by its form alone: whether it can be a secret, and whether it must be one. */
import { longestCount } from './placeholders.ts';

const ALGORITHM = /^(?:oauth[12]?|sha[-_]?\d+|md[45]|base(?:32|64)(?:url)?|utf[-_]?\d+|[hrep]s\d{3}|aes[-_\w]*|x509|x?chacha\w*|pkcs[-_]?\d+|pbkdf2\w*|argon2\w*|bcrypt|ed25519|p-?\d{3}|secp\w+|h\d|v\d+|es\d{1,4}|iso[-_]?\d+)$/i;
const REFERENCE = /^(?:arn:|projects\/|vault:|op:|ssm:|secrets?manager|azurekeyvault|aws:|gcp:|env:|file:|data:|urn:|https?:|wss?:|[./~]|[A-Za-z]:[\\/]|sha\d+-|\$2[aby]\$|\$argon2|\$pbkdf2|pbkdf2[_:]|\{SHA|enc[[(]|vault:v\d|public)/i;
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
 * True for a value that only says where the secret is or how it is made: a path, a reference, an algorithm, a hash.
 * @param value without quotes
 */
export function isReference(value: string): boolean {
  return REFERENCE.test(value) || ALGORITHM.test(value) || MAIL.test(value) || MARKUP.test(value);
}

/**
 * True for a value made of words as identifiers, headings, error codes and message keys are:
 * `auth/invalid-password`, `accessToken`, `com.example.token.v2`.
 * @param value without quotes
 */
export function isWordy(value: string): boolean {
  const parts = value.split(/[-_./:|\s@+#]+/).filter((part) => part !== '');
  const words = parts.filter((part) => !/^\d{1,4}$|^v\d+$/i.test(part));
  if (!words.every((word) => /^[A-Za-z]+\d?$/.test(word) && word.length <= 40 && (/[aeiouy]/i.test(word) || word.length <= 5))) return false;
  // Random letters change case at every turn; words have three letters and more on the average.
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const pieces = words.reduce((sum, word) => sum + (word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)?.length ?? 0), 0);
  return letters >= pieces * 3;
}

/**
 * True for a value with the look of a key that a machine made: long, mixed, spread over many characters.
 * @param value without quotes
 * @param length shortest value that counts
 */
export function isRandom(value: string, length = 16): boolean {
  if (value.length < length || !/^[A-Za-z0-9+/=_.~!@#$%^&*-]+$/.test(value)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value) || longestCount(value) >= 6) return false;
  // A machine's key has a long piece without a break; a versioned name or a path has not.
  const pieces = value.split(/[-_./]+/);
  const mixed = pieces.filter((piece) => /[0-9]/.test(piece) && /[A-Za-z]/.test(piece)).sort((a, b) => b.length - a.length)[0] ?? '';
  return mixed.length >= Math.min(8, length) && entropy(value) >= 3.2;
}

/**
 * True for a value that a person would choose as a password and hardly write for anything else: letters mixed with digits or signs.
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
 * True for a value that a key or token could be: a mix of letters and digits that are not words.
 * @param value without quotes
 * @param length shortest value that counts
 */
export function isKeyLike(value: string, length: number): boolean {
  if (value.length < length || value.length > 512 || /\s/.test(value) || CODE.test(value)) return false;
  if (isReference(value) || isWordy(value) || longestCount(value) >= 6) return false;
  if (!/[A-Za-z]/.test(value)) return /^\d{16,}$/.test(value) && entropy(value) > 2.5;
  return (/\d/.test(value) || value.length >= 16) && entropy(value) >= 2.8;
}
