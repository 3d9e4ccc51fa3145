/** Which files the literals in a module may name: files that it reads, modules that it names in a text, programs that it starts. */
import { folderOf, foldersOf } from '../../text/folders.ts';
import { joinPath } from '../../text/folders.ts';
import { liesIn } from './paths.ts';

/** What a literal may name. */
export interface LiteralTargets {
  files: readonly string[];
  /** Folders from which something is read by a name that is not known. */
  folders: readonly string[];
  /** A build of this package, which its sources go into; null for none. */
  built: string | null;
}

export interface LiteralOptions {
  /** All files of the workspace. */
  files: readonly string[];
  /** Folders with a package or project of their own; the top is empty. */
  packages: readonly string[];
  /** Programs that packages of the workspace bring along, by name, with the file or module that they run. */
  programs: ReadonlyMap<string, string>;
  /** Resolves what is written like an import. */
  resolve(from: string, specifier: string): string | null;
  /** Whether a module has a name at its top level, as far as its text tells. */
  offers(path: string, name: string): boolean;
}

const ENDINGS = [
  '', '.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.mts', '.cts', '.json', '.py', '/index.ts', '/index.js', '/index.tsx', '/__init__.py', '/__main__.py',
];
const BUILT = /^(.*?)(?:^|\/)(?:dist|build|lib|out|esm|cjs|es)\/(.+?)(?:\.d)?\.[cm]?[jt]sx?$/;
const DOTTED = /^\.{0,2}[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(:\w+)?$/;
/** Scripts that show how the code is used: the code itself loads none of them. */
const EXAMPLES = /(^|\/)(examples?|demos?)\//;
/** What may load them: tests, and each other. */
const SHOWS = /(^|\/)(examples?|demos?|docs?|tests?|testing)\/|(^|\/)(conftest|test_[^/]*|[^/]*_test)\.py$/;
const ONLY_STEPS = /^[./]+$/;
/** More files of one name are too many to mean any of them. */
const MOST_ALIKE = 12;
const NONE: LiteralTargets = { files: [], folders: [], built: null };

export type LiteralReader = (from: string, literal: string, listsFolders: boolean) => LiteralTargets;

/** @returns finds what a literal in a file may name */
export function literalReader({ files, packages, programs, resolve, offers }: LiteralOptions): LiteralReader {
  const known = new Set(files);
  const folders = foldersOf(files);
  const byName = new Map<string, string[]>();
  for (const path of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const group = byName.get(name);
    if (group === undefined) byName.set(name, [path]);
    else group.push(path);
  }
  const modules = moduleNames(files, known);
  const nearest = [...packages].sort((a, b) => b.length - a.length);

  return (from, literal, listsFolders) => {
    const text = literal.replaceAll('%20', ' ').replace(/[?#].*$/, '');
    // `../` alone is mostly a prefix that is tested; it names a folder where the module lists some.
    if (text === '' || text === '.' || text === '/' || (ONLY_STEPS.test(text) && !listsFolders)) return NONE;
    const home = nearest.find((folder) => liesIn(from, folder)) ?? '';
    const found = new Set<string>();
    const places = [...new Set([folderOf(from), home, ''])].map((folder) => joinPath(folder, text)).filter((path) => path !== null && path !== '');
    for (const place of places) for (const path of fileAt(place!)) found.add(path);
    if (/^[@~#]/.test(text)) {
      const path = resolve(from, text);
      if (path !== null) found.add(path);
    }
    for (const path of moduleOf(from, text)) found.add(path);
    const program = programs.get(text);
    if (program !== undefined) for (const path of [...fileAt(program), ...moduleOf(from, program)]) found.add(path);
    if (found.size === 0) for (const path of alike(from, text, home)) found.add(path);
    const listed = listsFolders || text.endsWith('/') ? places.filter((place) => folders.has(place!)) as string[] : [];
    const built = found.size === 0 && BUILT.test(text) ? home : null;
    return { files: [...found], folders: listed, built };
  };

  function fileAt(place: string): string[] {
    for (const ending of ENDINGS) if (known.has(`${place}${ending}`)) return [`${place}${ending}`];
    const script = /^(.*)\.([cm]?)jsx?$/.exec(place);
    if (script !== null) for (const ending of ['ts', 'tsx']) if (known.has(`${script[1]}.${script[2]}${ending}`)) return [`${script[1]}.${script[2]}${ending}`];
    const [, folder = '', rest] = BUILT.exec(place) ?? [];
    if (rest === undefined) return [];
    const source = joinPath(folder, `src/${rest}`)!;
    return ENDINGS.slice(1).map((ending) => `${source}${ending}`).filter((path) => known.has(path)).slice(0, 1);
  }

  /** A path from a folder that is not known: whatever ends like it. */
  function alike(from: string, text: string, home: string): string[] {
    const rest = text.replace(/^(\.{0,2}\/)+/, '');
    const all = byName.get(rest.slice(rest.lastIndexOf('/') + 1)) ?? [];
    const isNear = (path: string): boolean => liesIn(path, folderOf(from)) || folderOf(path) === home;
    const near = all.filter((path) => (rest.includes('/') ? path.endsWith(`/${rest}`) : isNear(path)));
    return near.length > MOST_ALIKE ? [] : near;
  }

  /** `package.module`, `package.module:name`, `package.module.name`. */
  function moduleOf(from: string, text: string): string[] {
    if (!DOTTED.test(text) || !/\.(pyi?|ipynb|toml|cfg|ini)$/.test(from)) return [];
    if (text.startsWith('.')) {
      const place = joinPath(folderOf(from), `${text.startsWith('..') ? '../' : ''}${text.replace(/^\.+/, '').replaceAll('.', '/')}`);
      return place === null ? [] : fileAt(place);
    }
    const parts = text.split(':')[0]!.split('.');
    for (let count = parts.length; count > 0; count--) {
      const paths = modules.get(parts.slice(0, count).join('.'));
      if (paths === undefined) continue;
      const name = parts[count];
      if (name === undefined) return paths;
      const holding = paths.filter((path) => !path.endsWith('/__main__.py'));
      // Many a text has a dot in it: `table.header` is not about a module named `table` that has no such name.
      if (count > 1) return holding;
      const loadable = SHOWS.test(from) ? holding : holding.filter((path) => !EXAMPLES.test(path));
      return loadable.filter((path) => path.endsWith('/__init__.py') || offers(path, name));
    }
    return [];
  }
}

/** Names under which Python modules are imported, from each folder that is no package itself. */
function moduleNames(files: readonly string[], known: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of files) {
    if (!path.endsWith('.py')) continue;
    const parts = path.replace(/(\/__init__|\/__main__)?\.py$/, '').split('/');
    for (let start = 0; start < parts.length; start++) {
      if (start > 0 && known.has(`${parts.slice(0, start).join('/')}/__init__.py`)) continue;
      const name = parts.slice(start).join('.');
      const group = found.get(name);
      if (group === undefined) found.set(name, [path]);
      else group.push(path);
    }
  }
  return found;
}
