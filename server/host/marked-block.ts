/** A block of ours between two marks, in a file that somebody else may write too: all around it stays as it is. */

export interface Marks {
  begin: string;
  end: string;
}

/**
 * @param text of the file, which holds the block
 * @param marks of the block
 * @param block with its marks and a line break at its end; empty to take it away
 * @returns the text with the other block. Where the old one ends the text without a line break, the one in front of it is ours too
 */
export function replaceBlock(text: string, { begin, end }: Marks, block: string): string {
  const from = text.indexOf(begin);
  const at = text.indexOf(end, from);
  const to = at < 0 ? text.length : at + end.length;
  if (text[to] === '\n') return text.slice(0, from) + block + text.slice(to + 1);
  return block === '' ? text.slice(0, Math.max(0, from - 1)) + text.slice(to) : text.slice(0, from) + block.trimEnd() + text.slice(to);
}

/** @param text of the file, which does not hold the block @returns the text with the block at its end, so that `replaceBlock` gives the text again */
export function appendBlock(text: string, block: string): string {
  return text === '' || text.endsWith('\n') ? text + block : `${text}\n${block.trimEnd()}`;
}
