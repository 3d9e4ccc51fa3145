/** Makes messages of other tools safe to keep: one line, no control characters, no secrets. */

/** Control characters, line breaks and direction overrides. */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

const LONGEST = 240;

/**
 * @param text of a tool
 * @param longest maximum number of characters
 * @returns the text, shortened if it is longer
 */
export function oneLine(text: string, longest: number): string {
  const plain = text.slice(0, longest * 2).replace(ACTING, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

/**
 * Masks secrets in many texts at once.
 * @param texts of tools
 * @param mask masks secrets in lines of text; without it, the texts are only made safe to show
 * @returns the same number of texts, in the same order
 */
export async function masked(texts: readonly string[], mask: ((text: string) => Promise<string>) | undefined): Promise<string[]> {
  // A truncated secret may no longer look like one, so shortening comes last.
  const lines = texts.map((text) => oneLine(text, 4 * LONGEST));
  const blanked = mask === undefined ? lines : (await mask(lines.join('\n'))).split('\n');
  return lines.map((_, at) => oneLine(blanked[at] ?? '', LONGEST));
}
