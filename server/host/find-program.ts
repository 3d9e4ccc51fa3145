/** How a script that git runs finds this program: git runs it at the root of the repository, below which the reviewed folder may lie. */
import { relative, resolve } from 'node:path';
import { git } from './git.ts';

/** @param folder in a repository @returns its path from the root, with `/` @throws {GitError} outside a repository */
export async function insideOf(folder: string): Promise<string> {
  const top = (await git(folder, 'rev-parse', '--show-toplevel')).trim();
  return relative(top, resolve(folder)).split('\\').join('/') || '.';
}

/**
 * @param inside path of the reviewed folder
 * @param without what is told where the program is not installed: a sentence without its end
 * @returns lines of a shell that set `archwright_folder`, and `archwright_program`, which is empty where there is none
 */
export function findsProgram(inside: string, without: string): string {
  return `archwright_folder='${inside.replaceAll("'", "'\\''")}'
if [ -x "$archwright_folder/node_modules/.bin/archwright" ]; then archwright_program="$archwright_folder/node_modules/.bin/archwright"
elif [ -x node_modules/.bin/archwright ]; then archwright_program=node_modules/.bin/archwright
elif command -v archwright >/dev/null 2>&1; then archwright_program=archwright
else archwright_program=; echo "archwright is not installed; ${without}" >&2
fi`;
}
