/**
 * Writes any text as a quoted Mermaid label.
 *
 * Names come from folders and files, so they may contain quotes, brackets, HTML, `end` or Mermaid's
 * own syntax. Two ways of writing are needed, because Mermaid decodes its `#34;` codes only where
 * labels are HTML: with `htmlLabels: false` the code itself would be shown.
 */

/** `entities` for Markdown hosts such as GitHub; `placeholders` for SVG labels, with `restoreLabel` afterwards. */
export type LabelEncoding = 'entities' | 'placeholders';

/** First of 128 private-use code points that replace the ASCII characters Mermaid would interpret. */
const PLACEHOLDER_BASE = 0xee00;
const PLACEHOLDERS = /[\uee00-\uee7f]/g;

const MAX_LENGTH = 60;

/** Undrawable: control characters, lone surrogates, direction overrides and our own placeholders. */
const UNDRAWABLE = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\uee00-\uee7f]|`
  + String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
  'g',
);

/** Characters kept unchanged. Mermaid's own entity marks (`ﬂ`, `°`, `¶`, `ß`) are broken up below. */
const HARMLESS = /[A-Za-z0-9 /.,-]|[^\u0000-\u007f]/;

/** The text as it will appear: white space collapsed, undrawable characters replaced, shortened. */
export function drawableText(text: string, longest = MAX_LENGTH): string {
  const plain = text.replace(UNDRAWABLE, '\ufffd').replace(/\s+/g, ' ').trim();
  const characters = [...plain];
  if (characters.length <= longest) return plain === '' ? '(no name)' : plain;
  const head = characters.slice(0, Math.floor(longest / 2) - 1).join('');
  return `${head}…${characters.slice(-Math.floor(longest / 2)).join('')}`;
}

/** One line of a label, ready to go between double quotes. */
export function encodeLabel(text: string, encoding: LabelEncoding, longest = MAX_LENGTH): string {
  const encoded = [...drawableText(text, longest)].map((character) => {
    if (HARMLESS.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    return encoding === 'entities' ? `#${code};` : String.fromCodePoint(PLACEHOLDER_BASE + code);
  });
  return separateEntityMarks(encoded.join(''));
}

/** Restores the characters that `encodeLabel` replaced. Apply it to text nodes, never to markup. */
export function restoreLabel(text: string): string {
  return text.replace(PLACEHOLDERS, (character) => String.fromCodePoint(character.charCodeAt(0) - PLACEHOLDER_BASE));
}

/** Mermaid turns `ﬂ°` and `¶ß` into `&` and `;`; a word joiner between them prevents that. */
function separateEntityMarks(text: string): string {
  return text
    .replace(/\uFB02(?=\u00B0)/g, 'ﬂ\u2060')
    .replace(/¶(?=ß)/g, '¶\u2060')
    .replace(/(^|\W)www\./gi, (match) => `${match.slice(0, -1)}\u2060.`);
}
