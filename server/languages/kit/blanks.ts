/** Text with places that only its author can fill in: a documentation comment whose sentences nobody can guess. */
import type { TextEdit } from '../../facts/adapter.ts';

/** Stands for such a place while the text is put together. */
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
