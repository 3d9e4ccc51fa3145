/** Reads one source file, or says why it is not judged. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { MOST_CODE, type SkipReason } from '../facts/skip-reason.ts';
import { unreadableBecause } from './list-files.ts';

export type SourceRead = { text: string } | { skipped: SkipReason };

/** Notebooks contain output images; only their code is read, and the bound of a file applies to that. */
const MOST_NOTEBOOK = 20 * MOST_CODE;
const GENERATED = new RegExp(
  String.raw`@generated\b|\bDO NOT (EDIT|MODIFY)\b|\bcode generated (by|with|from)\b|\b(auto(matically)?[- ]?generated|`
  + String.raw`generated automatically)\b|`
  + String.raw`(?:^|\n)[^\w\n]*(this )?file (is |was |has been )?(auto\w*[- ])?generated (from|by)\b|\bthis file (is|was|has been) (auto\w*[- ])?generated\b`,
  'i',
);

/**
 * Reads synchronously: for thousands of small files that is several times faster.
 * Callers that read many files should yield in between.
 * @param path absolute
 * @param maxBytes larger files are skipped
 */
export function readSource(path: string, maxBytes = mostBytes(path)): SourceRead {
  let bytes: Buffer;
  try {
    const read = readUpTo(path, maxBytes);
    if (typeof read === 'number') return { skipped: { code: 'too-large', kilobytes: Math.round(read / 1024), most: Math.round(maxBytes / 1024) } };
    bytes = read;
  } catch (error) {
    return { skipped: unreadableBecause(error, 'file') };
  }
  return judgeBytes(path, bytes);
}

/** @param path of the file @param bytes all of it, wherever they come from */
export function judgeBytes(path: string, bytes: Buffer): SourceRead {
  const text = decode(bytes) ?? decodeDeclared(path, bytes);
  return text === null ? { skipped: { code: 'not-utf8' } } : judgeText(path, text);
}

/** @param path of the file @returns how many bytes of it are read at most */
export function mostBytes(path: string): number {
  return isNotebook(path) ? MOST_NOTEBOOK : MOST_CODE;
}

/** The file's bytes, or its size when it is larger. Opened once: with thousands of files, every system call counts. */
function readUpTo(path: string, maxBytes: number): Buffer | number {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    return size > maxBytes ? size : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Decodes UTF-8, and UTF-16 with a byte order mark; null when it is neither. */
function decode(bytes: Buffer): string | null {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A cookie of Python: a comment in one of the first two lines that names the encoding. */
const COOKIE = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** Python that names its encoding; null for other files, and for an encoding that is not known. */
function decodeDeclared(path: string, bytes: Buffer): string | null {
  const name = /\.pyi?$/i.test(path) ? COOKIE.exec(bytes.toString('latin1', 0, 400))?.[1] : undefined;
  if (name === undefined) return null;
  try {
    return new TextDecoder(name.replace(/^latin-1/i, 'latin1'), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Generated text is not judged. */
export function judgeText(path: string, text: string): SourceRead {
  if (text.includes('\0')) return { skipped: { code: 'binary' } };
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return { skipped: { code: 'lfs-pointer' } };
  // One line of a notebook may be an image.
  if (isNotebook(path)) return { text };
  if (/^\s*(<\?xml\b|<!DOCTYPE TS>)/.test(text)) return { skipped: { code: 'data' } };
  if (/\.min\.[cm]?js$/.test(path)) return { skipped: { code: 'minified' } };
  if (isMinified(text)) return { skipped: { code: 'minified' } };
  if (/^\s*\{%-?\s*(extends|load|block|if|for|set|include|import|macro)\b/.test(text)) return { skipped: { code: 'template' } };
  if (isGenerated(text)) return { skipped: { code: 'generated' } };
  return { text };
}

function isNotebook(path: string): boolean {
  return /\.ipynb$/i.test(path);
}

/** A string so long is data: the path of a picture, an encoded file. It says nothing about the code around it. */
const LONG_STRING = /(["'`])[^"'`\n]{400,}\1/g;

function isMinified(text: string): boolean {
  if (!hasLongLines(text)) return false;
  return hasLongLines(text.replace(LONG_STRING, ''));
}

function hasLongLines(text: string): boolean {
  return text.length >= 4000 && text.length / text.split('\n').length > 400;
}

/** Marked by a comment before the first line of code. */
function isGenerated(text: string): boolean {
  const head = text.slice(0, 1500);
  if (!GENERATED.test(head)) return false;
  let inComment = false;
  for (const line of head.split('\n')) {
    const trimmed = line.trim();
    const comment = inComment || /^(\/\/|\/\*|\*|#|"""|'''|<!--)/.test(trimmed);
    if (!comment && trimmed !== '' && !/^['"]use /.test(trimmed)) return false;
    if (comment && GENERATED.test(trimmed)) return true;
    if (trimmed.startsWith('/*')) inComment = true;
    if (trimmed.includes('*/')) inComment = false;
  }
  return false;
}
