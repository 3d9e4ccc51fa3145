/** Where the lines of a text start, and which line contains an offset. */

/** Line endings as editors count them: `\n`, `\r\n`, and a lone `\r`. */
export const ANY_LINE_END = /\r\n|\n|\r/g;

/** What parsers disagree about: a lone `\r` ends a line for editors and for some of them, U+2028 and U+2029 for the compiler alone. */
const DISPUTED_END = /\r(?!\n)|[\u2028\u2029]/;
const ALL_DISPUTED_ENDS = new RegExp(DISPUTED_END, 'g');

/**
 * Makes all parsers count lines as editors do, so that a place means the same to each.
 * @param text of a file
 * @returns as many characters, with no line end that only some count, and as many lines for an editor as before
 */
export function withAgreedLineEnds(text: string): string {
  return DISPUTED_END.test(text) ? text.replace(ALL_DISPUTED_ENDS, (end) => (end === '\r' ? '\n' : ' ')) : text;
}

/**
 * @param text the whole of it
 * @param ends line endings, with the flag `g`; defaults to `\n`
 * @returns offsets, including that of the first line
 */
export function lineStarts(text: string, ends?: RegExp): number[] {
  const starts = [0];
  if (ends === undefined) for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  else for (const { index, 0: end } of text.matchAll(ends)) starts.push(index + end.length);
  return starts;
}

/**
 * @param numbers in ascending order
 * @param value to find
 * @returns index of the last number not larger than the value; -1 if all are larger
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
