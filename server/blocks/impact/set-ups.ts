/** Files that run before tests: what settings of runners, scripts and Python packages name. */
import { folderOf, foldersOf, joinPath } from '../../text/folders.ts';
import type { LiteralReader } from './literals.ts';
import { parsed, testScripts, type Manifest, type ProjectFiles, type TestProject } from './runners.ts';
import { startedForTests } from './script-steps.ts';

/** A file that every test below a folder depends on. */
export interface SetUp {
  path: string;
  folder: string;
}

/** Words of a text that may name files. */
const NAMES = /[\w@./-]+/g;

/**
 * @param projects with their settings
 * @param files of the workspace
 * @param isTest tells tests, which prepare nothing
 * @param readLiteral finds files by name
 */
export function setUpsOf(
  projects: readonly TestProject[], { files, read }: ProjectFiles, isTest: (path: string) => boolean, readLiteral: LiteralReader,
): SetUp[] {
  const found = new Map<string, SetUp>();
  const note = (path: string, folder: string): void => {
    if (!isTest(path)) found.set(`${path} ${folder}`, { path, folder });
  };
  for (const { folder, settings, runner } of projects) {
    for (const path of settings) {
      note(path, folder);
      // Settings that are code import what they need, and the rest is found as literals in them.
      for (const name of namesIn(path, read)) for (const each of readLiteral(path, name, false).files) if (isCode(each)) note(each, folder);
    }
    const manifest = `${folder === '' ? '' : `${folder}/`}package.json`;
    if (runner === 'pytest' || runner === 'unittest' || read(manifest) === undefined) continue;
    const named = parsed(read(manifest));
    for (const name of loadedByScripts(named)) for (const each of readLiteral(manifest, name, false).files) if (isCode(each)) note(each, folder);
    for (const { name, folders } of startedForTests(named)) for (const each of readLiteral(manifest, name, false).files)
      if (isCode(each)) for (const inside of folders.length === 0 ? [''] : folders) note(each, joinPath(folder, inside) ?? folder);
  }
  // Importing a test imports the packages around it.
  const folders = foldersOf(files.filter(isTest));
  for (const path of files) if (/(^|\/)__init__\.py$/.test(path) && folders.has(folderOf(path))) note(path, folderOf(path));
  return [...found.values()];
}

function namesIn(path: string, read: ProjectFiles['read']): string[] {
  const text = read(path) ?? '';
  if (/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini)$/.test(path)) return text.match(/(?<=-p[ =]?)[A-Za-z_][\w.]*/g) ?? [];
  if (/tsconfig[\w.-]*\.json$/.test(path)) return [];
  return wordsOf(text);
}

/** What the scripts of tests load before them. */
function loadedByScripts(manifest: Manifest): string[] {
  const own = [manifest.jest, manifest.mocha].filter((each) => each !== undefined).map((each) => JSON.stringify(each)).join('\n');
  const scripts = testScripts(manifest).flatMap((script) => [
    ...script.matchAll(/(?:-r|--require|--import|--loader|--experimental-loader|--file|--config|--globalSetup|--setupFiles\w*)[ =]+["']?([^\s"']+)/g),
  ].map((match) => match[1]!));
  return [...scripts, ...wordsOf(own)];
}

function wordsOf(text: string): string[] {
  return (withoutChoices(text).match(NAMES) ?? []).filter((word) => word.includes('/') || /\.[cm]?[jt]sx?$/.test(word));
}

/** Lists in settings that only choose among files, for tests or coverage: naming one there loads nothing. */
const CHOICES = /\b(exclude|include|ignores?|\w+IgnorePatterns|collectCoverageFrom|testMatch|testRegex|forceRerunTriggers)\b["']?\s*:\s*\[/g;

function withoutChoices(text: string): string {
  let kept = '';
  let from = 0;
  for (const { index, 0: start } of text.matchAll(CHOICES)) {
    const end = endOfList(text, index + start.length);
    if (index < from || end === null) continue;
    kept += text.slice(from, index);
    from = end;
  }
  return kept + text.slice(from);
}

/** @param at behind the opening bracket @returns behind the closing one; null where there is none */
function endOfList(text: string, at: number): number | null {
  let depth = 1;
  for (const { index, 0: token } of text.slice(at).matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`|[[\]]/g)) {
    depth += token === '[' ? 1 : token === ']' ? -1 : 0;
    if (depth === 0) return at + index + 1;
  }
  return null;
}

function isCode(path: string): boolean {
  return /\.([cm]?[jt]sx?|py|json|ya?ml)$/.test(path);
}
