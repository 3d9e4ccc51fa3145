/** Judges one criterion: whether it applies, whether it can be measured, its share of marks, what took the rest, and why. */
import { coverage } from './coverage.ts';
import { density } from './density.ts';
import { TANGLED_COST, type Condition, type CriterionFormula } from './formula.ts';
import type { ScoreInput } from './input.ts';
import { unmeasured, type Cause, type Measured } from './losses.ts';
import { typedAndDocumented } from './typed-and-documented.ts';
import { counted, grouped, listed } from '../text/wording.ts';

/** Why a criterion does not apply; null when it does. Independent of findings: one more must not change what is scored. */
const MISSING: Readonly<Record<Condition, (input: ScoreInput) => string | null>> = {
  code: () => null,
  functions: ({ totals }) => (totals.functions + totals.publicItems > 0 ? null : 'there are no functions or public classes'),
  'machine-learning': ({ totals }) => (totals.machineLearningFiles > 0 ? null : 'no file uses a machine-learning library'),
  'two-files': ({ totals, graph }) => {
    if (totals.files < 2) return 'there is only one file';
    return graph.imports > 0 ? null : 'no file imports another';
  },
  boundaries: ({ graph }) => {
    if (graph.blocks < 2) return 'there are fewer than two blocks';
    return graph.boundedBlocks > 0 ? null : 'no block has an index file as its face, or declares what it depends on';
  },
  layers: ({ totals, graph }) => {
    if (totals.files < 2) return 'there is only one file';
    return graph.layers === 'none' ? 'no layers are known. Once "layers" in archwright.jsonc declares them, imports that cross them are reported' : null;
  },
};

/** @returns the marks of a criterion for a project that has code */
export function measure(formula: CriterionFormula, input: ScoreInput): Measured {
  const missing = MISSING[formula.condition](input);
  if (missing !== null) return { kind: 'unapplied', marks: 0, causes: [], reason: () => `does not apply, left out of the score: ${missing}` };
  if (formula.measure === 'typed-and-documented') return typedAndDocumented(formula, input);
  if (formula.measure === 'coverage') return coverage(formula, input);
  if ((input.rulesRun[formula.id] ?? 0) === 0) return unmeasured('all rules for this criterion are off; enable one in archwright.jsonc');
  const { marks, causes, words, told } = density(formula, input);
  if (formula.measure === 'cycles') {
    const left = untangled(input);
    const tangle: Cause = { cause: 'architecture/block-cycle', count: 0, marks: marks * (1 - left) };
    return { kind: 'measured', marks: marks * left, causes: [...causes, tangle], reason: () => `${words()}${cyclesIn(input)}${told()}` };
  }
  const inferred = formula.measure === 'layers' && input.graph.layers === 'inferred' ? ', layers inferred from folder names' : '';
  return { kind: 'measured', marks, causes, reason: () => `${words()}${inferred}${told()}` };
}

/** The part of the marks that tangles leave: a single finding stands for a tangle, so its size must count here. */
function untangled({ graph }: ScoreInput): number {
  return graph.blocks > 0 ? 1 - (TANGLED_COST * Math.min(graph.blocks, graph.tangledBlocks)) / graph.blocks : 1;
}

function cyclesIn({ graph }: ScoreInput): string {
  const kinds = [
    graph.blockCycles > 0 ? `${grouped(graph.tangledBlocks)} of ${counted(graph.blocks, 'block')} in ${counted(graph.blockCycles, 'cycle')}` : '',
    graph.moduleCycles > 0 ? `${counted(graph.moduleCycles, 'cycle')} between files` : '',
  ].filter((kind) => kind !== '');
  return kinds.length > 0 ? `: ${listed(kinds)}` : '';
}
