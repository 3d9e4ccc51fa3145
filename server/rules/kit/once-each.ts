/** One finding for what a file does several times alike: the first place is reported, and the others stand beside it. */
import type { Span } from '../../facts/span.ts';

/** A place beside the first; the rule says what `again` is. */
interface Again {
  messageId: 'again';
  path: string;
  span: Span;
}

/**
 * @param path of the file
 * @returns takes what makes places alike, and a place; gives the list for the first of them to report as related, and
 * null for a place that was added to such a list
 */
export function onceEach(path: string): (alike: string, span: Span) => Again[] | null {
  const known = new Map<string, Again[]>();
  return (alike, span) => {
    const first = known.get(alike);
    if (first !== undefined) {
      first.push({ messageId: 'again', path, span });
      return null;
    }
    const others: Again[] = [];
    known.set(alike, others);
    return others;
  };
}
