/** Applies a fix that the linter prepared when the file was read. */
import type { FixProvider } from '../../../facts/adapter.ts';
import type { LintEdit } from '../../../facts/file-facts.ts';
import { openedOnce } from '../../kit/opened-once.ts';

const linesOf = openedOnce((_path, text) => text.split(/\r\n|\n|\r/));

/** Data: `edits`, each with the original text of its line. Returns nothing when one of these lines has changed. */
export const lintFix: FixProvider = (request, context) => {
  const text = context.read(request.path);
  const edits = request.data.edits as LintEdit[] | undefined;
  if (text === undefined || edits === undefined || edits.length === 0) return null;
  const lines = linesOf(request.path, text, context);
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  if (edits.some((edit) => (lines[edit.span[0] - 1] ?? '') !== edit.line)) return null;
  return [{ path: request.path, edits: edits.map((edit) => ({ span: edit.span, text: edit.text.replace(/\r\n|\n|\r/g, ending) })) }];
};
