/** Whether an archive that Python unpacks can do harm: which kind it is, what was checked before, and who has made it. */
import type { CallFact, FileFacts, FunctionIndex, ValueFact } from '../../../facts/file-facts.ts';
import type { Severity } from '../../../findings/severity.ts';
import type { Span } from '../../../facts/span.ts';
import { compareSpans, contains } from '../../../text/spans.ts';
import { enclosing } from '../../kit/enclosing.ts';
import { keyword } from '../../kit/python.ts';

/** Tells members that leave the folder from others. `commonprefix` compares texts: `/data` is a prefix of `/database`. */
const CONTAINS =
  /^(is_relative_to|relative_to|commonpath|startswith|_?(is_)?(safe|valid|within|inside|sub)\w*|_?(check|validate|sanitize|verify|filter)_\w+)$/;
const CHECKED_MEMBERS = /safe|check|valid|filter|sanit/i;
/** Where a project gets an archive that is the same for everyone. */
const ARCHIVE_URL = /^(https?|ftp|s3|gs):\/\/\S+\.(tar(\.\w{2,3})?|tgz|tbz2?|txz|zip)$/i;
const RECEIVED = /upload|request|payload|attachment|received|multipart/i;

/**
 * Judges an archive whose members may choose where they go.
 * @param file that unpacks it
 * @param span of the call as the linter gives it
 * @returns `none` where they cannot; else the severity for the profile `recommended`
 */
export function judgeArchive(file: FileFacts, span: Span): 'none' | Severity {
  const call = file.calls.find((each) => /^(extractall|unpack_archive)$/.test(each.name) && (contains(span, each.calleeSpan) || contains(each.span, span)));
  if (call === undefined) return 'warning';
  const opening = openingOf(file, call);
  // `ZipFile.extractall` removes `..` and drives from the names itself.
  if (opening !== null && /ZipFile$/.test(opening.name)) return 'none';
  if (isFiltered(file, call) || isChecked(file, call)) return 'none';
  if (file.strings.some(({ value }) => ARCHIVE_URL.test(value))) return 'info';
  return isReceived((opening ?? call).args.slice(0, opening === null ? 1 : 2)) && !isCompared(file) ? 'warning' : 'info';
}

/** The file compares downloads with a known digest, so that their members are known too. */
const DIGEST = /^_?(check|verify|validate|compare)_?(integrity|md5\w*|sha\w*|checksums?|hash(es)?|digest)$|^_?(md5|sha256|hash)_?(sum|check|file)$/i;

function isCompared({ calls }: FileFacts): boolean {
  return calls.some(({ name, module }) => DIGEST.test(name) || module === 'hashlib');
}

/** The function itself and those around it: a helper within a function uses what that has opened. */
function isAround(file: FileFacts, outer: FunctionIndex, at: FunctionIndex): boolean {
  return outer === -1 || [...enclosing(file, at)].includes(outer);
}

/** The call that opened the archive: in place, or the last one before whose result has the same name. */
function openingOf(file: FileFacts, call: CallFact): CallFact | null {
  const opens = file.calls.filter(({ name }) => /^(ZipFile|TarFile|open|taropen|gzopen|bz2open|xzopen)$/.test(name));
  const inPlace = opens.find((each) => contains(call.calleeSpan, each.span));
  const root = /^\w+(?=\.)/.exec(call.callee)?.[0];
  const isEarlier = (each: CallFact): boolean => isAround(file, each.function, call.function) && compareSpans(each.span, call.span) < 0;
  return inPlace ?? opens.findLast((each) => each.target === root && isEarlier(each)) ?? null;
}

/** The same function has a branch with a filter: this one is for versions of Python that have none. */
function isFiltered(file: FileFacts, call: CallFact): boolean {
  return file.calls.some((other) => other.function === call.function
    && ((other.name === 'extractall' && keyword(other, 'filter') !== null) || other.args.some(({ text }) => /\b(data|tar)_filter\b/.test(text))));
}

function isChecked(file: FileFacts, call: CallFact): boolean {
  if (CHECKED_MEMBERS.test(keyword(call, 'members')?.text ?? '')) return true;
  const comparesTexts = file.calls.some(({ name }) => name === 'commonprefix');
  return !comparesTexts && file.calls.some((other) => other.function === call.function && other !== call && CONTAINS.test(other.name)
    && compareSpans(other.span, call.span) < 0);
}

/**
 * @param values passed to a call
 * @returns whether one of them is part of a request or an upload, as far as its text tells
 */
export function isReceived(values: readonly ValueFact[]): boolean {
  return values.some(({ origins, text }) => origins.some(({ kind }) => kind === 'request') || RECEIVED.test(text));
}
