/** Reads from the name of a variable or key whether its value is a secret. */
import { wordsOf } from './placeholders.ts';

/** The kind of secret that a name suggests; decides which values count. */
export type NameClass = 'password' | 'secret' | 'key' | 'token';

export interface SecretName {
  class: NameClass;
  /** In words: `password`, `API key`. */
  kind: string;
  /** The name alone says little: a bare `token` may belong to a parser, a bare `pass` may be a test result. */
  vague: boolean;
  /** The name says that the value is made up. */
  invented: boolean;
  /** Hardly ever used for anything but a secret: `clientSecret`, `DB_PASSWORD`, `accessToken`; a `version_token` may be anything. */
  strong: boolean;
  /** Used for what signs sessions and tokens: `JWT_SECRET`, `SECRET_KEY`. */
  signs: boolean;
}

const PASSWORD = new Set(['password', 'passwd', 'passwort', 'pwd', 'passphrase', 'passcode', 'pw']);
/** Words before `key` that make it a secret one; a bare key is a map's. */
const KEY_QUALIFIERS = new Map([
  ['api', 'API key'], ['access', 'access key'], ['private', 'private key'], ['secret', 'secret key'], ['encryption', 'encryption key'],
  ['signing', 'signing key'], ['auth', 'API key'], ['master', 'master key'], ['account', 'account key'], ['storage', 'storage key'],
  ['shared', 'shared key'], ['service', 'service key'], ['subscription', 'subscription key'], ['session', 'session key'], ['app', 'API key'],
]);
const PASS_QUALIFIERS = new Set([
  'db',
  'database',
  'smtp',
  'mail',
  'email',
  'ftp',
  'mysql',
  'postgres',
  'pg',
  'redis',
  'mongo',
  'root',
  'admin',
  'login',
  'proxy',
  'auth',
  'ldap',
]);
const TOKEN_QUALIFIERS = new Set([
  'access',
  'auth',
  'refresh',
  'bearer',
  'api',
  'bot',
  'github',
  'gitlab',
  'gh',
  'slack',
  'npm',
  'hf',
  'id',
  'jwt',
  'session',
  'secret',
  'service',
  'deploy',
  'personal',
  'admin',
  'vault',
  'discord',
  'telegram',
  'twilio',
  'sentry',
  'pypi',
  'user',
  'huggingface',
  'authorization',
  'security',
  'webhook',
  'registry',
]);
/** Words before `token` that make it the key of an account. */
const ACCOUNT_TOKENS = new Set(
  ('access auth bearer api bot github gitlab gh slack npm hf huggingface deploy personal admin vault discord telegram twilio sentry pypi registry')
    .split(' '),
);
/** Words before `secret` that make it the key of a signature. */
const SIGNS = new Set(['jwt', 'session', 'sessions', 'cookie', 'cookies', 'signing', 'token', 'auth', 'access', 'refresh', 'app', 'secret']);
/** Words before `token` that make it a marker in a protocol or text, not a secret. */
const MARK_TOKENS = new Set([
  'next',
  'page',
  'paging',
  'pagination',
  'continuation',
  'cursor',
  'sync',
  'request',
  'change',
  'update',
  'lifecycle',
  'action',
  'idempotency',
  'cancel',
  'cancellation',
  'verification',
  'grant',
  'syntax',
  'start',
  'end',
  'design',
  'color',
  'theme',
]);
/** Words after the noun that do not change its meaning. */
const SUFFIX = new Set([
  'prod',
  'production',
  'dev',
  'development',
  'staging',
  'stage',
  'live',
  'main',
  'default',
  'old',
  'new',
  'value',
  'string',
  'str',
  'primary',
  'secondary',
  'v',
  'plain',
  'raw',
  'fallback',
  'current',
  'previous',
]);
const INVENTED = new Set(['test', 'tests', 'mock', 'fake', 'example', 'sample', 'stub', 'expected', 'invalid', 'wrong', 'bad']);
/** Words that make a name mean something other than a secret. */
const HARMLESS = new Set([
  'public',
  'publishable',
  'hash',
  'hashed',
  'encrypted',
  'mask',
  'masked',
  'redact',
  'redacted',
  'redaction',
  'placeholder',
  'placeholders',
  'blank',
  'dummy',
  'hidden',
  'pub',
  'regex',
  'regexp',
  'pattern',
  'csrf',
  'xsrf',
  'injection',
  'symbol',
  'css',
  'class',
  'search',
  'anon',
]);
/** Password managers, whose names end like the name of a password. */
const BRAND = /^(?:one|last|nord|dash|bit|proton|kee)_?pass(?:word)?$/i;

/**
 * Judges a name.
 * @param name as written: `DB_PASSWORD`, `clientSecret`, `x-api-key`, `spring.datasource.password`
 * @returns null for a name that suggests no secret: `passwordField`, `tokenType`, `SECRET_NAME`
 */
export function readSecretName(name: string): SecretName | null {
  // Parts of a signed link name its signer.
  if (/^x-amz-/i.test(name) || BRAND.test(name.slice(name.lastIndexOf('.') + 1))) return null;
  const words = wordsOf(name);
  while (words.length > 1 && SUFFIX.has(words.at(-1)!)) words.pop();
  if (words.length === 0 || words.length > 10 || words.some((word) => HARMLESS.has(word))) return null;
  const last = words.at(-1)!;
  const before = words.at(-2) ?? '';
  const found = classify(last, before, words.join(''));
  if (found === null) return null;
  const strong = found.class === 'token' ? /^(?:auth|access)token$/.test(last) || ACCOUNT_TOKENS.has(before) : !found.vague;
  return { ...found, invented: words.some((word) => INVENTED.has(word)), strong, signs: isSigningName(found.kind, words) };
}

function isSigningName(kind: string, words: readonly string[]): boolean {
  if (kind === 'signing key' || kind === 'secret key') return true;
  return kind === 'secret' && (words.length === 1 || SIGNS.has(words.at(-2)!) || /(?:jwt|session|app)secret$/.test(words.at(-1)!));
}

function classify(last: string, before: string, joined: string): Pick<SecretName, 'class' | 'kind' | 'vague'> | null {
  if (PASSWORD.has(last) || (last === 'word' && before === 'pass') || /(?:password|passwd|passphrase)$/.test(last)) {
    return { class: 'password', kind: last === 'passphrase' ? 'passphrase' : 'password', vague: last === 'pwd' || last === 'pw' };
  }
  if (last === 'pass') return { class: 'password', kind: 'password', vague: !PASS_QUALIFIERS.has(before) };
  if (last === 'secret' || /(?:client|app|jwt|api)secret$/.test(last)) {
    return { class: 'secret', kind: before === 'client' || last === 'clientsecret' ? 'client secret' : 'secret', vague: false };
  }
  if (last === 'apikey') return { class: 'key', kind: 'API key', vague: false };
  if (last === 'secretkey') return { class: 'key', kind: 'secret key', vague: false };
  if (last === 'privatekey') return { class: 'key', kind: 'private key', vague: false };
  if (last === 'accesskey') return { class: 'key', kind: 'access key', vague: false };
  if (last === 'key') {
    if (joined.endsWith('secretaccesskey')) return { class: 'key', kind: 'AWS secret access key', vague: false };
    const kind = KEY_QUALIFIERS.get(before);
    return kind === undefined ? null : { class: 'key', kind, vague: ['session', 'service', 'storage', 'account', 'access', 'app', 'shared'].includes(before) };
  }
  if (last === 'token' || last === 'authtoken' || last === 'accesstoken') {
    if (MARK_TOKENS.has(before)) return null;
    const qualified = last !== 'token' || TOKEN_QUALIFIERS.has(before);
    return { class: 'token', kind: qualified && before === 'access' ? 'access token' : 'token', vague: !qualified };
  }
  if (last === 'credential' || last === 'credentials') return { class: 'secret', kind: 'credentials', vague: true };
  return null;
}
