/** Python connections that do not verify the other side, for the rule about insecure transport. */
import type { AssignmentFact, CallFact, FileFacts } from '../../../facts/file-facts.ts';
import { contains } from '../../../text/spans.ts';
import { placeName } from '../../kit/exposure.ts';
import type { Span } from '../../../facts/span.ts';
import { fullName, keyword } from '../../kit/python.ts';
import { sendsPythonRequest } from '../../kit/requests.ts';
import type { TransportDraft } from './messages.ts';

/** Libraries whose calls take `verify` and the like. */
const CLIENT = new RegExp(
  String.raw`^(requests|httpx|aiohttp|urllib3|boto3|botocore|pycurl|hvac|consul|elasticsearch|opensearchpy|tornado|httplib2|ldap3?|`
  + String.raw`pymongo|redis|psycopg2?|mysql|websockets?|websocket)(\.|$)`,
);

/** A switch that turns certificate verification off. */
export function judgePythonSwitch(file: FileFacts, { name, target, value, span, function: at, kind }: AssignmentFact): TransportDraft | null {
  const about = `${placeName(file, at)}: ${target}`;
  const off = value.kind === 'boolean' && value.text === 'false';
  // A caller who can ask for it made the choice.
  const mild = kind === 'member' && isAskedFor(file, at) ? { severity: 'warning' as const, recommended: 'info' as const } : {};
  // A class of one's own that stands for a context where there is none.
  if (name === 'check_hostname' && target === name && kind !== 'property') return null;
  if (name === 'check_hostname' && off)
    return isPinned(file, target, at) ? null : { messageId: 'pythonUnchecked', data: { name, value: 'False' }, span, about, ...mild };
  // Both switches of one context are turned off together: one finding says it.
  if (name === 'verify_mode' && isHostIgnored(file, target, at)) return null;
  if (/^(verify_mode|cert_reqs)$/.test(name) && /^['"]?(\w+\.)*CERT_NONE\b/.test(value.text)) {
    // `CERT_NONE if insecure else CERT_REQUIRED`: a setting decides.
    const isChosen = / if .+ else /s.test(value.text);
    return {
      messageId: 'pythonUnchecked', data: { name, value: isChosen ? 'CERT_NONE' : value.text }, span, about, ...mild,
      ...(isChosen ? { severity: 'warning', recommended: 'info' } : {}),
    };
  }
  if (name === '_create_default_https_context' && /_create_unverified_context$/.test(value.text))
    return { messageId: 'pythonEverywhere', data: { name: target }, span, about };
  if (name === 'PYTHONHTTPSVERIFY' && value.constant && value.text === '0') return { messageId: 'pythonEverywhere', data: { name }, span, about };
  if (/^(verify|verify_ssl|ssl_verify|validate_certs)$/.test(name) && off) {
    if (kind === 'member')
      return /(^|\.)(session|client|sess|s|http|requests?|_session|_client)\.verify$/i.test(target)
        ? { messageId: 'pythonUnchecked', data: { name: target, value: 'False' }, span, about }
        : null;
    const call = callAround(file, span, (each) => CLIENT.test(fullName(each)) || CLIENT.test(receiverModule(each)) || sendsPythonRequest(each));
    // Without TLS there is no certificate to verify.
    if (call === null || file.calls.some((each) => contains(each.span, span) && isPlain(each))) return null;
    // Through a proxy of somebody else, the answer proves nothing anyway: such requests try the proxy out, or hide where they come from.
    const proxied = keyword(call, 'proxies') ?? keyword(call, 'proxy');
    return { messageId: 'pythonUnchecked', data: { name, value: 'False' }, span, about, ...(proxied === null ? {} : { recommended: 'info' as const }) };
  }
  if (name === 'disable_ssl_certificate_validation' && value.text === 'true')
    return { messageId: 'pythonUnchecked', data: { name, value: 'True' }, span, about };
  if (name === 'ssl' && off && kind === 'property')
    return callAround(file, span, (call) => /^aiohttp\./.test(fullName(call)) || /^(new )?aiohttp#/.test(call.receiver ?? '')) === null
      ? null
      : { messageId: 'pythonUnchecked', data: { name, value: 'False' }, span, about };
  return null;
}

function isPlain({ args: [address] }: CallFact): boolean {
  return (address?.pieces?.[0] ?? (address?.constant === true ? address.text : '')).startsWith('http://');
}

/** The context trusts one certificate only, whatever name it has: `create_default_context(cafile=path)`. */
function isPinned(file: FileFacts, target: string, at: number): boolean {
  return !isGiven(file, `${contextOf(target)}.verify_mode`, at, /CERT_NONE/)
    && file.calls.some((call) => call.function === at && call.target === contextOf(target) && keyword(call, 'cafile') !== null);
}

/** `context.check_hostname = False` for the same context, in the same function. */
function isHostIgnored(file: FileFacts, target: string, at: number): boolean {
  return isGiven(file, `${contextOf(target)}.check_hostname`, at, /^false$/);
}

/** `context` of `context.verify_mode`. */
function contextOf(target: string): string {
  return target.replace(/\.\w+$/, '');
}

function isGiven({ assignments }: FileFacts, target: string, at: number, value: RegExp): boolean {
  return assignments.some((each) => each.function === at && each.target === target && value.test(each.value.text));
}

const SWITCH = /verif|ssl|secure|cert|check|trust|valid/i;

/** A parameter or the name of the function shows that skipping verification is the caller's choice. */
function isAskedFor(file: FileFacts, at: number): boolean {
  const fn = file.functions[at];
  const isSwitch = ({ name }: { name: string }): boolean => SWITCH.test(name);
  // The switch may have been given when the object was made.
  const asked =
    fn !== undefined &&
    fn.owner >= 0 &&
    file.functions.some((other) => other.owner === fn.owner && /^__init__$/.test(other.name) && other.params.some(isSwitch));
  return fn !== undefined && (asked || /no_verif|unverified|insecure|no_check/.test(fn.name) || fn.params.some(isSwitch));
}

/** Calls that skip verification or use an unencrypted protocol. */
export function judgePythonConnection(file: FileFacts, call: CallFact): TransportDraft | null {
  const name = fullName(call);
  const about = `${placeName(file, call.function)}: ${call.name}`;
  if (name === 'ssl._create_unverified_context') return { messageId: 'pythonContext', data: { callee: call.callee }, span: call.span, about };
  if (/^ssl\.(wrap_socket)$/.test(name)) return { messageId: 'pythonContext', data: { callee: call.callee }, span: call.span, about, severity: 'warning' };
  const protocol = keyword(call, 'ssl_version') ?? (name === 'ssl.SSLContext' ? call.args[0] ?? null : null);
  const old = protocol === null ? null : /PROTOCOL_(SSLv2|SSLv3|TLSv1|TLSv1_1)$/.exec(protocol.text)?.[1];
  if (old) return { messageId: 'oldProtocol', data: { value: old.replace('_', '.') }, span: protocol!.span, about, severity: 'warning' };
  if (call.name === 'set_missing_host_key_policy' && /AutoAddPolicy|WarningPolicy/.test(call.args[0]?.text ?? ''))
    return { messageId: 'pythonHostKey', span: call.args[0]!.span, about, severity: 'warning' };
  if (name === 'telnetlib.Telnet' || name === 'ftplib.FTP') {
    // Without a password, only the name of a public file travels in the open.
    if (file.calls.some((other) => other.name === 'login' && (other.args.length === 0 || other.firstString === 'anonymous'))) return null;
    // Who asks for FTP by name, or may ask for FTP_TLS, knows what it is.
    const isOffered = file.calls.some((other) => fullName(other) === 'ftplib.FTP_TLS') || /ftp|telnet/i.test(placeName(file, call.function))
      || file.role === 'script';
    return {
      messageId: 'pythonPlain',
      data: { callee: call.callee },
      span: call.calleeSpan,
      about,
      severity: 'warning',
      ...(isOffered ? { recommended: 'info' } : {}),
    };
  }
  return null;
}

function receiverModule(call: CallFact): string {
  return /^(?:new |type )?([\w.]+)#/.exec(call.receiver ?? '')?.[1] ?? '';
}

function callAround(file: FileFacts, span: Span, test: (call: CallFact) => boolean): CallFact | null {
  return file.calls.find((call) => contains(call.span, span) && test(call)) ?? null;
}
