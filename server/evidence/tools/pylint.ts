/** Reads pylint's output formats: `json`, `json2`, plain text and `parseable`. */
import * as z from 'zod';
import { meaningOfPylint, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { gapOf, hasMessage, lineNumber, type ToolOutput, type WrittenMessage } from './tool-output.ts';

const Common = z.object({ type: z.string(), symbol: z.string(), message: z.string(), path: z.string(), line: z.number(), column: z.number() });
const Old = z.array(Common.extend({ 'message-id': z.string() }));
const New = z.object({ messages: z.array(Common.extend({ messageId: z.string() })), statistics: z.object({ modulesLinted: z.number() }) });

/** `a.py:1:0: C0114: … (symbol)` */
const PLAIN = /^((?:[A-Za-z]:)?[^:\r\n]+):(\d+):(\d+): ([CRWEFI]\d{4}): (.*) \(([a-z0-9-]+)\)$/;
/** `a.py:1: [C0114(symbol), object] …` */
const PARSEABLE = /^((?:[A-Za-z]:)?[^:\r\n]+):(\d+): \[([CRWEFI]\d{4})\(([a-z0-9-]+)\), ?([^\]]*)\] (.*)$/;
const RATED = /^Your code has been rated at /m;
const MODULE = /^\*{13} Module /m;

const LEVELS: Readonly<Record<string, string>> = { C: 'convention', R: 'refactor', W: 'warning', E: 'error', F: 'fatal', I: 'info' };

/**
 * Detects pylint's two JSON formats.
 * @param data parsed JSON
 * @returns whether pylint wrote it
 */
export function isPylintJson(data: unknown): boolean {
  return z.array(z.object({ 'message-id': z.string(), symbol: z.string() })).min(1).safeParse(Array.isArray(data) ? data.slice(0, 1) : data).success
    || z.object({ messages: z.array(z.unknown()), statistics: z.object({}) }).safeParse(data).success;
}

/**
 * Reads pylint's JSON.
 * @param data parsed JSON; an empty list is a clean report
 * @param codes our rules by the codes of other tools
 * @returns its messages, and which files it could not analyze
 * @throws UnusableReport when it has another shape
 */
export function readPylintJson(data: unknown, codes: RulesByCode): ToolOutput {
  const old = Old.safeParse(data);
  if (old.success) return output(old.data.map((each) => message({ ...each, id: each['message-id'] }, codes)));
  const read = New.safeParse(data);
  if (!read.success) throw new UnusableReport('is not pylint JSON: its messages lack required fields');
  return output(read.data.messages.map((each) => message({ ...each, id: each.messageId }, codes)));
}

/**
 * Detects pylint's plain text and `parseable`.
 * @param text of a report
 * @returns whether pylint wrote it
 */
export function isPylintText(text: string): boolean {
  return MODULE.test(text) || RATED.test(text) || hasMessage(text, PLAIN, PARSEABLE);
}

/**
 * Reads pylint's plain text and `parseable`.
 * @param text of a report
 * @param codes our rules by the codes of other tools
 * @returns its messages, and which files it could not analyze
 */
export function readPylintText(text: string, codes: RulesByCode): ToolOutput {
  return output(text.split('\n').flatMap((line): WrittenMessage[] => {
    const plain = PLAIN.exec(line.trimEnd());
    if (plain !== null) {
      const [, path = '', at, column, id = '', words = '', symbol = ''] = plain;
      return [message({ path, line: at, column: Number(column), id, symbol, message: words }, codes)];
    }
    const [, path, at, id = '', symbol = '', , words = ''] = PARSEABLE.exec(line.trimEnd()) ?? [];
    return path === undefined ? [] : [message({ path, line: at, column: 0, id, symbol, message: words }, codes)];
  }));
}

/** A message in any format; text formats have no type, which the letter of the number gives. */
interface Said {
  path: string;
  line: unknown;
  column: number;
  id: string;
  symbol: string;
  message: string;
  type?: string;
}

function message({ path, line, column, id, symbol, message: text, type }: Said, codes: RulesByCode): WrittenMessage {
  const level = type ?? LEVELS[id.charAt(0)] ?? 'warning';
  return { code: symbol === '' ? id : symbol, path, line: lineNumber(line), column, level, text, ...meaningOfPylint(id, symbol, codes) };
}

/** Fatal messages are about files that pylint could not analyze. */
function output(all: WrittenMessage[]): ToolOutput {
  const fatal = all.filter(({ level }) => level === 'fatal');
  const gaps = gapOf('pylint could not analyze', fatal.map(({ path }) => path));
  return { tool: 'pylint', levels: 'pylint', topic: null, messages: all.filter(({ level }) => level !== 'fatal'), roots: [], gaps };
}
