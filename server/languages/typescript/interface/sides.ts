/** Both states in one program, so that the compiler can hold a type of the one against a type of the other. */
import type { ts } from 'ts-morph';
import type { InterfaceEntry } from '../../../facts/interface.ts';
import { declaredState, type DeclaredState } from './declarations.ts';
import type { BlockStates } from './groups.ts';
import { isLibrary } from './library.ts';
import { openNominal, type Nominal } from './nominal.ts';
import { fixed } from './options.ts';
import { programOf, type Files } from './program.ts';

export interface EntryModule {
  entry: InterfaceEntry;
  /** Null where the file is no module, or is not there. */
  module: ts.Symbol | null;
}

/** A block in one of the states, within the joint program. */
export interface Side {
  /** `/before` or `/after`: the folder that stands for the root. */
  folder: string;
  /** The state, with the entries of all blocks that are compared. */
  declared: DeclaredState;
  checker: ts.TypeChecker;
  entries: EntryModule[];
  /** Files of the project that the block's entries lead to, in order of their paths. */
  files: readonly ts.SourceFile[];
  nominal(file: ts.SourceFile): Nominal | undefined;
}

/**
 * @param blocks in one state or in two, all of the same sources and settings
 * @returns the states of each block
 */
export function openSides(blocks: readonly BlockStates[]): Side[][] {
  const folders = blocks[0]!.length === 1 ? ['/after'] : ['/before', '/after'];
  const declared = folders.map((_, index) => declaredState(joinedState(blocks.map((states) => states[index]!))));
  const nominals = new Map<string, Nominal>();
  const placed = folders.map((folder, index) => ({ folder, side: declared[index]! }));
  const files = joinedFiles(placed, nominals);
  const pathOf = ({ folder, side }: Placed, path: string): string => folder + side.declarationPath(path).slice(side.base.length);
  const roots = placed.flatMap((each) => each.side.roots.map((path) => pathOf(each, path)));
  const newest = declared.at(-1)!;
  const options = { ...newest.source.options, ...fixed(newest.state, newest.source.options), lib: newest.source.options.lib!, allowJs: false, typeRoots: [] };
  const links = new Map<string, Set<string>>();
  const program = programOf({ files, root: '/', options: { ...options, types: [] }, trees: new Map(), redirect: sharedPackages(placed), links },
    [...new Set(roots)]);
  const checker = program.getTypeChecker();
  return blocks.map((states) => placed.map((each, index): Side => {
    const { folder, side } = each;
    const own = states[index]!.entries.map((entry) => ({ entry, path: pathOf(each, `${side.base}/${entry.path}`) }));
    const reached = new Set([...own.map(({ path }) => path), ...side.ambient.map((path) => pathOf(each, path))]);
    for (const path of reached) for (const next of links.get(path) ?? []) reached.add(next);
    return {
      folder, declared: side, checker, nominal: (file) => nominals.get(file.fileName),
      files: [...reached].filter((path) => path.startsWith(`${folder}/`) && !path.includes('/node_modules/') && !isLibrary(path)).sort()
        .flatMap((path) => program.getSourceFile(path) ?? []),
      entries: own.map(({ entry, path }) => {
        const file = program.getSourceFile(path);
        return { entry, module: (file === undefined ? undefined : checker.getSymbolAtLocation(file)) ?? null };
      }),
    };
  }));
}

/** The blocks as one. */
function joinedState(states: BlockStates): BlockStates[number] {
  return { ...states[0]!, entries: states.flatMap(({ entries }) => entries) };
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
