/** Reads mypy's plain output, the lines of `--output json`, and the file of `--junit-xml`. */
import * as z from 'zod';
import { meaningOfMypy, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { hasMessage, lineNumber, type ToolOutput, type WrittenMessage } from './tool-output.ts';
import { childrenOf, readXml, textsOf } from '../xml.ts';

/** `a.py:3: error: …  [code]`, with up to three more numbers; it may start with a Windows drive. */
const MESSAGE = /^((?:[A-Za-z]:)?[^:\r\n]+):(\d+)(?::(\d+))?(?::\d+:\d+)?: (error|warning|note): (.*?)(?: {1,2}\[([a-z][a-z0-9-]*)\])?$/;
const SUMMARY = /^(?:Success: no issues found|Found \d+ errors? in \d+ files?)/m;
/** What mypy prints when it gives up. */
const GAVE_UP = /^(?:mypy: .*|.*: error: INTERNAL ERROR.*|Found \d+ errors? .*\(errors prevented further checking\))$/m;

/** Longer messages are not continued on the next line. */
const LONGEST_WORDS = 2000;

const JsonLine = z.object({ file: z.string(), line: z.number(), column: z.number(), message: z.string(), code: z.string().nullable(), severity: z.string() });

const LISTS = new Set(['testsuite', 'testcase', 'failure', 'error']);

/**
 * Detects mypy's plain output by its messages or its last line.
 * @param text of a report
 * @returns whether mypy wrote it
 */
export function isMypyText(text: string): boolean {
  return SUMMARY.test(text) || GAVE_UP.test(text) || hasMessage(text, MESSAGE);
}

/**
 * Reads mypy's plain output.
 * @param text of a report
 * @param codes our rules by the codes of other tools
 * @returns its messages, and why it gave up if it did
 */
export function readMypyText(text: string, codes: RulesByCode): ToolOutput {
  const messages = unfolded(text).flatMap((line): WrittenMessage[] => {
    const match = MESSAGE.exec(line);
    if (match === null) return [];
    const [, path = '', at, column, level = '', words = '', code = ''] = match;
    return message({ path, line: lineNumber(at), column: Number(column ?? 0), level, text: words, code }, codes);
  });
  const end = GAVE_UP.exec(text)?.[0];
  if (messages.length === 0 && end === undefined && !SUMMARY.test(text)) throw new UnusableReport('contains neither mypy messages nor its summary line');
  return output(messages, end === undefined ? [] : [`mypy did not check everything: ${end}`]);
}

/** With `--pretty`, messages wrap at the terminal width with the code at the end, and source lines are indented. */
function unfolded(text: string): string[] {
  const lines: string[] = [];
  let open = false;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    const match = MESSAGE.exec(line);
    if (match === null && open && /^\S/.test(line) && !SUMMARY.test(line)) {
      lines[lines.length - 1] += ` ${line}`;
      open = lines.at(-1)!.length < LONGEST_WORDS && MESSAGE.exec(lines.at(-1)!)?.[6] === undefined;
      continue;
    }
    lines.push(line);
    open = match !== null && match[6] === undefined;
  }
  return lines;
}

/**
 * Detects the lines of `--output json`.
 * @param first the parsed first line
 * @returns whether mypy wrote it
 */
export function isMypyJson(first: unknown): boolean {
  return JsonLine.safeParse(first).success;
}

/**
 * Reads the lines of `--output json`.
 * @param lines the parsed lines
 * @param codes our rules by the codes of other tools
 * @returns its messages
 * @throws UnusableReport when a line has another shape
 */
export function readMypyJson(lines: readonly unknown[], codes: RulesByCode): ToolOutput {
  return output(lines.flatMap((line, at) => {
    const read = JsonLine.safeParse(line);
    if (!read.success) throw new UnusableReport(`is not mypy JSON in line ${at + 1}`);
    const { file, line: number, column, message: text, code, severity } = read.data;
    return message({ path: file, line: lineNumber(number), column, level: severity, text, code: code ?? '' }, codes);
  }), []);
}

/**
 * Reads the file of `--junit-xml`, which contains the plain output as the message of a failed test.
 * @param text of a report
 * @param codes our rules by the codes of other tools
 * @returns undefined when it is a report of real tests
 */
export function readMypyXml(text: string, codes: RulesByCode): ToolOutput | undefined {
  const root = readXml(text, LISTS);
  const suites = [root, ...childrenOf(root, 'testsuites')].flatMap((each) => childrenOf(each, 'testsuite'));
  const own = suites.filter((suite) => suite['@name'] === 'mypy');
  if (own.length === 0 || own.length < suites.length) return undefined;
  const cases = own.flatMap((suite) => childrenOf(suite, 'testcase'));
  const words = cases.flatMap((each) => [...textsOf(each, 'failure'), ...textsOf(each, 'error')]).join('\n');
  return words.trim() === '' ? output([], []) : readMypyText(words, codes);
}

/** Messages about missing modules: without codes, mypy has no other sign of them. */
const NOT_THERE = /^(?:Cannot find (?:implementation or library stub|module)|Skipping analyzing|Library stubs not installed)/;

/** Notes explain the previous message and are not messages themselves. */
function message(read: Omit<WrittenMessage, 'fault' | 'rule' | 'topic' | 'secret'>, codes: RulesByCode): WrittenMessage[] {
  const code = read.code === '' && NOT_THERE.test(read.text) ? 'import' : read.code;
  return read.level === 'note' ? [] : [{ ...read, code, ...meaningOfMypy(code, codes), text: withoutLiterals(read.text) }];
}

/** Values of literal types come from the code and may contain anything, even brackets. */
function withoutLiterals(text: string): string {
  return text.replace(/Literal\[.*\]/g, 'Literal[…]');
}

function output(messages: WrittenMessage[], gaps: string[]): ToolOutput {
  return { tool: 'mypy', levels: 'mypy', topic: 'types', messages, roots: [], gaps };
}
