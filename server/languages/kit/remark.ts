/** Comments beside a piece of code. */

/** Written for a tool, or a note for later. */
const NO_REMARK = /^(?:noqa|nosec|type:|pylint|pragma|eslint|@ts-|prettier|biome|fmt:|todo|fixme|xxx)/i;
/** The beginning of a comment, behind code or on a line of its own. */
const BEHIND = /^[^'"`\n/#]*(?:\/\/|\/\*|#)/;
const ABOVE = /^\s*(?:\/\/|\/\*|\*|#)/;

function says(comment: string): boolean {
  const words = comment.replace(/^[\s*/#]+/, '').trim();
  return words.includes(' ') && !NO_REMARK.test(words);
}

/**
 * @param source of the file
 * @param start offset of the code
 * @param end offset behind it
 * @returns whether a comment behind it on its last line, or in the line above, says something in words
 */
export function hasRemark({ text }: { text: string }, start: number, end: number): boolean {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? undefined : lineEnd);
  const behind = BEHIND.exec(rest)?.[0];
  if (behind !== undefined && says(rest.slice(behind.length))) return true;
  const head = text.lastIndexOf('\n', start - 1);
  const line = head < 0 ? '' : text.slice(text.lastIndexOf('\n', head - 1) + 1, head);
  return ABOVE.test(line) && says(line);
}
