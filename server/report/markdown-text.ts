/** Writes text into Markdown, as GitHub, GitLab and editors read it. */
import { showable } from '../text/plain-text.ts';
import { inlineParts } from './inline-code.ts';

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
