/** How large a function is for a reader; shared by the rules about length and branching. */
import type { FileFacts, FunctionFact } from '../../facts/file-facts.ts';

/** Nested functions longer than this are read on their own. */
const GLANCE = 3;
/** Readers skim lines of data: this many weigh as much as one line of code. */
const DATA_PER_LINE = 4;

/** Lines of a function by its index: without nested functions, and with data weighted lightly. */
export function ownLines(file: FileFacts): number[] {
  const lines = file.functions.map((each) => each.codeLines - Math.round((each.dataLines * (DATA_PER_LINE - 1)) / DATA_PER_LINE));
  for (const each of file.functions) {
    if (each.parent >= 0 && each.codeLines > GLANCE) lines[each.parent]! -= each.codeLines;
  }
  return lines;
}

/** Number of decisions, 1 for straight-line code: branches that read as a list count once. */
export function decisions(fn: FunctionFact): number {
  return fn.complexity - fn.flatBranches;
}
