/** Re-analyzes files of an open folder after they were edited, saved, created or deleted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeOne } from '../../compose/tools.ts';
import type { OpenedFolder } from '../../compose/folder.ts';
import type { FileInput } from '../../engine/analyze-file.ts';
import { LARGE } from '../../host/analyzer.ts';
import type { Outcome } from '../../host/worker-task.ts';
import { listedBelow } from '../../host/list-files.ts';
import { judgeText, readSource } from '../../host/read-source.ts';

/** With more files than these, the worker threads are asked. */
const FEW = 20;

/**
 * @param opened folder whose workspace receives the results
 * @param portion the files, and how many wait for the next portions
 * @param textOf unsaved text from the editor; undefined to read from disk
 * @returns when all are analyzed
 */
export async function analyzeEdited(
  opened: OpenedFolder, { paths, waiting }: { paths: readonly string[]; waiting: number }, textOf: (path: string) => string | undefined,
): Promise<void> {
  // A checkout may bring thousands, in portions that alone would not be worth a worker.
  opened.analyzer.expect(paths.length + waiting);
  forgetTyped(opened);
  const isListed = listedBelow(opened.workspace.ports.root);
  const inputs = paths.flatMap((path) => inputOf(opened, path, textOf(path), isListed) ?? []);
  const take = (outcome: Outcome): void => {
    if ('reason' in outcome) opened.workspace.skip(outcome);
    else opened.workspace.accept(outcome);
  };
  if (inputs.length > FEW) return opened.analyzer.analyze(inputs, take);
  for (const input of inputs) if (input.text.length < LARGE) take(await analyzeOne(input));
  // In a thread of their own, which can be stopped, while this one answers requests.
  const large = inputs.filter(({ text }) => text.length >= LARGE);
  if (large.length > 0) await opened.analyzer.analyze(large, take);
}

/** Each name of a package that was typed, letter by letter, leaves behind where it was looked for, on disk and in the compiler. */
function forgetTyped({ fileSystem, workspace }: OpenedFolder): void {
  if (!fileSystem.isOvergrown()) return;
  fileSystem.forget();
  workspace.forgetResolution();
}

/** @returns null where there is nothing to analyze: the workspace then knows that already */
function inputOf({ workspace, survey }: OpenedFolder, path: string, buffer: string | undefined, isListed: (path: string) => boolean): FileInput | null {
  const { root } = workspace.ports;
  const absolute = join(root, path);
  const isThere = buffer !== undefined || existsSync(absolute);
  // A file under review was already listed, so `.gitignore` files need not be read on every keystroke.
  const isOurs = survey.made.isIncluded(path) && (workspace.facts(path) !== undefined || isListed(path));
  if (!isThere || !isOurs || survey.evidence.reports.some((report) => report.path === path)) {
    workspace.remove(path);
    return null;
  }
  const read = buffer === undefined ? readSource(absolute) : judgeText(path, buffer);
  if ('text' in read) return workspace.inputFor(path, read.text, survey.made.roleOf(path));
  workspace.skip({ path, reason: read.skipped });
  return null;
}
