/** Re-analyzes one file of an open folder after it was edited, saved, created or deleted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeOne } from '../../compose/analyze-one.ts';
import type { OpenedFolder } from '../../compose/folder.ts';
import { isListed } from '../../host/list-files.ts';
import { judgeText, readSource } from '../../host/read-source.ts';

/**
 * @param opened folder whose workspace receives the result
 * @param path of the file
 * @param buffer unsaved text from the editor; undefined to read from disk
 */
export async function analyzeEdited({ workspace, made }: OpenedFolder, path: string, buffer: string | undefined): Promise<void> {
  const { root } = workspace.ports;
  const absolute = join(root, path);
  if (buffer === undefined && !existsSync(absolute)) return workspace.remove(path);
  // A file under review was already listed, so `.gitignore` files need not be read on every keystroke.
  if (!made.isIncluded(path) || (workspace.facts(path) === undefined && !isListed(root, path))) return workspace.remove(path);
  const read = buffer === undefined ? readSource(absolute) : judgeText(path, buffer);
  if ('skipped' in read) return workspace.skip({ path, reason: read.skipped });
  const outcome = await analyzeOne(workspace.inputFor(path, read.text, made.roleOf(path)));
  if ('reason' in outcome) workspace.skip(outcome);
  else workspace.accept(outcome);
}
