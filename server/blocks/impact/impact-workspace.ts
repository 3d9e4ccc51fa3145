/** The workspace as the reach of a change is followed through it. Indexes are built when they are first needed. */
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import { folderOf } from '../../text/folders.ts';
import { isOwnProtocol } from '../../text/own-protocol.ts';
import { askersOf, type Askers } from './askers.ts';
import type { LiteralReader } from './literals.ts';
import { ModuleIndex } from './module-index.ts';
import { liesIn } from './paths.ts';
import type { SetUp } from './set-ups.ts';

/** An item that needs something. */
export interface User {
  path: string;
  item: number;
  need: string;
}

/** What the literals of an item may name. */
export interface NamedTargets {
  files: string[];
  /** Folders from which something is read by a name that is not known. */
  folders: string[];
  /** Packages whose builds are read. */
  built: string[];
}

export interface WorkspaceParts {
  model: WorkspaceModel;
  /** Test files. */
  tests: readonly string[];
  /** Files that prepare tests. */
  setUps: readonly SetUp[];
  readLiteral: LiteralReader;
  /** The package that a file belongs to, by its folder. */
  packageOf(path: string): string;
}

/** Called by the language, by its library or by frameworks, without being named in the code. */
const CALLED_BY_OTHERS = new RegExp(
  String.raw`^(constructor|toString|valueOf|toJSON|then|catch|finally|next|return|throw|render|handle\w*|on[A-Z]\w*|`
  + String.raw`_(read|write|transform|flush|final|destroy|construct)|transform|flush|write|read|start|pull|cancel|component\w+|should\w+|`
  + String.raw`get\w+FromProps|connectedCallback|disconnectedCallback|attributeChangedCallback|ng\w+|inspect|default|call|apply|bind|emit|`
  + String.raw`visit\w*|run|setUp|tearDown|close|save|clean\w*|get_\w+|__\w+__)$`,
);

const NAMES_NOTHING: NamedTargets = { files: [], folders: [], built: [] };

/** Who names what by literals, by what they name, and the other way round by file and item. */
interface Readers {
  files: Map<string, User[]>;
  folders: Map<string, User[]>;
  built: Map<string, User[]>;
  named: Map<string, NamedTargets>;
}

interface Fixture {
  path: string;
  item: number;
}

export class ImpactWorkspace {
  readonly model: WorkspaceModel;
  readonly tests: ReadonlySet<string>;
  readonly #parts: WorkspaceParts;
  readonly #indexes = new Map<string, ModuleIndex>();
  readonly #askers = new Map<string, Askers>();
  readonly #hosts: readonly string[];
  readonly #isHost: ReadonlySet<string>;
  #members: { named: Map<string, User[]>; words: Set<string>; computed: User[] } | null = null;
  #readers: Readers | null = null;
  #fixtures: { named: Map<string, Fixture[]>; always: Fixture[] } | null = null;

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.model = parts.model;
    this.tests = new Set(parts.tests);
    // Fixtures are asked for in tests and in files that prepare them.
    this.#hosts = [...new Set([...parts.tests, ...[...parts.model.modules.values()].filter((node) => isTestPython(node)).map(({ path }) => path)])];
    this.#isHost = new Set(this.#hosts);
  }

  index(path: string): ModuleIndex | undefined {
    const known = this.#indexes.get(path);
    if (known !== undefined) return known;
    const node = this.model.modules.get(path);
    if (node === undefined) return undefined;
    const made = new ModuleIndex(node);
    this.#indexes.set(path, made);
    return made;
  }

  /**
   * Whether nothing calls a method but code that names it: its class extends nothing from outside, and its name is none that libraries call.
   */
  callsByName(path: string, owner: string, member: string): boolean {
    if ((CALLED_BY_OTHERS.test(member) && !isOwnProtocol(path, member)) || !this.#isOwn(path, owner, new Set())) return false;
    if (this.index(path)!.items.some((item) => item.uses.includes('?member'))) return false;
    return this.usersOfMember(member).length > 0;
  }

  #isOwn(path: string, owner: string, seen: Set<string>): boolean {
    const key = `${path} ${owner}`;
    if (seen.has(key)) return true;
    seen.add(key);
    const own = this.index(path);
    const declaring = own?.declaring(owner) ?? [];
    if (own === undefined || declaring.length === 0) return false;
    return declaring.every((at) => (own.items[at]!.bases ?? '').split(' ').every((base) => {
      if (base === '') return true;
      if (base.startsWith('?') || base.includes('.')) return false;
      if (own.declaring(base).length > 0) return this.#isOwn(path, base, seen);
      return own.bindings(base).some((binding) => binding.to !== null && this.#isOwn(binding.to, binding.imported, seen));
    }));
  }

  /** Who imports what from a file. */
  askers(path: string): Askers {
    let known = this.#askers.get(path);
    if (known === undefined) {
      const importing = (this.model.edgesTo.get(path) ?? []).flatMap(({ from }) => this.index(from) ?? []);
      this.#askers.set(path, (known = askersOf(path, importing)));
    }
    return known;
  }

  /** Items that name a member, with whatever it belongs to. */
  usersOfMember(member: string): readonly User[] {
    return (this.#members ??= this.#readMembers()).named.get(member) ?? [];
  }

  /** Whether the code looks a word of this name up, or compares with it: it may be given to what reads members by computed names. */
  isWord(member: string): boolean {
    return (this.#members ??= this.#readMembers()).words.has(member);
  }

  /** Items that read members by computed names. */
  readersOfMembers(): readonly User[] {
    return (this.#members ??= this.#readMembers()).computed;
  }

  #readMembers(): { named: Map<string, User[]>; words: Set<string>; computed: User[] } {
    const named = new Map<string, User[]>();
    const words = new Set<string>();
    const computed: User[] = [];
    for (const { path, facts } of this.model.modules.values()) {
      for (const [item, { uses }] of (facts.outline ?? []).entries()) {
        for (const need of uses.split(' ')) {
          if (need.startsWith('\'')) words.add(need.slice(1));
          else if (need === '?getattr') computed.push({ path, item, need });
          const dot = need.startsWith('"') || need.startsWith('<') ? -1 : need.lastIndexOf('.');
          if (dot >= 0) add(named, need.slice(dot + 1), { path, item, need });
        }
      }
    }
    return { named, words, computed };
  }

  /** Modules that cannot load before this one did, although they do not import it: those in the package that it stands for. */
  loadedAfter(path: string): string[] {
    if (!/(^|\/)__init__\.pyi?$/.test(path)) return [];
    const folder = folderOf(path);
    return [...this.model.modules.keys()].filter((each) => each !== path && liesIn(each, folder) && /\.pyi?$/.test(each));
  }

  isFixtureFile(path: string): boolean {
    return /(^|\/)conftest\.py$/.test(path);
  }

  /** Files whose tests a fixture in this file serves. */
  inFixtureScope(path: string): readonly string[] {
    if (this.isFixtureFile(path)) return this.#hosts.filter((each) => liesIn(each, folderOf(path)) && each.endsWith('.py'));
    if (this.tests.has(path)) return [path];
    // A plug-in serves every test.
    return this.#hosts.filter((each) => each.endsWith('.py'));
  }

  /** Files that load before a file does, although it does not import them: those that prepare tests. */
  preparing(path: string): string[] {
    const found = [...this.model.modules.keys()].filter((each) => this.isFixtureFile(each) && this.#serves(each, path));
    if (this.tests.has(path)) for (const each of this.#parts.setUps) if (each.path !== path && liesIn(path, each.folder)) found.push(each.path);
    return found;
  }

  /** Fixtures of this name that a file may ask for. */
  fixturesNamed(name: string, path: string): readonly Fixture[] {
    return ((this.#fixtures ??= this.#readFixtures()).named.get(name) ?? []).filter((each) => this.#serves(each.path, path));
  }

  /** Fixtures that run for the tests of a file without being asked for. */
  fixturesAround(path: string): readonly Fixture[] {
    return (this.#fixtures ??= this.#readFixtures()).always.filter((each) => this.#serves(each.path, path));
  }

  /** Whether a file is in the scope of the fixtures of another: `inFixtureScope` for one file. */
  #serves(fixtures: string, path: string): boolean {
    if (!path.endsWith('.py') || !this.#isHost.has(path)) return false;
    if (this.isFixtureFile(fixtures)) return liesIn(path, folderOf(fixtures));
    return !this.tests.has(fixtures) || fixtures === path;
  }

  #readFixtures(): { named: Map<string, Fixture[]>; always: Fixture[] } {
    const named = new Map<string, Fixture[]>();
    const always: Fixture[] = [];
    for (const { path, facts } of this.model.modules.values()) {
      for (const [item, { fixture, names }] of (facts.outline ?? []).entries()) {
        if (fixture === 'always') always.push({ path, item });
        else if (fixture === 'asked') for (const name of names) add(named, name.slice(name.lastIndexOf('.') + 1), { path, item });
      }
    }
    return { named, always };
  }

  /** The package that a file belongs to, by its folder. */
  packageOf(path: string): string {
    return this.#parts.packageOf(path);
  }

  /** Tests that a file prepares. */
  setUpBy(path: string): readonly string[] {
    const folders = this.#parts.setUps.filter((each) => each.path === path).map(({ folder }) => folder);
    return folders.length === 0 ? [] : this.#parts.tests.filter((test) => test !== path && folders.some((folder) => liesIn(test, folder)));
  }

  /** Items with a literal that names the file, or a build that it went into. */
  readersOf(path: string): readonly User[] {
    const { files, built } = (this.#readers ??= this.#readLiterals());
    const own = files.get(path) ?? [];
    if (built.size === 0 || this.model.modules.get(path)?.facts.role !== 'source') return own;
    return [...own, ...built.get(this.#parts.packageOf(path)) ?? []];
  }

  /** Items that read files of a folder by names that are not known. */
  listersOf(folder: string): readonly User[] {
    return (this.#readers ??= this.#readLiterals()).folders.get(folder) ?? [];
  }

  /** What the literals of an item name: `readersOf` and `listersOf`, the other way round. */
  namedBy(path: string, item: number): NamedTargets {
    return (this.#readers ??= this.#readLiterals()).named.get(`${path} ${item}`) ?? NAMES_NOTHING;
  }

  #readLiterals(): Readers {
    const readers: Readers = { files: new Map(), folders: new Map(), built: new Map(), named: new Map() };
    const note = (kind: 'files' | 'folders' | 'built', target: string, user: User): void => {
      add(readers[kind], target, user);
      const key = `${user.path} ${user.item}`;
      const named = readers.named.get(key) ?? { files: [], folders: [], built: [] };
      readers.named.set(key, named);
      named[kind].push(target);
    };
    for (const { path, facts, imports } of this.model.modules.values()) {
      const items = facts.outline ?? [];
      // What is no module is imported by name all the same: data, styles, texts.
      for (const { fact, to } of imports) {
        if (to.kind === 'file' || !/^[.@~#/]/.test(fact.specifier) || items.length === 0) continue;
        const loading = items.findLastIndex(({ names, runs }) => names.length === 0 && runs === '*');
        const need = `"${fact.specifier}`;
        for (const each of this.#parts.readLiteral(path, fact.specifier, false).files) note('files', each, { path, item: Math.max(0, loading), need });
      }
      const lists = items.some(({ uses }) => /\?(list|import)/.test(uses));
      for (const [item, { uses }] of items.entries()) {
        if (!uses.includes('"')) continue;
        for (const need of uses.split(' ')) {
          if (!need.startsWith('"')) continue;
          const found = this.#parts.readLiteral(path, need.slice(1), lists);
          for (const each of found.files) if (each !== path) note('files', each, { path, item, need });
          if (facts.role !== 'config') for (const each of found.folders) note('folders', each, { path, item, need });
          if (found.built !== null && facts.role !== 'source') note('built', found.built, { path, item, need });
        }
      }
    }
    return readers;
  }
}

function isTestPython({ path, facts }: ModuleNode): boolean {
  return path.endsWith('.py') && (facts.role === 'test' || /(^|\/)conftest\.py$/.test(path));
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
