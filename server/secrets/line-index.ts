import { ANY_LINE_END, lineStarts, spanIn } from '../text/line-starts.ts';
import type { Span } from '../facts/span.ts';

/** Converts between offsets in a text and spans. Lines end at `\n`, `\r\n` or a lone `\r`. */
export class LineIndex {
  private readonly starts: readonly number[];
  private readonly length: number;

  /** @param text the whole file */
  constructor(text: string) {
    this.length = text.length;
    this.starts = lineStarts(text, ANY_LINE_END);
  }

  /**
   * The span of a stretch.
   * @param start offset of its first character
   * @param end offset one past its last character
   */
  span(start: number, end: number): Span {
    return spanIn(this.starts, start, end);
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
}
