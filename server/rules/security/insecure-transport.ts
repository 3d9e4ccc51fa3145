/**
 * Connections that are not encrypted or do not verify the other side.
 *
 * Anyone on the network can then read and change what is sent without either side noticing.
 */
import type { Span } from '../../facts/span.ts';
import type { AssignmentFact, CallFact, FileFacts, StringFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { isForDevelopment, runsUnder } from '../kit/branches.ts';
import { placeName, propertyOf } from '../kit/exposure.ts';
import { isPython } from '../kit/python.ts';
import { judgePythonConnection, judgePythonSwitch } from './insecure-transport/python-transport.ts';
import { messages, type TransportDraft } from './insecure-transport/messages.ts';
import { isRequest, sendsPythonRequest } from '../kit/requests.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { isClientOfOthers } from '../kit/surroundings.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Switches, by the value that turns certificate verification off. */
const OFF_WHEN_FALSE = /^(rejectUnauthorized|strictSSL|sslValidate)$/;
const OFF_WHEN_TRUE = /^(trustServerCertificate|ignoreHTTPSErrors|tlsAllowInvalidCertificates|tlsAllowInvalidHostnames|tlsInsecure|insecure)$/;
const OLD_PROTOCOL = /^(SSLv2|SSLv3|TLSv1|TLSv1\.1)(_\w+)?$/;
const ADDRESS_NAME =
  /(base_?url|end_?point|api_?url|service_?url|server_?url|auth_?url|webhook_?url|callback_?url|backend_?url|gateway_?url|host_?url|api_?base|origin)$/i;
/** Hosts on this machine or in a private network, and made-up hosts. */
const LOCAL_HOST = new RegExp(
  String.raw`^(:|localhost|127\.|0\.0\.0\.0|\[?::1|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|host\.docker\.internal|`
  + String.raw`[\w-]+(:\d+)?(\/|$))|\.(local|localhost|internal|lan|test|example|invalid|svc|cluster\.local)(:\d+)?(\/|$)|`
  + String.raw`^(www\.)?example\.(com|org|net)|^\$|^$`,
  'i',
);
/**
 * Hosts without an encrypted endpoint, or with one for paying customers only; tests for captive portals, revocation lists and time stamps,
 * which are plain HTTP by design.
 */
const NO_TLS = new RegExp(
  String.raw`^(?:(?:www\.)?(?:ip-api|numbersapi|neverssl)\.com|captive\.apple\.com|connectivitycheck\.(?:gstatic|android)\.com|clients[1-4]\.google\.com|`
  + String.raw`detectportal\.firefox\.com|www\.msftconnecttest\.com|nmcheck\.gnome\.org|(?:ocsp|crl|timestamp)[\w-]*\.[\w.-]+)(?::80)?$`,
  'i',
);

export const rule = defineFileRule({
  meta: {
    id: 'security/insecure-transport',
    title: 'Insecure connection',
    severity: 'error',
    roles: SOURCE_AND_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.3', 'blocks §9.2', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    // Many programs are served without TLS behind a proxy, or at home, and connect to machines that they have just started.
    recommendedFor: { pythonHostKey: 'info' },
    blocker: true,
    fixable: true,
    sources: {
      ruff: byFacts('S501', 'S323', 'S502', 'S503', 'S504', 'S507', 'S312', 'S321'),
      cwe: [295, 297, 319],
    },
    docs: {
      what:
        'Certificate verification turned off (`rejectUnauthorized: false`, `NODE_TLS_REJECT_UNAUTHORIZED`, in Python `verify=False`, `CERT_NONE`, '
        + '`check_hostname = False`), obsolete TLS versions, requests to other hosts over plain HTTP, and responses that allow credentials from every origin.',
      why: 'Anyone on the network can read and change what is sent, and neither side notices.',
      fix:
        'Leave verification on and give the connection the certificate of your own CA (`ca`); use HTTPS; list the origins that may '
        + 'send credentials.',
      limits: 'Only switches with fixed values are seen. Local and private hosts are accepted, and so are hosts that offer no TLS '
        + '(`ip-api.com`, tests for captive portals) and a switch that a setting decides. In the profile `recommended`, a switch is a warning where '
        + 'the same function signs in, opens a database or names a public server, and information elsewhere. Information are also a switch in a script, '
        + 'one with a comment that says something about it, one of a request through a proxy, unknown SSH hosts, requests over plain HTTP that send nothing '
        + 'secret, and credentials where every origin is named by a star, which browsers refuse.',
    },
    messages,
  },
  check(file, report) {
    for (const assignment of file.assignments) {
      const draft = isPython(file) ? judgePythonSwitch(file, assignment) : judgeSwitch(file, assignment);
      if (draft === null) continue;
      // Nobody turns verification off by mistake: it deserves a look, and seldom stops a change.
      const isDeliberate = assignment.commented === true || file.role === 'script' || isChosen(file, assignment.span) || OF_BUILDS.test(file.path);
      // Machines of the user, at addresses of his own, mostly sign their certificates themselves.
      const isHarmless = UNCHECKED.has(draft.messageId) && assignment.atStake !== true && !/globalAgent/.test(assignment.target);
      report({ recommended: isHarmless ? 'info' : 'warning', ...(isDeliberate ? { ...draft, ...milderFor(draft) } : draft) });
    }
    for (const string of file.strings) {
      const draft = judgeAddress(file, string);
      if (draft !== null) report(draft);
    }
    for (const call of file.calls) {
      const connection = isPython(file) ? judgePythonConnection(file, call) : null;
      if (connection !== null) {
        const isHarmless = isChosen(file, connection.span) || isForOldPython(file, connection.span);
        report({ recommended: 'warning', ...connection, ...(isHarmless ? milderFor(connection) : {}) });
      }
      const origins = openToAll(file, call);
      if (origins !== null) report({ messageId: 'anyOrigin', about: `${placeName(file, call.function)}: cors`, severity: 'warning', ...origins });
    }
  },
});

/** A way for old versions, which know no better one: `if sys.version_info < (3, 4)`, `if not hasattr(ssl, 'SSLContext')`. */
function isForOldPython(file: FileFacts, span: Span): boolean {
  return runsUnder(file, span, ({ condition }) => /\bversion_info\b|\bhasattr\(ssl\b/.test(condition));
}

/** One connection or one client, not the whole process. */
const UNCHECKED: ReadonlySet<string> = new Set<keyof typeof messages>(['unchecked', 'pythonUnchecked']);

/** Looks the origin up: `allowed.includes(origin)`, `origins.indexOf(origin) > -1`, `isAllowed(origin)`. */
const CHECKS_ORIGIN = /origin/i;

/** What a setting about verification is called. */
const CHOICE = /verif|ssl|tls|secur|cert|check|trust|valid|authorized|self-?_?signed|host_?name/i;

/** A mode that asks for it, without a word about verification: `case 'prefer':`. */
const MODE = /['"`](insecure|prefer|allow|disabled?)['"`]/i;

/** Reports on builds, which ask a server of the team's own. */
const OF_BUILDS = /(^|\/)(\.?ci|ci[_-]\w+|\w+[_-]ci|jenkins)\//i;

/** Somebody asked for it: the code runs only where a setting or an argument says so, or the pages of anybody are read. */
function isChosen(file: FileFacts, span: Span): boolean {
  return runsUnder(file, span, ({ condition }) => CHOICE.test(condition) || MODE.test(condition) || isAskedBy(file, span, condition))
    || isForDevelopment(file, span) || isClientOfOthers(file) || isOwnHost(file, span) || isDefault(file, span) || isNamedInsecure(file, span);
}

/** `def set_verification(value): if value: …`: the function is the switch, and its parameter decides. */
function isAskedBy({ functions }: FileFacts, span: Span, condition: string): boolean {
  return functions.some(({ name, params, bodySpan }) => (
    bodySpan !== null && contains(bodySpan, span) && CHOICE.test(name) && params.some((each) => each.name === condition.replace(/^(not |!)/, ''))));
}

/** `this.insecureAgent = new Agent({ rejectUnauthorized: false })`: whoever uses it knows. */
function isNamedInsecure(file: FileFacts, span: Span): boolean {
  return file.calls.some((call) => INSECURE.test(call.target ?? call.flowsTo ?? '') && contains(call.span, span));
}

const INSECURE = /insecure|unverified|untrusted|self_?signed|no_?(verif|ssl|tls|cert)|(ignore|skip|accept)\w*(ssl|tls|cert)/i;

/** The call asks this machine: `{ host: 'localhost', rejectUnauthorized: false }`. */
function isOwnHost(file: FileFacts, span: Span): boolean {
  const asked = file.calls.filter((each) => contains(each.span, span)).flatMap(({ args }) => args);
  return asked.some((each) => /^(https?:\/\/)?(localhost|127\.0\.0\.1|\[?::1)/.test((propertyOf(each, 'host') ?? propertyOf(each, 'hostname') ?? each).text));
}

/** `_.defaults(options, { rejectUnauthorized: false })`: what others have set wins. */
function isDefault(file: FileFacts, span: Span): boolean {
  return file.calls.some((call) => /^(defaults|defaultsDeep)$/.test(call.name) && contains(call.span, span));
}

function milderFor({ severity }: TransportDraft): Pick<TransportDraft, 'severity' | 'recommended'> {
  return { severity: severity ?? 'warning', recommended: 'info' };
}

function judgeSwitch(file: FileFacts, { name, target, value, span, function: at, kind }: AssignmentFact): TransportDraft | null {
  const about = `${placeName(file, at)}: ${target}`;
  if (/^NODE_TLS_REJECT_UNAUTHORIZED$/.test(name)) return value.constant && value.text === '0' ? { messageId: 'everywhere', span, about } : null;
  if (/^(minVersion|secureProtocol)$/.test(name))
    return value.kind === 'string' && OLD_PROTOCOL.test(value.text)
      ? { messageId: 'oldProtocol', data: { value: value.text }, span: value.span, about, severity: 'warning' }
      : null;
  if (OFF_WHEN_FALSE.test(name) && value.kind === 'boolean' && value.text === 'false') {
    const fixes =
      kind === 'property' && name === 'rejectUnauthorized'
        ? [{ id: 'remove-property', title: 'Verify the certificate (remove rejectUnauthorized: false)' }]
        : [];
    // Set on an existing object, it mostly answers an option of the caller.
    const mild = kind === 'member' && !/globalAgent/.test(target);
    return {
      messageId: 'unchecked',
      data: { name, value: 'false' },
      span,
      about,
      fixes,
      ...(mild ? { severity: 'warning', ...(isAsked(file, at) ? { recommended: 'info' } : {}) } : {}),
    };
  }
  if (OFF_WHEN_TRUE.test(name) && value.kind === 'boolean' && value.text === 'true' && name !== 'insecure')
    return { messageId: 'unchecked', data: { name, value: 'true' }, span, about, severity: 'warning' };
  return null;
}

/** A parameter of the function, or the name of it, shows that skipping verification is the caller's choice. */
function isAsked(file: FileFacts, at: number): boolean {
  const fn = file.functions[at];
  return fn !== undefined && (/no_?verif|unverified|insecure|no_?check/i.test(fn.name) || fn.params.some(({ name }) => CHOICE.test(name)));
}

const PROBES = /internet|online|offline|connect(ion|ivity|ed)|network|reachab|ping|has_?web/i;

function judgeAddress(file: FileFacts, string: StringFact): TransportDraft | null {
  if (string.compared || !string.value.startsWith('http://')) return null;
  const host = /^http:\/\/(?:[^@/]*@)?([^/?#]*)/.exec(string.value)![1]!;
  // Of `http://${host}/x`, the host is not written down.
  if (!/^[\w[*]/.test(host) || LOCAL_HOST.test(host) || NO_TLS.test(host) || /\s/.test(string.value)) return null;
  const requested = isPython(file)
    ? file.calls.some((call) => sendsPythonRequest(call) && call.args.some((each) => !/^(object|call)$/.test(each.kind) && contains(each.span, string.span)))
    : string.argumentOf !== null && isRequest(string.argumentOf);
  if (!requested && !ADDRESS_NAME.test(string.name)) return null;
  // Whether there is a network at all: nothing is sent, and nobody reads the answer.
  if (/^http:\/\/[^/]*\/?$/.test(string.value) && PROBES.test(placeName(file, string.function))) return null;
  // An address under a name is an entry of data. Most requests read what everybody may read: one in eight of those judged was worth a change.
  const tells = requested && file.calls.some((call) => contains(call.span, string.span) && tellsSecret(call));
  return {
    messageId: 'plain', data: { host }, span: string.span, about: `${placeName(file, string.function)}: ${host}`, severity: 'warning',
    ...(tells ? {} : { recommended: 'info' }),
  };
}

/** What is sent along is to stay between the two. */
function tellsSecret({ name, args }: CallFact): boolean {
  return /^(post|put|patch)$/i.test(name) || args.some(({ text }) => /token|passw|auth|secret|api_?key|cookie|credential/i.test(text));
}

/** `cors({ origin: true, credentials: true })`, or both headers set in one function and not under a check of the origin. */
function openToAll(file: FileFacts, call: CallFact): Pick<TransportDraft, 'span' | 'recommended'> | null {
  if (/(^|\.)(cors|enableCors|fastifyCors|register)$/i.test(call.callee)) {
    const options = call.args.find((argument) => propertyOf(argument, 'credentials')?.text === 'true');
    const origin = propertyOf(options, 'origin');
    // Browsers refuse credentials where every origin is named by a star.
    if (origin?.text === '*') return { span: origin.span, recommended: 'info' };
    return origin?.text === 'true' && origin.kind === 'boolean' ? { span: origin.span } : null;
  }
  if (!/^(setHeader|header|set|append)$/.test(call.name) || call.firstString?.toLowerCase() !== 'access-control-allow-origin') return null;
  const value = call.args[1];
  if (value === undefined) return null;
  const open = value.text === '*' || value.origins.some((origin) => origin.kind === 'request' && /origin/i.test(origin.text));
  const credentials = file.calls.some(
    (other) => other.function === call.function && other.firstString?.toLowerCase() === 'access-control-allow-credentials' && other.args[1]?.text === 'true',
  );
  if (!open || !credentials || runsUnder(file, call.span, ({ condition, otherwise }) => otherwise !== true && CHECKS_ORIGIN.test(condition))) return null;
  return { span: value.span, ...(value.text === '*' ? { recommended: 'info' } : {}) };
}
