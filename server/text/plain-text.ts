/** Makes text from files and their names safe to show, and measures its width. */

/** Control characters and direction overrides: they could move the cursor or reverse the text. */
const UNSHOWABLE =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with lone surrogates replaced: they cannot be written as UTF-8, and some readers reject the whole file because of one. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd');
}

/** One line of showable text: white space collapsed, invisible characters replaced. */
export function showable(text: string): string {
  return wellFormed(text).replace(/[\t\n\r\v\f]+/g, ' ').replace(UNSHOWABLE, '\ufffd');
}

/**
 * Changes every string inside a value; keys stay.
 * @param value plain data, as JSON holds it
 * @param change applied to each text
 * @returns a copy of the same shape
 */
export function eachText<Value>(value: Value, change: (text: string) => string): Value {
  const changed = (one: unknown): unknown => {
    if (typeof one === 'string') return change(one);
    if (Array.isArray(one)) return one.map(changed);
    return typeof one === 'object' && one !== null ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, changed(inner)])) : one;
  };
  return changed(value) as Value;
}

// eslint-disable-next-line no-misleading-character-class -- joiners and selectors are listed individually on purpose
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\u200b-\u200d\ufe00-\ufe0f]$/u;
const DOUBLE_WIDTH = new RegExp(
  String.raw`^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f`
  + String.raw`\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$`,
  'u',
);

/** Columns that a text takes in a terminal: two for East Asian characters and emoji, none for combining marks. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : DOUBLE_WIDTH.test(character) ? 2 : 1;
  return width;
}

/** The text padded with spaces to a width in columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/**
 * Wraps a text at spaces; words that are too long are split.
 * @param text one paragraph
 * @param width columns of a line, at least 1
 * @returns at least one line
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = split(word, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

function split(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && columns(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The text cut to a width in columns, ending in an ellipsis if it was cut. */
export function shortened(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (columns(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
