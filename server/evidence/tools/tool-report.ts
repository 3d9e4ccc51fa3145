/** Detects which tool wrote a report from its content, because files are often renamed. */
import { isBandit, readBandit } from './bandit.ts';
import { isEslint, readEslint } from './eslint.ts';
import { isFlake8Text, readFlake8 } from './flake8.ts';
import type { RulesByCode } from './meanings.ts';
import { isMypyJson, isMypyText, readMypyJson, readMypyText, readMypyXml } from './mypy.ts';
import { isPylintJson, isPylintText, readPylintJson, readPylintText } from './pylint.ts';
import { UnusableReport } from '../report-files.ts';
import { isSarif, readSarif } from './sarif.ts';
import { MOST_MESSAGES, type ToolOutput } from './tool-output.ts';

const KNOWN = 'mypy (text, JSON or JUnit), pylint (text or JSON), flake8, bandit (JSON), ESLint (JSON) or SARIF 2.1.0';

/**
 * Reads a report of another tool.
 * @param text of the report
 * @param path of the report, whose name identifies the tool of an empty list
 * @param codes our rules by the codes of other tools
 * @returns an output for each tool in the report; none for Archwright's own reports
 * @throws UnusableReport when the format is unknown or something is missing
 */
export function readToolReport(text: string, path: string, codes: RulesByCode): ToolOutput[] {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.slice(0, 64).includes('\0') || plain.startsWith('\ufffd\ufffd')) throw new UnusableReport('is not UTF-8: let the tool write the file itself, '
    + 'or use "Out-File -Encoding utf8"');
  if (isBlank(plain)) throw new UnusableReport(`is empty: either nothing was found or the tool did not run. Use JSON, SARIF or "flake8 --count" to tell`);
  return readOutputs(plain, path, codes).map((output) => {
    if (output.messages.length <= MOST_MESSAGES) return output;
    return {
      ...output,
      messages: output.messages.slice(0, MOST_MESSAGES),
      gaps: [...output.gaps, `only the first ${MOST_MESSAGES} of its ${output.messages.length} messages were read`],
    };
  });
}

function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

function readOutputs(text: string, path: string, codes: RulesByCode): ToolOutput[] {
  const start = text.trimStart().charAt(0);
  if (start === '<') return readXmlReport(text, codes);
  if (start === '{' || start === '[') return readJsonReport(text, path, codes);
  // A code in front marks pylint's messages, a word mypy's; flake8's are the least specific and tried last.
  const words = withoutColors(text);
  if (isPylintText(words)) return [readPylintText(words, codes)];
  if (isMypyText(words)) return [readMypyText(words, codes)];
  if (isFlake8Text(words)) return [readFlake8(words, codes)];
  throw new UnusableReport(`has an unknown format: write it as ${KNOWN}`);
}

function readXmlReport(text: string, codes: RulesByCode): ToolOutput[] {
  const output = readMypyXml(text, codes);
  if (output === undefined) throw new UnusableReport('is XML, but not from "mypy --junit-xml"; list test reports under "junit"');
  return [output];
}

function readJsonReport(text: string, path: string, codes: RulesByCode): ToolOutput[] {
  const data = parse(text);
  if (isSarif(data)) return readSarif(data, codes);
  if (isBandit(data)) return [readBandit(data, codes)];
  if (isPylintJson(data)) return [readPylintJson(data, codes)];
  if (isEslint(data)) return [readEslint(data, codes)];
  const lines = Array.isArray(data) ? data : [data];
  if (isMypyJson(lines[0])) return [readMypyJson(lines, codes)];
  if (Array.isArray(data) && data.length === 0) {
    if (/eslint/i.test(path)) return [readEslint(data, codes)];
    if (/pylint/i.test(path)) return [readPylintJson(data, codes)];
    throw new UnusableReport('is an empty list that does not identify its tool: name the file after the tool');
  }
  throw new UnusableReport(`is JSON of an unknown tool: write it as ${KNOWN}`);
}

/** A whole document, or one document per line. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1 && lines[0]!.trimEnd().endsWith('}')) return lines.map((line): unknown => JSON.parse(line));
    } catch {
      // The first error is about the whole document and more useful.
    }
    // The parser's message may quote the report, and with it a password.
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    throw new UnusableReport(`is not JSON, or is truncated${at === undefined ? '' : ` (at character ${at})`}`);
  }
}

/** Output contains colours when a tool mistakes a pipe for a terminal. */
function withoutColors(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
