/** One state of a workspace: its modules, read when they are asked for, and what names lead to. */
import { NotJudged, type Resolver } from '../../../facts/adapter.ts';
import type { InterfaceState } from '../../../facts/interface.ts';
import { parsePython } from '../parser.ts';
import { createPythonResolver } from '../resolve.ts';
import { createSource, type Source } from '../syntax.ts';
import type { Binding, ClassBinding, Found, ModuleModel } from './model.ts';
import { calledName, dottedName } from './read/nodes.ts';
import { readModule } from './read/read-module.ts';
import { isPublicModule, isPrivateName, moduleNames } from './visibility.ts';

const DEEPEST = 40;

export class Project {
  readonly state: InterfaceState;
  private readonly sources: Map<string, Source>;
  private readonly known: ReadonlySet<string>;
  private readonly resolver: Resolver;
  private readonly modules = new Map<string, ModuleModel | null>();
  private readonly names: ReadonlyMap<string, string>;
  private readonly byName = new Map<string, string>();
  private readonly resolved = new Map<string, string | null>();

  /** @param sources of files that were read already, by path and text; two states share what they have in common */
  constructor(state: InterfaceState, sources: Map<string, Source>) {
    this.state = state;
    this.sources = sources;
    const files = state.files.filter((file) => /\.pyi?$/.test(file));
    this.known = new Set(files);
    this.resolver = createPythonResolver(state.root, files, state.fileSystem);
    this.names = moduleNames(files, state.entries);
    for (const [file, name] of this.names) if (!this.byName.has(name) || file.endsWith('.pyi')) this.byName.set(name, file);
  }

  /** The module of a file, or of the stub beside it; null when it cannot be read. */
  module(path: string): ModuleModel | null {
    const stub = path.endsWith('.py') && this.known.has(`${path}i`) ? `${path}i` : path;
    let found = this.modules.get(stub);
    if (found === undefined) this.modules.set(stub, (found = this.read(stub)));
    return found;
  }

  moduleNamed(name: string): ModuleModel | null {
    const path = this.byName.get(name);
    return path === undefined ? null : this.module(path);
  }

  /** Modules that have been read. */
  readModules(): ModuleModel[] {
    return [...this.modules.values()].filter((each) => each !== null);
  }

  private read(path: string): ModuleModel | null {
    const text = this.state.fileSystem.readFile(`${this.state.root.replace(/\/$/, '')}/${path}`);
    if (text === undefined) return null;
    try {
      const key = `${path}\n${text}`;
      const source = this.sources.get(key) ?? parse(path, text);
      this.sources.set(key, source);
      return readModule(source, this.names.get(path) ?? path);
    } catch (error) {
      if (error instanceof NotJudged) return null;
      throw error;
    }
  }

  /** The module that an import of a module leads to; null outside of the workspace. */
  imported(from: ModuleModel, specifier: string): ModuleModel | null {
    const key = `${from.path} ${specifier}`;
    let path = this.resolved.get(key);
    if (path === undefined) {
      const resolution = this.resolver.resolve(from.path, specifier);
      path = resolution.kind === 'file' ? resolution.path : this.byName.get(specifier) ?? null;
      this.resolved.set(key, path);
    }
    return path === null ? null : this.module(path);
  }

  /** A module inside of a package. */
  submodule(module: ModuleModel, name: string): ModuleModel | null {
    return module.isPackage ? this.moduleNamed(`${module.name}.${name}`) : null;
  }

  /** Everything that a name of a module stands for, one for each branch. */
  find(module: ModuleModel, name: string, trail: readonly unknown[] = []): Found[] {
    const bound = module.names.get(name);
    if (bound !== undefined && bound.length > 0) return bound.flatMap((each) => this.follow(each, trail));
    if (trail.length < DEEPEST) {
      for (const specifier of module.stars) {
        const key = `* ${module.path} ${specifier} ${name}`;
        const from = this.imported(module, specifier);
        if (from === null || from === module || trail.includes(key) || !this.starNames(from).has(name)) continue;
        const found = this.find(from, name, [...trail, key]);
        if (found.length > 0) return found;
      }
    }
    const inside = this.submodule(module, name);
    if (inside !== null) return [{ kind: 'module', module: inside }];
    return module.isLazy ? [{ kind: 'unknown' }] : [];
  }

  /** What a binding stands for once imports and aliases are followed. Empty for what only leads back to itself. */
  follow(binding: Binding, trail: readonly unknown[] = []): Found[] {
    if (trail.includes(binding) || trail.length > DEEPEST) return [];
    const further = [...trail, binding];
    if (binding.kind === 'import') return this.followImport(binding, further);
    if (binding.kind === 'variable' && binding.value !== null && binding.annotation === null && !binding.isAlias) {
      const dotted = dottedName(binding.module.source, binding.value);
      const found = dotted === null ? [] : this.resolve(dotted, binding.module, binding.owner, further).filter((each) => each.kind !== 'unknown');
      if (found.length > 0) return found;
    }
    return [{ kind: 'definition', binding }];
  }

  private followImport(binding: Binding & { kind: 'import' }, trail: readonly unknown[]): Found[] {
    const { module, specifier, imported } = binding;
    if (imported === null) {
      const whole = binding.node.field === 'alias' ? specifier : specifier.split('.')[0]!;
      const target = this.imported(module, whole);
      return [target === null ? { kind: 'external', name: whole } : { kind: 'module', module: target }];
    }
    const target = this.imported(module, specifier);
    if (target !== null && target !== module) {
      const found = this.find(target, imported, trail);
      if (found.length > 0) return found;
    } else if (target === module) {
      // A package that imports its own module by name: `from . import orders`.
      const inside = this.submodule(module, imported);
      return inside === null ? [] : [{ kind: 'module', module: inside }];
    }
    const inside = this.imported(module, specifier.endsWith('.') ? `${specifier}${imported}` : `${specifier}.${imported}`);
    if (inside !== null) return [{ kind: 'module', module: inside }];
    if (target !== null) return [];
    return specifier.startsWith('.') ? [{ kind: 'unknown' }] : [{ kind: 'external', name: `${specifier}.${imported}` }];
  }

  /** What `a.b.c` stands for where it is written; empty when nothing is known of it. */
  resolve(dotted: string, module: ModuleModel, owner: ClassBinding | null, trail: readonly unknown[] = []): Found[] {
    const [first = '', ...rest] = dotted.split('.');
    const inClass = owner?.members.get(first);
    let found = inClass ? inClass.flatMap((each) => this.follow(each, trail)) : [];
    if (found.length === 0) found = this.find(module, first, trail);
    for (const name of rest) {
      found = found.flatMap((each): Found[] => {
        if (each.kind === 'module') return this.find(each.module, name, trail);
        if (each.kind === 'external') return [{ kind: 'external', name: `${each.name}.${name}` }];
        if (each.kind !== 'definition' || each.binding.kind !== 'class') return [];
        return (each.binding.members.get(name) ?? []).flatMap((member) => this.follow(member, trail));
      });
    }
    return found;
  }

  /** Names that `from module import *` brings. */
  starNames(module: ModuleModel, trail: ReadonlySet<ModuleModel> = new Set()): ReadonlySet<string> {
    if (trail.has(module)) return new Set();
    if (module.all !== null) return this.listedNames(module, trail);
    const further = new Set([...trail, module]);
    const names = new Set([...module.names.keys()].filter((name) => !name.startsWith('_')));
    for (const specifier of module.stars) {
      const from = this.imported(module, specifier);
      if (from !== null) for (const name of this.starNames(from, further)) names.add(name);
    }
    return names;
  }

  /** Names in `__all__`, those of other modules' lists included. */
  listedNames(module: ModuleModel, trail: ReadonlySet<ModuleModel> = new Set()): ReadonlySet<string> {
    const names = new Set<string>();
    const further = new Set([...trail, module]);
    for (const each of module.all ?? []) {
      if (each.kind === 'name') names.add(each.name);
      else if (each.kind === 'remove') names.delete(each.name);
      else {
        const found = each.dotted.startsWith('@') ? this.imported(module, each.dotted.slice(1)) : moduleIn(this.resolve(each.dotted, module, null));
        if (found !== null && !trail.has(found)) for (const name of this.starNames(found, further)) names.add(name);
      }
    }
    return names;
  }

  /** Names that are meant for others. */
  publicNames(module: ModuleModel, trail: ReadonlySet<ModuleModel> = new Set()): ReadonlySet<string> {
    const names = new Set(module.all === null ? [] : this.listedNames(module));
    // Nobody lists the version, and everybody reads it.
    if (module.names.has('__version__')) names.add('__version__');
    if ((module.all !== null && !module.allIsOpen) || trail.has(module)) return names;
    for (const [name, bindings] of module.names) if (!isPrivateName(name) && this.isMeant(bindings)) names.add(name);
    const further = new Set([...trail, module]);
    for (const specifier of module.stars) {
      const from = this.imported(module, specifier);
      if (from === null || !this.isOwn(module, from)) continue;
      const passed = from.all === null ? this.publicNames(from, further) : this.listedNames(from);
      for (const name of passed) names.add(name);
      // A private module of nothing but imports is there to be passed on.
      if (from.all !== null || isPublicModule(from.name)) continue;
      for (const [name, bound] of from.names) if (!isPrivateName(name) && bound.some((each) => this.isFromOwn(each))) names.add(name);
    }
    return names;
  }

  /** In `try: import ssl`, `except ImportError: ssl = None` the second only stands in for what comes from elsewhere. */
  private isMeant(bindings: readonly Binding[]): boolean {
    const standsIn = bindings.some((each) => each.kind === 'import' && !this.isOffered(each));
    return bindings.some((each) => this.isOffered(each) && !(standsIn && each.kind === 'variable'));
  }

  private isOffered(binding: Binding): boolean {
    if (binding.kind === 'variable' && isTypeVariable(binding)) return false;
    if (binding.kind !== 'import') return true;
    if (binding.specifier === '__future__') return false;
    if (binding.isPassedOn) return true;
    const { module } = binding;
    // What only type checkers import is passed on where the module makes its names when they are asked for.
    // In a stub only what is given a name says that it is meant for others.
    if (module.isStub && binding.node.field !== 'alias') return false;
    if (!module.isPackage || binding.imported === null || (binding.isTypeOnly && !module.isLazy)) return false;
    return this.isFromOwn(binding) && !this.isOfNeighbour(binding);
  }

  /** Whether a package imports from a public module outside of itself: it uses the name and does not offer it. */
  private isOfNeighbour({ module, specifier }: Binding & { kind: 'import' }): boolean {
    const from = this.imported(module, specifier);
    return from !== null && from !== module && isPublicModule(from.name) && !from.name.startsWith(`${module.name}.`);
  }

  private isFromOwn(binding: Binding): boolean {
    if (binding.kind !== 'import') return false;
    if (binding.specifier.startsWith('.')) return true;
    const target = this.imported(binding.module, binding.specifier);
    return target !== null && this.isOwn(binding.module, target);
  }

  private isOwn(module: ModuleModel, other: ModuleModel): boolean {
    return module.name.split('.')[0] === other.name.split('.')[0];
  }
}

function parse(path: string, text: string): Source {
  const tree = parsePython(text);
  try {
    return createSource(path, text, tree);
  } finally {
    tree.delete();
  }
}

function moduleIn(found: readonly Found[]): ModuleModel | null {
  for (const each of found) if (each.kind === 'module') return each.module;
  return null;
}

/** A type variable is a tool of the module; it is for others only where `__all__` says so. */
function isTypeVariable({ module, value }: Binding & { kind: 'variable' }): boolean {
  return /(^|\.)(TypeVar|ParamSpec|TypeVarTuple)$/.test(calledName(module.source, value) ?? '');
}
