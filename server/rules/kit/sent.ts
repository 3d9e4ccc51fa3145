/** What of a value the sender of a request has written, and whether the code looks at it before it uses it. */
import type { CallFact, FileFacts, FunctionIndex, Origin, ValueFact } from '../../facts/file-facts.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { compareSpans, contains } from '../../text/spans.ts';
import { enclosing } from './enclosing.ts';
import { holderOf, isHandedIn, openOrigins, throughCallers, type ExposureOptions } from './exposure.ts';
import { isPython } from './python.ts';
import { isNoPartOfRoute } from './routes.ts';
import { isNearRequests } from './surroundings.ts';

/** The object of a request itself, or the program that it was sent to: no part that its sender wrote. */
export const WHOLE_REQUEST = /^_?(req|request|ctx|context|c|event)(\.app\b.*)?$/i;
/** Who has signed in, and what the server hands to a function that answers: no part of a request. */
const OF_SERVER = /^_?(req|res|request|response|reply|ctx|context|next|user|current_?user|auth|session|db|conn|service|settings|config|background_tasks)\b/i;
const INJECTED = /^(Depends|Security|fastapi\.Depends|inject|Provide)\(/;

/**
 * The part of a request that reaches a value.
 * @param file the facts that the value is part of
 * @param value what reaches the sink
 * @param at the function in which it does
 * @param options what else the rule counts as clean
 * @returns null where no part that the sender wrote does
 */
export function sentOrigin(file: FileFacts, value: ValueFact, at: FunctionIndex, options: ExposureOptions = {}): Origin | null {
  if (value.constant || value.kind === 'function') return null;
  const open = throughCallers(file, openOrigins(value, options), at, options);
  return open.find((origin) => isSent(file, origin, at)) ?? null;
}

function isSent(file: FileFacts, origin: Origin, at: FunctionIndex): boolean {
  // The name `req` alone is given to other things as well, as to a job or to a request that the program sends itself.
  if (origin.kind === 'request')
    return !WHOLE_REQUEST.test(origin.text) && (!isPython(file) || isNearRequests(file)) && !isNoPartOfRoute(file, at, origin.text);
  if (origin.kind !== 'parameter' || OF_SERVER.test(origin.text) || !isHandedIn(file, origin, at)) return false;
  const root = /^[\w$]+/.exec(origin.text)?.[0];
  const given = file.functions[holderOf(file, origin.text, at)]?.params.find(({ name }) => name === root)?.default;
  return given === null || given === undefined || !INJECTED.test(given.text);
}

/** Functions of the file that call a helper by its name, when no other file can. */
export function callersOf(file: FileFacts, at: FunctionIndex): ReadonlySet<FunctionIndex> {
  const fn = file.functions[at];
  if (fn === undefined || fn.public || fn.name === '') return new Set();
  return new Set(file.calls.filter(({ name }) => name === fn.name).map((call) => call.function));
}

/** Compares, looks up, or matches: more than whether something is there. */
const TESTS = new RegExp(
  String.raw`\bin\b|\.(includes|has|indexOf|test|exec|match|startsWith|endsWith|startswith|endswith|fullmatch|contains|some|every)\(|`
  + '[=!]==?\\s*[\\w\'"`]|\\.netloc\\b',
);
const ASKS_WHETHER_THERE = /typeof |(?<!\.(netloc|host|hostname|origin|scheme|protocol)\s*)[=!]==?\s*(null|undefined|None|''|""|``|0|'string'|"string")/g;
const ASKS_BY_NAME = /(^|[._])(is|has|can|should|check|validate|valid|verify|assert|ensure|allow|permit|reject|deny|guard|safe|sanitize|clean)[A-Z_]?\w*$/i;

/** No condition and no name does. */
const NOTHING = /(?!)/;

/**
 * Whether the code tests a value, or something made of it, before it uses it: in the same function, one around it, or one of the file that calls it.
 * @param file with the call
 * @param call that uses it
 * @param value as the call uses it
 * @param origin of the value
 * @param about tells by the condition, or by the name of a function that checks, that such a value is looked at whatever it is called there
 */
export function isTested(file: FileFacts, call: Pick<CallFact, 'span' | 'function'>, value: ValueFact, origin: Origin, about = NOTHING): boolean {
  const around = [...enclosing(file, call.function)];
  const callers = callersOf(file, call.function);
  const isNear = (at: FunctionIndex): boolean => around.includes(at) || callers.has(at);
  const named = namesIn(file, namesOfSent(value, origin), isNear);
  const asks = file.calls.some((other) => isNear(other.function) && ASKS_BY_NAME.test(other.name) && !contains(call.span, other.span)
    && (about.test(other.name) || other.args.some(({ text, properties }) => properties === null && named.test(text))));
  if (asks || isLookedUp(file, call, named, isNear)) return true;
  const bodies = [...around.slice(0, 1), ...callers].map((at) => file.functions[at]?.span);
  return file.branches.some(({ span, condition }) => {
    if (!bodies.some((body) => body === undefined || contains(body, span))) return false;
    const asked = condition.replace(ASKS_WHETHER_THERE, '');
    return TESTS.test(asked) && (about.test(asked) || named.test(asked));
  }) || file.calls.some((other) => isNear(other.function) && TEST_CALL.test(other.name) && compareSpans(other.span, call.span) < 0
    && (named.test(other.callee) || other.args.some(({ text }) => named.test(text))));
}

/** Of what a program knows: its records, its registered sites. Whether a file is there says nothing of where it lies. */
const LOOKS_UP = /^(find|get|load|lookup|look_up|retrieve|select|filter|first)(?![a-z])/;
const OF_FILES = /(^|\.)(fs|fsPromises|fse|path|os|request|req|headers|query|params|body|args|cookies|searchParams|requests|axios|https?)\./;

/** Whether something is looked up by the value before it is used, and what is not found ends the function: `if (!site) return`. */
function isLookedUp(file: FileFacts, use: Pick<CallFact, 'span' | 'function'>, named: RegExp, isNear: (at: FunctionIndex) => boolean): boolean {
  const own = [...enclosing(file, use.function)];
  const found = file.calls.flatMap(({ function: at, name, callee, target, args, span }) =>
    (target !== null && /^[\w$]+$/.test(target) && isNear(at) && (!own.includes(at) || compareSpans(span, use.span) < 0) && LOOKS_UP.test(name)
      && !OF_FILES.test(callee) && args.some((arg) => !arg.constant && arg.kind !== 'function' && named.test(arg.text)) ? [escapePattern(target)] : []));
  if (found.length === 0) return false;
  const missing = new RegExp(`^\\(?(!|not )(${found.join('|')})(?![\\w$.[])|^(${found.join('|')})( is None| ={2,3} ?(null|undefined))`);
  return file.branches.some(({ condition }) => missing.test(condition));
}

const TEST_CALL = /^(includes|has|indexOf|test|startsWith|endsWith|startswith|endswith|fullmatch)$/;

/** The names themselves, and those of what is made of them: `const parsed = new URL(next)`. */
function namesIn(file: FileFacts, names: readonly string[], isNear: (at: FunctionIndex) => boolean): RegExp {
  const known = new Set(names);
  for (const { function: at, target, args } of file.calls) {
    if (target === null || !/^[\w$]+$/.test(target) || known.has(target) || !isNear(at)) continue;
    if (args.some(({ text }) => [...known].some((name) => new RegExp(`(?<![\\w$])${escapePattern(name)}(?![\\w$])`).test(text)))) known.add(target);
  }
  return new RegExp(`(?<![\\w$])(${[...known].map(escapePattern).join('|')})(?![\\w$])`);
}

/** What a value from a request is called: as it is used, and its own name in the request: `url` for `req.query.url`. */
function namesOfSent(value: ValueFact, { text }: Origin): string[] {
  const inRequest = /['"]([\w-]+)['"]\)?\]?$/.exec(text)?.[1] ?? /([\w$]+)(\(\))?$/.exec(text)?.[1];
  const used = value.kind === 'identifier' ? value.text : null;
  return [...new Set([used, inRequest, text].filter((name) => name !== null && name !== undefined))];
}
