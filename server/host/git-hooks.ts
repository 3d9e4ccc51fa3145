/** Adds a review before each commit and a row of the log after it, alongside any existing hooks, and removes them again without a trace. */
import { chmod, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { findsProgram, insideOf } from './find-program.ts';
import { appendBlock, replaceBlock } from './marked-block.ts';
import { placesOfHooks, possibleHooks, type HookName, type HookPlace } from './hook-place.ts';

const MARKS = { begin: '# >>> archwright >>>', end: '# <<< archwright <<<' };
/** In a file that did not exist before, and goes with our hook. */
const MADE = '# Archwright made this file.\n';
/** Suffix of a hook that is not a shell script, or that git does not run, and stays as it is. */
const KEPT = '.before-archwright';

const DOES: Readonly<Record<HookName, string>> = {
  'pre-commit': 'changed lines are reviewed before each commit',
  'post-commit': 'each commit is added to the log, and does not wait for it',
};

/**
 * @param folder in a git repository
 * @returns sentences saying what was done
 * @throws {GitError} outside a repository
 * @throws {HookElsewhere} when the hooks belong somewhere else
 */
export async function installHooks(folder: string): Promise<string> {
  const places = await placesOfHooks(folder);
  const done: string[] = [];
  for (const place of places) done.push(await install(folder, place));
  return done.join(' ');
}

async function install(folder: string, place: HookPlace): Promise<string> {
  const { file, hook } = place;
  const block = await hookBlock(folder, hook);
  const existing = await readFile(file, 'utf8').catch(() => null);
  if (existing === null) {
    await mkdir(dirname(file), { recursive: true });
    await writeHook(file, `#!/bin/sh\n${MADE}${block}`);
    return `Installed ${shown(folder, file)}: ${DOES[hook]}.`;
  }
  if (existing.includes(MARKS.begin)) {
    await writeFile(file, replaceBlock(existing, MARKS, block));
    return `${shown(folder, file)} is already installed and up to date.`;
  }
  if (await isRunByShell(place, existing)) {
    await writeFile(file, withBlock(existing, block));
    return `Added Archwright to ${shown(folder, file)}; its existing commands still run.`;
  }
  await rename(file, file + KEPT);
  await writeHook(file, `#!/bin/sh\n${MADE}${block}archwright_before="$(dirname "$0")/${hook}${KEPT}"\n`
    + '[ ! -x "$archwright_before" ] || exec "$archwright_before" "$@"\n');
  return `Installed ${shown(folder, file)}, which calls the previous hook (now ${basename(file)}${KEPT}).`;
}

/**
 * @param folder in a git repository
 * @returns sentences saying what was done; null when there was nothing to remove
 * @throws {GitError} outside a repository
 */
export async function removeHooks(folder: string): Promise<string | null> {
  const done: string[] = [];
  for (const { file } of await possibleHooks(folder)) {
    const existing = await readFile(file, 'utf8').catch(() => null);
    if (existing?.includes(MARKS.begin) === true) done.push(await removeFrom(folder, file, existing));
  }
  return done.length === 0 ? null : done.join(' ');
}

async function removeFrom(folder: string, file: string, existing: string): Promise<string> {
  if (existsSync(file + KEPT)) {
    await rm(file);
    await rename(file + KEPT, file);
    return `Removed Archwright and restored the previous ${shown(folder, file)}.`;
  }
  const rest = replaceBlock(existing, MARKS, '');
  if (rest === `#!/bin/sh\n${MADE}`) {
    await rm(file);
    await removeEmptyFolders(dirname(file));
    return `Removed ${shown(folder, file)}.`;
  }
  await writeFile(file, rest.replace(MADE, ''));
  return `Removed Archwright from ${shown(folder, file)}; the rest of the hook is unchanged.`;
}

/** Those that were made for the hook; the first one that holds anything ends it. */
async function removeEmptyFolders(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch {
    return;
  }
  await removeEmptyFolders(dirname(folder));
}

/** Git runs a hook only if it may be executed, by what its first line names. */
async function isRunByShell({ file, isScript }: HookPlace, text: string): Promise<boolean> {
  if (isScript && !text.startsWith('#!')) return true;
  const mayRun = isScript || process.platform === 'win32' || ((await stat(file)).mode & 0o100) !== 0;
  return mayRun && /^#!.*\b(?:ba|da|z|k)?sh\b/.test(text.split('\n')[0] ?? '');
}

/** Right after the first line: a hook often ends with `exit` or `exec`, so nothing appended would run. */
function withBlock(text: string, block: string): string {
  if (!text.startsWith('#!')) return block + text;
  const at = text.indexOf('\n') + 1;
  return at === 0 ? appendBlock(text, block) : text.slice(0, at) + block + text.slice(at);
}

async function hookBlock(folder: string, hook: HookName): Promise<string> {
  return `${MARKS.begin}
# ${hook === 'pre-commit' ? 'Reviews the lines that this commit changes.' : 'Adds the commit to the log.'} "archwright hooks remove" takes it away.
${findsProgram(await insideOf(folder), `the commit was not ${hook === 'pre-commit' ? 'reviewed' : 'added to the log'}`)}
${hook === 'pre-commit' ? REVIEWS : TRACKS}${MARKS.end}
`;
}

const REVIEWS = `if [ -n "$archwright_program" ]; then
  archwright_base=HEAD
  git rev-parse --verify --quiet HEAD >/dev/null || archwright_base=
  "$archwright_program" review "$archwright_folder" \${archwright_base:+--base "$archwright_base"} --fail-under 0 || exit 1
fi
`;

/**
 * Goes on in the background, also when the terminal is closed, so that the commit neither waits nor fails. A rebase makes
 * many commits; the last one is enough, because each run adds what the runs before it did not.
 */
const TRACKS = `if [ -n "$archwright_program" ] && [ ! -d "$(git rev-parse --git-path rebase-merge)" ]; then
  (
    trap '' HUP
    unset $(git rev-parse --local-env-vars)
    "$archwright_program" track commit "$archwright_folder" --quiet </dev/null >/dev/null 2>&1 &
  )
fi
`;

async function writeHook(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  await chmod(file, 0o755);
}

function shown(folder: string, file: string): string {
  const path = relative(resolve(folder), file);
  return path.startsWith('..') ? file : path;
}
