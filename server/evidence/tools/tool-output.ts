/** What the reader of one tool's report gives: paths and words are still the tool's own. */
import type { Meaning, ToolReport } from '../../facts/tool-messages.ts';
import { firstNames } from '../../text/wording.ts';

/** One message as the tool wrote it. */
export interface WrittenMessage extends Meaning {
  code: string;
  /** Empty when the message is about no file. */
  path: string;
  line: number;
  /** 0 when the report does not tell columns. */
  column: number;
  level: string;
  text: string;
}

/** What one tool wrote into one report. */
export interface ToolOutput extends Pick<ToolReport, 'tool' | 'levels' | 'topic'> {
  messages: WrittenMessage[];
  /** Folders that relative paths may start from. */
  roots: string[];
  /** What the tool could not do, as the end of a sentence about the report; empty when it did all of its work. */
  gaps: string[];
}

/** More messages than these of one report are not read: by then the number says it all, and memory is not without end. */
export const MOST_MESSAGES = 100_000;

/**
 * A line's number out of a report.
 * @param value as the report has it
 * @returns 1 for what is no line
 */
export function lineNumber(value: unknown): number {
  const line = Number(value);
  return Number.isInteger(line) && line >= 1 ? line : 1;
}

/**
 * Names the files that a tool could not deal with.
 * @param words that stand before them
 * @param files as the report names them
 * @returns one sentence, or none where there is no file
 */
export function gapOf(words: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [`${words} ${firstNames(files)}`];
}

/**
 * Whether a text looks like the output of a tool whose messages have a line each.
 * @param text what was written
 * @param forms that a message may have
 */
export function hasMessage(text: string, ...forms: readonly RegExp[]): boolean {
  return text.split('\n', 200).some((line) => forms.some((form) => form.test(line.trimEnd())));
}
