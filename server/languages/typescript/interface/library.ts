/** The declarations that come with the compiler (`lib.es2023.d.ts`), as trees that all programs share. */
import { Project, ts } from 'ts-morph';

/** Where the bundled compiler keeps its library. */
const FOLDER = '/node_modules/typescript/lib';
/** For every program that compares interfaces, so that the trees of the library can be shared. */
export const LANGUAGE = ts.ScriptTarget.ESNext;

let reader: ts.ModuleResolutionHost | null = null;
const trees = new Map<string, ts.SourceFile | undefined>();

/** @param name without folder: `lib.dom.d.ts` */
export function libraryPath(name: string): string {
  return `${FOLDER}/${name}`;
}

/** True for a path that `libraryPath` gave. */
export function isLibrary(path: string): boolean {
  return path.startsWith(`${FOLDER}/`);
}

/** The tree of a file of the library, undefined when there is no such file. */
export function libraryFile(path: string): ts.SourceFile | undefined {
  if (!trees.has(path)) {
    const text = libraryText(path);
    trees.set(path, text === undefined ? undefined : ts.createSourceFile(path, text, LANGUAGE));
  }
  return trees.get(path);
}

/** The text of a file of the library; in the bundles it exists only within the compiler's wrapper, which an empty project gives access to. */
export function libraryText(path: string): string | undefined {
  reader ??= new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  return reader.readFile(path);
}
