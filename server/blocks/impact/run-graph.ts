/**
 * What each piece of code leads to when it runs: the way of a change, walked from its end. Where `spread.ts` takes a changed name
 * to what uses it, this takes what uses a name to the name. Both must know the same steps.
 */
import { callsWhatItIsHanded } from './handed.ts';
import type { ImpactWorkspace } from './impact-workspace.ts';
import type { Binding, ModuleIndex } from './module-index.ts';
import { foldersAround, liesIn } from './paths.ts';
import { ANY, neededOfNamespace } from './namespace-needs.ts';

/** Something that a test may run or load. */
export interface Spot {
  readonly key: string;
  /** What runs with it. */
  next: readonly Spot[];
  /** Members that it names, of whatever they are. */
  members: readonly string[];
  /** What runs with it as soon as anything that runs names the member. */
  gated: readonly { member: string; spot: Spot }[];
  /** Words in it that name a member where members are read by computed names. */
  words: readonly string[];
  /** It reads members by computed names. */
  computes: boolean;
}

interface Leads {
  next: Set<Spot>;
  members: Set<string>;
  words: Set<string>;
  gated: { member: string; spot: Spot }[];
  computes: boolean;
}

const PYTHON = /\.(pyi?|ipynb)$/;

export class RunGraph {
  readonly #workspace: ImpactWorkspace;
  readonly #spots = new Map<string, Spot & { expand: ((leads: Leads) => void) | null }>();
  readonly #methods = new Map<string, Map<string, string[]>>();
  readonly #gone: ReadonlyMap<string, readonly string[]>;

  /** @param gone names that files declared before the change, by path */
  constructor(workspace: ImpactWorkspace, gone: ReadonlyMap<string, readonly string[]>) {
    this.#workspace = workspace;
    this.#gone = gone;
  }

  /** @returns the spot, with what it leads to */
  opened(spot: Spot): Spot {
    const own = this.#spots.get(spot.key)!;
    if (own.expand === null) return own;
    const leads: Leads = { next: new Set(), members: new Set(), words: new Set(), gated: [], computes: false };
    own.expand(leads);
    own.expand = null;
    own.next = [...leads.next];
    own.members = [...leads.members];
    own.words = [...leads.words];
    own.gated = leads.gated;
    own.computes = leads.computes;
    return own;
  }

  /** A test: all of it runs. */
  test(path: string): Spot {
    return this.#spot(`test ${path}`, (leads) => {
      leads.next.add(this.file(path));
      for (const at of this.#items(path).keys()) leads.next.add(this.item(path, at));
    });
  }

  /** The file loads. */
  file(path: string): Spot {
    return this.#spot(`file ${path}`, (leads) => {
      const index = this.#workspace.index(path);
      if (index === undefined) return;
      for (const { fact, to } of index.node.imports)
        if (to.kind === 'file' && !fact.typeOnly && !fact.lazy && fact.whenStarted !== true) leads.next.add(this.file(to.path));
      if (/\.pyi?$/.test(path)) for (const folder of foldersAround(path)) for (const end of ['py', 'pyi']) {
        const init = `${folder === '' ? '' : `${folder}/`}__init__.${end}`;
        if (init !== path && this.#workspace.model.modules.has(init)) leads.next.add(this.file(init));
      }
      for (const each of this.#workspace.preparing(path)) leads.next.add(this.file(each));
      for (const each of this.#workspace.fixturesAround(path)) leads.next.add(this.item(each.path, each.item));
      for (const [at, { runs, uses }] of index.items.entries()) {
        if (runs === undefined) continue;
        this.#loadItem(leads, index, at, runs);
        for (const need of uses.split(' ')) if (need.startsWith('\'')) leads.words.add(need.slice(1));
      }
    });
  }

  /** All of a declaration or statement runs. */
  item(path: string, at: number): Spot {
    return this.#spot(`item ${path} ${at}`, (leads) => {
      const index = this.#workspace.index(path);
      const item = index?.items[at];
      if (index === undefined || item === undefined) return;
      for (const name of item.names) if (!name.includes(':')) leads.next.add(this.name(path, name));
      for (const need of item.uses.split(' ')) if (need !== '') this.#need(leads, index, need);
      this.#named(leads, path, at);
    });
  }

  /** A name at the top level of the file is used. */
  name(path: string, name: string): Spot {
    return this.#spot(`name ${path} ${name}`, (leads) => {
      const index = this.#workspace.index(path);
      if (index === undefined) return;
      for (const at of index.declaring(name)) leads.next.add(this.item(path, at));
      for (const method of this.#methodsOf(path).get(name) ?? []) {
        const member = method.slice(name.length + 1);
        if (this.#workspace.callsByName(path, name, member)) leads.gated.push({ member, spot: this.name(path, method) });
        else leads.next.add(this.name(path, method));
      }
      for (const binding of index.bindings(name)) this.#follow(leads, binding, null, index);
    });
  }

  /** Others ask the file for a name. */
  asked(path: string, name: string): Spot {
    return this.#spot(`asked ${path} ${name}`, (leads) => {
      const index = this.#workspace.index(path);
      if (index === undefined) return;
      leads.next.add(this.file(path));
      leads.next.add(this.name(path, name));
      for (const at of [...index.declaring(`export:${name}`), ...index.declaring('export:*')]) leads.next.add(this.item(path, at));
      for (const { to } of index.bindings('*')) if (to !== null && name !== 'default') leads.next.add(this.asked(to, name));
      for (const each of index.node.facts.exports) {
        if (each.name !== name || each.imported !== '*' || each.from === null) continue;
        for (const { fact, to } of index.node.imports) if (fact.specifier === each.from && to.kind === 'file') leads.next.add(this.everything(to.path));
      }
    });
  }

  /** Any of the file may be used. */
  everything(path: string): Spot {
    return this.#spot(`everything ${path}`, (leads) => {
      const index = this.#workspace.index(path);
      if (index === undefined) return;
      leads.next.add(this.file(path));
      for (const at of index.items.keys()) leads.next.add(this.item(path, at));
      for (const { fact, to } of index.node.imports) {
        if (to.kind !== 'file' || fact.typeOnly) continue;
        for (const { imported, typeOnly } of fact.names)
          if (!typeOnly) leads.next.add(imported === '*' ? this.everything(to.path) : this.asked(to.path, imported));
      }
    });
  }

  #spot(key: string, expand: (leads: Leads) => void): Spot {
    let known = this.#spots.get(key);
    if (known === undefined) this.#spots.set(key, (known = { key, next: [], members: [], words: [], gated: [], computes: false, expand }));
    return known;
  }

  #items(path: string): ModuleIndex['items'] {
    return this.#workspace.index(path)?.items ?? [];
  }

  /** Names of methods by their class, those included that are gone. */
  #methodsOf(path: string): Map<string, string[]> {
    let known = this.#methods.get(path);
    if (known === undefined) {
      known = new Map();
      this.#methods.set(path, known);
      for (const name of new Set([...this.#items(path).flatMap(({ names }) => names), ...this.#gone.get(path) ?? []])) {
        const dot = name.includes(':') ? -1 : name.indexOf('.');
        if (dot <= 0) continue;
        const owner = name.slice(0, dot);
        const group = known.get(owner);
        if (group === undefined) known.set(owner, [name]);
        else group.push(name);
      }
    }
    return known;
  }

  /** What of an item runs while its file loads. */
  #loadItem(leads: Leads, index: ModuleIndex, at: number, runs: string): void {
    for (const each of runs.split(' ')) {
      if (each === '*') leads.next.add(this.item(index.node.path, at));
      const end = each.indexOf('>');
      const need = each.slice(end + 1);
      if (/^[@*?]?$/.test(need)) continue;
      // A word that is handed to something may name a member there.
      if (need.startsWith('\'')) leads.members.add(need.slice(1));
      if (end < 0 || callsWhatItIsHanded((path) => this.#workspace.index(path), index.node.path, each.slice(0, end))) this.#need(leads, index, need);
    }
  }

  #need(leads: Leads, index: ModuleIndex, need: string): void {
    const { path } = index.node;
    if (need.startsWith('"') || need.startsWith('<')) {
      const text = need.slice(1);
      for (const { fact, to } of index.node.imports) {
        if (to.kind !== 'file' || fact.typeOnly) continue;
        if (need.startsWith('<') && fact.specifier.startsWith(text)) leads.next.add(this.file(to.path));
        else if (fact.specifier === text) leads.next.add(this.everything(to.path));
      }
      return;
    }
    if (need.startsWith('?')) return void (leads.computes ||= need === '?getattr');
    if (need.startsWith('\'')) return void leads.words.add(need.slice(1));
    if (need.startsWith('fixture:') || need.startsWith('.')) {
      const name = need.slice(need.startsWith('.') ? 1 : 'fixture:'.length);
      if (need.startsWith('.')) leads.members.add(name);
      for (const each of this.#workspace.fixturesNamed(name, path)) leads.next.add(this.item(each.path, each.item));
      return;
    }
    const [root = '', ...members] = need.split('.');
    for (const member of members) leads.members.add(member);
    if (root === 'exports' || root === 'module') this.#ownExports(leads, index, need);
    if (index.declaring(root).length > 0 || this.#methodsOf(path).has(root)) leads.next.add(this.name(path, root));
    for (const binding of index.bindings(root)) this.#follow(leads, binding, need, index);
  }

  /** @param need what is needed of it; null for all */
  #follow(leads: Leads, { local, imported, to, specifier, typeOnly }: Binding, need: string | null, from: ModuleIndex): void {
    if (to === null || typeOnly || local === '*') return;
    leads.next.add(this.file(to));
    if (imported !== '*') return void leads.next.add(this.asked(to, imported));
    const source = this.#workspace.index(to);
    const name = need === null ? ANY : neededOfNamespace(need, { local, specifier }, PYTHON.test(from.node.path), (each) => source?.offers(each) === true);
    if (name !== null) leads.next.add(name === ANY ? this.everything(to) : this.asked(to, name));
  }

  /** CommonJS modules use their own exports by these names. */
  #ownExports(leads: Leads, index: ModuleIndex, need: string): void {
    const name = need.startsWith('exports.') ? need.slice('exports.'.length) : null;
    for (const [at, { names }] of index.items.entries())
      if (names.some((each) => (name === null ? each.startsWith('export:') : each === `export:${name}`))) leads.next.add(this.item(index.node.path, at));
  }

  /** Files and modules that literals in an item may name: any of them may be used. */
  #named(leads: Leads, path: string, at: number): void {
    const { files, folders, built } = this.#workspace.namedBy(path, at);
    for (const each of files) leads.next.add(this.everything(each));
    for (const folder of folders) leads.next.add(this.folder(folder));
    for (const each of built) leads.next.add(this.built(each));
  }

  /** Any file of the folder may be read. */
  folder(folder: string): Spot {
    return this.#spot(`folder ${folder}`, (leads) => {
      for (const path of this.#workspace.model.modules.keys()) if (liesIn(path, folder)) leads.next.add(this.everything(path));
    });
  }

  /** Whatever went into a build of the package may be used. */
  built(folder: string): Spot {
    return this.#spot(`built ${folder}`, (leads) => {
      for (const { path, facts } of this.#workspace.model.modules.values())
        if (facts.role === 'source' && this.#workspace.packageOf(path) === folder) leads.next.add(this.everything(path));
    });
  }
}
