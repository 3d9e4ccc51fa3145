/** Answers to requests, and whether browsers show them as HTML. */
import type { CallFact, FileFacts, FunctionIndex, Origin, ValueFact } from '../../../facts/file-facts.ts';
import { enclosing } from '../../kit/enclosing.ts';
import { propertyOf } from '../../kit/exposure.ts';
import { argument, fullName, isPython, keyword } from '../../kit/python.ts';

/** Express sends text as HTML unless told otherwise; so does Koa. */
const SENDS_TEXT = /^(this\.)?(res|resp|response)(\.(status|set|header|cookie)\(\))*\.send$/;
const SENDS_BYTES = /^(this\.)?(res|resp|response|reply|ctx\.res)(\.\w+\(\))*\.(write|end|send)$/;
const ANSWERS = /^(send|write|end|html)$/;
const SENDS_HTML = /^(c|ctx|context|res)\.html$/;
/** The type of an answer in the same function: only what names HTML lets scripts in it run. */
const SETS_TYPE = /^(type|contentType|setHeader|set|header|writeHead|append|format|attachment|download)$/;
const PYTHON_ANSWERS = new RegExp(
  String.raw`^(flask\.(make_response|Response)|django\.http\.(response\.)?HttpResponse(NotFound|BadRequest|Forbidden|ServerError)?|`
  + String.raw`(fastapi|starlette)\.responses\.HTMLResponse|sanic\.response\.html)$`,
);
const TAG = /<\/?[a-z!][^<>]*(>|$)/i;
/** Stands in an address, so that a link is enough; a body comes from a form or a script that was allowed to send it. */
const FROM_ADDRESS = /\.(query|params)\W+\w|param\(/;
/** What a service that calls a webhook wants to read back, to see that the address is right. */
const CHALLENGE = /challenge|echostr|crc_token|validationToken|nonce/i;

export interface Answer {
  value: ValueFact;
  /** It has markup of its own, so that it is meant as HTML. */
  isMarkup: boolean;
  /** What comes from there is text: an object is sent as JSON. */
  isText(origin: Origin): boolean;
}

/**
 * @param file with the call
 * @param call that may answer a request
 * @returns null where it does not, or its answer is not shown as HTML
 */
export function answeredText(file: FileFacts, call: CallFact): Answer | null {
  if (isPython(file)) return pythonAnswer(call);
  if (!ANSWERS.test(call.name)) return null;
  const isText = SENDS_TEXT.test(call.callee);
  if (!isText && !SENDS_BYTES.test(call.callee) && !SENDS_HTML.test(call.callee)) return null;
  const [value] = call.args;
  if (value === undefined || value.kind === 'object' || value.kind === 'array' || setsOtherType(file, call.function)) return null;
  const isMarkup = hasMarkup(value) || call.name === 'html';
  if (!isMarkup && !isText) return null;
  // A body that was parsed is an object; what stands in an address is text.
  return { value, isMarkup, isText: ({ text }) => !CHALLENGE.test(text) && (isMarkup || FROM_ADDRESS.test(text)) };
}

function pythonAnswer(call: CallFact): Answer | null {
  if (call.ownRoot === true || !PYTHON_ANSWERS.test(fullName(call))) return null;
  const value = argument(call, 0, 'content') ?? keyword(call, 'response');
  const type = keyword(call, 'content_type') ?? keyword(call, 'mimetype') ?? keyword(call, 'media_type') ?? keyword(call, 'headers');
  if (value === null || value.kind === 'array' || value.kind === 'object' || (type !== null && !/html/.test(type.text))) return null;
  return { value, isMarkup: hasMarkup(value), isText: ({ text }) => !CHALLENGE.test(text) && !/json|\bdata\b|\bbody\b/i.test(text) };
}

function hasMarkup({ pieces }: ValueFact): boolean {
  return pieces?.some((piece) => piece !== null && TAG.test(piece)) ?? false;
}

function setsOtherType(file: FileFacts, at: FunctionIndex): boolean {
  const around = new Set(enclosing(file, at));
  return file.calls.some((other) => around.has(other.function) && SETS_TYPE.test(other.name) && namesOtherType(other));
}

function namesOtherType(call: CallFact): boolean {
  if (call.name === 'attachment' || call.name === 'download') return true;
  const headers = call.args.at(-1);
  const type = propertyOf(headers, 'Content-Type') ?? propertyOf(headers, 'content-type') ?? propertyOf(headers, 'Content-type');
  const named = /^content-(type|disposition)$/i.test(call.firstString ?? '') ? call.args[1] : /^(type|contentType)$/.test(call.name) ? call.args[0] : undefined;
  const told = type ?? named;
  return told !== undefined && !/html/i.test(told.text);
}
