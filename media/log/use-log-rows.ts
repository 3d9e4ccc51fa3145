/** The lines of the log's table, asked for in windows as they come into view. */
import { useRef } from 'preact/hooks';
import type { FolderState, LogLine } from '../../server/protocol/answers.ts';
import type { LogFilter, QuestionOf } from '../../server/protocol/question.ts';
import { useAnswers } from '../answers.ts';

/** Rows in a window. */
const WINDOW = 100;

export interface ShownRows {
  /** How many lines the table has: the rows that match, or headers and the rows of groups that are not folded. */
  total: number;
  /** How many rows match. */
  found: number;
  /** How many rows the log has. */
  all: number;
  /** A line by its place; undefined while it is on its way. */
  at: (index: number) => LogLine | undefined;
}

/**
 * @param first index of the first row in view @param last of the last
 * @returns what is known; null before the first answer
 */
export function useLogRows(folder: FolderState, filter: LogFilter, first: number, last: number): { rows: ShownRows | null; failure: string | null } {
  const from = Math.floor(Math.max(0, first) / WINDOW);
  const to = Math.max(from, Math.floor(last / WINDOW));
  const questions = Array.from({ length: to - from + 1 }, (_, at): QuestionOf<'log'> => ({
    kind: 'log', ...filter, offset: (from + at) * WINDOW, limit: WINDOW,
  }));
  const { answers, failure } = useAnswers(folder, questions);
  const before = useRef<ShownRows | null>(null);
  const known = answers.find((page) => page !== null);
  if (known) {
    before.current = {
      total: known.total, found: known.found, all: known.all, at: (index) => answers[Math.floor(index / WINDOW) - from]?.entries[index % WINDOW],
    };
  }
  // What was shown before stays until something of the new is there.
  return { rows: before.current, failure };
}
