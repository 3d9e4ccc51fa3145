/** Both states in one program, so that the compiler can hold a type of the one against a type of the other. */
import type { ts } from 'ts-morph';
import type { InterfaceEntry, InterfaceState } from '../../../facts/interface.ts';
import { declaredState, type DeclaredState } from './declarations.ts';
import { openNominal, type Nominal } from './nominal.ts';
import { fixed } from './options.ts';
import { programOf, type Files } from './program.ts';

export interface EntryModule {
  entry: InterfaceEntry;
  /** Null where the file is no module, or is not there. */
  module: ts.Symbol | null;
}

/** One of the states within the joint program. */
export interface Side {
  /** `/before` or `/after`: the folder that stands for the root. */
  folder: string;
  declared: DeclaredState;
  checker: ts.TypeChecker;
  program: ts.Program;
  entries: EntryModule[];
  nominal(file: ts.SourceFile): Nominal | undefined;
}

/** @returns both states; a single one when there is nothing to compare */
export function openSides(states: readonly InterfaceState[]): Side[] {
  const folders = states.length === 1 ? ['/after'] : ['/before', '/after'];
  const declared = states.map((state) => declaredState(state));
  const nominals = new Map<string, Nominal>();
  const placed = folders.map((folder, index) => ({ folder, side: declared[index]! }));
  const files = joinedFiles(placed, nominals);
  const entryPath = (folder: string, side: DeclaredState, entry: InterfaceEntry): string =>
    folder + side.declarationPath(`${side.base}/${entry.path}`).slice(side.base.length);
  const roots = placed.flatMap(({ folder, side }) => side.roots.map((path) => folder + side.declarationPath(path).slice(side.base.length)));
  const newest = declared.at(-1)!;
  const options = { ...newest.source.options, ...fixed(newest.state, newest.source.options), lib: newest.source.options.lib!, allowJs: false, typeRoots: [] };
  const program = programOf({ files, root: '/', options: { ...options, types: [] }, trees: new Map(), redirect: sharedPackages(placed) }, [...new Set(roots)]);
  const checker = program.getTypeChecker();
  return placed.map(({ folder, side }) => ({
    folder, declared: side, checker, program, nominal: (file) => nominals.get(file.fileName),
    entries: side.state.entries.map((entry) => {
      const file = program.getSourceFile(entryPath(folder, side, entry));
      return { entry, module: (file === undefined ? undefined : checker.getSymbolAtLocation(file)) ?? null };
    }),
  }));
}

interface Placed {
  folder: string;
  side: DeclaredState;
}

/** A package that is the same in both states is read once, or each of its classes would be two types. */
function sharedPackages(placed: readonly Placed[]): (path: string) => string {
  const [first, second] = placed;
  if (first === undefined || second === undefined) return (path) => path;
  return (path) => {
    if (!path.startsWith(`${second.folder}/`) || !path.includes('/node_modules/')) return path;
    const rest = path.slice(second.folder.length);
    const text = first.side.declared.read(first.side.base + rest);
    return text !== undefined && text === second.side.declared.read(second.side.base + rest) ? first.folder + rest : path;
  };
}

function joinedFiles(placed: readonly Placed[], nominals: Map<string, Nominal>): Files {
  const within = <Result>(path: string, ask: (side: DeclaredState, inside: string) => Result, otherwise: Result): Result => {
    for (const { folder, side } of placed) {
      if (path === folder || path.startsWith(`${folder}/`)) return ask(side, side.base + path.slice(folder.length));
    }
    return otherwise;
  };
  return {
    read(path) {
      const text = within(path, (side, inside) => side.declared.read(inside), undefined);
      if (text === undefined || !/\.[cm]?ts$/.test(path)) return text;
      const opened = openNominal(path, text);
      nominals.set(path, opened);
      return opened.text;
    },
    exists: (path) => within(path, (side, inside) => side.declared.exists(inside), false),
    folderExists: (path) => within(path, (side, inside) => side.declared.folderExists(inside), path === '/'),
    realpath(path) {
      for (const { folder, side } of placed) {
        if (!path.startsWith(`${folder}/`)) continue;
        const real = side.declared.realpath(side.base + path.slice(folder.length));
        return real.startsWith(`${side.base}/`) ? folder + real.slice(side.base.length) : path;
      }
      return path;
    },
  };
}
