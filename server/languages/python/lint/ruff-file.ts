/** What one settings file says about ruff, including the files it extends. */
import { isTable, parseToml, tableAt, type TomlTable, type TomlValue } from '../toml.ts';

/** Patterns are relative to this folder, which is relative to the workspace. */
export interface Patterns {
  folder: string;
  patterns: readonly string[];
}

/** What one file selects and ignores, by codes or code prefixes. */
export interface Selection {
  select: readonly string[];
  /** Has `select`, which starts over: selections and ignores of the extended files are dropped. */
  replaces: boolean;
  ignore: readonly string[];
}

export interface RuffFile {
  /** Extended files first, then the files that extend them. */
  selections: readonly Selection[];
  exclude: readonly Patterns[];
  perFile: readonly { folder: string; pattern: string; codes: readonly string[] }[];
  lineLength: number | null;
  target: string | null;
  immutable: readonly string[];
}

const NOTHING: RuffFile = { selections: [], exclude: [], perFile: [], lineLength: null, target: null, immutable: [] };
/** Stops files that extend each other in a circle. */
const LONGEST_CHAIN = 12;

/**
 * @param path of a settings file, relative to the workspace
 * @param texts of all settings files, by path
 * @param chain how many files extend each other so far
 * @returns null when the file is missing, is not TOML, or says nothing about ruff
 */
export function readRuffFile(path: string, texts: ReadonlyMap<string, string>, chain = 0): RuffFile | null {
  const text = texts.get(path);
  const document = text === undefined ? null : parseToml(text);
  if (document === null || chain > LONGEST_CHAIN) return null;
  const project = /(^|\/)pyproject\.toml$/.test(path);
  if (project && !isTable(tableAt(document, 'tool')['ruff'])) return null;
  const table = project ? tableAt(document, 'tool', 'ruff') : document;
  const folder = path.split('/').slice(0, -1).join('/');
  const { extend } = table;
  const base = typeof extend === 'string' ? readRuffFile(join(folder, extend), texts, chain + 1) ?? NOTHING : NOTHING;
  return over(base, table, folder, project ? pythonOf(document) : null);
}

/** Line length and version from other tables of a pyproject.toml, for projects without ruff. */
export function readOtherTools(text: string): Pick<RuffFile, 'lineLength' | 'target'> {
  const document = parseToml(text);
  if (document === null) return { lineLength: null, target: null };
  const length = tableAt(document, 'tool', 'black')['line-length'];
  return { lineLength: typeof length === 'number' ? length : null, target: pythonOf(document) };
}

function over(base: RuffFile, table: TomlTable, folder: string, python: string | null): RuffFile {
  const lint = tableAt(table, 'lint');
  /** Rule settings were at the top level before they got a table of their own. */
  const either = (key: string): TomlValue | undefined => lint[key] ?? table[key];
  const select = strings(either('select'));
  const exclude = strings(table['exclude']);
  const perFile = either('per-file-ignores');
  const length = table['line-length'];
  const target = table['target-version'];
  const added = [...(strings(table['extend-exclude']) ?? []), ...(strings(lint['exclude']) ?? [])];
  const bugbear = isTable(lint['flake8-bugbear']) ? lint['flake8-bugbear'] : tableAt(table, 'flake8-bugbear');
  return {
    selections: [...base.selections, {
      select: [...(select ?? []), ...(strings(either('extend-select')) ?? [])],
      replaces: select !== null,
      ignore: [...(strings(either('ignore')) ?? []), ...(strings(either('extend-ignore')) ?? [])],
    }],
    exclude: [...(exclude === null ? base.exclude : [{ folder, patterns: exclude }]), ...(added.length === 0 ? [] : [{ folder, patterns: added }])],
    perFile: [...(perFile === undefined ? base.perFile : ignores(perFile, folder)), ...ignores(either('extend-per-file-ignores'), folder)],
    lineLength: typeof length === 'number' ? length : base.lineLength,
    target: typeof target === 'string' ? target : python ?? base.target,
    immutable: strings(bugbear['extend-immutable-calls']) ?? base.immutable,
  };
}

function ignores(value: TomlValue | undefined, folder: string): { folder: string; pattern: string; codes: readonly string[] }[] {
  return isTable(value) ? Object.entries(value).map(([pattern, codes]) => ({ folder, pattern, codes: strings(codes) ?? [] })) : [];
}

/** The oldest version that `requires-python` accepts. */
function pythonOf(document: TomlTable): string | null {
  const requires = tableAt(document, 'project')['requires-python'];
  const minor = typeof requires === 'string' ? /(?:>=|==|~=)\s*3\.(\d+)/.exec(requires)?.[1] : undefined;
  return minor === undefined ? null : `py3${minor}`;
}

function strings(value: TomlValue | undefined): string[] | null {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
}

function join(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
