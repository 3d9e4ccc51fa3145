/**
 * Requests that the server sends to an address that a visitor has chosen.
 *
 * The server stands inside the network: through it, a visitor reaches the cloud's metadata, databases and other services that are closed to him.
 */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { chosenAddress } from '../kit/addresses.ts';
import { FOLLOWED, HANDED } from '../kit/awaited.ts';
import { placeName, propertyOf } from '../kit/exposure.ts';
import { argument, fullName, importsAny, isPython, keyword, positional } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

const CLIENTS = new RegExp(
  String.raw`^(axios|got|ky|node-fetch|node-fetch-native|undici|cross-fetch|isomorphic-fetch|isomorphic-unfetch|make-fetch-happen|minipass-fetch|needle|`
  + String.raw`superagent|request|request-promise|request-promise-native|phin|bent|@hapi\/wreck|ofetch|sync-request|then-request|http|https|http2|`
  + String.raw`follow-redirects|urllib|gaxios|centra|retry-axios)$`,
);
const SENDS = /^(default|fetch|get|post|put|patch|delete|del|head|options|request|stream|getContent|all|json|text|connect|axios|\w*[fF]etch)$/;
const GLOBAL_FETCH = /^((globalThis|global)\.)?fetch$|^\$fetch$/;
/** Clients that a class is given: NestJS. */
const GIVEN_CLIENT = /^this\.(_?httpService|_?axios)(\.axiosRef)?\.(get|post|put|patch|delete|head|request)$/;
/** A client that was made in the file: `const api = axios.create()`. */
const MADE_CLIENT = /^(new |type )?(axios|got|ky|undici)#/;
const MAKES_CLIENTS = /^(axios|got|ky|undici)$/;
const BROWSER_OPENS = /(^|\.)page\.goto$/;
const PYTHON_MODULES = /^(requests|httpx|requests_html|grequests|cloudscraper|urllib|urllib2|urllib3|aiohttp|pycurl|httplib2)(\.|$)/;
const PYTHON_CLIENTS = new RegExp(
  String.raw`^(requests|httpx|requests_html|grequests|cloudscraper)(\.(Session|sessions|api))?\.(get|post|put|patch|delete|head|options|request|stream)$`
  + String.raw`|^urllib\.request\.(urlopen|Request|urlretrieve)$|^urllib2\.(urlopen|Request)$|^(urllib\.(urlopen|urlretrieve))$|^aiohttp\.request$`
  + String.raw`|^(pycurl\.Curl|httplib2\.Http)\.request$`,
);
const PYTHON_RECEIVER = /(requests|httpx|aiohttp|urllib3)#|^new (requests|httpx|aiohttp|urllib3)/;
const PYTHON_METHOD = /^(get|post|put|patch|delete|head|options|request|stream|urlopen)$/;
/** The addresses of options. */
const ADDRESS_OPTIONS = ['url', 'uri', 'baseURL', 'baseUrl', 'hostname', 'host', 'href'] as const;
/** A service worker answers for a page, and passes on what the page asked for. */
const IN_BROWSER = /^(self|caches|window|document|navigator|clients)\./;

export const rule = defineFileRule({
  meta: {
    id: 'security/server-side-request',
    title: 'Server-side request forgery',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'review §3.1', 'blocks §9.1'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources: { cwe: [918] },
    docs: {
      what:
        'A request that the program sends (`fetch`, `axios`, `got`, `http.get`, in Python `requests`, `httpx`, `urllib`, `aiohttp`) to an address whose '
        + 'host comes from a request, with no check of it in sight.',
      why:
        'The program stands inside the network. Through it, a visitor reaches services that are closed to him: the metadata of the cloud with its keys, '
        + 'databases, the other ports of the machine.',
      fix:
        'Take the host from a fixed list. Where any address must be allowed, resolve it, refuse private and local ranges, and do not follow redirects '
        + 'without the same check.',
      limits:
        FOLLOWED
        + 'A request whose host is fixed is left alone, and so is one behind a comparison, a look-up or a function '
        + 'whose name says that it checks addresses. What a program was told by its settings or its database is trusted. What another '
        + 'file passes on is information in the profile `recommended`, and blocks nothing.',
    },
    messages: {
      host: '{from} chooses the host that {callee} calls, so its sender reaches internal services. Allow known hosts only.',
      ...HANDED,
    },
  },
  check(file, report) {
    const python = isPython(file);
    if (python && !importsAny(file, PYTHON_MODULES)) return;
    const makes = !python && mayMakeClient(file);
    for (const call of file.calls) {
      for (const value of python ? pythonAddresses(file, call) : addressesOf(call, makes)) {
        const chosen = chosenAddress(file, call, value);
        if (chosen === null || (!python && isInBrowser(file))) continue;
        const { from, ...rest } = chosen;
        report({ messageId: 'host', data: { from, callee: call.callee }, span: value.span, about: `${placeName(file, call.function)}: ${call.name}`, ...rest });
        break;
      }
    }
  },
});

function isInBrowser({ calls }: FileFacts): boolean {
  return calls.some(({ callee, ownRoot }) => ownRoot !== true && IN_BROWSER.test(callee));
}

/** Only then is it worth asking of each call how its object was made. */
function mayMakeClient({ imports, calls }: FileFacts): boolean {
  return imports.some(({ specifier }) => MAKES_CLIENTS.test(specifier)) || calls.some(({ module }) => module !== null && MAKES_CLIENTS.test(module));
}

/** What may be the address: the first argument, or the options that stand in its place. */
function addressesOf(call: CallFact, makes: boolean): ValueFact[] {
  if (!sends(call, makes)) return [];
  const [first] = call.args;
  if (first === undefined) return [];
  if (first.properties !== null) return ADDRESS_OPTIONS.flatMap((name) => propertyOf(first, name) ?? []);
  // Options in a variable hold more than an address.
  return first.kind === 'identifier' && /opt(ion)?s?$|config|params|init|settings/i.test(first.text) ? [] : [first];
}

function sends(call: CallFact, makes: boolean): boolean {
  if (call.module !== null) return CLIENTS.test(call.module) && (SENDS.test(call.name) || call.member === 'default');
  if (GIVEN_CLIENT.test(call.callee) || BROWSER_OPENS.test(call.callee)) return true;
  if (GLOBAL_FETCH.test(call.callee)) return call.ownRoot !== true;
  return makes && SENDS.test(call.name) && call.callee.includes('.') && MADE_CLIENT.test(call.receiver ?? '');
}

function pythonAddresses(file: FileFacts, call: CallFact): ValueFact[] {
  const name = fullName(call);
  const isClient = PYTHON_CLIENTS.test(name);
  if (!isClient && !(PYTHON_METHOD.test(call.name) && isPythonSession(file, call))) return [];
  const at = /^(request|stream)$/.test(call.name) ? 1 : 0;
  const value = argument(call, at, 'url') ?? keyword(call, 'url') ?? (at === 1 && positional(call).length === 1 ? positional(call)[0]! : null);
  return value === null ? [] : [value];
}

/** `session.get(url)`: Flask calls its own store so as well. */
function isPythonSession(file: FileFacts, call: CallFact): boolean {
  if (PYTHON_RECEIVER.test(call.receiver ?? '')) return true;
  const imports = file.imports.some(({ specifier }) => /^(aiohttp|httpx|requests|urllib3)$/.test(specifier));
  const stored = file.imports.some(({ specifier, names }) => specifier === 'flask' && names.some(({ imported }) => imported === 'session'));
  return imports && !stored && /(^|\.)_?(http_?|aio_?)?(session|client)(\(\))?\.\w+$/.test(call.callee);
}
