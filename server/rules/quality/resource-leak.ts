/**
 * Files, connections and browsers that are not closed, or not on every path.
 *
 * Bad, because each call leaves one more open until the limit of the system is reached, far from the
 * line that caused it. What leaves the function (returned, kept in a field, passed on, captured) is
 * closed elsewhere, and what is opened while the module loads lives as long as the program, unless
 * the module reads or writes it there and then.
 */
import type { AcquisitionFact, CallFact, FileFacts } from '../../facts/file-facts.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { Said } from '../kit/messages.ts';
import { contains } from '../../text/spans.ts';
import { placeName } from '../kit/exposure.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { isPython, keyword } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

interface Resource {
  /** Name in the message. */
  what: string;
  /** Method or function that closes it. */
  close: string;
  /** Closed by a function of the module that opened it: `fs.closeSync(fd)`. */
  byModule?: true;
  /** May be left open on purpose: it ends when the other side does. */
  endsItself?: true;
  /** Holds nothing before this method is called. */
  startsBy?: string;
  opens(each: AcquisitionFact): boolean;
}

const from =
  (module: RegExp, member: RegExp) =>
  (each: AcquisitionFact): boolean =>
    each.module !== null && module.test(each.module) && member.test((each.member ?? '').replace(/^default\./, ''));
/** Called on something that came from a module: `pool.connect()` of a `new pg#Pool`. */
const on = (receiver: RegExp, name: RegExp) => (each: AcquisitionFact): boolean => receiver.test(each.receiver ?? '') && name.test(each.name);

const RESOURCES: readonly Resource[] = [
  { what: 'file', close: 'close', opens: from(/^(fs\/promises|fs-extra)$/, /^(open|opendir)$/) },
  { what: 'file', close: 'close', opens: (each) => from(/^fs$/, /^promises\.(open|opendir)$/)(each) || each.callee === 'Deno.open' },
  { what: 'file', close: 'closeSync', byModule: true, opens: from(/^(fs|graceful-fs|fs-extra)$/, /^openSync$/) },
  { what: 'folder', close: 'closeSync', opens: from(/^(fs|graceful-fs)$/, /^opendirSync$/) },
  { what: 'stream', close: 'end', endsItself: true, opens: from(/^(fs|graceful-fs|fs-extra)$/, /^createWriteStream$/) },
  {
    what: 'database connection',
    close: 'release',
    opens: (each) => /^(new |type )?pg(-\w+)?#(default\.)?Pool\b/.test(each.receiver ?? '') && each.name === 'connect',
  },
  {
    what: 'database connection',
    close: 'release',
    opens: (each) =>
      /(^|[.#_])\w*[pP]ool\.(connect|getConnection|acquire)$/.test(each.callee) && each.awaited && !/^(new |type )?(mssql|undici)/.test(each.receiver ?? ''),
  },
  { what: 'database connection', close: 'release', opens: on(/^(mysql2?(\/promise)?|mariadb)#createPool/, /^getConnection$/) },
  { what: 'database connection', close: 'end', opens: from(/^(mysql2?(\/promise)?|mariadb)$/, /^createConnection$/) },
  { what: 'database connection', close: 'end', startsBy: 'connect', opens: from(/^pg$/, /^Client$/) },
  { what: 'database connection', close: 'close', opens: from(/^mongodb$/, /^MongoClient(\.connect)?$/) },
  { what: 'database', close: 'close', opens: from(/^(better-sqlite3|sqlite3|sqlite|node:sqlite|bun:sqlite)$/, /^(default|Database|DatabaseSync|open)$/) },
  { what: 'connection', close: 'destroy', endsItself: true, opens: from(/^(net|tls)$/, /^(connect|createConnection)$/) },
  {
    what: 'connection',
    close: 'quit',
    endsItself: true,
    opens: (each) => from(/^redis$/, /^createClient$/)(each) || from(/^ioredis$/, /^(default|Redis)$/)(each),
  },
  {
    what: 'connection',
    close: 'close',
    endsItself: true,
    opens: (each) => (each.module === null && /^(new )?(WebSocket|EventSource)$/.test(each.callee)) || from(/^ws$/, /^(default|WebSocket)$/)(each),
  },
  { what: 'line reader', close: 'close', endsItself: true, opens: from(/^readline(\/promises)?$/, /^createInterface$/) },
  {
    what: 'browser',
    close: 'close',
    opens: (each) => from(/^(playwright(-\w+)?|@playwright\/test|puppeteer(-\w+)?)$/, /^(\w+\.)?(launch|launchPersistentContext)$/)(each),
  },
];

const LISTENS = /\.(on|once|addListener|prependListener|addEventListener)$/;

/** Resources in Python; `with` closes all of them. */
const PYTHON_RESOURCES: readonly Resource[] = [
  { what: 'file', close: 'close', opens: (each) => each.module === null && each.callee === 'open' },
  { what: 'file', close: 'close', opens: from(/^(io|os|codecs|gzip|bz2|lzma|tarfile|aiofiles)$/, /^(open|fdopen|GzipFile|BZ2File|LZMAFile|TarFile\.open)$/) },
  {
    what: 'file',
    close: 'close',
    opens: (each) => each.name === 'open' && (/^(new |type )?pathlib#/.test(each.receiver ?? '') || /(^|[._])path\.open$/i.test(each.callee)),
  },
  { what: 'archive', close: 'close', opens: from(/^(zipfile|tarfile)$/, /^(ZipFile|TarFile)$/) },
  {
    what: 'database connection',
    close: 'close',
    opens: from(
      /^(sqlite3|psycopg2?|psycopg2\.connect|MySQLdb|pymysql|mysql\.connector|cx_Oracle|oracledb|pyodbc|asyncpg|aiosqlite|duckdb|snowflake\.connector)$/,
      /^(connect|connect_async|AsyncConnection\.connect|Connection\.connect)$/,
    ),
  },
  { what: 'socket', close: 'close', opens: from(/^socket$/, /^(socket|create_connection|socketpair)$/) },
  { what: 'session', close: 'close', opens: from(/^(aiohttp)$/, /^ClientSession$/) },
  { what: 'client', close: 'close', opens: from(/^httpx$/, /^(Client|AsyncClient)$/) },
  { what: 'session', close: 'close', endsItself: true, opens: from(/^requests(\.sessions)?$/, /^(Session|session)$/) },
  { what: 'connection', close: 'quit', opens: from(/^(smtplib|ftplib|imaplib|poplib)$/, /^(SMTP|SMTP_SSL|FTP|FTP_TLS|IMAP4|IMAP4_SSL|POP3|POP3_SSL)$/) },
  { what: 'response', close: 'close', opens: from(/^urllib\.request$/, /^urlopen$/) },
  { what: 'pool of workers', close: 'shutdown', opens: from(/^concurrent\.futures$/, /^(ThreadPoolExecutor|ProcessPoolExecutor|thread\.ThreadPoolExecutor)$/) },
  { what: 'pool of workers', close: 'close', opens: from(/^multiprocessing(\.pool)?$/, /^(Pool|ThreadPool)$/) },
  { what: 'temporary file', close: 'close', endsItself: true, opens: from(/^tempfile$/, /^(TemporaryFile|NamedTemporaryFile)$/) },
  { what: 'database connection', close: 'putconn', opens: (each) => /(^|[._])\w*pool\.getconn$/i.test(each.callee) },
  { what: 'video', close: 'release', opens: from(/^cv2$/, /^(VideoCapture|VideoWriter)$/) },
];

const messages = {
  never: 'This {what} is never closed. Close it in a finally block with {close}.',
  maybe: 'This {what} stays open if something fails before {close}. Close it in a finally block.',
  neverPython: 'This {what} is never closed. Open it in a with statement.',
  maybePython: 'This {what} stays open if something fails before {close}. Open it in a with statement.',
  costly: 'This {what} stays open if something fails before {close}. Close it in a finally block.',
  costlyPython: 'This {what} stays open if something fails before {close}. Open it in a with statement.',
  passing: 'This {what} is never closed. Close it in a finally block with {close}.',
  passingPython: 'This {what} is never closed. Open it in a with statement.',
  inPlacePython: 'This {what} is only closed by the garbage collector. Open it in a with statement.',
  inPlace: 'This {what} can never be closed. Keep it in a variable and close it in a finally block.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'quality/resource-leak',
    title: 'Resource not closed',
    severity: 'error',
    recommended: 'warning',
    // What only stays open when something fails, ends by itself or soon, or belongs to a script, is hardly ever missed.
    recommendedFor: { maybe: 'info', maybePython: 'info', passing: 'info', passingPython: 'info', inPlacePython: 'info' },
    roles: GENTLE_OUTSIDE,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §10', 'review §3.2', 'review §3.1', 'review §2.1', 'style §9', 'patterns §5'],
    criterion: 'error-handling',
    blocker: true,
    fixable: true,
    sources: {
      ruff: byFacts('SIM115'),
      pylint: ['consider-using-with'],
    },
    docs: {
      what:
        'A file, stream, connection or browser that a function opens and does not close. As a warning also one that is not closed if something in between '
        + 'fails or returns. In the profile `recommended` the latter is a warning only for connections of a pool; what ends by itself or with '
        + 'the script, in Python all but archives that are written, is '
        + 'information.',
      why: 'Every call leaves one more open. Once the limit of the system or pool is reached, everything that needs one waits or fails.',
      fix: 'Close it in a `finally` block, or use `await using`, or `with` in Python. Or return it, so that the caller closes it.',
      limits:
        'What leaves the function is assumed to be closed elsewhere, and an archive that is read from memory (`BytesIO`) holds nothing. Pools, '
        + 'servers, watchers and what a module opens while it loads are meant to stay '
        + 'open, except for a file that a Python script reads or writes there and then. Known are Node, Python\'s standard library and the usual clients '
        + 'for databases and browsers.',
    },
    messages,
  },
  check(file, report) {
    for (const each of file.acquisitions) {
      const python = isPython(file);
      // Cells of a notebook are run one by one, and later cells use what they open.
      if (each.managed || each.escapes || (each.function < 0 && (!python || file.language === 'notebook' || each.variable === null))) continue;
      const resource = (python ? PYTHON_RESOURCES : RESOURCES).find((candidate) => candidate.opens(each));
      if (resource === undefined || !isStarted(file, each, resource)) continue;
      const found = judge(each, resource);
      // A script that fails ends, and the system closes what it holds.
      if (found === null || (each.function < 0 && found === 'maybe') || isHandedOn(each, resource, file)) continue;
      const close = resource.byModule ? `${resource.close}(${each.variable ?? ''})` : `${each.variable ?? ''}.${resource.close}()`;
      report({
        ...said(gravityOf(found, each, resource, file), { what: resource.what, close }, python),
        // Python usually closes what nothing references soon.
        ...(found === 'maybe' || resource.endsItself || (found === 'inPlace' && python) ? { severity: 'warning' } : {}),
        span: each.span,
        about: `${placeName(file, each.function)}: ${each.callee}`,
        fixes: python ? withOffer(each, resource) : fixesFor(file, each, resource),
      });
    }
  },
});

function isStarted(file: FileFacts, { variable }: AcquisitionFact, { startsBy }: Resource): boolean {
  return startsBy === undefined || (variable !== null && file.calls.some((call) => call.callee === `${variable}.${startsBy}`));
}

type Fault = 'never' | 'maybe' | 'inPlace';

/** `connect().then((client) => …)` and `getConnection(done)` give it to a callback; a connection of a pool that is listened to is kept for what comes. */
function isHandedOn({ span, variable }: AcquisitionFact, { close }: Resource, file: FileFacts): boolean {
  if (variable === null)
    return file.calls.some((call) => (call.span.join() === span.join()
      ? call.args.some(({ kind, text }) => kind === 'function' || /^(cb|callback|done)\b/.test(text))
      : call.name === 'then' && contains(call.calleeSpan, span)));
  return close === 'release' && file.calls.some(({ callee }) => LISTENS.test(callee) && callee.startsWith(`${variable}.`));
}

/** A pool has few connections. What a script or a cell opens ends with it, and a browser that is driven by one mostly too. */
function gravityOf(fault: Fault, each: AcquisitionFact, { what, close, endsItself }: Resource, file: FileFacts): Fault | 'costly' | 'passing' {
  if (fault === 'maybe') return what === 'database connection' && /^(release|putconn)$/.test(close) && file.language !== 'notebook' ? 'costly' : 'maybe';
  // Python closes what nothing refers to any more; an archive gets its table of contents only when it is closed.
  const isShort = endsItself === true || each.function < 0 || file.language === 'notebook' || endsProgram(file)
    || (isPython(file) && (!/^(zipfile|tarfile)$/.test(each.module ?? '') || !isWritten(each, file) || isGivenOut(each, file) || isOverFile(each, file)));
  return fault === 'never' && isShort ? 'passing' : fault;
}

/** A script that ends itself, and with it all that it has opened: `process.exit(1)`. */
function endsProgram(file: FileFacts): boolean {
  return file.calls.some(({ callee }) => callee === 'process.exit');
}

/** A generator gives out what it reads as it is asked for, and is let go with its caller. */
function isGivenOut({ function: at }: AcquisitionFact, file: FileFacts): boolean {
  return file.functions[at]?.generator === true;
}

/** A file that is open already, which whoever opened it closes. */
const OPEN_FILE = /^(f|fp|fh|file|file_?obj\w*|fileobj|stream|buf(fer)?|handle)$/;

function isOverFile(acquisition: AcquisitionFact, file: FileFacts): boolean {
  const args = openingOf(acquisition, file)?.args ?? [];
  return args.some(({ kind, text }) => (kind === 'identifier' && OPEN_FILE.test(text)) || /\bfileobj['"]?\s*[=:]/.test(text));
}

/** `open(path, "w")`: what was written is sure to be on the disk, and an archive has a table of contents, only when it is closed. */
function isWritten(acquisition: AcquisitionFact, file: FileFacts): boolean {
  const opening = openingOf(acquisition, file);
  // What is written to nowhere is missed by nobody.
  return opening !== undefined && !/dev\/?null/.test(opening.args[0]?.text ?? '')
    && [...opening.args, keyword(opening, 'mode')].some((each) => each?.kind === 'string' && /^[rbtU]*[wax][bt+]*$/.test(each.text));
}

/** The call that opens it. */
function openingOf({ span }: AcquisitionFact, file: FileFacts): CallFact | undefined {
  return file.calls.find((call) => call.span.join() === span.join());
}

function said(fault: Fault | 'costly' | 'passing', data: { what: string; close: string }, python: boolean): Said<typeof messages> {
  if (fault === 'inPlace') return { messageId: python ? 'inPlacePython' : 'inPlace', data: { what: data.what } };
  if (fault === 'maybe') return { messageId: python ? 'maybePython' : 'maybe', data };
  if (fault === 'costly') return { messageId: python ? 'costlyPython' : 'costly', data };
  if (fault === 'passing') return python ? { messageId: 'passingPython', data: { what: data.what } } : { messageId: 'passing', data };
  return python ? { messageId: 'neverPython', data: { what: data.what } } : { messageId: 'never', data };
}

function judge(each: AcquisitionFact, resource: Resource): Fault | null {
  if (each.closedBy.length === 0) {
    if (each.variable !== null) return 'never';
    // Listeners and pipes attached in place keep it alive; only what cannot end by itself is certain.
    return resource.endsItself ? null : 'inPlace';
  }
  return each.exitBeforeClose && !each.closedInFinally && !resource.endsItself ? 'maybe' : null;
}

function fixesFor(file: FileFacts, each: AcquisitionFact, { close, byModule }: Resource): FixOffer[] {
  if (each.variable === null) return [];
  const isAsync = file.functions[each.function]?.async === true;
  if (!isAsync && each.awaited) return [];
  const data = { variable: each.variable, close, byModule: byModule === true, awaited: each.awaited && close !== 'release' };
  const offers: FixOffer[] = [{ id: 'close-in-finally', title: 'Close it in a finally block', data }];
  if (file.language === 'typescript' && each.closedBy.length === 0 && each.name === 'open' && /^fs/.test(each.module ?? '')) {
    offers.push({ id: 'scoped-resource', title: 'Use await using', data: { variable: each.variable } });
  }
  return offers;
}

/** In Python. Not offered for what `with` does not close, closes in another way, or closes too soon (a temporary file used by its name). */
function withOffer(each: AcquisitionFact, { what, close }: Resource): FixOffer[] {
  const asynchronous = /^(aiohttp|aiofiles)$/.test(each.module ?? '') || each.name === 'AsyncClient';
  const unfit =
    /^(poplib|multiprocessing(\.pool)?|asyncpg|aiosqlite)$/.test(each.module ?? '') ||
    (each.module === 'os' && each.name === 'open') ||
    each.name === 'socketpair' ||
    close === 'release' ||
    close === 'putconn' ||
    what === 'temporary file';
  if (unfit || (each.awaited && each.module !== 'aiofiles')) return [];
  // Their `with` ends a transaction, not the connection.
  const manner = what === 'database connection' && each.module !== 'duckdb' ? 'closing' : asynchronous ? 'async' : 'with';
  return [{ id: 'scoped-resource', title: 'Open it in a with statement', data: { manner, close, what } }];
}
