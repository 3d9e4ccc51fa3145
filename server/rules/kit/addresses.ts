/** Whether a part of a request decides where an address leads; shared by the rules about requests and redirects. */
import type { CallFact, FileFacts, Origin, ValueFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import type { Awaited } from '../../findings/finding.ts';
import { awaited, ON_ITS_WAY } from './awaited.ts';
import { sentOrigin } from './sent.ts';
import { isTested } from './tested.ts';

/** The address of the request itself: it leads to this server, or to where a browser has come from. */
export const OWN_ADDRESS = new RegExp(
  String.raw`^(\w+\.)*(req|request|ctx|context|event|c)\.(req\.|request\.|nextUrl\.|URL\.)?(url|originalUrl|path|pathname|baseUrl|hostname|host|host_url|`
  + String.raw`base_url|root_url|url_root|full_path|subdomains|ips?|protocol|rel_url|URL)$|request\.url\.\w+|`
  + String.raw`get_full_path|build_absolute_uri|url_for|urlencode|query_string|`
  + String.raw`\.search$|referr?er|header\w*\W+(host|origin|x-forwarded)|HTTP_(X_)?(HOST|ORIGIN|FORWARDED)|get\(['"](host|origin|x-forwarded[\w-]*)['"]\)`,
  'i',
);
/** Takes off what stands at an end, and leaves the address what it is. */
const TRIMMED = /(\.(rstrip|lstrip|strip|trim|trimEnd|trimStart|removesuffix|replace|slice|toString|toLowerCase|lower)\([^()]*\))+$/;
/** A path, a query or a fragment of a page of this server, or a complete host: what follows cannot lead elsewhere. */
const STAYS = /^\s*(?:\w+:)?\/\/[^/?#\s]+[/?#]|^\s*(?:\/(?!\/)|[?#])|^\s*(?!\w+:|\/\/)[^\s:]*[\w?#.-]/;
/** Makes an address from a route, a number or a part that is encoded. */
const CLEANS = /encodeURI(Component)?\(\)|quote(_plus)?\(\)|url_?for|reverse|resolve_url|safe|sanitiz|clean|valid|allow|trusted|check|basename|urlencode/i;
/** Looks at where an address leads, whatever it is called. */
const ABOUT_ADDRESS = new RegExp(
  String.raw`host(name)?\b|netloc|\.origin\b|domain|allow_?list|white_?list|black_?list|deny_?list|allowed|private_?ip|is_?private|internal|`
  + String.raw`loopback|redirect_?uris?|(safe|valid|trusted|permitted|local|relative|external|absolute|ssrf)\w*(url|uri|redirect|link|next|host|address|path)|`
  + String.raw`(url|uri|redirect|link|host|address)_?(is)?_?(safe|valid|allowed|trusted|local)|ssrf|url_has_allowed`,
  'i',
);

const ROUTE_PART = /^(req|request|ctx|context)\.(req\.)?params\.[\w$]+$/;

/** What chooses where an address leads, in words; and what that awaits, where it is for other files to tell. */
export interface ChosenAddress {
  from: string;
  awaits?: Awaited;
  recommended?: 'info';
  blocks?: false;
}

/**
 * Whether a request chooses where an address leads: a part of it that the file shows, or one that another file hands to the function.
 * @param file with the call
 * @param call that uses the address
 * @param value the address
 * @returns null where it cannot choose, or the code looks at the address first
 */
export function chosenAddress(file: FileFacts, call: AddressCall, value: ValueFact): ChosenAddress | null {
  const origin = addressFromRequest(file, call, value);
  if (origin !== null) return { from: origin.text };
  const awaits = awaitedAddress(file, call, value);
  return awaits === null ? null : { from: value.text, awaits, ...ON_ITS_WAY };
}

type AddressCall = Pick<CallFact, 'span' | 'function'>;

function addressFromRequest(file: FileFacts, call: AddressCall, value: ValueFact): Origin | null {
  const leading = leadingOrigins(file, value);
  if (leading.length === 0) return null;
  const origin = sentOrigin(file, { ...value, constant: false, origins: leading }, call.function, { cleans: CLEANS });
  if (origin === null || isFiltered(file, call) || isGroupOfRoute(file, call, origin)) return null;
  if (OWN_ADDRESS.test(origin.text.replace(TRIMMED, '')) || (CLEANS.test(value.text) && value.kind === 'call')) return null;
  return isTested(file, call, value, origin, ABOUT_ADDRESS) ? null : origin;
}

/** `app.use(/^(\/orders\/\d+)\/?$/, …)`: what the first group of the route has matched begins with a path of this server. */
function isGroupOfRoute({ calls }: FileFacts, { span }: AddressCall, { text }: Origin): boolean {
  return /\.params\.?\[(0|'0')?\]$/.test(text)
    && calls.some(({ span: around, args: [route] }) => route?.kind === 'regex' && /^\/\^\((\?:)?\\\/[\w-]/.test(route.text) && contains(around, span));
}

function awaitedAddress(file: FileFacts, call: AddressCall, value: ValueFact): Awaited | null {
  const leading = leadingOrigins(file, value);
  if (leading.length === 0 || (CLEANS.test(value.text) && value.kind === 'call') || isFiltered(file, call)) return null;
  const found = awaited(file, call, { ...value, constant: false, origins: leading }, { cleans: CLEANS, about: ABOUT_ADDRESS });
  return found === null ? null : { ...found, except: ['own-address', 'behind'] };
}

/** `axios.get(url, { httpAgent: ssrfFilter(url) })`: the connection itself refuses addresses of the network. */
function isFiltered({ calls }: FileFacts, { span }: AddressCall): boolean {
  return calls.some((other) => /ssrf/i.test(other.name) && contains(span, other.span));
}

/** Origins of what stands at the start, or where the host would be: all of a value that is passed as it is. */
function leadingOrigins(file: FileFacts, value: ValueFact): Origin[] {
  const { pieces, origins, text, kind } = value;
  if (value.constant || kind === 'function' || kind === 'array' || kind === 'object') return [];
  if (pieces === null) {
    // `new URL('/x', base)` stays where its first argument is a path.
    const made = kind === 'call' ? text : file.calls.find(({ target, name }) => target === text && /^(URL|urljoin|resolve)$/.test(name))?.args[0];
    if (typeof made === 'string' ? /^(new )?(\w+\.)?(URL|urljoin|resolve)\(\s*f?['"`]/.test(made) : made !== undefined && STAYS.test(made.text)) return [];
    // `paths.page.replace(':id', id)`: what is put in does not lead.
    const replaced = kind === 'call' ? /^(.+?)\.replace(All)?\(/s.exec(text)?.[1] : undefined;
    if (replaced !== undefined) return origins.filter((origin) => replaced.includes(lastName(origin.text)));
    // Of what is put together, only what stands first.
    return kind === 'other' && /\S\s*\+\s*\S/.test(text) ? origins.slice(0, 1) : [...origins];
  }
  const at = pieces.indexOf(null);
  if (at < 0 || STAYS.test(pieces.slice(0, at).join(''))) return [];
  const [first] = origins;
  // A part of a route holds no slash, so that behind it the path of this server goes on.
  if (first === undefined || (pieces.slice(0, at).join('') === '' && ROUTE_PART.test(first.text) && pieces[at + 1]?.startsWith('/') === true)) return [];
  // Where more is inserted than has an origin, the first may be fixed: only what is seen to stand there counts.
  const isFirst = pieces.filter((piece) => piece === null).length <= origins.length || firstInserted(text) === first.text;
  // `base + path`: each of several origins of one insertion may stand there; the first one is enough.
  return isFirst ? [first] : [];
}

/** `next` of `req.query.next` and `req.query['next']`. */
function lastName(text: string): string {
  return /([\w$-]+)['"\])]*$/.exec(text)?.[1] ?? text;
}

/**
 * @param file with the value
 * @param value that may be put together
 * @returns the value, with the origins of what stands at its start alone: only these choose where an address leads
 */
export function leadingPart(file: FileFacts, value: ValueFact): ValueFact {
  return value.pieces === null ? value : { ...value, origins: leadingOrigins(file, value) };
}

function firstInserted(text: string): string | null {
  const found = /^[^$]*?\$\{([^{}]+)\}/.exec(text) ?? /\{([\w.[\]'"()]+)\}/.exec(text) ?? /^([\w$.]+)\s*\+/.exec(text);
  return found?.[1]?.trim() ?? null;
}
