/** How others reach a package: the subpaths that its `package.json` opens, and the files that stand behind them. */

/** A subpath with the files it may lead to, the best first. */
export interface PackageTarget {
  /** `.`, `./server`; may hold one `*`. */
  name: string;
  /** Relative to the workspace; where the name holds a `*`, so do these. */
  paths: string[];
}

export interface PackageEntries {
  /** Folder of the package relative to the workspace; empty for the workspace itself. */
  folder: string;
  name: string | null;
  version: string | null;
  /** It is never published, so that nobody raises its version. */
  private: boolean;
  targets: PackageTarget[];
}

interface Manifest {
  name?: unknown;
  version?: unknown;
  private?: unknown;
  exports?: unknown;
  types?: unknown;
  typings?: unknown;
  module?: unknown;
  main?: unknown;
}

/** In this order: what declares the types, then what runs. */
const CONDITIONS = ['types', 'import', 'module', 'node', 'default', 'require', 'browser'];

/**
 * @param folder of the package, relative to the workspace
 * @param text of its `package.json`
 * @returns null when it is not a JSON object
 */
export function readPackage(folder: string, text: string): PackageEntries | null {
  const manifest = parsed(text);
  if (manifest === null) return null;
  const targets = subpathsOf(manifest).map(([name, files]) => ({
    name,
    paths: [...new Set(files.flatMap((file) => candidates(file)).map((path) => (folder === '' ? path : `${folder}/${path}`)))],
  }));
  const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return {
    folder, name: word(manifest.name), version: word(manifest.version), private: manifest.private === true,
    targets: targets.filter(({ paths }) => paths.length > 0),
  };
}

function parsed(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function subpathsOf({ exports, types, typings, module, main }: Manifest): [name: string, files: string[]][] {
  const own = filesIn([types, typings, module, main]);
  if (exports === undefined) return [['.', own]];
  const isSubpaths = typeof exports === 'object' && exports !== null && !Array.isArray(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const all: [string, unknown][] = isSubpaths ? Object.entries(exports) : [['.', exports]];
  return all
    .filter(([name, target]) => name !== './package.json' && target !== null)
    .map(([name, target]) => [name, [...filesIn(target), ...(name === '.' ? own : [])]]);
}

function filesIn(target: unknown): string[] {
  if (typeof target === 'string') return [target];
  if (Array.isArray(target)) return target.flatMap(filesIn);
  if (typeof target !== 'object' || target === null) return [];
  const byCondition = target as Record<string, unknown>;
  return Object.keys(byCondition).sort((a, b) => rank(a) - rank(b)).flatMap((condition) => filesIn(byCondition[condition]));
}

function rank(condition: string): number {
  const at = CONDITIONS.indexOf(condition);
  return at < 0 ? CONDITIONS.length : at;
}

const BUILT = /^(?:dist|lib|build|out|esm|cjs|es|types|typings)\/(?:(?:esm|cjs|es|src|types)\/)?/;
const ENDING = /(?:\.d)?\.([cm]?)[jt]sx?$/;

/** What a target of the manifest may be: the source that it is built from before the built file, since that is what people edit. */
function candidates(target: string): string[] {
  const file = target.replace(/^\.\//, '').replace(/\/$/, '/index.js');
  if (file === '' || file.startsWith('../') || !ENDING.test(file) && /\.[a-z]+$/i.test(file)) return [];
  const sources = BUILT.test(file) ? [file.replace(BUILT, 'src/'), file.replace(BUILT, '')] : [];
  const named = ENDING.test(file) ? [file] : [`${file}.js`, `${file}/index.js`];
  const asSource = [...sources, ...(ENDING.test(file) ? [file] : named)].flatMap((path) => {
    const stem = path.replace(ENDING, '');
    const flavour = ENDING.exec(path)?.[1] ?? '';
    return [`${stem}.${flavour}ts`, `${stem}.ts`, `${stem}.tsx`, `${stem}.${flavour}js`];
  });
  const declared = named.flatMap((path) => [path.replace(ENDING, '.d.$1ts'), path.replace(ENDING, '.d.ts')]);
  return [...asSource.filter((path) => !named.includes(path) || sources.length > 0 && !BUILT.test(path)), ...declared, ...named];
}
