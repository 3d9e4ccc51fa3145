/**
 * Requests that wait without end.
 *
 * A server that accepts the connection and never answers holds the thread that asked, and with enough of them the whole program.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import { isRunByHand } from '../kit/occasions.ts';
import { onceEach } from '../kit/once-each.ts';
import { argument, fullName, importsAny, keyword } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { isNearRequests } from '../kit/surroundings.ts';

/** They wait for ever by default; `httpx` gives up after five seconds and `aiohttp` after five minutes. */
const WAITS = /^requests\.(api\.)?(get|post|put|patch|delete|head|options|request)$/;
const OPENS = /^urllib\.request\.urlopen$|^urllib2\.urlopen$/;
const CLIENT = /^httpx\.(get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient)$/;
const SESSION = /(^| )requests(\.sessions)?#(sessions\.)?[sS]ession$/;
const METHOD = /^(get|post|put|patch|delete|head|options|request)$/;
const CLIENTS = /^(requests|httpx|urllib|urllib2)(\.|$)/;
const LOCAL = /\/\/(127\.|0\.0\.0\.0|\[::1)|alive_?url|localhost/i;
/** Whoever uses it waits for one answer. */
const OF_CLIENTS = /(^|[/_])(client|clients|testing|dashboard|cli|scripts?|helper)[/_.]/i;
/** Gives all requests of a session a timeout. */
const ADAPTS = /^(mount|HTTPAdapter|TimeoutHTTPAdapter|setdefaulttimeout|partial)$/;
/** Jobs that others wait for, and that run one after the other. */
const WORKERS = /^(celery|rq|dramatiq|huey|apscheduler|arq|airflow|kombu|pika|discord|telegram|aiogram|slack_bolt|homeassistant)([._]|$)/;

export const rule = defineFileRule({
  meta: {
    id: 'security/missing-timeout',
    title: 'Request without a timeout',
    severity: 'warning',
    roles: PRODUCTION_ONLY,
    languages: ['python'],
    guidelines: ['review §2.3', 'blocks §9.1'],
    criterion: 'practices',
    blocker: false,
    fixable: false,
    sources: { ruff: { S113: { by: 'facts' } }, pylint: ['missing-timeout'], cwe: [400] },
    docs: {
      what:
        'A request of `requests` or `urlopen` without a timeout, and one of `httpx` with `timeout=None`, once for each file. In the profile `recommended`, a '
        + 'warning in code that answers requests or works through jobs, and information elsewhere.',
      why: 'A server that accepts the connection and does not answer holds the thread that asked; with enough of them, the whole program stands still.',
      fix: 'Pass `timeout=10`, in seconds, or the two of connecting and reading: `timeout=(3, 30)`.',
      limits:
        'Sessions are followed within one file only, and left alone where an adapter is mounted. Options that are handed on (`**options`) may hold a timeout. '
        + '`httpx` and `aiohttp` give up by themselves.',
    },
    messages: {
      none: '{callee} waits without end for a server that does not answer. Pass timeout=, in seconds.',
      off: '{callee} waits without end, because its timeout is None. Pass a number of seconds.',
      again: 'Also here.',
    },
  },
  check(file, report) {
    if (!importsAny(file, CLIENTS) || file.calls.some(({ name }) => ADAPTS.test(name))) return;
    const placesOf = onceEach(file.path);
    for (const call of file.calls) {
      const messageId = judge(call);
      if (messageId === null) continue;
      const related = placesOf(messageId, call.calleeSpan);
      if (related === null) continue;
      report({
        messageId, data: { callee: call.callee }, span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.callee}`, related,
        // Who writes None has thought of it.
        ...(messageId === 'none' && holdsOthers(file) ? {} : { recommended: 'info' as const }),
      });
    }
  },
});

function judge(call: CallFact): 'none' | 'off' | null {
  const name = fullName(call);
  if (isLocal(call)) return null;
  const session = SESSION.test(call.receiver ?? '') && METHOD.test(call.name);
  const waits = session || WAITS.test(name) || OPENS.test(name);
  if (!waits && !CLIENT.test(name)) return null;
  if (keyword(call, '**') !== null) return null;
  // `urlopen(url, data, timeout)`
  const timeout = OPENS.test(name) ? argument(call, 2, 'timeout') : keyword(call, 'timeout');
  if (timeout === null) return waits ? 'none' : null;
  return timeout.kind === 'null' ? 'off' : null;
}

/** A program of this machine answers, or is not there. */
function isLocal({ args: [address] }: CallFact): boolean {
  if (address === undefined) return false;
  return LOCAL.test(address.text) || (address.pieces?.some((piece) => piece !== null && LOCAL.test(piece)) ?? false);
}

/** While it waits, visitors or other jobs do. */
function holdsOthers(file: FileFacts): boolean {
  if (isRunByHand(file) || file.executable === true || OF_CLIENTS.test(file.path)) return false;
  // Fixtures for tests: who runs them sees that they hang.
  if (file.imports.some(({ specifier }) => /^pytest(\.|$)/.test(specifier))) return false;
  return isNearRequests(file) || file.imports.some(({ specifier }) => WORKERS.test(specifier));
}
