/** Text that the program has in its own hands: a piece that its own pattern has matched, or the content of a file beside it. */
import type { FileFacts, FunctionIndex, ValueFact } from '../../../facts/file-facts.ts';
import { compareSpans } from '../../../text/spans.ts';
import { openedPath, openingOf } from '../../kit/openings.ts';

/** What a match gives: `found.group(1)`, `pattern.exec(text)[1]`. */
const GROUP = /(^|\.)(group|groups|groupdict)\(\)$/;
const MATCHES = /(^|\.)(match|exec|search|fullmatch|matchAll|findall)\(\)$/;
/** Reads a file as a whole. */
const READS = /(^|\.)(read_text|read_bytes|readFile(Sync)?)\(\)$/;
/** Addresses of other machines. */
const REMOTE = /^["'`]?https?:|\burl\b/i;

/**
 * @param file the facts that the value is part of
 * @param value that is run as code
 * @param at the function in which it is
 */
export function isOwnText(file: FileFacts, value: ValueFact, at: FunctionIndex): boolean {
  const open = value.origins.filter(({ kind }) => kind !== 'import' && kind !== 'literal');
  if (open.length === 0 || open.some(({ kind }) => kind === 'request')) return false;
  return open.every(({ kind, text }) => kind === 'call'
    && (isMatched(file, text, value, at) || READS.test(text) || (/(^|\.)read\(\)$/.test(text) && readsFile(file, value, at))));
}

/** The text has gone through a regular expression of the program: the call gives a group, or the match itself. */
function isMatched(file: FileFacts, text: string, value: ValueFact, at: FunctionIndex): boolean {
  const isMatch = GROUP.test(text) || MATCHES.test(text);
  // `cursor.match()` and the like are not matches of a pattern.
  return isMatch && (!/(^|\.)(match|exec|search)\(\)$/.test(text) || usesPattern(file, value, at));
}

function usesPattern(file: FileFacts, value: ValueFact, at: FunctionIndex): boolean {
  return file.calls.some((call) => call.function === at && MATCHES.test(`${call.name}()`) && compareSpans(call.span, value.span) <= 0
    && (call.module === 're' || call.module === 'regex' || call.args.some(({ kind }) => kind === 'regex') || /^\/.*\/\w*\.exec$/.test(call.callee)
      || /(re|regex|regexp|pattern)\.\w+$/i.test(call.callee)));
}

function readsFile(file: FileFacts, value: ValueFact, at: FunctionIndex): boolean {
  const opening = openingOf(file, value, at) ?? earlierOpening(file, value, at);
  return opening !== null && !REMOTE.test(openedPath(opening)) && opening.args.every(({ origins }) => origins.every(({ kind }) => kind !== 'request'));
}

/** `text = f.read()` before `exec(text)`: the handle stands in the call that read it. */
function earlierOpening(file: FileFacts, value: ValueFact, at: FunctionIndex): ReturnType<typeof openingOf> {
  const reader = file.calls.findLast((call) =>
    call.target === value.text && call.name === 'read' && call.function === at && compareSpans(call.span, value.span) < 0);
  return reader === undefined ? null : openingOf(file, { ...value, text: reader.callee, span: reader.span }, at);
}
