/**
 * Installed packages of a working tree, made available in another one. Installing them again would take minutes and the network.
 */
import { copyFile, lstat, mkdir, readdir, readFile, readlink, symlink } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** What package managers keep among packages and need for finding them; other hidden folders are caches. */
const NEEDED_HIDDEN = /^\.(bin|pnpm|package-lock\.json|yarn-integrity|yarn-state\.yml|modules\.yaml|prisma)$/;
const IS_WINDOWS = process.platform === 'win32';

/** Two working trees, by the absolute paths of their tops. */
export interface Trees {
  own: string;
  other: string;
}

/**
 * Makes a `node_modules` in which each package is a link to the installed one. What links to a package of the workspace links to
 * the one in the other tree. The folder itself is no link: a command that empties it must not empty that of the user.
 * @param folder that holds `node_modules`, relative to both trees
 */
export async function linkNodeModules(trees: Trees, folder: string): Promise<void> {
  await linkEntries(join(trees.own, folder, 'node_modules'), join(trees.other, folder, 'node_modules'), trees);
}

async function linkEntries(from: string, to: string, trees: Trees): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith('.') && !NEEDED_HIDDEN.test(entry.name)) continue;
    if (entry.isSymbolicLink()) await symlink(inOtherTree(await readlink(source), from, trees), target, IS_WINDOWS ? 'junction' : undefined);
    // Folders of several packages.
    else if (entry.isDirectory() && (entry.name.startsWith('@') || entry.name === '.bin')) await linkEntries(source, target, trees);
    else if (entry.isDirectory()) await symlink(source, target, IS_WINDOWS ? 'junction' : 'dir');
    else await copyFile(source, target);
  }
}

/** @returns where a link leads in the other tree: to the same place there, if it stays within the tree */
function inOtherTree(link: string, from: string, { own, other }: Trees): string {
  const inside = isAbsolute(link) ? relative(own, link) : '..';
  if (!isAbsolute(link)) return IS_WINDOWS ? join(other, relative(own, from), link) : link;
  return inside.startsWith('..') || isAbsolute(inside) ? link : join(other, inside);
}

/** @param folder absolute path @returns whether it is a virtual environment of Python */
export async function isVirtualEnvironment(folder: string): Promise<boolean> {
  return (await lstat(join(folder, 'pyvenv.cfg')).catch(() => null))?.isFile() === true;
}

/** Links a virtual environment. @param folder relative to both trees */
export async function linkVirtualEnvironment({ own, other }: Trees, folder: string): Promise<void> {
  await mkdir(dirname(join(other, folder)), { recursive: true });
  await symlink(join(own, folder), join(other, folder), IS_WINDOWS ? 'junction' : 'dir');
}

/**
 * A package that was installed in place (`pip install -e`) is imported from the working tree that it was installed from. Python looks into
 * the folders of `PYTHONPATH` first.
 * @param environments absolute paths of virtual environments
 * @returns a value of `PYTHONPATH` with which such packages of the tree are those of the other one; null when there are none
 */
export async function pythonPath({ own, other }: Trees, environments: readonly string[]): Promise<string | null> {
  const places = (await Promise.all(environments.map(placesIn))).flat();
  const inside = places.map((place) => relative(own, place)).filter((place) => place.split(sep)[0] !== '..' && !isAbsolute(place));
  const folders = [...new Set(inside)].filter((place) => !place.includes('site-packages')).sort().map((place) => join(other, place));
  return folders.length === 0 ? null : [...folders, ...(process.env['PYTHONPATH'] ? [process.env['PYTHONPATH']] : [])].join(delimiter);
}

/** Folders that are imported from by what is installed in place. */
async function placesIn(environment: string): Promise<string[]> {
  const libraries = await namesIn(join(environment, 'lib'));
  const candidates = [...libraries.map((name) => join(environment, 'lib', name, 'site-packages')), join(environment, 'Lib', 'site-packages')];
  const found: string[] = [];
  for (const packages of candidates) {
    for (const name of await namesIn(packages)) {
      if (/\.(pth|egg-link)$/.test(name)) found.push(...(await textOf(join(packages, name))).split(/\r?\n/).filter(isAbsolute));
      // The places of packages, by their names.
      if (/^__editable__.*\.py$/.test(name)) {
        const text = await textOf(join(packages, name));
        found.push(...[...text.matchAll(/: *'([^'\n]+)'/g)].map(([, path]) => path!).filter(isAbsolute).map(dirname));
      }
    }
  }
  return found;
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
