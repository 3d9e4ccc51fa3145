/** Takes secrets out of many texts at once: the scanner reads lines, and starting it for each text takes too long. */

/** Texts are scanned together up to this length, because the scanner gives up on a text with very many secrets. */
const TOGETHER = 100_000;

/** @param texts that anyone may have written @param mask masks lines, and keeps their number @returns the texts in the same order, without secrets */
export async function maskTexts(texts: readonly string[], mask: (lines: string) => Promise<string>): Promise<string[]> {
  const masked: string[] = [];
  for (let from = 0; from < texts.length;) {
    let to = from;
    for (let length = 0; to < texts.length && (to === from || length + texts[to]!.length <= TOGETHER); to++) length += texts[to]!.length;
    const part = texts.slice(from, to);
    const lines = (await mask(part.join('\n'))).split('\n');
    for (const text of part) masked.push(lines.splice(0, text.split('\n').length).join('\n'));
    from = to;
  }
  return masked;
}
