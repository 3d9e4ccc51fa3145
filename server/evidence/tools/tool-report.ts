/** Tells which tool wrote a report by what stands in it, because names are often changed. */
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
 * @param path of the report, which says who wrote an empty list
 * @param codes our rules by the codes of other tools
 * @returns an output for each tool that wrote into it; none for a report of Archwright's own
 * @throws UnusableReport when the form is not known or something is missing
 */
export function readToolReport(text: string, path: string, codes: RulesByCode): ToolOutput[] {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.slice(0, 64).includes('\0') || plain.startsWith('\ufffd\ufffd')) throw new UnusableReport('is not UTF-8: let the tool write the file itself, or pipe its output through "Out-File -Encoding utf8"');
  if (isBlank(plain)) throw new UnusableReport(`is empty: nothing was found, or the tool did not run. Formats that show the difference are JSON and SARIF, and "flake8 --count"`);
  return readOutputs(plain, path, codes).map((output) => {
    if (output.messages.length <= MOST_MESSAGES) return output;
    return { ...output, messages: output.messages.slice(0, MOST_MESSAGES), gaps: [...output.gaps, `only the first ${MOST_MESSAGES} of its ${output.messages.length} messages were taken`] };
  });
}

function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

function readOutputs(text: string, path: string, codes: RulesByCode): ToolOutput[] {
  const start = text.trimStart().charAt(0);
  if (start === '<') return readXmlReport(text, codes);
  if (start === '{' || start === '[') return readJsonReport(text, path, codes);
  // A number in front marks pylint's messages, a word those of mypy; flake8's are the plainest and asked for last.
  const words = withoutColors(text);
  if (isPylintText(words)) return [readPylintText(words, codes)];
  if (isMypyText(words)) return [readMypyText(words, codes)];
  if (isFlake8Text(words)) return [readFlake8(words, codes)];
  throw new UnusableReport(`is of no form that is known: write it as ${KNOWN}`);
}

function readXmlReport(text: string, codes: RulesByCode): ToolOutput[] {
  const output = readMypyXml(text, codes);
  if (output === undefined) throw new UnusableReport('is XML, and not what "mypy --junit-xml" writes; reports of tests are named under "junit"');
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
    throw new UnusableReport('is an empty list, which does not tell who wrote it: give the file the name of its tool');
  }
  throw new UnusableReport(`is JSON of no tool that is known: write it as ${KNOWN}`);
}

/** A whole document, or a document in each line. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1 && lines[0]!.trimEnd().endsWith('}')) return lines.map((line): unknown => JSON.parse(line));
    } catch {
      // The first complaint is about the document as a whole, and tells more.
    }
    // The complaint itself may quote the report, and the report a password.
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    throw new UnusableReport(`is not JSON, or is cut off${at === undefined ? '' : ` (at character ${at})`}`);
  }
}

/** Colours come along when a tool takes a pipe for a terminal. */
function withoutColors(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
