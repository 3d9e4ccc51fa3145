/** How much an engine that tries one way after the other could have to try, at most. */
import type { AST } from '@eslint-community/regexpp';
import { RefusedPattern } from './program.ts';

/** With `n` characters of text, at most `ways * n ** loops` ways are tried. */
export interface Effort {
  ways: number;
  loops: number;
}

const NONE: Effort = { ways: 1, loops: 0 };
/** No bound is known: a loop inside of a loop, or with several ways in it. */
const UNBOUNDED: Effort = { ways: Infinity, loops: Infinity };

/** More ways than this in a look-around are no longer a matter of course. */
const MOST_WAYS_AROUND = 16;

/**
 * @param tree of an expression, or one of its groups
 * @throws {RefusedPattern} when it refers back to an earlier part of itself
 */
export function effortOf({ alternatives }: { alternatives: readonly AST.Alternative[] }): Effort {
  return alternatives
    .map(({ elements }) => elements.map(effortOfElement).reduce(oneAfterTheOther, NONE))
    .reduce((sum, one) => ({ ways: sum.ways + one.ways, loops: Math.max(sum.loops, one.loops) }));
}

function oneAfterTheOther(first: Effort, second: Effort): Effort {
  return { ways: first.ways * second.ways, loops: first.loops + second.loops };
}

function effortOfElement(element: AST.Element): Effort {
  switch (element.type) {
    case 'Group': case 'CapturingGroup':
      return effortOf(element);
    case 'Quantifier': {
      const body = effortOfElement(element.element);
      if (element.max === Infinity) return body.ways > 1 || body.loops > 0 ? UNBOUNDED : { ways: 1, loops: 1 };
      // Each number of times is a way of its own.
      return Array.from({ length: element.max }, () => body).reduce((sum, one) => ({ ways: sum.ways * one.ways + 1, loops: sum.loops + one.loops }), NONE);
    }
    case 'Assertion': {
      if (element.kind !== 'lookahead' && element.kind !== 'lookbehind') return NONE;
      // Once it holds, the engine does not come back to try its other ways.
      const { ways, loops } = effortOf(element);
      return Number.isFinite(ways) && ways <= MOST_WAYS_AROUND ? { ways: 1, loops } : UNBOUNDED;
    }
    case 'Character': case 'CharacterSet': case 'CharacterClass':
      return NONE;
    default:
      throw new RefusedPattern('it refers back to an earlier part of itself');
  }
}
