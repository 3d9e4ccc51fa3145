/** The group a Python import belongs to, judged by its specifier and the folder of its file. */
import type { ImportGroup } from '../../facts/module-facts.ts';

const STANDARD_LIBRARY: ReadonlySet<string> = new Set([
  'abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath',
  'cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses',
  'datetime dbm decimal difflib dis distutils doctest email enum errno faulthandler fcntl filecmp fileinput fnmatch encodings ensurepip idlelib lib2to3',
  'fractions ftplib functools gc',
  'genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress itertools',
  'json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder multiprocessing netrc nis nntplib ntpath numbers',
  'opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats',
  'pty pwd py_compile pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex',
  'shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep',
  'struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token',
  'tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser wsgiref',
  'xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo',
].join(' ').split(' '));

/** Standard library modules written in C. */
const IN_C: ReadonlySet<string> = new Set([
  '_thread _collections_abc _io _ctypes _socket _ast _weakref _weakrefset _ssl _csv _json _struct _winapi _imp _operator _typing _abc _random',
  '_strptime _sqlite3 _tkinter',
].join(' ').split(' '));

/**
 * @param specifier as written
 * @returns whether it is a module of the standard library
 */
export function isBuiltin(specifier: string): boolean {
  return specifier === '__future__' || STANDARD_LIBRARY.has(specifier.split('.')[0]!) || IN_C.has(specifier);
}

/**
 * @param specifier as written
 * @param path of the importing file; a project imports its own modules by the name of a folder that they are in.
 *   Only a folder at the top hides a module of Python: those further down are not where Python looks.
 */
export function importGroup(specifier: string, path: string): ImportGroup {
  if (specifier.startsWith('.')) return 'relative';
  const depth = path.split('/').slice(0, -1).indexOf(specifier.split('.')[0]!);
  if (depth === 0 || (depth > 0 && !isBuiltin(specifier))) return 'internal';
  return isBuiltin(specifier) ? 'builtin' : 'external';
}
