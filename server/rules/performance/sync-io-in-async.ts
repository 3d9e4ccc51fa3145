/**
 * Calls that block the whole process while they wait for a file or a program, in code that is
 * asynchronous or handles requests.
 *
 * Bad, because JavaScript has one thread: while it waits, no other request is handled and no timer
 * runs. At start-up and in command-line programs nothing else is waiting, and they are left alone.
 */
import type { CallFact, FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { enclosing } from '../kit/enclosing.ts';
import { placeName } from '../kit/exposure.ts';
import { talksInTerminal } from '../kit/occasions.ts';
import { fullName, isPython } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

const MODULES =
  /^(fs|fs-extra|graceful-fs|child_process|zlib|cross-spawn|execa|jsonfile|write-file-atomic|load-json-file|rimraf|mkdirp|del|globby|fast-glob|tinyglobby)$/;
const CRYPTO = /^(pbkdf2Sync|scryptSync|generateKeyPairSync|generatePrimeSync|hashSync|compareSync|genSaltSync)$/;
const CRYPTO_MODULES = /^(crypto|bcrypt|bcryptjs|argon2)$/;
/** So short that the asynchronous version costs more than it saves, or without one. */
const SHORT = /^(existsSync|accessSync|closeSync|fsyncSync|pathExistsSync)$/;
/** Runs once, before anything else waits. */
const START_UP = new RegExp(
  '^((main|run|start|startup|boot|bootstrap|init|initialize|setup|configure|install|build|prepare|activate|cli|exec|execute|launch|'
  + 'loadConfig|listen)([A-Z]\\w*)?|'
  + '(main|startup|init|initialize|setup|bootstrap|configure)_\\w+|lifespan|on_startup)$',
);
const TERMINAL_PATH = new RegExp(
  String.raw`(^|\/)(cli|bin|cmd|commands?|scripts?|generators?|build|tasks?|installer|updater|electron|dev|migrations?)(\/|`
  + String.raw`\.[cm]?[jt]sx?$)|[-.](cli|command|generator)\.[cm]?[jt]sx?$`,
);
/** Frameworks that hand requests to functions. */
const SERVERS = /(^|[ #@/])(express|fastify|koa|@koa\/router|hono|restify|polka|router|connect|h3|http|https|http2|next-connect|elysia)(#|$|\.)/i;
const REGISTERS =
  /^(get|post|put|patch|delete|head|options|all|use|route|on|register|addHook|createServer|createSecureServer|eventHandler|defineEventHandler)$/;

export const rule = defineFileRule({
  meta: {
    id: 'performance/sync-io-in-async',
    title: 'Blocking call in asynchronous code',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.1', 'blocks §8.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: true,
    sources: { eslint: ['no-sync', 'n/no-sync', 'node/no-sync'] },
    docs: {
      what: 'A call such as `readFileSync`, `execSync` or `pbkdf2Sync` in an asynchronous function, or in a function that handles requests.',
      why: 'The only thread is blocked until the disk or the other program answers. Every other request and timer waits with it.',
      fix: 'Use the version that returns a promise: `await readFile(…)` of `node:fs/promises`, `execFile` with `promisify`, `pbkdf2` with a callback.',
      limits:
        'Start-up code and command-line programs are recognized by names and imports, and skipped. A blocking call inside a synchronous function that is '
        + 'called from here is not seen.',
    },
    messages: {
      inAsync: '{call} blocks the event loop, and {place} is asynchronous. Await the version that returns a promise.',
      inPython: '{call} blocks the event loop, and {place} is asynchronous. Use {instead} instead.',
      inHandler: '{call} blocks the event loop, and {place} handles requests: all others wait. Await the version that returns a promise.',
    },
  },
  check(file, report) {
    const python = isPython(file);
    const blocking = file.calls.filter(python ? isPythonBlocking : isBlocking);
    if (blocking.length === 0 || TERMINAL_PATH.test(file.path) || talksInTerminal(file)) return;
    const handlers = handlerStarts(file);
    for (const call of blocking) {
      const found = surrounding(file, call, handlers);
      if (found === null) continue;
      const isShort = python && call.callee === 'open';
      const data = { call: `${python ? call.callee : call.name}()`, place: found.fn.name === '' ? 'this function' : found.fn.name };
      report({
        ...(python
          ? { messageId: 'inPython' as const, data: { ...data, instead: insteadOf(call) } }
          : { messageId: found.handler ? ('inHandler' as const) : ('inAsync' as const), data }),
        span: call.calleeSpan,
        about: `${placeName(file, call.function)}: ${call.name}`,
        ...(isShort ? { severity: 'info' as const } : {}),
        fixes:
          found.fn.async && file.functions[call.function] === found.fn && call.module === 'fs'
            ? [{ id: 'await-file', title: `Await ${call.name.replace(/Sync$/, '')} instead` }]
            : [],
      });
    }
  },
});

const PYTHON_BLOCKING = new RegExp(
  String.raw`^(time\.sleep|requests\.(\w+\.)?(get|post|put|patch|delete|head|options|request)|httpx\.(get|post|put|patch|delete|`
  + String.raw`head|options|request|stream)|urllib\.request\.(urlopen|urlretrieve)|subprocess\.(run|call|check_call|check_output|`
  + String.raw`getoutput)|os\.(system|popen)|socket\.(create_connection|getaddrinfo|gethostbyname)|sqlite3\.connect|`
  + String.raw`psycopg2\.connect|pandas\.read_(csv|parquet|excel|json|sql|sql_query)|shutil\.(copytree|rmtree|copyfile|copy|move)|`
  + String.raw`hashlib\.(pbkdf2_hmac|scrypt)|bcrypt\.(hashpw|checkpw))$`,
);

/** Blocks the event loop until it is done. Reading a file is reported at `open` alone. */
function isPythonBlocking(call: CallFact): boolean {
  if (call.function < 0 || call.awaited) return false;
  const name = fullName(call);
  if (PYTHON_BLOCKING.test(name)) return true;
  if (/^(new )?requests(\.sessions)?#Session$/.test(call.receiver ?? '')) return /^(get|post|put|patch|delete|head|request)$/.test(call.name);
  return call.callee === 'open' && call.ownRoot !== true && call.module === null;
}

function insteadOf(call: CallFact): string {
  const name = fullName(call);
  if (name === 'time.sleep') return 'asyncio.sleep';
  if (/^(requests|httpx|urllib)\./.test(name) || /requests/.test(call.receiver ?? '')) return 'an asynchronous client such as httpx.AsyncClient';
  if (/^(subprocess|os)\./.test(name)) return 'asyncio.create_subprocess_exec';
  return 'a thread with asyncio.to_thread';
}

function isBlocking(call: CallFact): boolean {
  if (call.module === null || call.function < 0 || SHORT.test(call.name)) return false;
  const last = call.member?.split('.').at(-1) ?? call.name;
  if (CRYPTO_MODULES.test(call.module)) return CRYPTO.test(last);
  return /Sync$/.test(last) && !SHORT.test(last) && MODULES.test(call.module);
}

/** The places where functions begin that are passed to a server. */
function handlerStarts(file: FileFacts): ReadonlySet<string> {
  const starts = new Set<string>();
  for (const call of file.calls) {
    if (!REGISTERS.test(call.name) || !(SERVERS.test(call.receiver ?? '') || SERVERS.test(`#${call.module ?? ''}#`))) continue;
    for (const value of call.args) if (value.kind === 'function') starts.add(at(value.span));
  }
  return starts;
}

function at(span: Span): string {
  return `${span[0]}:${span[1]}`;
}

/** The asynchronous or request-handling function around a call; callbacks of iteration are looked through. */
function surrounding(file: FileFacts, call: CallFact, handlers: ReadonlySet<string>): { fn: FunctionFact; handler: boolean } | null {
  for (const index of enclosing(file, call.function)) {
    const fn = file.functions[index]!;
    const handler = handlers.has(at(fn.span)) || isHandlerBySignature(fn);
    if (handler) return { fn, handler };
    if (fn.async) return START_UP.test(fn.name) ? null : { fn, handler };
    if (!file.loops.some((loop) => loop.kind === 'callback' && loop.function === index)) return null;
  }
  return null;
}

/** `(req, res)`, `(request, reply)`. */
function isHandlerBySignature(fn: FunctionFact): boolean {
  const [first, second] = fn.params;
  return first !== undefined && second !== undefined && /^_?(req|request)$/.test(first.name) && /^_?(res|response|reply|h)$/.test(second.name);
}
