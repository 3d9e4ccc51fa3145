/** What the reader of a tool's report returns, with the tool's own paths and messages. */
import type { Meaning, ToolReport } from '../../facts/tool-messages.ts';
import { firstNames } from '../../text/wording.ts';

/** One message as the tool wrote it. */
export interface WrittenMessage extends Meaning {
  code: string;
  /** Empty when the message concerns no file. */
  path: string;
  line: number;
  /** 0 when the report has no columns. */
  column: number;
  level: string;
  text: string;
}

/** The output of one tool in one report. */
export interface ToolOutput extends Pick<ToolReport, 'tool' | 'levels' | 'topic'> {
  messages: WrittenMessage[];
  /** Folders that relative paths may be based on. */
  roots: string[];
  /** What the tool could not do, as the end of a sentence about the report; empty if it completed. */
  gaps: string[];
}

/** Most messages read from one report, to bound memory; beyond that, only the number matters. */
export const MOST_MESSAGES = 100_000;

/**
 * A line number from a report.
 * @param value as the report has it
 * @returns 1 if it is not a line number
 */
export function lineNumber(value: unknown): number {
  const line = Number(value);
  return Number.isInteger(line) && line >= 1 ? line : 1;
}

/**
 * Names the files that a tool could not handle.
 * @param words that precede them
 * @param files as the report names them
 * @returns one sentence, or none without files
 */
export function gapOf(words: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [`${words} ${firstNames(files)}`];
}

/**
 * Whether a text looks like the output of a tool with one message per line.
 * @param text the output
 * @param forms patterns of a message
 */
export function hasMessage(text: string, ...forms: readonly RegExp[]): boolean {
  return text.split('\n', 200).some((line) => forms.some((form) => form.test(line.trimEnd())));
}
