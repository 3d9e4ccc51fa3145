/** Reads the value of a name, in any syntax that a file may have. */
import type { FileKind } from './file-kind.ts';

/** A literal after a name. */
export interface Literal {
  start: number;
  end: number;
  /** Written in quotes. */
  quoted: boolean;
  /** Built from more than this literal. */
  joined: boolean;
}

const LONGEST = 512;
/** Between a name and its value in code: the end of a key, a type, then the assignment; also a default after a comma. */
const ASSIGNS = new RegExp(
  String.raw`((?:\\{0,3}["'\x60])?)(\]?)[?!]?[ \t]{0,40}(?:(:)[ \t]{0,20}(?:[A-Za-z_][\w.<>[\] |]{0,60}=(?![=>])[ \t]{0,20})?|`
  + String.raw`(:=|={1,3}(?!>)|=>|\?\?=?|\|\|=?|!==?)[ \t]{0,40}|(,)[ \t]{0,20}|\)[ \t]{0,4}(?:\?\?|\|\||or)[ \t]{0,4}|`
  + String.raw`[ \t]or[ \t]{1,4})(?:\r?\n[ \t]{0,40})?`,
  'y',
);
const WRAPPER = /(?:new )?(?:SecretStr|SecretBytes|Secret|Buffer\.from|String|str|bytes|atob|Redacted\.make|Field\(default=|TextEncoder\(\)\.encode)\(/y;
const OPENING = /[rbfuRBFU]{0,2}(\\{0,3}["'`])/y;
const SETTER = /(?:get|getenv|getEnv|get_env|environ\.get|[sg]et\w{0,30}|append|env|default\w{0,20}|header|putenv|option|define)\(\s{0,4}[rbu]?\\{0,3}["'`]$/;
/** `name: X` and `value: Y` as neighbours, in lists of environment variables. */
const PAIR = /["']?,?\s{1,40}["']?value["']?[ \t]{0,4}[:=][ \t]{0,4}/y;
const LINE_ASSIGNS = /[ \t]{0,20}[:=][ \t]{0,20}/y;
const ENV_INSTRUCTION = /^\s*(?:ENV|ARG)\s+$/;
/** Code of a script embedded in another file: `secret = client.read(name)`. */
const CODE = /^[A-Za-z_]\w*(?:\.\w+)*\(.*\)|^[A-Za-z_]\w*(?:\.\w+)+\[["']/;
const BARE = /[^\s#"'`][^\r\n]{0,512}/y;

/**
 * Reads the literal that follows a name.
 * @param text the whole file
 * @param nameStart where the name begins
 * @param nameEnd one past its last character
 * @param before the line up to the name
 * @param kind what the path says
 * @returns null when no literal follows
 */
export function readLiteral(text: string, nameStart: number, nameEnd: number, before: string, kind: FileKind): Literal | null {
  const listed = /name["']?[ \t]{0,4}[:=][ \t]{0,4}["']?$/.test(before) ? match(PAIR, text, nameEnd) : null;
  if (listed !== null) return readQuoted(text, nameEnd + listed[0].length) ?? readBare(text, nameEnd + listed[0].length, kind, false);
  const inQuery = text[nameStart - 1] === '?' || text[nameStart - 1] === '&';
  if (inQuery) return text[nameEnd] === '=' ? readQuery(text, nameEnd + 1) : null;
  const assigns = match(ASSIGNS, text, nameEnd);
  if (assigns !== null && (assigns[5] === undefined || SETTER.test(before))) {
    const at = nameEnd + assigns[0].length;
    const literal = readQuoted(text, at + (match(WRAPPER, text, at)?.[0].length ?? 0));
    if (literal !== null) return literal;
  }
  if (kind.syntax !== 'lines' && kind.syntax !== 'yaml') return null;
  const line = match(LINE_ASSIGNS, text, nameEnd) ?? (ENV_INSTRUCTION.test(before) ? match(/[ \t]{1,4}/y, text, nameEnd) : null);
  if (line === null) return null;
  // In YAML only environment lists assign with `=`.
  const pair = line[0].includes('=');
  if (kind.syntax === 'yaml' && pair && !/^[\s\-"']*$/.test(before)) return null;
  const at = nameEnd + line[0].length;
  return /^\s.*\s$/.test(line[0]) && CODE.test(text.slice(at, at + LONGEST)) ? null : readBare(text, at, kind, pair);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A string on one line, in plain or escaped quotes. */
function readQuoted(text: string, at: number): Literal | null {
  const opening = match(OPENING, text, at);
  if (opening === null) return null;
  const quote = opening[1]!;
  const start = at + opening[0].length;
  const limit = Math.min(text.length, start + LONGEST);
  for (let end = start; end < limit; end++) {
    const character = text[end]!;
    if (character === '\n' || character === '\r') return null;
    if (text.startsWith(quote, end)) {
      const after = text.slice(end + quote.length, end + quote.length + 8);
      return { start, end, quoted: true, joined: /^\s{0,4}(?:\+|\||%|\.format|\.repl)(?!\|)/.test(after) };
    }
    if (character === '\\' && quote.length === 1) end++;
  }
  return null;
}

/** A value without quotes, to the end of its line or a comment. */
function readBare(text: string, at: number, kind: FileKind, pair: boolean): Literal | null {
  const found = match(BARE, text, at);
  if (found === null || (kind.syntax === 'yaml' && /^[!&*|>[{]/.test(found[0]))) return null;
  const rest = found[0].replace(/\s[#;].*$/, '').trimEnd();
  // An assignment of the shell or of an environment list ends at the first space or quote.
  const value = pair ? (/^[^\s"'`;&|)]+/.exec(rest)?.[0] ?? '') : rest;
  return value === '' ? null : { start: at, end: at + value.length, quoted: false, joined: false };
}

function readQuery(text: string, at: number): Literal | null {
  const value = match(/[\w.%~+/=-]{1,512}/y, text, at)?.[0];
  return value === undefined ? null : { start: at, end: at + value.length, quoted: false, joined: false };
}
