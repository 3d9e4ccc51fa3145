/** A state as declaration files: what is written as `.d.ts` stays as it is, sources are declared by the compiler when they are asked for. */
import type { ts } from 'ts-morph';
import type { InterfaceState } from '../../../facts/interface.ts';
import { optionsOf } from './options.ts';
import { programOf, type Files, type ProgramSource } from './program.ts';

const SOURCE = /\.([cm]?)[jt]sx?$/;
const DECLARATION = /\.d\.[cm]?ts$|\.d\.[^/.]+\.ts$/;
/** Files with global declarations are looked for among no more than this many declaration files. */
const MAX_AMBIENT = 200;

export interface DeclaredState {
  state: InterfaceState;
  base: string;
  /** Compiles consumers against the state as it is written. */
  source: ProgramSource;
  /** Absolute paths of entries and of files with global declarations. */
  roots: string[];
  /** Those of them with global declarations. */
  ambient: string[];
  /** The state with declarations in place of its sources. */
  declared: Files;
  /** The program of the sources; made when it is first asked for. */
  program(): ts.Program;
  /** Where a source's declarations stand: `/root/a.ts` → `/root/a.d.ts`; declaration files stay. */
  declarationPath(path: string): string;
  /** The reverse. */
  sourcePath(path: string): string;
}

/** @returns whether a file holds declarations only */
export function isDeclaration(path: string): boolean {
  return DECLARATION.test(path);
}

/** @returns the state, read when needed */
export function declaredState(state: InterfaceState): DeclaredState {
  const base = state.root.replace(/\/$/, '');
  const files = filesOf(state);
  const skips = (from: string, specifier: string): boolean => state.typeless?.get(from.slice(base.length + 1))?.has(specifier) === true;
  const source: ProgramSource = { files, root: base, options: optionsOf(state), trees: new Map(), skips };
  const entries = state.entries.map(({ path }) => `${base}/${path}`);
  const ambient = ambientFiles(state, base, entries);
  const roots = [...new Set([...entries, ...ambient])];
  let program: ts.Program | null = null;
  const programOnce = (): ts.Program => (program ??= programOf(source, roots));
  const emitted = new Map<string, string | undefined>();

  /** The source that a declaration file would be written for, where it is not there itself or the source is newer by nature. */
  const sourceOf = (path: string): string | undefined => {
    if (!DECLARATION.test(path) || path.includes('/node_modules/')) return undefined;
    const stem = path.replace(/\.d\.([cm]?)ts$/, '');
    const middle = /\.d\.([cm]?)ts$/.exec(path)?.[1] ?? '';
    const endings = [`.${middle}ts`, ...(middle === '' ? ['.tsx'] : []), `.${middle}js`, ...(middle === '' ? ['.jsx'] : [])];
    const written = files.exists(path);
    return endings.map((ending) => stem + ending).find((each) => files.exists(each) && !(written && /js|jsx$/.test(each.slice(stem.length))));
  };
  const declare = (path: string): string | undefined => {
    if (!emitted.has(path)) {
      const from = sourceOf(path);
      emitted.set(path, from === undefined ? undefined : emit(programOnce(), from));
    }
    return emitted.get(path);
  };
  const hidden = (path: string): boolean => SOURCE.test(path) && !DECLARATION.test(path) && !path.includes('/node_modules/');
  return {
    state, base, source, roots, ambient, program: programOnce,
    declarationPath: (path) => (hidden(path) ? path.replace(SOURCE, '.d.$1ts') : path),
    sourcePath: (path) => sourceOf(path) ?? path,
    declared: {
      read: (path) => (hidden(path) ? undefined : sourceOf(path) === undefined ? files.read(path) : declare(path)),
      exists: (path) => !hidden(path) && (files.exists(path) || sourceOf(path) !== undefined),
      folderExists: (path) => files.folderExists(path),
      realpath: (path) => files.realpath(path),
    },
  };
}

function filesOf({ fileSystem }: InterfaceState): Files {
  return {
    read: (path) => fileSystem.readFile(path),
    exists: (path) => fileSystem.fileExists(path),
    folderExists: (path) => fileSystem.directoryExists(path),
    realpath: (path) => fileSystem.realpath(path),
  };
}

/** Declaration files without imports and exports: what they declare holds everywhere. Packages that are declarations already name what they need. */
function ambientFiles(state: InterfaceState, base: string, entries: readonly string[]): string[] {
  if (entries.every((path) => DECLARATION.test(path))) return [];
  const candidates = state.files.filter((path) => DECLARATION.test(path) && !path.includes('node_modules/')).slice(0, MAX_AMBIENT);
  return candidates.map((path) => `${base}/${path}`).filter((path) => !/^\s*(import|export)\b/m.test(state.fileSystem.readFile(path) ?? 'export'));
}

/** Declarations of one source, also where the compiler would refuse to write them because a type cannot be named. */
function emit(program: ts.Program, path: string): string | undefined {
  const file = program.getSourceFile(path);
  if (file === undefined) return undefined;
  let text: string | undefined;
  const write: ts.WriteFileCallback = (name, content) => {
    if (DECLARATION.test(name)) text = content;
  };
  const forced = program.emit as (...args: unknown[]) => unknown;
  try {
    forced.call(program, file, write, undefined, true, undefined, true);
  } catch {
    // The compiler fails on a few kinds of broken source; the file then has no declarations.
    return 'export {};\n';
  }
  return text;
}
