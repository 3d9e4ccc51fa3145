/** Regular expressions that users write, run over words that anyone may have written. */
import { effortOf } from './effort.ts';
import { parseExpression, RefusedPattern } from './program.ts';

/** With words of a hundred characters, these take a millisecond at most. */
const MOST_LOOPS = 2;
const MOST_WAYS = 64;

/** @param source of an expression @returns why it cannot be used, as the end of a sentence; null when it can */
export function expressionRefusal(source: string): string | null {
  try {
    const { loops, ways } = effortOf(parseExpression(source));
    return loops > MOST_LOOPS || ways > MOST_WAYS ? 'it could take very long for some texts' : null;
  } catch (error) {
    if (error instanceof RefusedPattern) return error.message;
    throw error;
  }
}
