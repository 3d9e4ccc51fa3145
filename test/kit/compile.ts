/** What the compiler says of files in memory, to show that a fix leaves code that compiles. */
import { dirname } from 'node:path';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  allowImportingTsExtensions: true,
  types: [],
  isolatedModules: true,
  skipLibCheck: true,
};
const ROOT = '/fixture';
const LIBRARY = dirname(ts.getDefaultLibFilePath(OPTIONS));
/** The platform's own declarations, parsed once for all tests. */
const library = new Map<string, ts.SourceFile>();

function librarySource(path: string): ts.SourceFile | undefined {
  let file = library.get(path);
  if (file === undefined) {
    const text = ts.sys.readFile(path);
    if (text === undefined) return undefined;
    file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    library.set(path, file);
  }
  return file;
}

/**
 * @param files text by path; only TypeScript is checked
 * @returns errors as `path: message`, sorted
 */
export function compileErrors(files: ReadonlyMap<string, string>): string[] {
  const texts = new Map([...files].map(([path, text]) => [`${ROOT}/${path}`, text]));
  const host: ts.CompilerHost = {
    getSourceFile: (path) => {
      const text = texts.get(path);
      return text === undefined ? (path.startsWith(LIBRARY) ? librarySource(path) : undefined) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    },
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    getDefaultLibLocation: () => LIBRARY,
    writeFile: () => undefined,
    getCurrentDirectory: () => ROOT,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    directoryExists: (path) => [...texts.keys()].some((file) => file.startsWith(`${path}/`)),
  };
  const program = ts.createProgram([...texts.keys()].filter((path) => /\.[cm]?tsx?$/.test(path)), OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((each) => `${each.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`).sort();
}
