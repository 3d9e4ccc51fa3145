/**
 * Tells git to merge the log issue by issue, and to keep the reviews of both sides. All of it stands in git's own folder, as the hooks do: it is
 * of this clone, and a program that somebody else wrote down is never run.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findsProgram, insideOf } from './find-program.ts';
import { git } from './git.ts';
import { appendBlock, replaceBlock } from './marked-block.ts';

const NAME = 'archwright-log';
const SCRIPT = 'archwright-merge-log';
const MARKS = { begin: '# >>> archwright-log >>>', end: '# <<< archwright-log <<<' };

/** Paths from the reviewed folder. */
export interface MergedFiles {
  log: string;
  reviews: string;
}

/**
 * @param folder in a git repository
 * @param files to be merged
 * @returns a sentence saying what was done
 * @throws {GitError} outside a repository
 */
export async function installMergeDriver(folder: string, { log, reviews }: MergedFiles): Promise<string> {
  const { attributes, script } = await placesIn(folder);
  const inside = await insideOf(folder);
  const at = inside === '.' ? '' : `${inside}/`;
  await writeFile(script, `#!/bin/sh
# Archwright made this file: it merges the log by issue and field. "archwright hooks remove" takes it away.
${findsProgram(inside, 'the log is merged line by line')}
[ -n "$archwright_program" ] || exec git merge-file "$2" "$1" "$3"
exec "$archwright_program" track merge "$1" "$2" "$3"
`);
  await chmod(script, 0o755);
  await git(folder, 'config', '--local', `merge.${NAME}.name`, 'log of Archwright, by issue and field');
  await git(folder, 'config', '--local', `merge.${NAME}.driver`, `"$(git rev-parse --git-common-dir)/${SCRIPT}" %O %A %B`);
  const before = await readFile(attributes, 'utf8').catch(() => '');
  const block = `${MARKS.begin}\n${quoted(`${at}${log}`)} merge=${NAME}\n${quoted(`${at}${reviews}`)} merge=union\n${MARKS.end}\n`;
  await mkdir(dirname(attributes), { recursive: true });
  await writeFile(attributes, appendBlock(withoutBlock(before), block));
  return 'Git merges the log by issue and field from now on.';
}

/**
 * @param folder in a git repository
 * @returns a sentence saying what was done; null when there was nothing to remove
 * @throws {GitError} outside a repository
 */
export async function removeMergeDriver(folder: string): Promise<string | null> {
  const { attributes, script } = await placesIn(folder);
  const before = await readFile(attributes, 'utf8').catch(() => '');
  const rest = withoutBlock(before);
  if (rest === before && !existsSync(script)) return null;
  if (rest === '') await rm(attributes, { force: true });
  else await writeFile(attributes, rest);
  await rm(script, { force: true });
  // Somebody may have taken it out already.
  await git(folder, 'config', '--local', '--remove-section', `merge.${NAME}`).catch(() => undefined);
  return 'Git merges the log line by line again.';
}

async function placesIn(folder: string): Promise<{ attributes: string; script: string }> {
  const common = resolve(folder, (await git(folder, 'rev-parse', '--git-common-dir')).trim());
  return { attributes: join(common, 'info', 'attributes'), script: join(common, SCRIPT) };
}

function withoutBlock(text: string): string {
  return text.includes(MARKS.begin) ? replaceBlock(text, MARKS, '') : text;
}

/** A pattern of attributes, in which no character means anything else. */
function quoted(path: string): string {
  const pattern = path.replace(/[\\*?[\]]/g, '\\$&');
  return /[\s"#!]|^-/.test(path) ? `"${pattern.replace(/[\\"]/g, '\\$&')}"` : pattern;
}
