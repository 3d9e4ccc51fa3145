/** Analyzes one file of an open folder again: it was edited, saved, created or deleted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeOne } from '../../compose/analyze-one.ts';
import type { OpenedFolder } from '../../compose/folder.ts';
import { roleOf } from '../../engine/role.ts';
import { isListed } from '../../host/list-files.ts';
import { judgeText, readSource } from '../../host/read-source.ts';

/**
 * @param opened folder, whose workspace takes the result in
 * @param path of the file
 * @param buffer its text as the user sees it; undefined where the disk counts
 */
export async function analyzeEdited({ workspace, made }: OpenedFolder, path: string, buffer: string | undefined): Promise<void> {
  const { root } = workspace.ports;
  const absolute = join(root, path);
  if (buffer === undefined && !existsSync(absolute)) return workspace.remove(path);
  // A file that is reviewed already was listed: no need to read `.gitignore` files at every key.
  if (!made.isIncluded(path) || (workspace.facts(path) === undefined && !isListed(root, path))) return workspace.remove(path);
  const read = buffer === undefined ? readSource(absolute) : judgeText(path, buffer);
  if ('skipped' in read) return workspace.skip({ path, reason: read.skipped });
  const outcome = await analyzeOne(workspace.inputFor(path, read.text, roleOf(path)));
  if ('reason' in outcome) workspace.skip(outcome);
  else workspace.accept(outcome);
}
