/** Compiler options with which the interface of a state is read. */
import { ts } from 'ts-morph';
import type { InterfaceState } from '../../../facts/interface.ts';
import { folderOf } from '../../../text/folders.ts';
import { nearestConfiguration } from '../workspace-files.ts';
import { LANGUAGE } from './library.ts';

/** What a project may say about its types. Where modules are found and what is written is decided here. */
const TAKEN = [
  'strict', 'strictNullChecks', 'strictFunctionTypes', 'strictBindCallApply', 'strictPropertyInitialization', 'noImplicitAny', 'noImplicitThis',
  'exactOptionalPropertyTypes', 'jsx', 'jsxImportSource', 'jsxFactory', 'experimentalDecorators', 'emitDecoratorMetadata', 'paths', 'pathsBasePath',
  'baseUrl', 'customConditions', 'useDefineForClassFields',
] as const;

/** @returns options for the state; strict where its project does not say otherwise */
export function optionsOf(state: InterfaceState): ts.CompilerOptions {
  const base = state.root.replace(/\/$/, '');
  const first = state.entries[0]?.path ?? '';
  const file = nearestConfiguration(folderOf(`${base}/${first}`), base, state.fileSystem);
  const own = file === null ? {} : readOptions(file, state);
  const chosen = Object.fromEntries(TAKEN.filter((key) => own[key] !== undefined).map((key) => [key, own[key]]));
  return { strict: true, ...chosen, ...fixed(state, own) };
}

/** The same for consumers and declarations of any project. */
export function fixed(state: InterfaceState, own: ts.CompilerOptions = {}): ts.CompilerOptions {
  const base = state.root.replace(/\/$/, '');
  const nodeTypes = state.fileSystem.fileExists(`${base}/node_modules/@types/node/package.json`);
  return {
    target: LANGUAGE, lib: libraries(own), module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: nodeTypes ? ['node'] : [], typeRoots: [`${base}/node_modules/@types`],
    allowJs: true, checkJs: false, skipLibCheck: true, allowImportingTsExtensions: true, resolveJsonModule: true, maxNodeModuleJsDepth: 0,
    declaration: true, emitDeclarationOnly: true, stripInternal: own.stripInternal ?? false, ignoreDeprecations: '6.0', jsx: own.jsx ?? ts.JsxEmit.Preserve,
    // The declarations of classes say whether they hold private members only when fields are not compiled away.
    noEmitOnError: false, isolatedDeclarations: false, composite: false, incremental: false, verbatimModuleSyntax: false, noResolve: false,
  };
}

/** Node's own projects leave the browser out; then its globals are not used for names of the project's own. */
function libraries(own: ts.CompilerOptions): string[] {
  const named = own.lib;
  if (named === undefined || named.some((name) => /dom/i.test(name))) return ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'];
  return ['lib.esnext.d.ts', ...named.filter((name) => /webworker|scripthost/i.test(name))];
}

function readOptions(path: string, state: InterfaceState): ts.CompilerOptions {
  const { fileSystem } = state;
  const { config } = ts.readConfigFile(path, (name) => fileSystem.readFile(name)) as { config?: object };
  const host = {
    fileExists: (name: string) => fileSystem.fileExists(name), readFile: (name: string) => fileSystem.readFile(name),
    readDirectory: () => [], useCaseSensitiveFileNames: true,
  };
  return ts.parseJsonConfigFileContent({ ...config, files: ['x.ts'], include: undefined }, host, folderOf(path), undefined, path).options;
}
