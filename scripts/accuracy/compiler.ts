/** What the TypeScript compiler says of a file before and after a change, with the settings of its project. */
import path from 'node:path';
import ts from 'typescript';

export interface Compiler {
  /** Errors of the changed text that the text did not have; none for files that are no TypeScript. */
  newErrors(file: string, text: string, changed: string): string[];
}

/** @param folder of the project; its dependencies need not be there, as what is missing is missing before and after */
export function compilerOf(folder: string): Compiler {
  const settings = new Map<string, ts.CompilerOptions>();
  let last: ts.Program | undefined;
  const errorsOf = (file: string, text: string): string[] => {
    const options = optionsFor(settings, path.dirname(file), folder);
    const host = ts.createCompilerHost(options);
    const { readFile, getSourceFile } = host;
    host.readFile = (name) => (name === file ? text : readFile(name));
    host.getSourceFile = (name, version, ...rest) =>
      (name === file ? ts.createSourceFile(name, text, version, true) : last?.getSourceFile(name) ?? getSourceFile(name, version, ...rest));
    const program = ts.createProgram([file], options, host);
    last = program;
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  };
  return {
    newErrors(file, text, changed) {
      if (!/\.[cm]?tsx?$/.test(file)) return [];
      const absolute = path.join(folder, file);
      const known = text === '' ? [] : errorsOf(absolute, text);
      return errorsOf(absolute, changed).filter((each) => {
        const at = known.indexOf(each);
        if (at >= 0) known.splice(at, 1);
        return at < 0;
      });
    },
  };
}

function optionsFor(known: Map<string, ts.CompilerOptions>, from: string, root: string): ts.CompilerOptions {
  const file = ts.findConfigFile(from, (name) => name.startsWith(root) && ts.sys.fileExists(name));
  const key = file ?? '';
  const options = known.get(key) ?? { ...readOptions(file), noEmit: true, skipLibCheck: true, types: [] };
  known.set(key, options);
  return options;
}

function readOptions(file: string | undefined): ts.CompilerOptions {
  if (file === undefined) return { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, path.dirname(file)).options;
}
