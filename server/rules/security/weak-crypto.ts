/**
 * Cryptography that is broken or used in a way that defeats it.
 *
 * It looks protected: broken ciphers and fast hashes can be cracked, `Math.random` is predictable,
 * and a fixed IV shows which messages are equal.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { isFrom, placeName, propertyOf } from '../kit/exposure.ts';
import type { Severity } from '../../findings/severity.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { isPython } from '../kit/python.ts';
import { asksLeakedPasswords, isChosenByName, isOnlyName, isPrescribedHash, isSeldomSecret, isVerifiedElsewhere, madeBy } from './weak-crypto/circumstances.ts';
import { certaintyOf } from './weak-crypto/certainty.ts';
import { judgePythonCrypto } from './weak-crypto/python-crypto.ts';
import { leftUnsigned, messages, type Judgement } from './weak-crypto/messages.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { onceEach } from '../kit/once-each.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';
import { isImitation } from '../kit/surroundings.ts';

const WEAK_HASH = /^(md2|md4|md5|sha-?1|ripemd\w*|rsa-md5|rsa-sha1)$/i;
const WEAK_CIPHER = /^(des|3des|des-?ede|rc2|rc4|arcfour|bf|blowfish|idea|seed|cast)|-ecb$|^aes\d*-?ecb/i;
const PASSWORD = /pass(word|wd|phrase|code)|(^|[^a-z])(pwd|pin)$/i;
/** `sign` and `signing`, not `signal`, `design` or `signIn`. */
const SIGNS = /(?<!de|as|re|con)sign(?!(?:al|up|in|post)(?!g))|credential/i;
const SIGNATURE = /(?<!de|as|re|con)sign(?!(?:al|up|in|post)(?!g))|mac(?!hine|ro|os)|credential|auth|secret|token|session|csrf/i;
/** Purposes for which only the speed of a hash matters. */
const HARMLESS_HASH = new RegExp(
  String.raw`etag|cache|checksum|fingerprint|gravatar|avatar|content|dedup|file|asset|build|chunk|revision|version|integrity|`
  + String.raw`shasum|git|blob|key|id$|uuid|name|color|digest|hash`,
  'i',
);
const SECRET_NAME = new RegExp(
  String.raw`pass(word|wd|phrase|code)|secret|otp|salt|csrf|xsrf|nonce|session_?(id|key|token)|api_?key|(access|auth|refresh|reset|`
  + String.raw`bearer|verification|invite|invitation|confirm(ation)?|login|security|csrf|session|user|activation|api|bot|bearer|`
  + String.raw`email|magic|remember)_?(token|code|link)|encryption_?key|private_?key|(^|[._])iv$|temp_?pass`,
  'i',
);
const PLAIN_TOKEN = /(^|[._a-z])tokens?$/i;
const NAMES = { password: PASSWORD, signs: SIGNS, signature: SIGNATURE, harmlessHash: HARMLESS_HASH, secret: SECRET_NAME, plainToken: PLAIN_TOKEN };
/** What was written long ago has to be read with what it was written with. */
const READS_OLD = { severity: 'warning', recommended: 'info' } as const;
const OF_HASHES = new Set(['passwordHash', 'pythonPasswordHash', 'weakHash', 'unclearHash']);
const OF_CHANCE = new Set(['random', 'pythonRandom']);
const MIN_ROUNDS = 100_000;
const MIN_BCRYPT = 10;
const MIN_RSA = 2048;

export const rule = defineFileRule({
  meta: {
    id: 'security/weak-crypto',
    title: 'Weak cryptography',
    severity: 'error',
    roles: SOURCE_AND_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.3', 'blocks §9.2', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: true,
    sources: {
      ruff: byFacts('S324', 'S303', 'S304', 'S305', 'S311', 'S505'),
      eslint: ['security/detect-pseudoRandomBytes', 'sonarjs/pseudo-random', 'sonarjs/hashing'],
      cwe: [326, 327, 328, 330, 338, 916],
    },
    docs: {
      what:
        'Broken ciphers and ECB mode, `createCipher`, fixed IVs and salts, fast hashes of passwords, too few rounds of PBKDF2 or bcrypt, short RSA keys, '
        + '`Math.random` or Python\'s `random` for tokens and passwords, and JSON Web Tokens that are not verified.',
      why: 'It looks protected and is not: such ciphers and hashes can be cracked, and numbers from `Math.random` can be computed from earlier ones.',
      fix:
        'Use AES-GCM with a random IV for every message, scrypt or argon2 for passwords, `crypto.randomBytes` or `crypto.randomUUID` for tokens, and '
        + '`jwt.verify` with a list of algorithms. In Python: `secrets`, `hashlib.scrypt`, and `usedforsecurity=False` for plain checksums.',
      limits:
        'The purpose of MD5, SHA-1 and random numbers is judged by the names around them. MD5 for cache keys, ETags and checksums is accepted, and where a '
        + 'protocol prescribes it (HTTP digest authentication, APOP, PostgreSQL) or a setting selects it by name; where the names do not show the purpose, '
        + 'the finding is information. '
        + 'Random numbers in names of files and in ids of elements are accepted, and since names decide, no random number blocks. '
        + '`jwt.decode` is information where the same flow verifies the token too. In the profile `recommended`, fast hashes of passwords are a warning '
        + 'where passwords are kept or come with a request, random numbers where they become the secret itself, and weak hashes of signatures are '
        + 'information, because the other side mostly prescribes them. So is `jwt.decode` in Python, unless the token comes with the request. '
        + 'Broken ciphers, ECB, fixed IVs, short keys and few rounds, which formats and protocols ask for, are a warning only in files about accounts or '
        + 'beside requests, and all but random numbers is information in clients of others\' '
        + 'services (plugins, providers, extractors), which ask for it. What imitates a service (`emulator/`, `mock-server/`) guards nothing, and is '
        + 'information.',
    },
    messages,
  },
  check(file, report) {
    const said = new Set<string>();
    const placesOf = onceEach(file.path);
    for (const call of file.calls) {
      const draft = isPython(file) ? judgePythonCrypto(file, call, NAMES) : judge(file, call);
      if (draft === null) continue;
      const isOfChance = OF_CHANCE.has(draft.messageId);
      // A file that chose a broken cipher chose it once.
      const related = draft.messageId === 'cipher' ? placesOf(JSON.stringify(draft.data), draft.span ?? call.span) : [];
      if (related === null) continue;
      if (isOfChance) {
        // Two random numbers in one expression are one mistake.
        const place = `${call.span[0]} ${JSON.stringify(draft.data)}`;
        if (isOnlyName(file, call) || said.has(place)) continue;
        said.add(place);
      }
      if (OF_HASHES.has(draft.messageId) && (isPrescribedHash(file, call) || isChosenByName(file, call))) continue;
      const isPrescribed = OLD_PROTOCOL.test(file.path) || OLD_PROTOCOL.test(placeName(file, call.function));
      report({
        related, span: call.span, about: `${placeName(file, call.function)}: ${call.name}`, ...certaintyOf(file, call, draft), ...draft,
        ...(isPrescribed ? { severity: 'info' as const } : isImitation(file) ? { recommended: 'info' as const } : {}),
        ...(isOfChance ? { blocks: false } : {}),
      });
    }
  },
});

function judge(file: FileFacts, call: CallFact): Judgement | null {
  if (call.callee === 'Math.random') return judgeRandom(file, call);
  if (call.module === null) return null;
  if (/^(crypto|crypto-browserify)$/.test(call.module)) return judgeNodeCrypto(file, call);
  if (/^(crypto-js(\/\w+)?|md5|blueimp-md5|js-md5|sha1|js-sha1|ts-md5)$/.test(call.module)) return judgeLibrary(file, call);
  if (isFrom(call, /^(bcrypt|bcryptjs|bcrypt-nodejs)$/, /^(hash|hashSync|genSalt|genSaltSync)$/)) {
    const rounds = /^genSalt/.test(call.name) ? call.args[0] : call.args[1];
    return rounds?.kind === 'number' && Number(rounds.text) < MIN_BCRYPT
      ? { messageId: 'rounds', data: { count: rounds.text, callee: call.callee, least: MIN_BCRYPT }, severity: 'warning' }
      : null;
  }
  return isFrom(call, /^jsonwebtoken$/, /^(sign|verify|decode)$/) ? judgeToken(file, call) : null;
}

function judgeNodeCrypto(file: FileFacts, call: CallFact): Judgement | null {
  const [first, second, third] = call.args;
  switch (call.name) {
    case 'createHash':
      return first?.kind === 'string' ? judgeHash(file, call, first.text) : null;
    case 'createHmac':
      return first?.kind === 'string' && /^md[245]$/i.test(first.text)
        ? { messageId: 'weakHash', data: { algorithm: first.text.toUpperCase(), what: 'signatures' }, span: first.span, severity: 'warning' }
        : null;
    case 'createSign':
    case 'createVerify':
      return first?.kind === 'string' && WEAK_HASH.test(first.text)
        ? { messageId: 'weakHash', data: { algorithm: first.text, what: 'signatures' }, span: first.span }
        : null;
    case 'createCipher':
    case 'createDecipher':
      return { messageId: 'createCipher', data: { callee: call.callee }, ...(call.name === 'createDecipher' ? READS_OLD : {}) };
    case 'createCipheriv':
    case 'createDecipheriv': {
      const mild: { severity?: Severity } = call.name === 'createDecipheriv' ? { severity: 'warning' } : {};
      if (first?.kind === 'string' && WEAK_CIPHER.test(first.text)) return { messageId: 'cipher', data: { algorithm: first.text }, span: first.span, ...mild };
      return third?.constant && third.kind !== 'null' && call.name === 'createCipheriv' ? { messageId: 'fixedVector', span: third.span } : null;
    }
    case 'pbkdf2':
    case 'pbkdf2Sync':
    case 'scrypt':
    case 'scryptSync':
      if (third?.kind === 'number' && /^pbkdf2/.test(call.name) && Number(third.text.replaceAll('_', '')) < MIN_ROUNDS)
        return { messageId: 'rounds', data: { count: third.text, callee: call.callee, least: MIN_ROUNDS }, span: third.span, severity: 'warning' };
      // A key that was made at random needs no salt.
      return second?.constant && !/(api|access)_?key|token/i.test(first?.text ?? '')
        ? { messageId: 'fixedSalt', span: second.span, severity: 'warning' }
        : null;
    case 'generateKeyPair':
    case 'generateKeyPairSync': {
      const bits = propertyOf(second, 'modulusLength');
      return first?.text === 'rsa' && bits?.kind === 'number' && Number(bits.text) < MIN_RSA
        ? { messageId: 'shortKey', data: { count: bits.text, least: MIN_RSA }, span: bits.span }
        : null;
    }
    default:
      return null;
  }
}

/** Protocols that prescribe broken algorithms; who must speak them has no choice. */
const OLD_PROTOCOL = /ntlm|lanman|(^|[^a-z])lm_?hash|mschap|kerberos/i;
/** The list of leaked passwords is asked by their SHA-1. */
const LEAKED = /hibp|pwned|breach|leaked/i;

const TOKEN = /token|nonce|\botp\b/i;
const HASHED_BEFORE = /(encrypted|hashed)_?pass|pass(word|wd)?_?(hash|digest)/i;

/** Judges by the names around the call what is hashed and why. */
function judgeHash(file: FileFacts, call: CallFact, algorithm: string): Judgement | null {
  const leaked = LEAKED.test(file.path) || LEAKED.test(placeName(file, call.function)) || asksLeakedPasswords(file, call);
  if (/^sha-?1$/i.test(algorithm) && leaked) return null;
  const updates = file.calls.filter((other) => other.name === 'update' && other.receiver !== null && /(^|#)createHash$|\.createHash$/.test(other.receiver)
    && (startsWith(other, call) || (call.target !== null && other.callee === `${call.target}.update`)));
  const hashed = updates.flatMap((update) => update.args.slice(0, 1).map((argument) => argument.text)).join(' ');
  const purpose = [call.flowsTo ?? '', placeName(file, call.function)];
  // The fingerprint of a hash that scrypt has made says when it changes.
  // `resetPasswordToken`: a token is drawn at random, so that nobody tries them one by one.
  const isPassword = PASSWORD.test(hashed) || (PASSWORD.test(purpose[0]!) && algorithm !== '');
  if (isPassword && !HASHED_BEFORE.test(hashed) && !TOKEN.test(`${hashed} ${purpose[0]!}`))
    return {
      messageId: 'passwordHash',
      data: { algorithm: algorithm.toUpperCase(), what: 'passwords' },
      ...(WEAK_HASH.test(algorithm) ? {} : { severity: 'warning' as const }),
    };
  if (!WEAK_HASH.test(algorithm)) return null;
  if (SIGNATURE.test(purpose[0]!) || SIGNS.test(purpose[1]!))
    return { messageId: 'weakHash', data: { algorithm: algorithm.toUpperCase(), what: 'signatures and tokens' }, severity: 'warning' };
  // A helper that hashes anything may be given passwords.
  if (/^(hash|md5|sha1|encrypt)$/i.test(purpose[1]!) && file.functions[call.function]?.public === true)
    return { messageId: 'unclearHash', data: { algorithm: algorithm.toUpperCase() }, severity: 'info' };
  const names = [...purpose, hashed, file.path.slice(file.path.lastIndexOf('/') + 1)];
  return names.some((name) => HARMLESS_HASH.test(name)) ? null : { messageId: 'unclearHash', data: { algorithm: algorithm.toUpperCase() }, severity: 'info' };
}

function startsWith(outer: CallFact, inner: CallFact): boolean {
  return outer.span[0] === inner.span[0] && outer.span[1] === inner.span[1];
}

function judgeLibrary(file: FileFacts, call: CallFact): Judgement | null {
  const name = call.member === 'default' ? call.module!.replace(/^.*\//, '') : call.member ?? '';
  if (/(^|\.)(DES|TripleDES|RC4|RC4Drop|Rabbit)\.encrypt$/.test(call.callee) || /^(des|tripledes|rc4|rabbit)$/i.test(name))
    return { messageId: 'cipher', data: { algorithm: call.callee.replace(/\.encrypt$/, '') } };
  if (!/(^|[.-])(md5|sha1|hashStr)$/i.test(name)) return null;
  const algorithm = /sha1/i.test(name) ? 'SHA1' : 'MD5';
  return PASSWORD.test(`${call.args[0]?.text ?? ''}`) || PASSWORD.test(call.flowsTo ?? '') || PASSWORD.test(placeName(file, call.function))
    ? { messageId: 'passwordHash', data: { algorithm, what: 'passwords' } } : null;
}

/** What chance is for, where it protects nothing. */
const HARMLESS_CHANCE = new RegExp(
  'random(ly)?(Delay|Int)|index|delay|jitter|count|length|size|limit|max|color|placeholder|mock|fake|example|(name|file|path|index)_?salt', 'i',
);
/** Code of a page, where a mark may belong to a request. */
const REQUEST_MARK = /\.(jsx|tsx|vue)$|(^|\/)(client|frontend|web|ui|hooks|components|pages|stores?)\/|(^|\/)use[A-Z]\w*\.[jt]s$/;

function judgeRandom(file: FileFacts, call: CallFact): Judgement | null {
  const own = call.flowsTo ?? '';
  // State of a component that makes it draw again is no nonce of a protocol.
  if (/nonce/i.test(own) && (/^set[A-Z]/.test(own) || /\.[jt]sx$/.test(file.path))) return null;
  const place = placeName(file, call.function).replace(/^.*\./, '');
  // A mark that tells the latest request of a component from those before it.
  if (/^(latest|last|current)?_?(fetch|request|refresh|load|reload|render|search|query|run|update)\w*token\w*$/i.test(own) && REQUEST_MARK.test(file.path))
    return null;
  const sure = [own, madeBy(place)].find((name) => SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')));
  const likely = PLAIN_TOKEN.test(own) ? own : undefined;
  const name = sure ?? likely;
  if (name === undefined || HARMLESS_CHANCE.test(own)) return null;
  const fixes: FixOffer[] = call.result !== 'member' || name !== own ? [] : [{ id: 'random-token', title: 'Use crypto.randomUUID' }];
  return {
    messageId: 'random',
    data: { name },
    about: `${placeName(file, call.function)}: ${name}`,
    ...(sure === undefined || /nonce/i.test(name) ? { severity: 'warning' as const } : {}),
    ...(file.role === 'script' || (sure === undefined && isOfTime(file, call)) || isSeldomSecret(name) ? { recommended: 'info' as const } : {}),
    fixes,
  };
}

/** `${Date.now()}-${Math.random()}` keeps names apart. */
function isOfTime(file: FileFacts, { span, flowsTo }: CallFact): boolean {
  return file.calls.some((other) => other.callee === 'Date.now' && other.flowsTo === flowsTo && other.span[0] === span[0]);
}

function judgeToken(file: FileFacts, call: CallFact): Judgement | null {
  const options = call.args.find((argument) => argument.kind === 'object' && argument.properties?.some((property) => /^algorithms?$/.test(property.name)));
  const algorithm = propertyOf(options, 'algorithm') ?? propertyOf(options, 'algorithms');
  if (algorithm !== null && /(^|['"`])none($|['"`])/i.test(algorithm.text)) {
    if (call.name !== 'sign') return { messageId: 'unsigned', span: algorithm.span };
    // Whoever may choose to sign is not told.
    if (algorithm.kind === 'string') return leftUnsigned(algorithm.span);
  }
  if (call.name !== 'decode') return null;
  return call.args[0]?.origins.some((origin) => origin.kind === 'request')
    ? { messageId: 'unverified', data: { callee: call.callee }, severity: isVerifiedElsewhere(file, call) ? 'info' : 'warning' }
    : null;
}
