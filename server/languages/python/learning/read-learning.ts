/** Machine learning in one file: follows its data from where it comes from to where it is tested. */
import type { LearningFacts } from '../../../facts/learning-facts.ts';
import type { Source } from '../syntax.ts';
import { Scope } from './domain/value.ts';
import { evaluate } from './interpreter/expressions.ts';
import { Exhausted, Machine } from './interpreter/machine.ts';
import { execute } from './interpreter/statements.ts';
import { followFile } from './interpreter/whole-file.ts';
import { LIBRARIES, type Libraries } from './knowledge/libraries.ts';
import { lighten } from './syntax/light-tree.ts';
import { judge } from './verdicts/judge.ts';
import { practiceOf } from './verdicts/practice/practice.ts';

const NOTHING: LearningFacts = {
  leaks: [], unseeded: [], hardcoded: [], experiment: null, tracked: false, unversioned: [], unchecked: null, factories: [], hoarded: [],
};

/**
 * Never throws: what cannot be followed is left out.
 * @param source a file with its tree
 * @param onFault receives errors of the analysis itself; what was seen by then is still judged
 * @param libraries what is known about libraries
 * @returns null for files without machine learning
 */
export function readLearning(source: Source, onFault: (error: unknown) => void = () => undefined, libraries: Libraries = LIBRARIES): LearningFacts | null {
  const { text } = source;
  if (!libraries.mayLearn(text)) return null;
  const machine = new Machine(text, new Scope(null), { evaluate, execute }, libraries);
  const tree = lighten(source);
  try {
    followFile(machine, tree);
  } catch (error) {
    // The budget or the stack ran out; anything else is our own fault, and no reason to say nothing about the file.
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) onFault(error);
  }
  try {
    return { leaks: judge(machine.events), ...practiceOf(machine.events, tree, text) };
  } catch (error) {
    onFault(error);
    return NOTHING;
  }
}
