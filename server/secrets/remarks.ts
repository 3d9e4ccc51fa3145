/** Tells commented-out code from examples in comments and docstrings, and data from settings. */
import type { FileKind } from './file-kind.ts';
import { readSecretName } from './secret-names.ts';
import { inComment, lineBefore, nameBefore } from './surroundings.ts';
import { wordsOf } from './placeholders.ts';

/** The comment up to the value is one assignment: `# API_KEY = "`, `// const url = 'postgres://shop:`, `#  - DB_PASSWORD=`. */
const ASSIGNMENT = new RegExp(
  String.raw`^\s*(?:\/\/+|\/\*+|#+|;+)\s*(?:(?:export|const|let|var|ENV|ARG|-)\s+)*(?:(?:self|this|os\.environ|process\.env)[.[])?`
  + String.raw`["']?([A-Za-z_][\w.-]{0,80})["']?\]?\s*(=|:)\s*[rbf]?["'\x60]?\S*$`,
);
/** An address is assigned to such a name. */
const ADDRESS = /(?:^|_)(?:url|uri|dsn|connection_?string)$/i;
/** A comment over several lines opens on a line of its own. */
const BLOCK_COMMENT = /^[ \t]*\/\*/m;
const REACH = 3000;

/**
 * What a comment makes of the value at a place.
 * @param text the whole file
 * @param start where the value begins
 * @param kind what the path says
 * @param isDocstring tells whether an offset is in a docstring of Python
 * @returns `commented` for an assignment that is commented out, `shown` for an example, `none` outside of comments
 */
export function remarkAt(text: string, start: number, kind: FileKind, isDocstring: (offset: number) => boolean): 'none' | 'commented' | 'shown' {
  if (kind.syntax === 'python' && isDocstring(start)) return 'shown';
  if (kind.syntax === 'script' && isInBlockComment(text.slice(Math.max(0, start - REACH), start))) return 'shown';
  if (!inComment(text, start, kind.syntax)) return 'none';
  const [, name = '', sign = ''] = ASSIGNMENT.exec(lineBefore(text, start)) ?? [];
  if (name === '') return 'shown';
  // `Example: …` is prose, `password: …` a setting.
  return sign === '=' || ADDRESS.test(name) || readSecretName(name) !== null ? 'commented' : 'shown';
}

function isInBlockComment(before: string): boolean {
  return BLOCK_COMMENT.test(before.slice(before.lastIndexOf('*/') + 1));
}

/**
 * True for JSON inside a string of a JSON file, as in conversations and recorded responses.
 * @param text the whole file
 * @param start where the value begins
 * @param kind what the path says
 */
export function isDataInData(text: string, start: number, kind: FileKind): boolean {
  return kind.syntax === 'json' && !kind.notebook && /\\"[^"\\]*$/.test(lineBefore(text, start));
}

/** Words for public identifiers. */
const IDENTIFIERS = new Set(['id', 'ids', 'uid', 'uuid', 'guid', 'ref', 'reference', 'slug', 'hash', 'digest', 'checksum', 'etag']);
const MOST_PLACES = 20;

/**
 * True where the same file also assigns the value to the name of an identifier: `token: X, response_id: X`.
 * @param text the whole file
 * @param start where the value begins
 * @param end one past its last character
 */
export function isAlsoIdentifier(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  let places = 0;
  for (let at = text.indexOf(value); at >= 0 && places < MOST_PLACES; at = text.indexOf(value, at + value.length), places++)
    if (at !== start && IDENTIFIERS.has(wordsOf(nameBefore(text, at)).at(-1) ?? '')) return true;
  return false;
}
