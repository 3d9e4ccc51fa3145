/** Facts about faults that a program has for certain. They say nothing where the parser had to guess. */
import type { FileFacts } from '../../facts/file-facts.ts';

const CERTAIN = [
  'slips', 'fixedConditions', 'secondResponses', 'trainingFaults', 'unawaited', 'undeclared', 'callables', 'callShapes', 'unknownMembers',
] as const satisfies (keyof FileFacts)[];

/** @param facts of a file @returns the same, without what would have to be certain if the parser could not read the file */
export function withoutGuesses(facts: FileFacts): FileFacts {
  if (facts.syntaxProblems.length === 0) return facts;
  const kept = { ...facts };
  for (const name of CERTAIN) delete kept[name];
  return kept;
}
