/** Text as Jira's fields of several lines take it, the Atlassian Document Format, and back. */
import * as z from 'zod';

/** A node of the format, as far as it is read or written here. */
export interface AdfNode {
  type: string;
  text?: string;
  content?: AdfNode[];
  version?: 1;
}

/** What begins on a line of its own. */
const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'tableRow', 'blockquote', 'panel', 'taskItem', 'decisionItem', 'rule', 'hardBreak']);
/** Documents of Jira are not nested this deep; one that is was not written by people. */
const DEEPEST = 50;

const nodeSchema = z.looseObject({
  type: z.string().catch(''), text: z.string().optional().catch(undefined), content: z.array(z.unknown()).optional().catch(undefined),
});

/** @param text of any lines @returns a document; a blank line begins a new paragraph */
export function adfOf(text: string): AdfNode {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n(?:[ \t]*\n)+/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
  return { type: 'doc', version: 1, content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: linesOf(paragraph) })) };
}

/** A node of text must not be empty. */
function linesOf(paragraph: string): AdfNode[] {
  return paragraph.split('\n').flatMap((line, at) => [...(at === 0 ? [] : [{ type: 'hardBreak' }]), ...(line === '' ? [] : [{ type: 'text', text: line }])]);
}

/** @param document of any origin @returns its words, with one space between them: what matters when two texts are compared */
export function adfWords(document: unknown): string {
  const parts: string[] = [];
  const read = (value: unknown, depth: number): void => {
    const node = nodeSchema.safeParse(value);
    if (!node.success || depth > DEEPEST) return;
    const { type, text, content = [] } = node.data;
    if (BLOCKS.has(type)) parts.push('\n');
    if (text !== undefined) parts.push(text);
    for (const inner of content) read(inner, depth + 1);
  };
  if (typeof document === 'string') return wordsOf(document);
  read(document, 0);
  return wordsOf(parts.join(''));
}

/** @returns the words of a plain text, as `adfWords` gives those of a document */
export function wordsOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
