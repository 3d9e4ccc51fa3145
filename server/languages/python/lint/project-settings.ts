/**
 * A project's own linter settings, file by file. The nearest settings file applies as a whole, as in ruff. Codes that
 * a project switches off (`ignore`, `per-file-ignores`, `exclude`) are off; a selected code only overrides an ignored
 * one: `archwright.jsonc` decides which rules run.
 */
import { fileTest, folderTest } from './globs.ts';
import { isLengthSetting, readLength } from './length-settings.ts';
import type { LintTable } from './lint-table.ts';
import { readOtherTools, readRuffFile, type RuffFile, type Selection } from './ruff-file.ts';

/** What a project's own settings mean for one file: small plain data, because it is sent to the workers. */
export interface LintSettings {
  /** The project excludes this file from linting. */
  excluded: boolean;
  /** Codes of our table that the project switches off for this file, sorted. */
  off: readonly string[];
  /** Codes that our table leaves to the linter and that the linter, run by itself in the project, would also report for this file, sorted. */
  shown: readonly string[];
  /** Maximum line length, or null when the project sets none. */
  lineLength: number | null;
  /** `py312`. */
  target: string;
  /** Calls that are allowed as defaults, with their modules. */
  immutable: readonly string[];
}

/** The newest version that the linter knows: a project without a version gets no reports about syntax that is too new. */
export const NEWEST = 'py314';

/** Codes, among those our table leaves to the linter, that it selects by default. */
export const SHOWN_BY_DEFAULT: readonly string[] = (
  'B006 B008 B012 B016 B030 BLE001 E722 F502 F504 F505 F506 F507 F508 F509 F521 F522 F523 F524 '
  + 'F525 F601 F631 F632 F634 F811 F821 F901 PLE1205 PLE1206 PLE1300 PLE1307 PLR0124 PLW0129 PLW0133 PLW0711 RUF008 SIM222'
).split(' ');

export const DEFAULT_SETTINGS: LintSettings = { excluded: false, off: [], shown: SHOWN_BY_DEFAULT, lineLength: null, target: NEWEST, immutable: [] };

/** In the order in which ruff looks in one folder. */
const NAMES = ['.ruff.toml', 'ruff.toml', 'pyproject.toml'];
const VERSION = /^py3(7|8|9|10|11|12|13|14)$/;

/** Settings files, and files with similar names that they may extend. @param path relative to the workspace */
export function isProjectSetting(path: string): boolean {
  return /(^|\/)(pyproject|[\w.-]*ruff[\w.-]*)\.toml$/.test(path) || isLengthSetting(path);
}

/**
 * @param texts every settings file, by path relative to the workspace
 * @param table codes of the rules
 * @returns the settings for a file; undefined when there are none
 */
export function readProjectSettings(texts: ReadonlyMap<string, string>, table: LintTable): (path: string) => LintSettings | undefined {
  const zones = new Map<string, (path: string) => LintSettings>();
  const folders = new Set([...texts.keys()].filter((path) => NAMES.includes(path.slice(path.lastIndexOf('/') + 1))).map(folderOf));
  for (const folder of folders) {
    const zone = readZone(folder, texts, table);
    if (zone !== null) zones.set(folder, zone);
  }
  const lengths = lengthsByFolder(texts);
  return (path) => {
    const own = nearest(zones, path)?.(path);
    const length = own?.lineLength ?? nearest(lengths, path) ?? null;
    return own === undefined && length === null ? undefined : { ...(own ?? DEFAULT_SETTINGS), lineLength: length };
  };
}

/** What the folder of a file says, or the closest folder around it that says something. */
function nearest<Value>(byFolder: ReadonlyMap<string, Value>, path: string): Value | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const value = byFolder.get(folder);
    if (value !== undefined || folder === '') return value;
  }
}

function lengthsByFolder(texts: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const [path, text] of texts) {
    if (!isLengthSetting(path) && !/(^|\/)pyproject\.toml$/.test(path)) continue;
    const length = readLength(path.slice(path.lastIndexOf('/') + 1), text);
    const folder = folderOf(path);
    if (length !== null) lengths.set(folder, Math.max(length, lengths.get(folder) ?? 0));
  }
  return lengths;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function readZone(folder: string, texts: ReadonlyMap<string, string>, table: LintTable): ((path: string) => LintSettings) | null {
  const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const project = texts.get(at('pyproject.toml'));
  const other = project === undefined ? { lineLength: null, target: null } : readOtherTools(project);
  for (const name of NAMES) {
    const file = readRuffFile(at(name), texts);
    if (file !== null) return compile({ ...file, target: file.target ?? other.target }, table);
  }
  if (other.lineLength === null && other.target === null) return null;
  const settings = { ...DEFAULT_SETTINGS, lineLength: other.lineLength, target: known(other.target) };
  return () => settings;
}

function compile(file: RuffFile, table: LintTable): (path: string) => LintSettings {
  const excluded = file.exclude.flatMap(({ folder, patterns }) => patterns.map((pattern) => within(folder, folderTest(pattern))));
  const perFile = file.perFile.map(({ folder, pattern, codes }) => ({ matches: within(folder, fileTest(pattern)), codes }));
  const everywhere = codesOff(file.selections, table);
  const selected = codesSelected(file.selections, table);
  const common = { lineLength: file.lineLength, target: known(file.target), immutable: [...file.immutable].sort() };
  return (path) => {
    const here = perFile.filter(({ matches }) => matches(path)).flatMap(({ codes }) => codes);
    const off = new Set([...everywhere, ...ignored({ ignore: here, select: [] }, table)]);
    return { excluded: excluded.some((matches) => matches(path)), off: [...off].sort(), shown: selected.filter((code) => !off.has(code)), ...common };
  };
}

/** A test of workspace paths, for patterns relative to one of its folders. */
function within(folder: string, test: (path: string) => boolean): (path: string) => boolean {
  return (path) => (folder === '' ? test(path) : path.startsWith(`${folder}/`) && test(path.slice(folder.length + 1)));
}

/** Codes of our table that are off after all files have been applied. */
function codesOff(selections: readonly Selection[], table: LintTable): ReadonlySet<string> {
  let off = new Set<string>();
  for (const selection of selections) {
    if (selection.replaces) off = new Set();
    for (const { code } of table.all) if (strength(selection.select, code) >= 0) off.delete(code);
    for (const code of ignored(selection, table)) off.add(code);
  }
  return off;
}

/** Codes that the linter would report itself if none were ignored. */
function codesSelected(selections: readonly Selection[], table: LintTable): string[] {
  let selected = new Set(SHOWN_BY_DEFAULT);
  for (const selection of selections) {
    if (selection.replaces) selected = new Set();
    for (const { code, by } of table.all) if (by === 'linter' && strength(selection.select, code) >= 0) selected.add(code);
  }
  return [...selected].sort();
}

/** Codes that one file ignores; a more specific selector overrides a less specific one. */
function ignored({ ignore, select }: Pick<Selection, 'ignore' | 'select'>, { all }: LintTable): string[] {
  return all.map(({ code }) => code).filter((code) => strength(ignore, code) >= 0 && strength(ignore, code) >= strength(select, code));
}

/** Length of the most specific matching selector; -1 when none matches. */
function strength(selectors: readonly string[], code: string): number {
  return Math.max(-1, ...selectors.map((each) => (each === 'ALL' ? 0 : isSelectorOf(each, code) ? each.length : -1)));
}

/** `S1` means S101 and the like, not SIM115: letters and digits are separate. */
function isSelectorOf(selector: string, code: string): boolean {
  if (!code.startsWith(selector)) return false;
  return /\d$/.test(selector) || /^[A-Z]+/.exec(code)![0] === selector || (selector === 'C' && code.startsWith('C9'))
    || (selector === 'PL' && code.startsWith('PL'));
}

/** An unknown version is treated as the newest. */
function known(target: string | null): string {
  return target !== null && VERSION.test(target) ? target : NEWEST;
}
