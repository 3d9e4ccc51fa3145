/** Where the lines of a text begin, and which line an offset stands in. */

/** Ends of lines as editors count them: `\n`, `\r\n`, and a lone `\r`. */
export const ANY_LINE_END = /\r\n|\n|\r/g;

/**
 * @param text the whole of it
 * @param ends what ends a line, with the flag `g`; `\n` alone when left out
 * @returns offsets, that of the first line included
 */
export function lineStarts(text: string, ends?: RegExp): number[] {
  const starts = [0];
  if (ends === undefined) for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  else for (const { index, 0: end } of text.matchAll(ends)) starts.push(index + end.length);
  return starts;
}

/**
 * @param numbers that grow
 * @param value to be found
 * @returns index of the last number that is not larger; -1 when all are
 */
export function lastAtMost(numbers: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * @param starts of the text's lines
 * @param offset from 0
 * @returns line and column, each from 1
 */
export function positionIn(starts: readonly number[], offset: number): [line: number, column: number] {
  const line = lastAtMost(starts, offset);
  return [line + 1, offset - starts[line]! + 1];
}

/**
 * @param starts of the text's lines
 * @param start offset of the first character
 * @param end offset one past the last character
 */
export function spanIn(starts: readonly number[], start: number, end: number): [startLine: number, startColumn: number, endLine: number, endColumn: number] {
  return [...positionIn(starts, start), ...positionIn(starts, end)];
}
