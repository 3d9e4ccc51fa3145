/** Recognizes placeholders: what authors write where a secret goes, and what is filled in at run time. */

/** Words that mark a placeholder and never occur in a real secret. */
const STAND_IN = new Set([
  'your',
  'yours',
  'example',
  'examples',
  'sample',
  'placeholder',
  'changeme',
  'changeit',
  'changethis',
  'change',
  'replace',
  'replaceme',
  'insert',
  'enter',
  'dummy',
  'fake',
  'mock',
  'mocked',
  'stub',
  'test',
  'tests',
  'testing',
  'tester',
  'foo',
  'foobar',
  'bar',
  'baz',
  'qux',
  'quux',
  'todo',
  'tbd',
  'fixme',
  'none',
  'null',
  'nil',
  'undefined',
  'true',
  'false',
  'redact',
  'redacted',
  'redaction',
  'blank',
  'masked',
  'build',
  'hidden',
  'removed',
  'lorem',
  'ipsum',
  'demo',
  'here',
  'empty',
  'unset',
  'invalid',
  'wrong',
  'notused',
  'unused',
  'ignored',
  'anything',
  'whatever',
  'optional',
  'required',
  'default',
  'user',
  'username',
  'string',
  'yyy',
  'unknown',
  'value',
  'some',
  'must',
]);
/** Values that are filled in later: `${x}`, `{{ x }}`, `<x>`, `%s`, `$X`, `%X%`, `@X@`, and ellipses. */
const FILLED_IN =
  /\$[{(]|\{\{|#\{|<%|%\(|^\$\w+$|%[sdv](?![A-Za-z0-9])|^%\w+%$|^@\w+@$|^__\w+__$|\{\w*\}|^<.*>$|^\[.*\]$|\.\.\.|\u2026|\u2022|\*{3}|\?{3}|_{4}|-{4}|EXAMPLE/;
/** A vendor's prefix before words: `sk-my-first-key`. */
const PREFIXED_WORDS = /^[spr]k(?:[-_](?:[a-z]+|[A-Z][a-z]+|\d{1,2}(?:st|nd|rd|th)?)){2,}$/;
/** Words that nobody uses in a secret, run together with others: `thisisasamplesecret`. */
const RUN_TOGETHER = new RegExp(
  String.raw`sample|example|dummy|(?:^|is|a|my|the|some|this)fake|changeme|changethis|changeit|replaceme|placeholder|notasecret|notareal|`
  + String.raw`your(?:secret|password|key|token|own)`,
  'i',
);
const FILLER = /(.)\1{4}|x{3,}|X{3,}|y{4,}|0{6,}/;

/** Defaults of images and tutorials, the same for everyone. */
const COMMON_DEFAULT = new RegExp(
  String.raw`^(?:pass|passw[o0]rd|passwd|pwd|admin|adminadmin|root|toor|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|rabbitmq|`
  + String.raw`guest|minio(?:admin|123)?|secret|mysecretpassword|sa|elastic|docker|local(?:host)?|dev(?:elopment)?)(?:123?4?)?$`,
  'i',
);

/** Hexadecimal numbers that read as words, used where any number would do. */
const HEX_WORDS = /^(?:0x)?(?:cafe|babe|dead|beef|face|feed|d00d|f00d|c0de|1337)+$/i;

/**
 * True for a password that images and tutorials come with.
 * @param value without quotes
 */
export function isCommonDefault(value: string): boolean {
  return COMMON_DEFAULT.test(value) || HEX_WORDS.test(value);
}

/**
 * True for a placeholder of a secret.
 * @param value without quotes
 */
export function isPlaceholder(value: string): boolean {
  // Digits counted up, for as long as a key has to be.
  if (/^(0123456789(abcdef)?)+$|^(1234567890)+$/i.test(value)) return true;
  if (FILLED_IN.test(value) || FILLER.test(value) || PREFIXED_WORDS.test(value)) return true;
  if (new Set(value).size < Math.min(4, value.length - 1)) return true;
  return wordsOf(value).some((word) => STAND_IN.has(word)) || (RUN_TOGETHER.test(value) && /^[A-Za-z]+\d{0,4}$/.test(value));
}

/**
 * True for a value of a vendor's form that is made up: documentation keys, counted-up characters.
 * Words are not considered, because they occur in random text by chance.
 * @param value the token
 */
export function isInventedToken(value: string): boolean {
  if (FILLED_IN.test(value) || /(.)\1{5}|x{4,}|X{4,}/.test(value) || longestCount(value) >= 9) return true;
  return /example|placeholder|your[-_]|dummy|fake|redacted|api_?key/i.test(value);
}

/**
 * Length of the longest run in which each character follows the one before: `abcdef`, `1234567`.
 * @param value any text
 */
export function longestCount(value: string): number {
  let longest = Math.min(value.length, 1);
  let current = 1;
  for (let at = 1; at < value.length; at++) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1);
    // 9 is followed by 0 when digits are counted up.
    current = step === 1 || (value[at - 1] === '9' && value[at] === '0') ? current + 1 : 1;
    if (current > longest) longest = current;
  }
  return longest;
}

/**
 * The words of a value or name in lower case, split at case changes, digits and punctuation.
 * @param text any text
 */
export function wordsOf(text: string): string[] {
  return (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

/** The keys of Azure's emulators, for storage and for Cosmos DB: documented, and the same on every machine. */
const EMULATOR_KEY = /^(?:Eby8vdM02xNOcqF|C2y6yDjf5\/R\+ob0N8A7C)/;

/** True for a key that gives access to nothing but an emulator on one's own machine. */
export function isEmulatorKey(value: string): boolean {
  return EMULATOR_KEY.test(value);
}
