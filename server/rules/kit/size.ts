/** How large a function is to a reader, shared by the rules about length and branching. */
import type { FileFacts, FunctionFact } from '../../facts/file-facts.ts';

/** Functions inside of another that are longer than this are read for themselves. */
const GLANCE = 3;
/** Lines of data are skimmed: so many weigh as much as one line of code. */
const DATA_PER_LINE = 4;

/** Lines that a function has for itself, by its index: without the functions inside, and data counted lightly. */
export function ownLines(file: FileFacts): number[] {
  const lines = file.functions.map((each) => each.codeLines - Math.round((each.dataLines * (DATA_PER_LINE - 1)) / DATA_PER_LINE));
  for (const each of file.functions) {
    if (each.parent >= 0 && each.codeLines > GLANCE) lines[each.parent]! -= each.codeLines;
  }
  return lines;
}

/** Decisions to follow, 1 for straight code: branches that read as a list count once. */
export function decisions(fn: FunctionFact): number {
  return fn.complexity - fn.flatBranches;
}
