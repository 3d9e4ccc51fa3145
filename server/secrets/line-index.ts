import type { Span } from '../facts/span.ts';

/** Converts between offsets in a text and spans. Lines end at `\n`, `\r\n` or a lone `\r`. */
export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  /** @param text the whole file */
  constructor(text: string) {
    this.length = text.length;
    const ends = /\r\n|\n|\r/g;
    while (ends.exec(text) !== null) this.starts.push(ends.lastIndex);
  }

  /**
   * The span of a stretch.
   * @param start offset of its first character
   * @param end offset one past its last character
   */
  span(start: number, end: number): Span {
    const first = this.lineAt(start);
    const last = this.lineAt(end);
    return [first + 1, start - this.starts[first]! + 1, last + 1, end - this.starts[last]! + 1];
  }

  /**
   * The offset of a position, moved into the text when it lies outside.
   * @param line from 1
   * @param column from 1
   */
  offset(line: number, column: number): number {
    const start = this.starts[Math.min(Math.max(line, 1), this.starts.length) - 1]!;
    return Math.min(Math.max(start + column - 1, 0), this.length);
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
