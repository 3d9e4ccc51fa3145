/** TypeScript and JavaScript for Archwright. Parts that need the compiler are loaded on first use. */
import type { LanguageAdapter, Resolver } from '../../facts/adapter.ts';
import type * as CompilerPart from './compiler-part.ts';
import { FIX_IDS } from './fix-ids.ts';
import type * as FixPart from './fixes/index.ts';
import type * as InterfacePart from './interface/comparer.ts';
import { createQuickResolver } from './quick-resolve.ts';
import { workspaceFiles } from './workspace-files.ts';

let compilerPart: typeof CompilerPart | null = null;
let fixPart: typeof FixPart | null = null;
let interfacePart: typeof InterfacePart | null = null;

function loaded<Part>(part: Part | null): Part {
  if (part === null) throw new Error('the TypeScript adapter was used before it was loaded');
  return part;
}

export const typescriptAdapter: LanguageAdapter = {
  id: 'typescript',
  extensions: ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'],
  async load() {
    compilerPart ??= await import('./compiler-part.ts');
  },
  async loadFixes() {
    fixPart ??= await import('./fixes/index.ts');
  },
  async loadInterfaces() {
    interfacePart ??= await import('./interface/comparer.ts');
  },
  extract: (input) => loaded(compilerPart).extract(input),
  createResolver(root, files, fileSystem) {
    const workspace = workspaceFiles(root, files, fileSystem);
    const quick = createQuickResolver(workspace);
    let thorough: Resolver | null = null;
    return {
      needsLoading: (from, specifier) => compilerPart === null && quick(from, specifier) === null,
      resolve(from, specifier) {
        const answer = quick(from, specifier);
        if (answer !== null) return answer;
        thorough ??= loaded(compilerPart).createCompilerResolver(workspace);
        return thorough.resolve(from, specifier);
      },
    };
  },
  interfaces: {
    describe: (states) => loaded(interfacePart).typescriptInterfaces.describe(states),
    compare: (pairs, isStale) => loaded(interfacePart).typescriptInterfaces.compare(pairs, isStale),
  },
  fixIds: new Set(FIX_IDS),
  get ownFixes() {
    return loaded(compilerPart).ownFixes;
  },
  get fixes() {
    return loaded(fixPart).fixes;
  },
};
