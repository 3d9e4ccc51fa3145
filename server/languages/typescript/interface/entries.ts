/** The files through which others reach a package or a folder: what its manifest says about types, else what is usual. */
import type { ResolutionFileSystem } from '../../../facts/adapter.ts';
import type { InterfaceEntry } from '../../../facts/interface.ts';
import { joined } from '../workspace-files.ts';

/** Names of a file that stands for its folder, the first that exists counts. */
const USUAL = ['index.ts', 'index.tsx', 'index.mts', 'index.cts', 'index.d.ts', 'index.d.mts', 'index.d.cts', 'index.js', 'index.mjs', 'index.cjs',
  'index.jsx'];
const USUAL_FOLDERS = ['', 'src/', 'lib/', 'dist/', 'types/'];
/** Conditions in the order in which they are tried. `types@…` for older compilers comes last. */
const CONDITIONS = ['types', 'import', 'module', 'node', 'default', 'require', 'browser'];
const SOURCE = /(?<!\.d)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$/;
const EXPORTS = /^\s*export\b|\bmodule\.exports\b|\bexports\.\w+\s*=/m;
/** Subpaths that a pattern such as `./*` may stand for. */
const MAX_MATCHES = 500;

interface Manifest {
  exports?: unknown;
  types?: unknown;
  typings?: unknown;
  main?: unknown;
  module?: unknown;
  typesVersions?: unknown;
}

interface Folder {
  /** Relative to the root, with `/` at its end; empty for the root. */
  prefix: string;
  /** Files of the folder, relative to it. */
  files: ReadonlySet<string>;
}

/**
 * @param root absolute path of the state
 * @param folder of the package or block, relative to the root; empty for the root
 * @param files all source files of the state, relative to the root
 * @returns entries sorted by name; empty when nothing there exports anything
 */
export function entriesOf(root: string, folder: string, files: readonly string[], fileSystem: ResolutionFileSystem): InterfaceEntry[] {
  const prefix = folder === '' ? '' : `${folder.replace(/\/$/, '')}/`;
  const own: Folder = { prefix, files: new Set(files.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))) };
  const base = `${root.replace(/\/$/, '')}/${prefix}`;
  const manifest = readManifest(fileSystem.readFile(`${base}package.json`));
  const exists = (path: string): boolean => own.files.has(path) || fileSystem.fileExists(base + path);
  const named = manifest === null ? [] : fromManifest(manifest, own, exists);
  const found = named.length > 0 ? named : usual(own, exists, base, fileSystem);
  return found.map(({ path, name }) => ({ path: prefix + path, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readManifest(text: string | undefined): Manifest | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function fromManifest(manifest: Manifest, folder: Folder, exists: (path: string) => boolean): InterfaceEntry[] {
  const found = new Map<string, string>();
  const add = (name: string, target: string | null): void => {
    const path = target === null ? null : typesOf(target, exists);
    if (path !== null && !found.has(name)) found.set(name, path);
  };
  for (const [name, targets] of subpaths(manifest.exports)) {
    for (const target of targets) {
      if (!name.includes('*')) add(name, target);
      else for (const [own, path] of matches(name, target, folder)) add(own, path);
      if (found.has(name)) break;
    }
  }
  if (!found.has('.')) {
    for (const target of [manifest.types, manifest.typings, ...olderTypes(manifest.typesVersions), manifest.module, manifest.main]) {
      if (typeof target === 'string') add('.', target);
    }
  }
  return [...found].map(([name, path]) => ({ name, path }));
}

/** Subpaths with what they may lead to, types first. */
function subpaths(value: unknown): [string, string[]][] {
  if (value === undefined || value === null) return [];
  const isMap = typeof value === 'object' && !Array.isArray(value) && Object.keys(value).some((key) => key.startsWith('.'));
  const all: [string, unknown][] = isMap ? Object.entries(value) : [['.', value]];
  return all.filter(([name]) => !name.endsWith('.json') && name !== './package.json').map(([name, target]) => [name, targetsOf(target)]);
}

function targetsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(targetsOf);
  if (typeof value !== 'object' || value === null) return [];
  const conditions = value as Record<string, unknown>;
  const known = CONDITIONS.filter((each) => each in conditions);
  const others = Object.keys(conditions).filter((each) => !CONDITIONS.includes(each));
  // A declaration within any condition says more than a script of a better one.
  const all = [...known, ...others].flatMap((each) => targetsOf(conditions[each]));
  return [...all.filter((each) => /\.d\.[cm]?ts$/.test(each)), ...all.filter((each) => !/\.d\.[cm]?ts$/.test(each))];
}

/** Types named for versions of the compiler: the first that stands for the package itself. */
function olderTypes(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as Record<string, unknown>).flatMap((paths) => {
    const map = (paths ?? {}) as Record<string, unknown>;
    const targets = map['.'] ?? map['index'];
    return Array.isArray(targets) ? targets.filter((each): each is string => typeof each === 'string') : [];
  });
}

/** `./*` leads to as many subpaths as there are files. */
function matches(name: string, target: string, { files }: Folder): [string, string][] {
  const clean = target.replace(/^\.\//, '');
  const [head = '', tail = ''] = clean.split('*');
  const ends = [tail, ...declarationsOf(tail)];
  const found: [string, string][] = [];
  for (const path of files) {
    const end = ends.find((each) => path.startsWith(head) && path.endsWith(each) && path.length >= head.length + each.length && (each !== '' || tail === ''));
    if (end === undefined || found.length >= MAX_MATCHES || !SOURCE.test(path)) continue;
    found.push([name.replace('*', path.slice(head.length, path.length - end.length)), path]);
  }
  return found;
}

function declarationsOf(script: string): string[] {
  const match = /^(.*)\.([cm]?)jsx?$/.exec(script);
  return match === null ? [] : [`${match[1]!}.d.${match[2]!}ts`];
}

/** The types behind a target: a declaration, what is declared beside a script, or the source that it is built from. */
function typesOf(target: string, exists: (path: string) => boolean): string | null {
  const clean = joined('', target);
  if (clean === null || clean.includes('*')) return null;
  if (/\.(json|css|node|wasm)$/.test(clean)) return null;
  const stem = clean.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
  const middle = /\.([cm])[jt]s$/.exec(clean)?.[1] ?? '';
  const isTyped = /(\.d\.[cm]?ts|\.[cm]?tsx?)$/.test(clean);
  const beside = isTyped ? [clean] : [`${stem}.d.${middle}ts`, `${stem}.d.ts`, clean];
  const within = ['index.d.ts', 'index.ts', 'index.js'].map((name) => (clean === '' ? name : `${clean}/${name}`));
  const open = /\.[cm]?[jt]sx?$/.test(clean) ? [] : [`${clean}.d.ts`, `${clean}.ts`, `${clean}.js`, ...within];
  return [...beside, ...open, ...sourcesOf(stem, middle)].find((path) => path !== '' && SOURCE.test(path) && exists(path)) ?? null;
}

/** Where sources of a built file usually stand. */
function sourcesOf(stem: string, middle: string): string[] {
  const match = /^(?:dist|lib|build|out|esm|cjs|types)\/(.*)$/.exec(stem);
  if (match === null) return [];
  const rest = match[1]!.replace(/^(?:src|esm|cjs|types|commonjs|node)\//, '');
  return ['src/', 'source/', ''].flatMap((at) =>
    [`.${middle}ts`, '.ts', '.tsx', `.${middle}js`, '.js', '.jsx', '/index.ts', '/index.tsx'].map((ending) => `${at}${rest}${ending}`));
}

/** A folder without a manifest that names anything: its index, else every file at its top that exports. */
function usual(folder: Folder, exists: (path: string) => boolean, base: string, fileSystem: ResolutionFileSystem): InterfaceEntry[] {
  for (const at of USUAL_FOLDERS) {
    const path = USUAL.map((name) => at + name).find(exists);
    if (path !== undefined) return [{ path, name: '.' }];
  }
  const tops = [...folder.files].filter((path) => !path.includes('/') && SOURCE.test(path) && !/\.(test|spec|stories|config)\./.test(path)).sort();
  // A declaration beside its source says the same again.
  const alone = tops.filter((path) => !/\.d\.[cm]?ts$/.test(path) || !tops.includes(path.replace(/\.d\.([cm]?)ts$/, '.$1ts')));
  return alone.filter((path) => EXPORTS.test(fileSystem.readFile(base + path) ?? '')).map((path) => ({ path, name: path }));
}
