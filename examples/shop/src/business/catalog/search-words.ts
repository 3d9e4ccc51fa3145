/** What people type into the search box, made into words. */

const LONGEST = 40;
const MOST = 5;

/**
 * The words that are worth looking for.
 * @param text as it was typed
 * @returns words in lower case, each once
 */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const usable = words.filter((word) => word.length > 1 && word.length <= LONGEST);
  return [...new Set(usable)].slice(0, MOST);
}
