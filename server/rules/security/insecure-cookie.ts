/**
 * Cookies that prove who somebody is, and that scripts or listeners can read.
 *
 * Whoever has such a cookie is signed in as its owner.
 */
import type { AssignmentFact, CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { isForDevelopment } from '../kit/branches.ts';
import { placeName, propertyOf } from '../kit/exposure.ts';
import { onceEach } from '../kit/once-each.ts';
import type { DraftOf } from '../kit/messages.ts';
import { argument, isPython, keyword, positional } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Proves who somebody is; what guards a form must be readable by the page. */
const SIGNS_IN = new RegExp(
  String.raw`(^|[._-])(sess(ion)?([_-]?(id|token))?|connect\.sid|sid|sessionid|phpsessid|auth([_-]?(token|cookie))?|`
  + String.raw`(access|refresh|id|user|login|remember|bearer)[_-]?token|token|jwt|remember[_-]?me)$`,
  'i',
);
const GUARDS_FORMS = /csrf|xsrf/i;
/** Without the option, scripts can read what these set: Express, Fastify, Hono, Next.js. Koa hides it by default. */
const SETS = /^(this\.)?(res|resp|response|reply)(\.\w+\(\))*\.(cookie|setCookie)$|^(res|response)\.cookies\.set$|^cookies\(\)\.set$|^cookieStore\.set$/;
const MAY_SET = /^(cookie|setCookie|set_cookie|set)$/;
const SESSIONS = /^(express-session|cookie-session|koa-session|@fastify\/session|@fastify\/secure-session|iron-session|next-session|client-sessions)$/;
const PYTHON_SETS = /(^|\.)(resp|response|res|html|redirect|r|rsp|result)\.set_cookie$/;
const SETTING = /^(SESSION_COOKIE_(SECURE|HTTPONLY)|CSRF_COOKIE_SECURE)$/;
const COOKIE_CALL = /^(cookie|setCookie|set_cookie|serialize|serializeCookie|session|cookieSession|cookieStore|expressSession)$/i;
/** Settings that are for the machine of a developer, by the file or the class that holds them. */
const OF_DEVELOPERS = /(^|[/_.-])(dev|devel|development|local|debug|ci|testing|test|docker|demo|sample|example)([/_.-]|$)/i;

const messages = {
  script: 'The cookie {name} shows who is signed in, and scripts of the page can read it. Set {option}.',
  plain: '{option} is off, so the cookie may be sent unencrypted. Switch it on, at least in production.',
  unset: 'The cookie may be sent unencrypted: "secure" is not set. Set it to true, at least in production.',
  open: 'The session cookie can be read by scripts of the page. Leave {option} on.',
  again: 'The same cookie is set here too.',
} as const;

type Found = DraftOf<typeof messages>;

export const rule = defineFileRule({
  meta: {
    id: 'security/insecure-cookie',
    title: 'Insecure cookie',
    severity: 'warning',
    // What ends the encryption before the program is often a proxy, and on a machine of its own nothing does;
    // a cookie without `httpOnly` is mostly one that the project's own page reads.
    recommendedFor: { script: 'info', plain: 'info', unset: 'info' },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python'],
    guidelines: ['review §2.3', 'blocks §9.1'],
    criterion: 'practices',
    blocker: false,
    fixable: false,
    sources: { cwe: [1004, 614] },
    docs: {
      what:
        'A cookie whose name says that it shows who is signed in (`session`, `token`, `jwt`) and that is set without `httpOnly` or `secure` where the '
        + 'framework leaves them off, and session cookies with one of them switched off: `express-session` and its like, and `SESSION_COOKIE_SECURE` and '
        + '`SESSION_COOKIE_HTTPONLY` of Flask and Django. In the profile `recommended`, an option that is '
        + 'missing is information.',
      why: 'Whoever reads the cookie is signed in as its owner: a script that got into the page, or a listener in the same network.',
      fix: 'Set `httpOnly: true` and `secure: true` (`httponly=True`, `secure=True`); for development, take `secure` from a setting.',
      limits: 'Options in a variable or a spread are not followed. Cookies with other names, such as those for themes and for guarding forms, are left alone.',
    },
    messages,
  },
  check(file, report) {
    const placesOf = onceEach(file.path);
    for (const call of file.calls) {
      if (!MAY_SET.test(call.name) && call.module !== 'express-session') continue;
      const draft = isPython(file) ? judgePython(call) : judge(call);
      const related = draft === null ? null : placesOf(String(draft.data.name), call.calleeSpan);
      if (draft !== null && related === null) continue;
      if (draft !== null) report({ ...draft, span: call.calleeSpan, about: `${placeName(file, call.function)}: ${draft.data.name}`, related: related ?? [] });
      else if (!isPython(file) && isOpen(call)) report({ messageId: 'unset', span: call.calleeSpan, about: `${placeName(file, call.function)}: cookie` });
    }
    for (const assignment of file.assignments) {
      const draft = assignment.value.text === 'false' ? judgeSetting(file, assignment) : null;
      if (draft !== null) report(draft);
    }
  },
});

type Scripted = Pick<Extract<Found, { messageId: 'script' }>, 'messageId' | 'data'>;

/** `res.cookie('session', id)`; `reply.setCookie('token', t, { httpOnly: false })`. */
function judge(call: CallFact): Scripted | null {
  if (!SETS.test(call.callee)) return null;
  const [name, value, options] = call.args;
  const cookie = nameOfCookie(name);
  if (cookie === null || value === undefined || isRemoval(value, options)) return null;
  if (options !== undefined && (options.properties === null || /\.\.\./.test(options.text))) return null;
  const hidden = propertyOf(options, 'httpOnly');
  return hidden === null || hidden.text === 'false' ? { messageId: 'script', data: { name: cookie, option: 'httpOnly' } } : null;
}

function judgePython(call: CallFact): Scripted | null {
  if (!PYTHON_SETS.test(call.callee)) return null;
  const cookie = nameOfCookie(argument(call, 0, 'key') ?? undefined);
  const value = argument(call, 1, 'value');
  // The seventh or eighth argument may be the option; nobody writes it so, and `**options` may hold it.
  if (cookie === null || value === null || positional(call).length > 4 || isRemoval(value, call.args.at(-1))) return null;
  if (keyword(call, '**') !== null) return null;
  const hidden = keyword(call, 'httponly');
  return hidden === null || hidden.text === 'false' ? { messageId: 'script', data: { name: cookie, option: 'httponly=True' } } : null;
}

function nameOfCookie(value: ValueFact | undefined): string | null {
  const name = value?.kind === 'string' ? value.text : value?.constant === true && value.pieces?.length === 1 ? value.pieces[0] : null;
  return name !== null && name !== undefined && SIGNS_IN.test(name) && !GUARDS_FORMS.test(name) ? name : null;
}

/** Set to nothing, or to end at once. */
function isRemoval(value: ValueFact, options: ValueFact | undefined): boolean {
  if (value.text === '' || /^(null|None|undefined|''|""|'?deleted'?)$/.test(value.text)) return true;
  return ['expires', 'maxAge', 'max_age'].some((name) => /^(0|-1|new Date\(0\)|new Date\(1\))$/.test(propertyOf(options, name)?.text ?? ''));
}

/** `session({ secret })` of Express and `res.cookie('token', value)`, where nothing says `secure`. */
function isOpen(call: CallFact): boolean {
  if (call.module === 'express-session') {
    const [options] = call.args;
    const cookie = propertyOf(options, 'cookie');
    return options?.kind === 'object' && !/\.\.\./.test(options.text) && (cookie === null || (cookie.kind === 'object' && !/secure|\.\.\./.test(cookie.text)));
  }
  if (!/^(res|response|reply)\.cookie$/.test(call.callee)) return false;
  const [name, value, options] = call.args;
  if (value === undefined || nameOfCookie(name) === null || isRemoval(value, options)) return false;
  return options === undefined || (options.kind === 'object' && !/secure|\.\.\./i.test(options.text));
}

/** `session({ cookie: { secure: false } })` and `SESSION_COOKIE_SECURE = False`. */
function judgeSetting(file: FileFacts, { name, span, function: at }: AssignmentFact): Found | null {
  if (OF_DEVELOPERS.test(file.path) || isForDevelopment(file, span)) return null;
  const about = `${placeName(file, at)}: ${name}`;
  if (isPython(file)) {
    const holder = file.classFacts.find((each) => contains(each.span, span));
    if (!SETTING.test(name) || (holder !== undefined && /dev|local|debug|test/i.test(holder.name))) return null;
    return { messageId: name === 'SESSION_COOKIE_HTTPONLY' ? 'open' : 'plain', data: { option: name }, span, about };
  }
  if (!/^(httpOnly|secure)$/.test(name)) return null;
  const within = file.calls.filter((call) => contains(call.span, span));
  if (name === 'httpOnly') return within.some((call) => SESSIONS.test(call.module ?? '')) ? { messageId: 'open', data: { option: name }, span, about } : null;
  const isCookie = within.some((call) => COOKIE_CALL.test(call.name) || /(^|\.)cookies?(\(\))?\.(set|put)$/i.test(call.callee));
  return isCookie ? { messageId: 'plain', data: { option: name }, span, about } : null;
}
