/** Words of other tools, made fit to be kept: on one line, without what could act, without secrets. */

/** Control characters, line ends and what turns the direction of writing. */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

const LONGEST = 240;

/**
 * @param text of a tool
 * @param longest characters that are kept
 * @returns the text, shortened where it is longer
 */
export function oneLine(text: string, longest: number): string {
  const plain = text.slice(0, longest * 2).replace(ACTING, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

/**
 * Blanks secrets in many texts at once.
 * @param texts of tools
 * @param mask blanks secrets in lines of text; where there is none, the texts are only made fit to be shown
 * @returns as many texts in the same order
 */
export async function masked(texts: readonly string[], mask: ((text: string) => Promise<string>) | undefined): Promise<string[]> {
  // A secret that is cut off may no longer look like one, so that the cut comes last.
  const lines = texts.map((text) => oneLine(text, 4 * LONGEST));
  const blanked = mask === undefined ? lines : (await mask(lines.join('\n'))).split('\n');
  return lines.map((_, at) => oneLine(blanked[at] ?? '', LONGEST));
}
