/** Which call opened the file that a value is read from. */
import type { CallFact, FileFacts, FunctionIndex, ValueFact } from '../../../facts/file-facts.ts';
import { compareSpans, contains } from '../../../text/spans.ts';

/** `open(path)`, `gzip.open(path)`, `path.open()`. */
const OPENS = /^(open|GzipFile|BZ2File|LZMAFile)$/;

/**
 * @param file the facts that the value is part of
 * @param value a handle, what is read from one, or a call that opens and reads in place
 * @param at the function in which it is used
 * @returns null where the file does not show that anything is opened
 */
export function openingOf(file: FileFacts, value: ValueFact, at: FunctionIndex): CallFact | null {
  const inPlace = file.calls.find((call) => OPENS.test(call.name) && contains(value.span, call.span));
  if (inPlace !== undefined) return inPlace;
  const root = /^[\w$]+/.exec(value.text)?.[0];
  return file.calls.findLast((call) =>
    call.target === root && OPENS.test(call.name) && call.function === at && compareSpans(call.span, value.span) < 0) ?? null;
}

/** The path that a call opens: its argument, or the object whose `open` it is. */
export function openedPath(opening: CallFact): string {
  const callee = opening.callee.replace(/^(gzip|bz2|lzma|io|codecs|os|fs|fsspec|tarfile|zipfile)\./, '');
  return opening.args[0] !== undefined && !/\.open$/.test(callee) ? opening.args[0].text : opening.callee;
}
