/** Reads what flake8 writes by itself (`a.py:3:1: E722 …`), and what it writes with `--format pylint`. */
import { meaningOfLint, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { gapOf, hasMessage, lineNumber, type ToolOutput, type WrittenMessage } from './tool-output.ts';

const MESSAGE = /^((?:[A-Za-z]:)?[^:\r\n]+):(\d+):(?:(\d+):)? \[?([A-Z]{1,4}\d{1,4})\]? (.*)$/;
/** `--count` writes the number of messages, and so shows that flake8 ran where there are none. */
const COUNT = /^\d+$/;

/**
 * Tells flake8's output by its messages, or by the nought of `--count`.
 * @param text of a report
 * @returns whether flake8 wrote it
 */
export function isFlake8Text(text: string): boolean {
  return COUNT.test(text.trim()) || hasMessage(text, MESSAGE);
}

/**
 * Reads flake8's output.
 * @param text of a report
 * @param codes our rules by the codes of other tools
 * @returns its messages, and which files it could not read
 * @throws UnusableReport when the number of `--count` says that messages are missing
 */
export function readFlake8(text: string, codes: RulesByCode): ToolOutput {
  const lines = text.trim().split('\n').map((line) => line.trimEnd());
  const all = lines.flatMap((line): WrittenMessage[] => {
    const [, path, at, column, code = '', words = ''] = MESSAGE.exec(line) ?? [];
    return path === undefined ? [] : [{ code, path, line: lineNumber(at), column: Number(column ?? 0), level: '', text: words, ...meaningOfLint(code, codes) }];
  });
  const count = lines.map((line) => line.trim()).findLast((line) => COUNT.test(line));
  if (count !== undefined && Number(count) > all.length) throw new UnusableReport(`is cut off: it tells of ${count} messages and holds ${all.length}`);
  // Files that flake8 could not open have a code like any other message.
  const gaps = gapOf('flake8 could not read', all.filter(({ code }) => code === 'E902').map(({ path }) => path));
  return { tool: 'flake8', levels: 'flake8', topic: null, messages: all.filter(({ code }) => code !== 'E902'), roots: [], gaps };
}
