/** What the compiler says of files in memory, to show that a fix leaves code that compiles. */
import { Project, ts } from 'ts-morph';

/**
 * @param files text by path; only TypeScript is checked
 * @returns errors as `path: message`, sorted
 */
export function compileErrors(files: ReadonlyMap<string, string>): string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'], jsx: ts.JsxEmit.Preserve, allowImportingTsExtensions: true, types: [], isolatedModules: true,
    },
  });
  for (const [path, text] of files) if (/\.[cm]?tsx?$/.test(path)) project.createSourceFile(`/${path}`, text);
  return project.getPreEmitDiagnostics().map((each) => {
    const message = each.getMessageText();
    return `${each.getSourceFile()?.getFilePath() ?? ''}: ${typeof message === 'string' ? message : message.getMessageText()}`;
  }).sort();
}
