/** Where an import leads, by the compiler's own rules: tsconfig paths and references, workspaces, package exports, `#imports`, `.js` that means `.ts`. */
import type { Resolution, Resolver } from '../../facts/adapter.ts';
import { folderOf, joinPath } from '../../text/folders.ts';
import { ts } from './syntax.ts';
import { nearestConfiguration, joinAbsolute, packageName, type WorkspaceFiles } from './workspace-files.ts';

const JSON_OR_ASSET = new RegExp(
  String.raw`\.(json|css|scss|sass|less|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|eot|mp[34]|wasm|graphql|gql|html|md|mdx|txt|node|vue|`
  + String.raw`svelte|astro|ya?ml|glsl|vert|frag)(\?.*)?$`,
  'i',
);

interface Scope {
  options: ts.CompilerOptions;
  cache: ts.ModuleResolutionCache;
}

/** What `quick-resolve.ts` cannot answer. */
export function createCompilerResolver({ base, known, packages, fileSystem }: WorkspaceFiles): Resolver {
  const realBase = fileSystem.realpath(base);
  const scopes = new Map<string, Scope>();
  const scopeOfFolder = new Map<string, Scope>();
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

  /** A workspace package often resolves to its build output (`dist/index.d.ts`): its source is meant. Below `src`, `lib` is no output. */
  function sourceOfDeclaration(relative: string): string | null {
    const match = /^(.*?)(?:^|\/)(?:dist|lib|build|out)\/(.*)\.(?:d\.([cm]?)ts|([cm]?)jsx?)$/.exec(relative);
    if (match === null || relative.includes('node_modules/') || /(^|\/)src$/.test(match[1]!)) return null;
    const [, folder = '', rest = '', ofTypes, middle = ofTypes ?? ''] = match;
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
      const direct = joinPath(folderOf(file.slice(base.length + 1)), specifier);
      if (direct !== null && known.has(direct)) return { kind: 'file', path: direct };
      if (JSON_OR_ASSET.test(specifier)) return { kind: 'package', name: specifier };
      return direct === null || specifier.startsWith('/') ? { kind: 'missing' } : { kind: 'missing', path: direct };
    }
    // As the compiler does, a package is asked where an alias leads nowhere.
    const workspacePackage = fromWorkspacePackage(specifier);
    if (workspacePackage !== null) return workspacePackage;
    const target = aliased(file, specifier);
    return target === null ? { kind: 'package', name: packageName(specifier) } : { kind: 'missing', path: target };
  }

  /** Where an alias of the configuration leads in the workspace, if it can lead to one place only. */
  function aliased(file: string, specifier: string): string | null {
    if (JSON_OR_ASSET.test(specifier)) return null;
    const { paths, pathsBasePath, baseUrl } = scopeFor(folderOf(file)).options;
    for (const [pattern, targets] of Object.entries(paths ?? {})) {
      const [before = '', after] = pattern.split('*');
      // `*` stands for packages too, and a whole name for a package of the same repository.
      if (after === undefined || before === '' || targets.length !== 1 || !specifier.startsWith(before) || !specifier.endsWith(after)) continue;
      const target = targets[0]!.replace('*', specifier.slice(before.length, specifier.length - after.length));
      const folder = baseUrl ?? (typeof pathsBasePath === 'string' ? pathsBasePath : null);
      if (folder === null || target.startsWith('/') || !`${folder}/`.startsWith(`${base}/`)) return null;
      return joinPath(folder.slice(base.length + 1), target);
    }
    return null;
  }

  /** A package of the same repository that is not linked into `node_modules` (nothing was installed). */
  function fromWorkspacePackage(specifier: string): Resolution | null {
    const name = packageName(specifier);
    const folder = packages.get(name);
    if (folder === undefined) return null;
    const rest = specifier.slice(name.length + 1);
    const prefix = folder === '' ? '' : `${folder}/`;
    const stems = rest === '' ? ['src/index', 'index', 'src/main', 'lib/index'] : [`src/${rest}`, rest, `src/${rest}/index`, `${rest}/index`];
    for (const stem of stems) for (const ending of ['', '.ts', '.tsx', '.mts', '.js', '.mjs', '.jsx']) {
      if (known.has(`${prefix}${stem}${ending}`)) return { kind: 'file', path: `${prefix}${stem}${ending}` };
    }
    return null;
  }

  function scopeFor(folder: string): Scope {
    const cached = scopeOfFolder.get(folder);
    if (cached !== undefined) return cached;
    const configuration = nearestConfiguration(folder, base, fileSystem);
    let scope = scopes.get(configuration ?? '');
    if (scope === undefined) {
      const options = configuration === null ? {} : readOptions(configuration);
      const complete: ts.CompilerOptions = {
        ...options, allowJs: true, resolveJsonModule: true,
        moduleResolution: options.moduleResolution ?? (options.module !== undefined && options.module >= ts.ModuleKind.Node16
          && options.module <= ts.ModuleKind.NodeNext ? undefined : ts.ModuleResolutionKind.Bundler),
      };
      scope = { options: complete, cache: ts.createModuleResolutionCache(base, (name) => name, complete) };
      scopes.set(configuration ?? '', scope);
    }
    scopeOfFolder.set(folder, scope);
    return scope;
  }

  /** Compiler options of a tsconfig; when it has no paths itself, those of the first reference that has some. */
  function readOptions(path: string): ts.CompilerOptions {
    const read = (file: string): { options: ts.CompilerOptions; references: readonly ts.ProjectReference[] } => {
      const { config } = ts.readConfigFile(file, (name) => fileSystem.readFile(name)) as { config?: { references?: { path: string }[] } };
      const parsed = ts.parseJsonConfigFileContent(
        { ...config, files: ['x.ts'], include: undefined },
        { ...host, readDirectory: () => [], useCaseSensitiveFileNames: true }, folderOf(file), undefined, file,
      );
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
