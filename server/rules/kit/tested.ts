/** Whether the code looks at a value before it uses it. */
import type { CallFact, FileFacts, FunctionIndex, Origin, ValueFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { groupedBy } from '../../text/order.ts';
import { compareSpans, contains } from '../../text/spans.ts';
import { enclosing } from './enclosing.ts';

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

/** What of a file is asked for again with every value: its calls by function, and the conditions that more than ask whether something is there. */
interface Asked {
  callsOf: ReadonlyMap<FunctionIndex, readonly number[]>;
  conditions: readonly { span: Span; text: string }[];
  /** What `namesIn` gave for a function and names. */
  named: Map<string, RegExp>;
}

const asked = new WeakMap<FileFacts, Asked>();

function askedIn(file: FileFacts): Asked {
  const before = asked.get(file);
  if (before !== undefined) return before;
  const callsOf = groupedBy(file.calls.keys(), (index) => file.calls[index]!.function);
  const conditions = file.branches.flatMap(({ span, condition }) => {
    const text = condition.replace(ASKS_WHETHER_THERE, '');
    return TESTS.test(text) ? [{ span, text }] : [];
  });
  const found = { callsOf, conditions, named: new Map<string, RegExp>() };
  asked.set(file, found);
  return found;
}

/**
 * Whether the code tests a value, or something made of it, before it uses it: in the same function, one around it, or one of the file that calls it.
 * @param file with the call
 * @param call that uses it
 * @param value as the call uses it
 * @param origin of the value
 * @param about tells by the condition, or by the name of a function that checks, that such a value is looked at whatever it is called there
 */
export function isTested(file: FileFacts, call: Pick<CallFact, 'span' | 'function'>, value: ValueFact, origin: Origin, about?: RegExp): boolean {
  const around = [...enclosing(file, call.function)];
  const callers = callersOf(file, call.function);
  const { callsOf, conditions, named: before } = askedIn(file);
  // In the order of the file, since a value is known by the names that it was given before.
  const near = [...new Set([...around, ...callers])].flatMap((at) => callsOf.get(at) ?? []).sort((a, b) => a - b).map((at) => file.calls[at]!);
  const names = namesOfSent(value, origin);
  const key = `${call.function} ${names.join(' ')}`;
  const named = before.get(key) ?? namesIn(near, names);
  before.set(key, named);
  const asks = near.some((other) => ASKS_BY_NAME.test(other.name) && !contains(call.span, other.span)
    && (about?.test(other.name) === true || other.args.some(({ text, properties }) => properties === null && named.test(text))));
  if (asks || isLookedUp(file, call, { near, own: around, named })) return true;
  const bodies = [...around.slice(0, 1), ...callers].map((at) => file.functions[at]?.span);
  return conditions.some(({ span, text }) =>
    (about?.test(text) === true || named.test(text)) && bodies.some((body) => body === undefined || contains(body, span)))
    || near.some((other) => TEST_CALL.test(other.name) && compareSpans(other.span, call.span) < 0
      && (named.test(other.callee) || other.args.some(({ text }) => named.test(text))));
}

/** Of what a program knows: its records, its registered sites. Whether a file is there says nothing of where it lies. */
const LOOKS_UP = /^(find|get|load|lookup|look_up|retrieve|select|filter|first)(?![a-z])/;
const OF_FILES = /(^|\.)(fs|fsPromises|fse|path|os|request|req|headers|query|params|body|args|cookies|searchParams|requests|axios|https?)\./;

/** The calls of the functions around a use and of their callers, those functions, and the names of what is used. */
interface Near {
  near: readonly CallFact[];
  own: readonly FunctionIndex[];
  named: RegExp;
}

/** Whether something is looked up by the value before it is used, and what is not found ends the function: `if (!site) return`. */
function isLookedUp(file: FileFacts, use: Pick<CallFact, 'span'>, { near, own, named }: Near): boolean {
  const found = near.flatMap((call) => {
    if (!LOOKS_UP.test(call.name) || OF_FILES.test(call.callee) || (own.includes(call.function) && compareSpans(call.span, use.span) >= 0)) return [];
    const { target } = call;
    if (target === null || !/^[\w$]+$/.test(target)) return [];
    return call.args.some((arg) => !arg.constant && arg.kind !== 'function' && named.test(arg.text)) ? [escapePattern(target)] : [];
  });
  if (found.length === 0) return false;
  const missing = new RegExp(`^\\(?(!|not )(${found.join('|')})(?![\\w$.[])|^(${found.join('|')})( is None| ={2,3} ?(null|undefined))`);
  return file.branches.some(({ condition }) => missing.test(condition));
}

const TEST_CALL = /^(includes|has|indexOf|test|startsWith|endsWith|startswith|endswith|fullmatch)$/;

/** The names themselves, and those of what is made of them: `const parsed = new URL(next)`. */
function namesIn(near: readonly CallFact[], names: readonly string[]): RegExp {
  const found = new Set(names);
  let pattern = anyOf(found);
  for (const call of near) {
    const { target } = call;
    if (target === null || !/^[\w$]+$/.test(target) || found.has(target) || !call.args.some(({ text }) => pattern.test(text))) continue;
    found.add(target);
    pattern = anyOf(found);
  }
  return pattern;
}

const anyOf = (names: ReadonlySet<string>): RegExp => new RegExp(`(?<![\\w$])(${[...names].map(escapePattern).join('|')})(?![\\w$])`);

/** What a value from a request is called: as it is used, and its own name in the request: `url` for `req.query.url`. */
function namesOfSent(value: ValueFact, { text }: Origin): string[] {
  const inRequest = /['"]([\w-]+)['"]\)?\]?$/.exec(text)?.[1] ?? /([\w$]+)(\(\))?$/.exec(text)?.[1];
  const used = value.kind === 'identifier' ? value.text : null;
  return [...new Set([used, inRequest, text].filter((name) => name !== null && name !== undefined))];
}
