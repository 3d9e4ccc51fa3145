/** The criterion that counts types and documentation as shares of all functions and public items. */
import { density } from './density.ts';
import { DOCUMENTED_ALONE, SHARE_IN_FULL, TYPED_ANCHORS, TYPED_PART, along, type CriterionFormula } from './formula.ts';
import type { ScoreInput } from './input.ts';
import { shared, type Measured } from './losses.ts';
import { counted, listed, percent } from '../text/wording.ts';

/** @returns the marks by the two shares, less those that other findings of the criterion take */
export function typedAndDocumented(formula: CriterionFormula, input: ScoreInput): Measured {
  const { functions, typedFunctions, publicItems, documentedItems, codeLines } = input.totals;
  const typed = shareOf(typedFunctions, functions, codeLines);
  const documented = shareOf(documentedItems, publicItems, codeLines);
  const documentedPart = typed === null ? DOCUMENTED_ALONE : 1 - TYPED_PART;
  const share = documented === null ? typed ?? 0 : (1 - documentedPart) * (typed ?? 1) + documentedPart * documented;
  const found = density(formula, input);
  const marks = along(TYPED_ANCHORS, share);
  const lacking = shared(1 - marks, [
    { cause: 'quality/missing-type', count: functions - typedFunctions, weight: documented === null ? 1 : TYPED_PART * (1 - (typed ?? 1)) },
    { cause: 'quality/missing-docstring', count: publicItems - documentedItems, weight: documentedPart * (1 - (documented ?? 1)) },
  ]);
  return {
    kind: 'measured', marks: marks * found.marks, reason: () => `${sharesOf(input)}${found.found ? `; also ${found.words()}` : ''}${found.told()}`,
    causes: [...lacking, ...found.causes.map((one) => ({ ...one, marks: one.marks * marks }))],
  };
}

/** @returns the share of what has it, 0 to 1; nearer to 1 where little of the code needs it; null where nothing does */
function shareOf(having: number, all: number, codeLines: number): number | null {
  if (all === 0) return null;
  // Two of two functions in 50,000 lines say nothing of the rest, which needs no types.
  return 1 - ((all - having) / all) * Math.min(1, (1000 * all) / (SHARE_IN_FULL * Math.max(1, codeLines)));
}

function sharesOf({ totals: { functions, typedFunctions, publicItems, documentedItems, codeLines } }: ScoreInput): string {
  const told = (having: number, all: number, what: string, participle: string): string => {
    if (all === 0) return '';
    const few = 1000 * all < SHARE_IN_FULL * codeLines && having < all ? ` (few for ${counted(codeLines, 'line')})` : '';
    return `${percent(having, all)} of ${counted(all, what)} ${participle}${few}`;
  };
  return listed([told(typedFunctions, functions, 'function', 'typed'), told(documentedItems, publicItems, 'public item', 'documented')]
    .filter((words) => words !== ''));
}
