/** Weak cryptography of Python's libraries, for the rule about weak cryptography. */
import type { CallFact, FileFacts, ValueFact } from '../../../facts/file-facts.ts';
import { placeName } from '../../kit/exposure.ts';
import type { Span } from '../../../facts/span.ts';
import { asksLeakedPasswords, isSeldomSecret, isVerifiedElsewhere, madeBy } from './circumstances.ts';
import { argument, fullName, keyword, positional } from '../../kit/python.ts';
import { leftUnsigned, type Judgement } from './messages.ts';

/** Names that show the purpose of a hash or random number; shared by all languages. */
export interface Names {
  password: RegExp;
  signs: RegExp;
  signature: RegExp;
  harmlessHash: RegExp;
  secret: RegExp;
  plainToken: RegExp;
}

const WEAK_HASH = /^(hashlib\.(md5|sha1|new)|Crypto(dome)?\.Hash\.(MD2|MD4|MD5|SHA1?|RIPEMD)\.new|cryptography\.hazmat\.primitives\.hashes\.(MD5|SHA1))$/;
/** Not broken, but so fast that a password can be guessed. */
const FAST_HASH = /^hashlib\.(sha(224|256|384|512)|sha3_\w+|blake2[bs])$/;
const WEAK_CIPHER = new RegExp(
  String.raw`^(Crypto(dome)?\.Cipher\.(DES3?|ARC2|ARC4|Blowfish|CAST|XOR)\.new|cryptography\.hazmat\.(primitives|`
  + String.raw`decrepit)\.ciphers\.algorithms\.(ARC4|Blowfish|CAST5|IDEA|SEED|TripleDES)|`
  + String.raw`cryptography\.hazmat\.primitives\.ciphers\.modes\.ECB)$`,
);
const RANDOM = /^random\.(random|randint|randrange|choice|choices|sample|getrandbits|uniform|randbytes|shuffle)$/;
const LEAST_ROUNDS = 100_000;
const LEAST_BCRYPT = 10;
const LEAST_RSA = 2048;

/**
 * @param file that the call stands in
 * @param call of anything
 * @param names that tell the purpose
 */
export function judgePythonCrypto(file: FileFacts, call: CallFact, names: Names): Judgement | null {
  const name = fullName(call);
  if (name === '') return null;
  if (WEAK_HASH.test(name) || FAST_HASH.test(name)) return judgeHash(file, call, name, names);
  if (/^hmac\.(new|digest)$/.test(name)) return judgeSignature(call);
  if (WEAK_CIPHER.test(name)) return { messageId: 'cipher', data: { algorithm: /(\w+)(\.new)?$/.exec(name)![1]! } };
  if (/\.Cipher\.AES\.new$/.test(name))
    return /MODE_ECB/.test(argument(call, 1, 'mode')?.text ?? '')
      ? { messageId: 'cipher', data: { algorithm: 'AES in ECB mode' }, span: argument(call, 1, 'mode')!.span }
      : fixedVector(call);
  if (/ciphers\.modes\.(CBC|CTR|GCM|OFB|CFB)$/.test(name))
    return positional(call)[0]?.constant === true ? { messageId: 'pythonFixedVector', span: positional(call)[0]!.span } : null;
  if (RANDOM.test(name)) return judgeRandom(file, call, names);
  return judgeNumbers(call, name) ?? judgeToken(file, call, name);
}

function fixedVector(call: CallFact): Judgement | null {
  const vector = argument(call, 2, 'iv') ?? keyword(call, 'nonce');
  return vector?.constant === true && vector.kind !== 'null' ? { messageId: 'pythonFixedVector', span: vector.span } : null;
}

function judgeHash(file: FileFacts, call: CallFact, name: string, names: Names): Judgement | null {
  const [first] = positional(call);
  const made = name === 'hashlib.new' ? first?.text ?? '' : /(\w+?)(\.new)?$/.exec(name)![1]!;
  const algorithm = made.toUpperCase().replace('-', '');
  const isFast = FAST_HASH.test(name);
  if ((!isFast && !/^(MD[245]|SHA1?|RIPEMD\w*)$/.test(algorithm)) || keyword(call, 'usedforsecurity')?.text === 'false') return null;
  if (algorithm.startsWith('SHA1') && asksLeakedPasswords(file, call)) return null;
  const hashed = (name === 'hashlib.new' ? positional(call)[1]?.text : first?.text) ?? '';
  const updates =
    call.target === null
      ? ''
      : file.calls
          .filter((other) => other.callee === `${call.target}.update`)
          .map((other) => other.args[0]?.text ?? '')
          .join(' ');
  const purpose = [call.flowsTo ?? '', placeName(file, call.function)];
  const words = `${hashed} ${updates}`;
  if (
    words.split(/[^\w]+/).some((word) => names.password.test(word)) ||
    names.password.test(purpose[0]!) ||
    /(^|_)(hash|check|verify|encode|store)_?password/i.test(purpose[1]!)
  )
    return { messageId: 'pythonPasswordHash', data: { algorithm, what: 'passwords' }, ...(isFast ? { severity: 'warning' as const } : {}) };
  if (isFast) return null;
  const all = [...purpose, words, file.path.slice(file.path.lastIndexOf('/') + 1)];
  const harmless = all.some((each) => names.harmlessHash.test(each));
  const isName = harmless && names.plainToken.test(purpose[0]!);
  if ((names.signature.test(purpose[0]!) && !isName) || names.signs.test(purpose[1]!))
    return { messageId: 'weakHash', data: { algorithm, what: 'signatures and tokens' }, severity: 'warning' };
  return harmless ? null : { messageId: 'unclearHash', data: { algorithm }, severity: 'info' };
}

/** `hmac.new(key, text, "md5")`, `hmac.new(key, text, hashlib.md5)`. */
function judgeSignature(call: CallFact): Judgement | null {
  const digest = argument(call, 2, call.name === 'new' ? 'digestmod' : 'digest');
  const algorithm = /^(?:hashlib\.)?(md[245])$/i.exec(digest?.text.replace(/^['"]|['"]$/g, '') ?? '')?.[1];
  return algorithm === undefined
    ? null
    : { messageId: 'weakHash', data: { algorithm: algorithm.toUpperCase(), what: 'signatures' }, span: digest!.span, severity: 'warning' };
}

function judgeRandom(file: FileFacts, call: CallFact, names: Names): Judgement | null {
  const own = call.flowsTo ?? '';
  const place = placeName(file, call.function).replace(/^.*\./, '');
  // One of several that exist is picked, none is made.
  if (call.name === 'choice' && call.result === 'assigned') return null;
  const sure = [own, madeBy(place)].find((name) => names.secret.test(name));
  const likely = names.plainToken.test(own) ? own : undefined;
  const name = sure ?? likely;
  // Tokens of language models and parsers are not secrets.
  if (name === undefined || /delay|jitter|count|limit|max|color|placeholder|mock|fake|example|special|pad|mask|input|num_|_ids?$|split|vocab/i.test(own))
    return null;
  if (sure === undefined && file.metrics.machineLearning) return null;
  return {
    messageId: 'pythonRandom',
    data: { callee: call.callee, name },
    about: `${placeName(file, call.function)}: ${name}`,
    ...(sure === undefined ? { severity: 'warning' as const } : {}),
    ...(file.role === 'script' || file.language === 'notebook' || isSeldomSecret(name) ? { recommended: 'info' as const } : {}),
  };
}

function judgeNumbers(call: CallFact, name: string): Judgement | null {
  const few = (count: string, least: number, span: Span): Judgement | null =>
    Number(count.replaceAll('_', '')) < least ? { messageId: 'rounds', data: { count, callee: call.callee, least }, span, severity: 'warning' } : null;
  if (name === 'hashlib.pbkdf2_hmac') {
    const rounds = argument(call, 3, 'iterations');
    if (rounds?.kind === 'number') return few(rounds.text, LEAST_ROUNDS, rounds.span);
    const salt = argument(call, 2, 'salt');
    return salt?.constant === true ? { messageId: 'pythonFixedSalt', span: salt.span, severity: 'warning' } : null;
  }
  if (/\.PBKDF2HMAC$/.test(name)) {
    const rounds = keyword(call, 'iterations');
    return rounds?.kind === 'number' ? few(rounds.text, LEAST_ROUNDS, rounds.span) : null;
  }
  if (name === 'bcrypt.gensalt') {
    const rounds = argument(call, 0, 'rounds');
    return rounds?.kind === 'number' ? few(rounds.text, LEAST_BCRYPT, rounds.span) : null;
  }
  const bits = /\.rsa\.generate_private_key$/.test(name)
    ? argument(call, 1, 'key_size')
    : /\.PublicKey\.RSA\.generate$/.test(name)
      ? argument(call, 0, 'bits')
      : null;
  return bits?.kind === 'number' && Number(bits.text) < LEAST_RSA
    ? { messageId: 'shortKey', data: { count: bits.text, least: LEAST_RSA }, span: bits.span }
    : null;
}

const TOKEN_CALL = /^(jwt|jose\.jwt)\.(decode|encode)$/;

/** `jwt.decode` without verifying the signature. */
function judgeToken(file: FileFacts, call: CallFact, name: string): Judgement | null {
  if (!TOKEN_CALL.test(name)) return null;
  const algorithm = keyword(call, 'algorithms') ?? keyword(call, 'algorithm');
  if (algorithm !== null && /(^|['"])none($|['"])/i.test(algorithm.text)) {
    if (call.name === 'decode') return { messageId: 'unsigned', span: algorithm.span };
    if (algorithm.kind === 'string') return leftUnsigned(algorithm.span);
  }
  const off = turnedOff(call);
  if (off === null) return null;
  // Who issued a token, and with which key, has to be read before it can be verified.
  const isVerified = file.calls.some((other) => other.name === 'decode' && other.function === call.function && TOKEN_CALL.test(fullName(other))
    && other.args[0]?.text === call.args[0]?.text && turnedOff(other) === null);
  const severity = isVerified || isVerifiedElsewhere(file, call) ? 'info' : 'warning';
  return { messageId: 'pythonUnverified', data: { callee: call.callee }, span: off.span, severity };
}

/** The argument that turns verification off, or null. */
function turnedOff(call: CallFact): ValueFact | null {
  const verify = keyword(call, 'verify');
  const option = keyword(call, 'options')?.properties?.find((property) => property.name === 'verify_signature')?.value;
  return verify?.text === 'false' ? verify : option?.text === 'false' ? option : null;
}
