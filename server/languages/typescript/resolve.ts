/**
 * Where an import leads, by the compiler's own rules: tsconfig paths and references, workspaces,
 * package exports, `#imports`, `.js` that means `.ts`.
 */
import type { Resolution, ResolutionFileSystem, Resolver } from '../../facts/adapter.ts';
import { ts } from './syntax.ts';

const CONFIGURATION_NAMES = ['tsconfig.json', 'jsconfig.json'];
const JSON_OR_ASSET = /\.(json|css|scss|sass|less|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|eot|mp[34]|wasm|graphql|gql|html|md|mdx|txt|node|vue|svelte|astro|ya?ml|glsl|vert|frag)(\?.*)?$/i;

interface Scope {
  options: ts.CompilerOptions;
  cache: ts.ModuleResolutionCache;
}

/**
 * @param root absolute path of the workspace, with `/`
 * @param files relative paths of its source files: whatever resolves to one of them is a file of the workspace
 */
export function createResolver(root: string, files: readonly string[], fileSystem: ResolutionFileSystem): Resolver {
  const base = root.endsWith('/') ? root.slice(0, -1) : root;
  const realBase = fileSystem.realpath(base);
  const known = new Set(files);
  const scopes = new Map<string, Scope>();
  const scopeOfFolder = new Map<string, Scope>();
  let packages: Map<string, string> | null = null;
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => fileSystem.fileExists(path),
    readFile: (path) => fileSystem.readFile(path),
    directoryExists: (path) => fileSystem.directoryExists(path),
    realpath: (path) => fileSystem.realpath(path),
    getCurrentDirectory: () => base,
    useCaseSensitiveFileNames: true,
  };

  return {
    resolve(from, specifier) {
      if (/^node:/.test(specifier)) return { kind: 'package', name: specifier.slice('node:'.length) };
      const quick = resolveRelative(from, specifier);
      if (quick !== null) return { kind: 'file', path: quick };
      const file = `${base}/${from}`;
      const scope = scopeFor(folderOf(file));
      const found = ts.resolveModuleName(specifier, file, scope.options, host, scope.cache).resolvedModule;
      if (found !== undefined) {
        const inside = insideWorkspace(found.resolvedFileName);
        if (inside !== null) return { kind: 'file', path: inside };
        return specifier.startsWith('.') || specifier.startsWith('/') ? { kind: 'missing' } : { kind: 'package', name: packageName(specifier) };
      }
      return unresolved(file, specifier);
    },
  };

  /** The common case without asking the compiler: a relative path that names a known file. */
  function resolveRelative(from: string, specifier: string): string | null {
    if (!specifier.startsWith('./') && !specifier.startsWith('../')) return null;
    const target = joined(folderOf(from), specifier);
    if (target === null) return null;
    if (/\.[cm]?jsx?$/.test(target)) {
      const stem = target.replace(/\.([cm]?)jsx?$/, '');
      const middle = /\.([cm]?)jsx?$/.exec(target)![1]!;
      for (const candidate of [`${stem}.${middle}ts`, `${stem}.tsx`, target]) if (known.has(candidate)) return candidate;
      return null;
    }
    if (/\.[cm]?tsx?$/.test(target) && known.has(target)) return target;
    for (const candidate of [`${target}.ts`, `${target}.tsx`]) if (known.has(candidate)) return candidate;
    return null;
  }

  function insideWorkspace(path: string): string | null {
    for (const candidate of [path, fileSystem.realpath(path)]) {
      for (const prefix of [base, realBase]) {
        if (!candidate.startsWith(`${prefix}/`)) continue;
        const relative = candidate.slice(prefix.length + 1);
        if (known.has(relative)) return relative;
        const source = sourceOfDeclaration(relative);
        if (source !== null) return source;
      }
    }
    return null;
  }

  /** A workspace package often resolves to what was built (`dist/index.d.ts`): its source is meant. */
  function sourceOfDeclaration(relative: string): string | null {
    const match = /^(.*?)(?:^|\/)(?:dist|lib|build|out)\/(.*)\.(?:d\.)?([cm]?)(?:ts|js)x?$/.exec(relative);
    if (match === null || relative.includes('node_modules/')) return null;
    const [, folder = '', rest = '', middle = ''] = match;
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const source of ['src/', '']) {
      for (const ending of [`.${middle}ts`, '.ts', '.tsx', `.${middle}js`, '.js', '.jsx']) {
        const candidate = `${prefix}${source}${rest.replace(/^src\//, '')}${ending}`;
        if (known.has(candidate)) return candidate;
      }
    }
    return null;
  }

  function unresolved(file: string, specifier: string): Resolution {
    if (specifier.startsWith('.') || specifier.startsWith('/')) {
      const direct = joined(folderOf(file.slice(base.length + 1)), specifier);
      if (direct !== null && known.has(direct)) return { kind: 'file', path: direct };
      return JSON_OR_ASSET.test(specifier) ? { kind: 'package', name: specifier } : { kind: 'missing' };
    }
    const workspacePackage = fromWorkspacePackage(specifier);
    return workspacePackage ?? { kind: 'package', name: packageName(specifier) };
  }

  /** A package of the same repository that is not linked into `node_modules` (nothing was installed). */
  function fromWorkspacePackage(specifier: string): Resolution | null {
    const name = packageName(specifier);
    const folder = workspacePackages().get(name);
    if (folder === undefined) return null;
    const rest = specifier.slice(name.length + 1);
    const prefix = folder === '' ? '' : `${folder}/`;
    const stems = rest === '' ? ['src/index', 'index', 'src/main', 'lib/index'] : [`src/${rest}`, rest, `src/${rest}/index`, `${rest}/index`];
    for (const stem of stems) for (const ending of ['', '.ts', '.tsx', '.mts', '.js', '.mjs', '.jsx']) {
      if (known.has(`${prefix}${stem}${ending}`)) return { kind: 'file', path: `${prefix}${stem}${ending}` };
    }
    return null;
  }

  function workspacePackages(): ReadonlyMap<string, string> {
    packages ??= readPackages();
    return packages;
  }

  function readPackages(): Map<string, string> {
    const found = new Map<string, string>();
    const folders = new Set<string>();
    for (const file of files) for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
      if (folder === '') break;
    }
    for (const folder of folders) {
      const text = fileSystem.readFile(folder === '' ? `${base}/package.json` : `${base}/${folder}/package.json`);
      const name = text === undefined ? undefined : /"name"\s*:\s*"([^"]+)"/.exec(text)?.[1];
      if (name !== undefined && !found.has(name)) found.set(name, folder);
    }
    return found;
  }

  function scopeFor(folder: string): Scope {
    const cached = scopeOfFolder.get(folder);
    if (cached !== undefined) return cached;
    const configuration = nearestConfiguration(folder);
    let scope = scopes.get(configuration ?? '');
    if (scope === undefined) {
      const options = configuration === null ? {} : readOptions(configuration);
      const complete: ts.CompilerOptions = {
        ...options, allowJs: true, resolveJsonModule: true,
        moduleResolution: options.moduleResolution ?? (options.module !== undefined && options.module >= ts.ModuleKind.Node16 && options.module <= ts.ModuleKind.NodeNext ? undefined : ts.ModuleResolutionKind.Bundler),
      };
      scope = { options: complete, cache: ts.createModuleResolutionCache(base, (name) => name, complete) };
      scopes.set(configuration ?? '', scope);
    }
    scopeOfFolder.set(folder, scope);
    return scope;
  }

  function nearestConfiguration(folder: string): string | null {
    for (let current = folder; current.length >= base.length; current = folderOf(current)) {
      for (const name of CONFIGURATION_NAMES) if (fileSystem.fileExists(`${current}/${name}`)) return `${current}/${name}`;
      if (current === base) break;
    }
    return null;
  }

  /** Compiler options of a tsconfig; of its references' options, the first with paths when it has none itself. */
  function readOptions(path: string): ts.CompilerOptions {
    const read = (file: string): { options: ts.CompilerOptions; references: readonly ts.ProjectReference[] } => {
      const { config } = ts.readConfigFile(file, (name) => fileSystem.readFile(name)) as { config?: { references?: { path: string }[] } };
      const parsed = ts.parseJsonConfigFileContent({ ...config, files: ['x.ts'], include: undefined }, { ...host, readDirectory: () => [], useCaseSensitiveFileNames: true }, folderOf(file), undefined, file);
      return { options: parsed.options, references: (config?.references ?? []).map((each) => ({ path: joinAbsolute(folderOf(file), each.path) })) };
    };
    const own = read(path);
    if (own.options.paths !== undefined || own.references.length === 0) return own.options;
    for (const reference of own.references) {
      const file = reference.path.endsWith('.json') ? reference.path : `${reference.path}/tsconfig.json`;
      if (!fileSystem.fileExists(file)) continue;
      const { options } = read(file);
      if (options.paths !== undefined) return options;
    }
    return own.options;
  }
}

/** `@scope/name` or `name` of a bare specifier. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Joins a relative specifier to a relative folder; null when it leads out of the workspace. */
function joined(folder: string, specifier: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const step of specifier.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') parts.push(step);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function joinAbsolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path.replace(/^\.\//, '')}`;
}
