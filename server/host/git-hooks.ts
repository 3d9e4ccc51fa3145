/** Adds a review before each commit, alongside any existing hook, and removes it again. */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { git } from './git.ts';

const BEGIN = '# >>> archwright >>>';
const END = '# <<< archwright <<<';
/** Suffix of a hook that is not a shell script and is called from ours. */
const KEPT = '.before-archwright';

/**
 * @param folder in a git repository
 * @returns a sentence saying what was done
 * @throws {GitError} outside a repository
 */
export async function installHook(folder: string): Promise<string> {
  const file = await hookFile(folder);
  const block = await hookBlock(folder);
  const existing = await readFile(file, 'utf8').catch(() => null);
  await mkdir(dirname(file), { recursive: true });
  if (existing === null) {
    await writeHook(file, `#!/bin/sh\n${block}`);
    return `Installed ${shown(folder, file)}: changed lines are reviewed before each commit.`;
  }
  if (existing.includes(BEGIN)) {
    await writeHook(file, replaceBlock(existing, block));
    return `${shown(folder, file)} is already installed and up to date.`;
  }
  if (isShell(existing)) {
    // Right after the first line: a hook often ends with `exit` or `exec`, so nothing appended would run.
    const [first = '', ...rest] = existing.split('\n');
    await writeHook(file, [first, block.trimEnd(), ...rest].join('\n'));
    return `Added Archwright to ${shown(folder, file)}; its existing commands still run.`;
  }
  await rename(file, file + KEPT);
  await writeHook(file, `#!/bin/sh\n${block}exec "$(dirname "$0")/pre-commit${KEPT}" "$@"\n`);
  return `Installed ${shown(folder, file)}, which calls the previous hook (now pre-commit${KEPT}).`;
}

/**
 * @returns a sentence saying what was done
 * @throws {GitError} outside a repository
 */
export async function removeHook(folder: string): Promise<string> {
  const file = await hookFile(folder);
  const existing = await readFile(file, 'utf8').catch(() => null);
  if (existing === null || !existing.includes(BEGIN)) return 'There is no Archwright hook to remove.';
  if (existsSync(file + KEPT)) {
    await rm(file);
    await rename(file + KEPT, file);
    return `Removed Archwright and restored the previous ${shown(folder, file)}.`;
  }
  const rest = replaceBlock(existing, '');
  if (rest.trim() === '#!/bin/sh') {
    await rm(file);
    return `Removed ${shown(folder, file)}.`;
  }
  await writeHook(file, rest);
  return `Removed Archwright from ${shown(folder, file)}; the rest of the hook is unchanged.`;
}

async function hookFile(folder: string): Promise<string> {
  return join(resolve(folder, (await git(folder, 'rev-parse', '--git-path', 'hooks')).trim()), 'pre-commit');
}

/** Git runs hooks at the repository root; the reviewed folder may lie below it. */
async function hookBlock(folder: string): Promise<string> {
  const top = (await git(folder, 'rev-parse', '--show-toplevel')).trim();
  const inside = relative(top, resolve(folder)).split('\\').join('/') || '.';
  const target = `'${inside.replaceAll("'", "'\\''")}'`;
  return `${BEGIN}
# Reviews the lines that this commit changes. "archwright hooks remove" takes it away.
archwright_folder=${target}
if [ -x "$archwright_folder/node_modules/.bin/archwright" ]; then archwright_program="$archwright_folder/node_modules/.bin/archwright"
elif [ -x node_modules/.bin/archwright ]; then archwright_program=node_modules/.bin/archwright
elif command -v archwright >/dev/null 2>&1; then archwright_program=archwright
else archwright_program=; echo "archwright is not installed; the commit was not reviewed" >&2
fi
if [ -n "$archwright_program" ]; then
  archwright_base=HEAD
  git rev-parse --verify --quiet HEAD >/dev/null || archwright_base=
  "$archwright_program" review "$archwright_folder" \${archwright_base:+--base "$archwright_base"} --fail-under 0 || exit 1
fi
${END}
`;
}

function replaceBlock(text: string, block: string): string {
  const from = text.indexOf(BEGIN);
  const end = text.indexOf(END, from);
  const to = end < 0 ? text.length : end + END.length + (text[end + END.length] === '\n' ? 1 : 0);
  return text.slice(0, from) + block + text.slice(to);
}

function isShell(text: string): boolean {
  return /^#!.*\b(sh|bash|dash|zsh|ksh)\b/.test(text.split('\n')[0] ?? '');
}

async function writeHook(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  await chmod(file, 0o755);
}

function shown(folder: string, file: string): string {
  const path = relative(resolve(folder), file);
  return path.startsWith('..') ? file : path;
}
