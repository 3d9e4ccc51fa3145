/** Code between backticks in our own words, for formats that show it in their own way. */

export interface InlinePart {
  text: string;
  code: boolean;
}

/** As in Markdown: as many backticks as open code end it, and one space beside each fence is left out. */
const CODE = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs;

/**
 * @param text one paragraph
 * @returns its parts in order, none of them empty; a backtick without a partner is text
 */
export function inlineParts(text: string): InlinePart[] {
  const parts: InlinePart[] = [];
  let end = 0;
  for (const match of text.matchAll(CODE)) {
    parts.push({ text: text.slice(end, match.index), code: false }, { text: match[2]!.replace(/^ (.+) $/s, '$1'), code: true });
    end = match.index + match[0].length;
  }
  parts.push({ text: text.slice(end), code: false });
  return parts.filter((part) => part.text !== '');
}
