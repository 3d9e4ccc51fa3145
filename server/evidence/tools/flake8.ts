/** Reads flake8's default output (`a.py:3:1: E722 …`) and that of `--format pylint`. */
import { meaningOfLint, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { counted } from '../../text/wording.ts';
import { gapOf, hasMessage, lineNumber, type ToolOutput, type WrittenMessage } from './tool-output.ts';

const MESSAGE = /^((?:[A-Za-z]:)?[^:\r\n]+):(\d+):(?:(\d+):)? \[?([A-Z]{1,4}\d{1,4})\]? (.*)$/;
/** `--count` writes the number of messages, which proves that flake8 ran even if there are none. */
const COUNT = /^\d+$/;

/**
 * Detects flake8's output by its messages, or by the zero of `--count`.
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
 * @throws UnusableReport when `--count` shows that messages are missing
 */
export function readFlake8(text: string, codes: RulesByCode): ToolOutput {
  const lines = text.trim().split('\n').map((line) => line.trimEnd());
  const all = lines.flatMap((line): WrittenMessage[] => {
    const [, path, at, column, code = '', words = ''] = MESSAGE.exec(line) ?? [];
    return path === undefined ? [] : [{ code, path, line: lineNumber(at), column: Number(column ?? 0), level: '', text: words, ...meaningOfLint(code, codes) }];
  });
  const count = lines.map((line) => line.trim()).findLast((line) => COUNT.test(line));
  if (count !== undefined && Number(count) > all.length)
    throw new UnusableReport(`is truncated: it announces ${counted(Number(count), 'message')} but contains ${all.length}`);
  // Files that flake8 could not open are reported with a code like any other message.
  const gaps = gapOf('flake8 could not read', all.filter(({ code }) => code === 'E902').map(({ path }) => path));
  return { tool: 'flake8', levels: 'flake8', topic: null, messages: all.filter(({ code }) => code !== 'E902'), roots: [], gaps };
}
