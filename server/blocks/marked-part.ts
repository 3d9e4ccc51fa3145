/** A part of a Markdown file that is generated, between two marks; what stands around it is somebody else's and stays as it is. */
import { conflictAt } from '../text/merge-conflict.ts';

/** A file that cannot be written into; `line` counts from 1. */
export interface MarkedProblem {
  line: number;
  /** A sentence. */
  message: string;
}

export interface Marks {
  /** Lines of their own. */
  start: string;
  end: string;
  /** First line of a new file. */
  heading: string;
  /** What to do once a merge conflict is resolved. */
  again: string;
}

/**
 * @param text of the file as it is; null when there is none
 * @param part with its marks, without a final line break
 * @returns the whole text with the part in it, everything around it as before; or why it cannot be put in
 */
export function withPart(text: string | null, part: string, { start: startMark, end: endMark, heading, again }: Marks): string | MarkedProblem {
  if (text === null || text.trim() === '') return `${heading}\n\n${part}\n`;
  const lines = text.split('\n');
  const conflict = conflictAt(lines);
  if (conflict >= 0)
    return { line: conflict + 1, message: `A merge conflict was not resolved here. Resolve it, then ${again}.` };
  const placesOf = (mark: string): number[] => lines.flatMap((line, at) => (line.trim() === mark ? [at] : []));
  const [starts, ends] = [placesOf(startMark), placesOf(endMark)];
  if (starts.length === 0 && ends.length === 0) return `${text.trimEnd()}\n\n${part}\n`;
  const [start = -1, end = -1] = [starts[0], ends[0]];
  if (starts.length !== 1 || ends.length !== 1 || end < start)
    return { line: (starts.at(-1) ?? ends.at(-1) ?? 0) + 1, message: `The marks ${startMark} and ${endMark} must be there once each, in this order.` };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const around = (outside: readonly string[]): string[] => outside.map((line) => line.replace(/\r$/, ''));
  return [...around(lines.slice(0, start)), ...part.split('\n'), ...around(lines.slice(end + 1))].join(newline);
}
