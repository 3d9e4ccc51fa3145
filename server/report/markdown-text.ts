/** Writes text into Markdown, as GitHub, GitLab and editors read it, and finds the code between backticks in our own words. */
import { showable } from '../text/plain-text.ts';

/** A part of a text of ours, for formats that show code in their own way. */
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

/** Characters that Markdown, embedded HTML, mentions, issue numbers or formulas could interpret. */
const ACTING = /[\\`*_{}[\]<>#|&~@$]/g;

/** Text on one line, also safe in a table. */
export function markdownText(text: string): string {
  return showable(text).replace(ACTING, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\b(https?|www)(?=:|\.)/gi, '$1\u2060');
}

/** Text as code on one line, also safe in a table. */
export function markdownCode(text: string): string {
  const plain = showable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = plain.startsWith('`') || plain.endsWith('`') || plain.trim() === '' ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** Our own words, such as a rule's advice, on one line: what stands between backticks stays code. */
export function markdownProse(text: string): string {
  return inlineParts(text).map((part) => (part.code ? markdownCode(part.text) : markdownText(part.text))).join('');
}

/** A link to one of our own URLs, such as a rule's page; plain text if there is none. */
export function markdownLink(text: string, url: string): string {
  return url === '' ? text : `[${text}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** Lines of a table; the cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)];
}
