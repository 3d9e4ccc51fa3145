/** Where an import leads, judged by its specifier alone: the groups that imports are sorted into. */
import type { Language } from './module-facts.ts';

export const IMPORT_GROUPS = ['builtin', 'external', 'internal', 'relative'] as const;

/** Modules of the platform; packages; the project by an alias; the project by a relative path. */
export type ImportGroup = (typeof IMPORT_GROUPS)[number];

const NODE: ReadonlySet<string> = new Set([
  'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector',
  'module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 vm wasi',
  'worker_threads zlib',
].join(' ').split(' '));

const PYTHON: ReadonlySet<string> = new Set([
  'abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath',
  'cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses',
  'datetime dbm decimal difflib dis distutils doctest email enum errno faulthandler fcntl filecmp fileinput fnmatch encodings ensurepip idlelib lib2to3 fractions ftplib functools gc',
  'genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress itertools',
  'json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder multiprocessing netrc nis nntplib ntpath numbers',
  'opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats',
  'pty pwd py_compile pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex',
  'shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep',
  'struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token',
  'tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser wsgiref',
  'xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo',
].join(' ').split(' '));

/** Parts of Python's library that are written in C. */
const PYTHON_INTERNAL = /^_(thread|collections_abc|io|ctypes|socket|ast|weakref|weakrefset|ssl|csv|json|struct|winapi|imp|operator|typing|abc|random|strptime|sqlite3|tkinter)$/;

/** Aliases that are usual for the project's own folders; a package's own `#imports` among them. */
const ALIAS = /^(@\/|~|#|\$lib(\/|$)|\/)/;
const PLATFORM = /^(node|bun|cloudflare|deno):/;

/**
 * @param specifier as written
 * @param language of the importing file
 * @param internal further beginnings that mean the project itself
 */
export function importGroup(specifier: string, language: Language, internal: readonly string[] = []): ImportGroup {
  if (specifier.startsWith('.')) return 'relative';
  const python = language === 'python' || language === 'notebook';
  if (internal.some((start) => specifier.startsWith(start))) return 'internal';
  if (python) return specifier === '__future__' || PYTHON.has(specifier.split('.')[0]!) || PYTHON_INTERNAL.test(specifier) ? 'builtin' : 'external';
  if (ALIAS.test(specifier)) return 'internal';
  return PLATFORM.test(specifier) || NODE.has(specifier.split('/')[0]!) ? 'builtin' : 'external';
}
