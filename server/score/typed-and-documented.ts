/** The criterion that counts types and documentation as shares of all functions and public items. */
import { density } from './density.ts';
import { TYPED_ANCHORS, TYPED_PART, along, type CriterionFormula } from './formula.ts';
import type { ScoreInput } from './input.ts';
import { shared, type Measured } from './losses.ts';
import { counted, listed, percent } from '../text/wording.ts';

/** @returns the marks by the two shares, less those that other findings of the criterion take */
export function typedAndDocumented(formula: CriterionFormula, input: ScoreInput): Measured {
  const { functions, typedFunctions, publicItems, documentedItems } = input.totals;
  const typed = functions > 0 ? typedFunctions / functions : null;
  const documented = publicItems > 0 ? documentedItems / publicItems : null;
  const share = typed === null ? (documented ?? 0) : documented === null ? typed : TYPED_PART * typed + (1 - TYPED_PART) * documented;
  const found = density(formula, input);
  const marks = along(TYPED_ANCHORS, share);
  const lacking = shared(1 - marks, [
    { cause: 'quality/missing-type', count: functions - typedFunctions, weight: documented === null ? 1 : TYPED_PART * (1 - (typed ?? 1)) },
    { cause: 'quality/missing-docstring', count: publicItems - documentedItems, weight: typed === null ? 1 : (1 - TYPED_PART) * (1 - (documented ?? 1)) },
  ]);
  return {
    kind: 'measured', marks: marks * found.marks, reason: () => `${sharesOf(input)}${found.found ? `; also ${found.words()}` : ''}${found.told()}`,
    causes: [...lacking, ...found.causes.map((one) => ({ ...one, marks: one.marks * marks }))],
  };
}

function sharesOf({ totals: { functions, typedFunctions, publicItems, documentedItems } }: ScoreInput): string {
  return listed([
    functions > 0 ? `${percent(typedFunctions, functions)} of ${counted(functions, 'function')} typed` : '',
    publicItems > 0 ? `${percent(documentedItems, publicItems)} of ${counted(publicItems, 'public item')} documented` : '',
  ].filter((words) => words !== ''));
}
