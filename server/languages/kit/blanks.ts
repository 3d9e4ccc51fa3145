/** Text with blanks that only its author can fill in, such as the sentences of a documentation comment. */
import type { TextEdit } from '../../facts/adapter.ts';

/** Marks a blank while the text is built. */
export const BLANK = '\ufffc';

/**
 * @param edit whose text holds blanks
 * @returns the edit with a snippet, in which the cursor goes from one to the next; its text leaves them empty
 */
export function withBlanks(edit: TextEdit): TextEdit {
  if (!edit.text.includes(BLANK)) return edit;
  let count = 0;
  return {
    ...edit,
    text: edit.text.replace(/[ \t]*\ufffc[ \t]*$/gm, '').replaceAll(BLANK, ''),
    snippet: edit.text.replace(/[\\$}]/g, '\\$&').replaceAll(BLANK, () => `\${${++count}}`),
  };
}
