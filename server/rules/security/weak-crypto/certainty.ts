/** How sure the purpose of a weak hash or random number is, which decides what is left of a finding in the profile `recommended`. */
import type { CallFact, FileFacts } from '../../../facts/file-facts.ts';
import type { Severity } from '../../../findings/severity.ts';
import { placeName } from '../../kit/exposure.ts';
import { contains } from '../../../text/spans.ts';
import { isClientOfOthers, isNearRequests } from '../../kit/surroundings.ts';
import type { Judgement } from './messages.ts';

/** Code that keeps passwords or compares them with kept ones, by the names of functions, classes and variables. */
const KEEPS_PASSWORDS = new RegExp(
  String.raw`^(\w+\.)?(store|save|keep)$|`
  + String.raw`(hash|encode|encrypt|set|check|verify|validate|compare|create|change|reset|update|store|save)\w*_?pass(word|wd|phrase|code)?|`
  + String.raw`pass(word|wd|phrase|code)?_?(hash|digest|hasher)|hash(ed)?_?pass|register|sign_?up|(create|add|new|save|update)_?user|user\.pass|`
  + String.raw`accounts?\b|user_?(model|service|repo\w*|manager)`,
  'i',
);
const OF_ACCOUNTS = /(^|[^a-z])(auth\w*|users?|accounts?|passwords?|sessions?|logins?|credentials?|models?|security)([^a-z]|$)/i;
/** Characters of which a text is put together. */
const ALPHABET = /ascii|digits|letters|alphabet|chars|hexdigits|^['"][A-Za-z0-9]{10,}['"]?$/i;
const PLAIN_TOKEN = /(?<!access_?|auth_?|refresh_?|reset_?|verification_?|session_?|api_?|login_?|activation_?|csrf_?|bearer_?|invite_?)tokens?$/i;

/** Says by its name that whoever holds the token is let in. */
const DECIDES = /(^|[_.])(verify|authenticate|authorize|validate|check)(_|$)|(^|_)(login|token|auth)_required|get_?current_?user/i;

/**
 * @param file that the call stands in
 * @param call that hashes, encrypts or makes a random number
 * @param judgement of it
 * @returns the severity that is left in the profile `recommended`, if it is another
 */
export function certaintyOf(file: FileFacts, call: CallFact, judgement: Judgement): { recommended?: Severity } {
  // The other side says which hash, how many rounds and which cipher it expects.
  if (isClientOfOthers(file) && !/^(random|pythonRandom)$/.test(judgement.messageId)) return { recommended: 'info' };
  switch (judgement.messageId) {
    case 'passwordHash':
    case 'pythonPasswordHash':
      // A client sends what the other side asks for; whoever keeps passwords has the choice.
      return { recommended: keepsPasswords(file, call) && !isConfigured(file, call) ? 'warning' : 'info' };
    case 'weakHash':
      // The other side mostly prescribes it; what a program signs itself with MD5, it has chosen.
      return call.callee.startsWith('hmac.') ? {} : { recommended: 'info' };
    case 'pythonUnverified':
      // Mostly to look at what a token says before it is verified, or by a setting; what a request brings is a token to be verified.
      if (call.args.some(({ origins }) => origins.some(({ kind }) => kind === 'request'))) return {};
      return { recommended: DECIDES.test(placeName(file, call.function)) ? 'warning' : 'info' };
    case 'random':
    case 'pythonRandom':
      return isMadeHere(call, String(judgement.data.name), judgement.messageId) ? {} : { recommended: 'info' };
    // Formats and protocols ask for old ciphers, for single blocks and for few rounds; what guards the accounts of a program was chosen there.
    case 'cipher':
    case 'fixedVector':
    case 'pythonFixedVector':
    case 'shortKey':
    case 'rounds':
      return { recommended: isNearRequests(file) || OF_ACCOUNTS.test(file.path) ? 'warning' : 'info' };
    case 'createCipher':
      return { recommended: 'warning' };
    default:
      return {};
  }
}

function keepsPasswords(file: FileFacts, call: CallFact): boolean {
  const names = [placeName(file, call.function), call.flowsTo ?? '', call.target ?? '', file.path.replace(/^.*\//, '')];
  if (names.some((name) => KEEPS_PASSWORDS.test(name))) return true;
  // Whoever answers requests is the side that chose the hash.
  if (file.functions[call.function]?.params.some(({ name }) => /^(req|request|ctx)$/.test(name)) === true) return true;
  const hashes = [call, ...file.calls.filter(({ name, function: at, callee }) => name === 'update' && at === call.function
    && (call.target === null || callee.startsWith(`${call.target}.`)))];
  return hashes.some(({ args }) => args.some(({ origins }) => origins.some(({ kind }) => kind === 'request')));
}

/** `ENV['PASSWORD']`: whoever can read the settings has it as it is. */
const CONFIGURED = /(^|[^a-z])(env|environ|getenv|settings|config|conf)(_?values|_?vars)?[.[(]/i;

function isConfigured(file: FileFacts, call: CallFact): boolean {
  // `createHash('sha256').update(password)`
  const updates = file.calls.filter((each) => each.name === 'update' && contains(each.calleeSpan, call.span));
  const values = [call, ...updates].flatMap(({ args }) => args);
  return values.some(({ text, origins }) => (
    CONFIGURED.test(text) || origins.some((origin) => origin.kind === 'environment' || CONFIGURED.test(origin.text))));
}

/** The number itself becomes the secret, or a character of it; others only pick or count something on the way. */
function isMadeHere({ flowsTo, result, loop, args }: CallFact, name: string, by: 'random' | 'pythonRandom'): boolean {
  const isCharacter = loop >= 0 || ALPHABET.test(args[0]?.text ?? '');
  // Many things besides secrets are called a token, unless what stands before it says so; what `Math.random` writes in base 36 mostly is one.
  const isSecret = !PLAIN_TOKEN.test(name) || (by === 'random' && /^tokens?$/i.test(name));
  return isCharacter || (isSecret && (result === 'member' || flowsTo === name));
}
