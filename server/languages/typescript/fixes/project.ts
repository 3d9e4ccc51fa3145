/** A few files of the workspace with their types, opened only when a fix needs them. */
import { Project, ts } from 'ts-morph';
import type { FixContext } from '../../../facts/adapter.ts';

/** Files beyond this number are not opened: their types count as unknown. */
const MAX_FILES = 300;

/**
 * @param context gives texts (open buffers first) and resolution
 * @param paths files to open; direct and indirect imports are included
 * @returns an in-memory project in which `/` is the workspace
 */
export function openProject(context: FixContext, paths: readonly string[]): Project {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], jsx: ts.JsxEmit.Preserve, allowJs: true, allowImportingTsExtensions: true, types: [],
    },
    resolutionHost: () => ({
      resolveModuleNames: (names, from) => names.map((name) => {
        const to = context.resolve(from.slice(1), name);
        return to.kind === 'file' ? { resolvedFileName: `/${to.path}` } : undefined;
      }),
    }),
  });
  const opened = new Set(paths);
  for (const path of opened) {
    const text = context.read(path);
    if (text === undefined) continue;
    project.createSourceFile(`/${path}`, text, { overwrite: true });
    for (const fact of context.facts(path)?.imports ?? []) {
      const to = context.resolve(path, fact.specifier);
      if (to.kind === 'file' && opened.size < MAX_FILES) opened.add(to.path);
    }
  }
  return project;
}

/** The compiler's diagnostics for the given files, one line each. */
export function errorsOf(project: Project, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const file = project.getSourceFile(`/${path}`);
    return file === undefined
      ? []
      : file.getPreEmitDiagnostics().map((each) => `${path} ${each.getCode()} ${ts.flattenDiagnosticMessageText(each.compilerObject.messageText, ' ')}`);
  });
}
