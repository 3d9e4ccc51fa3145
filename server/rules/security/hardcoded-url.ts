/**
 * Addresses of services in code.
 *
 * The address differs between a developer's machine, the test system and production; in code it is
 * right for only one of them.
 */
import * as z from 'zod';
import type { FileFacts, StringFact } from '../../facts/file-facts.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { contains } from '../../text/spans.ts';
import { isForDevelopment, isForMissing } from '../kit/branches.ts';
import { placeName } from '../kit/exposure.ts';
import { onceEach } from '../kit/once-each.ts';
import { isPython } from '../kit/python.ts';
import { sendsPythonRequest, sendsRequest } from '../kit/requests.ts';
import type { Severity } from '../../findings/severity.ts';
import { defineFileRule } from '../kit/rule.ts';

const options = z.strictObject({
  accept: z.array(z.string()).default([]).describe('Accepted hosts: "api.github.com".'),
});

const ADDRESS = new RegExp(
  String.raw`^(https?|wss?|ftps?|sftp|postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|nats|kafka|mqtts?|mssql|`
  + String.raw`sqlserver|clickhouse|bolt|neo4j|ldaps?|smtps?|memcached|grpcs?|jdbc:\w+):\/\/(?:[^@/\s]*@)?([^/?#\s]*)((?:[/?#]\S*)?)$`,
  'i',
);
const BARE_IP = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{2,5})$/;
/** Names of vocabularies and schemas look like addresses but are never requested. */
const NAMESPACE_HOST = new RegExp(
  String.raw`(^|\.)(w3\.org|schema\.org|json-schema\.org|schemas\.(xmlsoap|microsoft|openxmlformats|android)\.\w+|purl\.org|`
  + String.raw`xmlns\.com|ogp\.me|iana\.org|ietf\.org|rfc-editor\.org|oasis-open\.org|exslt\.org|eclipse\.org|relaxng\.org|`
  + String.raw`openid\.net|opengis\.net|openapis\.org|asyncapi\.org|graphql\.org|adobe\.com|spdx\.org|json\.schemastore\.org|`
  + String.raw`schemastore\.org|xml\.org|creativecommons\.org)(:\d+)?$`,
  'i',
);
/** Read by people, not by programs. */
const READING_HOST = new RegExp(
  String.raw`(^|\.)(github\.(com|io)|gitlab\.com|bitbucket\.org|npmjs\.(com|org)|npm\.im|pypi\.org|readthedocs\.io|`
  + String.raw`stackoverflow\.com|stackexchange\.com|wikipedia\.org|mozilla\.org|medium\.com|youtube\.com|youtu\.be|twitter\.com|`
  + String.raw`x\.com|linkedin\.com|facebook\.com|reddit\.com|discord\.gg|opencollective\.com|caniuse\.com|nodejs\.org|reactjs\.org|`
  + String.raw`typescriptlang\.org|eslint\.org|opensource\.org|apache\.org|gnu\.org|tc39\.es|whatwg\.org|unicode\.org|git\.io|`
  + String.raw`goo\.gl|aka\.ms|go\.microsoft\.com|bit\.ly|g\.co|jsdelivr\.net|unpkg\.com|cdnjs\.cloudflare\.com|esm\.sh|esm\.run|`
  + String.raw`fonts\.(googleapis|gstatic)\.com|raw\.githubusercontent\.com|shields\.io|fb\.me|crbug\.com|bugzilla\.\S+|bugs\.\S+)$|`
  + String.raw`^(docs?|developers?|help|support|learn|guides?|blog|wiki|community|forum|status|www\.npmjs|man|console|dashboard|`
  + String.raw`platform|app|portal)\.`,
  'i',
);
const READING_PATH = new RegExp(
  String.raw`\/(docs?|documentation|guides?|wiki|blog|help|faq|learn|tutorials?|manual|reference|issues|pull|blob|tree|releases|`
  + String.raw`changelog|license|licenses|terms|privacy|pricing|errors?|messages?|migrat\w+|rules|settings|account|signup|sign-up|`
  + String.raw`login|concepts|support|troubleshoot\w*|examples?|spec|rfc\d*)(\/|#|$|\.)|#[\w-]+$|\.(html?|md|pdf|png|jpe?g|gif|svg|`
  + String.raw`webp|ico|mp4|webm|mp3|woff2?|css)(#|$)`,
  'i',
);
const INVENTED_HOST = new RegExp(
  String.raw`(^|\.)(169\.254\.169\.254|kubernetes\.default(\.svc(\.cluster\.local)?)?|metadata\.google\.internal|example\.(com|org|`
  + String.raw`net|edu)|example|test|invalid|localdomain|foo|bar|baz|acme|yourdomain\.\w+|your-\S+|my-?(app|site|domain)\.\w+|`
  + String.raw`mycompany\.com|domain\.com|company\.com|site\.com|foo\.com|bar\.com|host|hostname|server|dummy\S*|placeholder\S*|`
  + String.raw`unused|fake\S*|base|internal|relative|noop|[a-z])(:\d+)?$`,
  'i',
);
const READING_NAME = new RegExp(
  String.raw`(^|[._$-])(xmlns\w*|\$?schema|\$id|namespace|ns|docs?|docs?_?url|documentation|documentationUrl|homepage|help_?url|`
  + String.raw`help_?link|help_?uri|link|learn_?more|more_?info|see|href|license|bugs|repository|author|issuer_?docs|reference|`
  + String.raw`readme|source_?url|canonical|og_?\w*|sitemap|description|message|title|hint|example|placeholder|comment|details|about|`
  + String.raw`info_?url|spec_?url|report_?url|issue_?url|src|srcset|poster|action|itemtype|vocab|(\w*_)?(error|warning|notice|`
  + String.raw`cta)_?url|readmore|namespaces?|\w*(image|avatar|photo|picture|icon|logo|thumbnail|banner|unwound|short|expanded|`
  + String.raw`display)_?url|\w*(allow|white|block|black|deny)_?list|redirects?|tweets|posts|links)s?$`,
  'i',
);
const TALK = new RegExp(
  String.raw`^(console|log|logger|chalk|pc|picocolors|kleur|colors)\b|(^|\.)(log|info|warn|error|debug|print|describe|deprecate|`
  + String.raw`deprecated|link|hyperlink|terminalLink|dim|cyan|blue|underline|bold|addHelpText|epilog|open|openExternal|openUrl)$|`
  + String.raw`Error$|(^|\.)(meta|literal|example|default|describe)$`,
  'i',
);
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(internal|corp|intranet|lan|local|private)(:\d+)?$/i;
/** Suggests that a program answers there. */
const SERVICE_HOST =
  /(^|[.-])(apis?|auth|gateway|backend|svc|services?|graphql|ws|rpc|events|ingest|hooks?|collector|telemetry|idp|sso|oauth|storage|queue)([.-]|$)|:\d+$/i;
/** Calls that may send a request: with the address itself as their argument, that is enough. */
const CALLS = new RegExp(
  String.raw`^(fetch|\$fetch|ofetch|got|ky|axios|request|requests|httpx|superagent|needle|urlopen|WebSocket|EventSource)\b|(^|`
  + String.raw`\.)(get|post|put|patch|delete|request|create)$`,
);
/** Names that no public name server answers. */
const INTERNAL = /\.(local|internal|invalid|test|example|localhost)$/i;
/** Only reads the parts of an address. */
const PARSES = /^(URL|Request|urlparse|urlsplit|urljoin)$|(^|\.)(parse|urlparse|urlsplit|urljoin|resolve|append|push|add|extend|insert|replace)$/;
/** Files that a build or a deployment replaces, or that only a developer uses. */
const DEVELOPMENT_FILE = /(^|\/)environments?\/environment(\.(dev|development|local))?\.ts$|(^|[./_-])(dev|development|local)([._-]\w+)?\.([cm]?[jt]sx?|py)$/i;
/** Public services with one address for everyone. */
const PROVIDER = new RegExp(
  String.raw`(^|\.)(discord(app)?\.com|figma\.com|slack\.com|stripe\.com|openai\.com|anthropic\.com|mistral\.ai|cohere\.(ai|com)|`
  + String.raw`groq\.com|googleapis\.com|google(usercontent)?\.com|gstatic\.com|microsoftonline\.com|microsoft\.com|live\.com|`
  + String.raw`office\.com|github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|notion\.(so|com)|airtable\.com|twilio\.com|`
  + String.raw`sendgrid\.com|mailgun\.net|postmarkapp\.com|telegram\.org|facebook\.com|instagram\.com|twitter\.com|x\.com|`
  + String.raw`linkedin\.com|spotify\.com|dropbox(api)?\.com|atlassian\.com|zoom\.us|hubapi\.com|huggingface\.co|cloudflare\.com|`
  + String.raw`vercel\.com|netlify\.com|paypal\.com|shopify\.com|linear\.app|intercom\.io|segment\.io|mixpanel\.com|posthog\.com|`
  + String.raw`sentry\.io|amazonaws\.com|pypi\.org|npmjs\.org|docker\.io|wikipedia\.org|openstreetmap\.org|mapbox\.com|unsplash\.com|`
  + String.raw`youtube\.com|twitch\.tv|reddit\.com|apple\.com|okta\.com|auth0\.com|gravatar\.com)(:\d+)?$`,
  'i',
);
/** Asks the server in the same container whether it is well. */
const HEALTH_CHECK = /(^|\/)(docker|containers?)\/[^/]*$|health[-_]?check|heart[-_]?beat|liveness|readiness/i;
/** Talks to a program that runs beside it on the machine of whoever uses it. */
const COMPANION = /(^|[/._-])(agent|companion|daemon|desktop|native|sidecar|electron|tauri|loopback)([/._-]|$)/i;
const IP = /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/;
const LOCAL = /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?$/i;

const messages = {
  again: 'Also here.',
  service: '"{host}" is a hard-coded service address. Read it from configuration.',
  local: '"{host}" is a hard-coded local address. Read it from configuration.',
  network: '"{host}" is a hard-coded private address. Read it from configuration.',
  requested: '"{host}" is requested here, and only a developer\'s machine answers there. Read it from configuration.',
  machine: '"{host}" is the address of one machine. Read it from configuration.',
  store: 'The address of the {scheme} server "{host}" is hard-coded. Read it from configuration.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/hardcoded-url',
    title: 'Hard-coded service address',
    severity: 'error',
    // Which addresses may change is known to those who run the program.
    recommended: 'info',
    roles: { test: 'off', fixture: 'off', docs: 'off', declaration: 'off', example: 'off', config: 'off', script: 'info' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §5.1', 'review §3.1', 'architecture §5.2', 'architecture §10', 'architecture §11', 'general §8', 'patterns §5'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    options,
    docs: {
      what:
        'The address of a service in code: HTTP, WebSocket, database, queue. Private addresses and databases are errors, public addresses are warnings. '
        + 'In the profile `recommended`, all are information. A host is said once a file.',
      why:
        'The address differs between the developer\'s machine, the test system and production. In code it is right for only one of them, and a change '
        + 'needs a release.',
      fix:
        'Read it from configuration. An address behind a setting (`process.env.API_URL ?? \'…\'`), a parameter default or a constant named `DEFAULT_…` '
        + 'counts as configuration with a default.',
      limits:
        'Links to documentation, schema names, made-up hosts, lists of links, the public API of a well-known provider and addresses in sentences are '
        + 'accepted by their host, path and the names around them. A health check may ask its own container, and a local address is '
        + 'information where the file is about a companion on the same machine. An address whose host is inserted is not judged.',
    },
    messages,
  },
  check(file, report, { accept }) {
    const placesOf = onceEach(file.path);
    for (const string of file.strings) {
      const found = judge(file, string);
      if (found === null || accept.some((host) => found.host === host || found.host.endsWith(`.${host}`))) continue;
      const severity = concernsOthers(file, string) ? 'info' : found.severity;
      // The same host again needs the same answer.
      const related = placesOf(`${found.messageId} ${found.host} ${severity}`, string.span);
      if (related === null) continue;
      report({
        ...(found.messageId === 'store'
          ? { messageId: found.messageId, data: { host: found.host, scheme: found.scheme } }
          : { messageId: found.messageId, data: { host: found.host } }),
        span: string.span, related,
        about: `${placeName(file, string.function)}: ${found.host}`, severity,
      });
    }
  },
});

/** A developer's own settings, what is used where nothing is set, and a program that is always on the same machine. */
function concernsOthers(file: FileFacts, { span, value }: StringFact): boolean {
  if (COMPANION.test(file.path) && LOCAL.test(ADDRESS.exec(value)?.[2] ?? value)) return true;
  return DEVELOPMENT_FILE.test(file.path) || isForDevelopment(file, span) || isForMissing(file, span);
}

interface Found {
  messageId: Exclude<keyof typeof messages, 'again'>;
  host: string;
  scheme: string;
  severity: Severity;
}

function judge(file: FileFacts, string: StringFact): Found | null {
  const { value, name, argumentOf } = string;
  // Neither an address with a scheme nor one of digits.
  if (!value.includes('://') && !BARE_IP.test(value)) return null;
  // The default of a setting that is read from the environment.
  if (file.classFacts.some((each) => each.extends.some((base) => /(^|\.)BaseSettings$/.test(base)) && contains(each.span, string.span))) return null;
  if (
    string.compared ||
    string.fallback ||
    /default/i.test(name) ||
    READING_NAME.test(name.replace(/^__|__$/g, '')) ||
    (argumentOf !== null && TALK.test(argumentOf))
  )
    return null;
  const ip = BARE_IP.exec(value);
  if (ip !== null)
    return {
      messageId: PRIVATE.test(ip[1]!) ? 'network' : LOCAL.test(ip[1]!) ? 'local' : 'machine',
      host: value,
      scheme: '',
      severity: PRIVATE.test(ip[1]!) ? 'error' : 'warning',
    };
  const [, scheme = '', host = '', path = ''] = ADDRESS.exec(value) ?? [];
  if (/#$/.test(path) || /schema|namespace|_?(docs|info|help|learn)_?(more)?_?(url|uri|link)/i.test(name)) return null;
  if (!isRealHost(host) || (/^https?$/i.test(scheme) && isReading(host, path, name))) return null;
  const local = LOCAL.exec(host);
  // The base for parsing the path of a request is never requested.
  if (argumentOf === 'URL' && (local !== null || INTERNAL.test(host)) && local?.[2] === undefined) return null;
  if (local !== null && HEALTH_CHECK.test(file.path)) return null;
  if (local !== null)
    return local[2] === undefined && /^https?$/.test(scheme) && path === '' && !/url|endpoint|host/i.test(name)
      ? null
      : { messageId: isRequested(file, string, scheme) ? 'requested' : 'local', host, scheme, severity: 'warning' };
  if (!/^(https?|wss?)$/i.test(scheme)) return { messageId: 'store', host, scheme: scheme.replace(/^jdbc:/, ''), severity: 'error' };
  if (PRIVATE.test(host)) return { messageId: 'network', host, scheme, severity: 'error' };
  if (IP.test(host) && isRequested(file, string, scheme)) return { messageId: 'machine', host, scheme, severity: 'warning' };
  const isOwn = isChoice(file, string, host);
  // In a list without a name of its own it is data.
  return !isOwn && (argumentOf === 'Set' || (name === '' && argumentOf === null))
    ? null
    : { messageId: 'service', host, scheme, severity: isOwn ? 'warning' : 'info' };
}

/** A request goes there: the address is an argument of the call, or of a constant or field that is. */
function isRequested(file: FileFacts, { name, span, argumentOf }: StringFact, scheme: string): boolean {
  // Whatever opens a connection to a database or a queue is given its address.
  const web = /^(https?|wss?)$/i.test(scheme);
  const sends = !web ? (callee: string): boolean => !PARSES.test(callee) && !TALK.test(callee) : null;
  if (argumentOf !== null && PARSES.test(argumentOf)) return false;
  if (argumentOf !== null && sends?.(argumentOf)) return true;
  const own = /[\w$]+$/.exec(name)?.[0];
  const named = own === undefined ? null : new RegExp(`(?<![\\w$])${escapePattern(own)}(?![\\w$])`);
  return file.calls.some((call) => {
    if (sends === null ? !(isPython(file) ? sendsPythonRequest(call) : sendsRequest(call)) : !sends(call.callee)) return false;
    return (web && contains(call.span, span)) || (named !== null && call.args.some((each) => each.kind !== 'function' && named.test(each.text)));
  });
}

/** Another address could stand there: that of a service of one's own, not the only one that a provider has. */
function isChoice(file: FileFacts, { name, argumentOf, value }: StringFact, host: string): boolean {
  const label = /([\w-]+)\.\w+(:\d+)?$/.exec(host)?.[1]?.toLowerCase() ?? '';
  if (PROVIDER.test(host) || (label.length >= 4 && file.path.toLowerCase().includes(label))) return false;
  return (
    SERVICE_HOST.test(host) ||
    /^wss?:/i.test(value) ||
    (argumentOf !== null && CALLS.test(argumentOf)) ||
    /url|uri|endpoint|host|server|base|api|address/i.test(name)
  );
}

/** Complete, with a domain or a port, and not made up for an example. */
function isRealHost(host: string): boolean {
  if (host === '' || /[${}<>[*\]%]/.test(host.replace(/^\[::1\]/, '')) || /[.:-]$/.test(host) || INVENTED_HOST.test(host)) return LOCAL.test(host);
  return /[.:]/.test(host) || host === 'localhost';
}

function isReading(host: string, path: string, name: string): boolean {
  // A `url` that is only a front page is a link.
  if (/^(url|uri|website|homepage|site)$/i.test(name) && /^\/?$/.test(path) && !SERVICE_HOST.test(host) && !PRIVATE.test(host) && !LOCAL.test(host))
    return true;
  return NAMESPACE_HOST.test(host) || (READING_HOST.test(host) && !/^api\./.test(host)) || READING_PATH.test(path);
}
