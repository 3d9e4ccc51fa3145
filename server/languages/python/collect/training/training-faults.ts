/** Faults that code which trains models or fills tables has for certain; each kind is searched by a file of its own. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import type { Scopes } from '../../scopes.ts';
import type { Source } from '../../syntax.ts';
import { leftInEvaluation } from './evaluation.ts';
import { chainedAssignments } from './frames.ts';
import { missingZeroGrads } from './gradients.ts';
import { retainedGraphs } from './graphs.ts';
import { doubleActivations } from './losses.ts';
import { materialOf, type Material } from './material.ts';
import { constantOutputs } from './outputs.ts';
import { unregisteredModules } from './unregistered.ts';

/** @returns whether a text imports a library, by a quick look */
const imports = (libraries: string): RegExp => new RegExp(String.raw`^[ \t]*(import|from)[ \t]+(${libraries})\b`, 'm');

/** Searches, each with what a file must import to be looked at. */
const SEARCHES: readonly [needs: RegExp, search: (material: Material) => TrainingFaultFact[]][] = [
  [imports('torch'), unregisteredModules],
  [imports('torch'), missingZeroGrads],
  [imports('torch'), retainedGraphs],
  [imports('torch'), leftInEvaluation],
  [imports('torch'), doubleActivations],
  [imports('torch|keras|tensorflow|tf_keras'), constantOutputs],
  [imports('pandas'), chainedAssignments],
];

/** @returns the faults in source order; null when there are none */
export function trainingFaults(source: Source, scopes: Scopes): TrainingFaultFact[] | null {
  const searches = SEARCHES.filter(([needs]) => needs.test(source.text));
  if (searches.length === 0) return null;
  const material = materialOf(source, scopes);
  const found = searches.flatMap(([, search]) => search(material));
  return found.length === 0 ? null : found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
