/**
 * How far a change reaches. A change of a name reaches what uses the name, in its own file and through imports; what runs
 * while a module loads reaches everything that loads the module. Each step errs on the side of reaching too far.
 */
import { foldersAround } from './paths.ts';
import type { Asker } from './askers.ts';
import type { ChangedFile } from './changed-module.ts';
import { callsWhatItIsHanded } from './handed.ts';
import type { ImpactWorkspace } from './impact-workspace.ts';
import type { ModuleIndex } from './module-index.ts';
import { ANY, neededOfNamespace } from './namespace-needs.ts';
import { Reach, type FileReach } from './reach.ts';

export interface SpreadOptions {
  /** `class`: a changed method changes its class. `member`: it changes what names it, wherever that is. */
  methods: 'class' | 'member';
  /** Follows imports and names that exist only for the compiler as well. */
  types: boolean;
}

/** Everything that a module gives. */
const EVERYTHING = '*';

/** @returns what the changed files reach, themselves included */
export function spread(workspace: ImpactWorkspace, changes: readonly ChangedFile[], options: SpreadOptions): Reach {
  const reach = new Reach();
  const members = new Set<string>();
  const work: (() => void)[] = [];
  const index = (path: string): ModuleIndex | undefined => workspace.index(path);

  for (const change of changes) {
    readersOf(change.path);
    if (change.names === null) {
      loadChanged(change.path);
      giveEverything(change.path);
    } else for (const name of change.names) nameChanged(change.path, name);
    if (change.loads) loadChanged(change.path);
    for (const at of changedItems(change)) itemReached(change.path, at, null, change.path);
  }
  for (let next = work.pop(); next !== undefined; next = work.pop()) next();
  return reach;

  function changedItems({ path, names: changed }: ChangedFile): number[] {
    const own = index(path);
    if (own === undefined) return [];
    return changed === null ? [...own.items.keys()] : [...new Set(changed.flatMap((name) => own.declaring(name)))];
  }

  function cameFrom(path: string, from: string): FileReach {
    const own = reach.at(path);
    if (path !== from) own.through.add(from);
    return own;
  }

  /** Whether what only the compiler sees is followed: asked where it decides about something. */
  function followsTypes(): boolean {
    reach.metTypes = true;
    return options.types;
  }

  /** @param need the name through which it was reached; null where it changed itself */
  function itemReached(path: string, at: number, need: string | null, from: string): void {
    const own = cameFrom(path, from);
    const item = index(path)?.items[at];
    if (item === undefined) return;
    // What runs only when the file is started gives importers nothing; who starts it names it.
    if (item.names.includes('export:__main__')) return readersOf(path);
    if (need !== null && item.runs !== undefined && runsThrough(path, item.runs, need)) loadChanged(path);
    if (own.items.has(at)) return;
    own.items.add(at);
    if (item.fixture !== undefined) fixtureReached(path, item.names, item.fixture);
    if (item.names.includes('pytest_plugins')) loadChanged(path);
    for (const name of item.names) nameChanged(path, name);
    readersOf(path);
  }

  function runsThrough(path: string, runs: string, need: string): boolean {
    return runs.split(' ').some((each) => {
      if (each === '*' || each === need) return true;
      const at = each.indexOf('>');
      return at > 0 && each.slice(at + 1) === need && callsWhatItIsHanded(index, path, each.slice(0, at));
    });
  }

  function nameChanged(path: string, name: string): void {
    if (noteName(path, name)) work.push(() => spreadName(path, name));
  }

  /** @returns whether it is new that the name changed */
  function noteName(path: string, name: string): boolean {
    const { names } = reach.at(path);
    const before = names.size;
    return names.add(name).size > before;
  }

  function spreadName(path: string, name: string): void {
    const own = index(path);
    const dot = name.startsWith('export:') || name.startsWith('ns:') ? -1 : name.indexOf('.');
    if (dot > 0) {
      const owner = name.slice(0, dot);
      reach.metMethods = true;
      if (options.methods === 'member' && workspace.callsByName(path, owner, name.slice(dot + 1))) return memberChanged(path, name.slice(dot + 1));
      return nameChanged(path, owner);
    }
    if (own === undefined) return;
    const bare = name.replace(/^(export|ns):/, '');
    if (bare === name) usersReached(own, name, path);
    // CommonJS modules use their own exports by these names.
    else for (const root of ['exports', 'module']) for (const { item, need } of own.users(root, false))
      if (need === `exports.${bare}` || need === 'exports' || need === 'module.exports' || need === 'module') itemReached(path, item, need, path);
    tellImporters(path, bare, name === 'export:*');
  }

  function usersReached(own: ModuleIndex, name: string, from: string): void {
    for (const { item, need } of own.users(name, false)) itemReached(own.node.path, item, need, from);
    const typed = own.users(name, true);
    if (typed.length > 0 && followsTypes()) for (const { item, need } of typed) itemReached(own.node.path, item, need, from);
  }

  function tellImporters(path: string, name: string, everything: boolean): void {
    const { all, named } = workspace.askers(path);
    tellOfChange(path);
    if (everything) return all.forEach(tell);
    named.get(name)?.forEach(tell);
    if (name !== '*') named.get('*')?.forEach(tell);

    function tell({ importer, fact, name: imported }: Asker): void {
      if ((fact.typeOnly || imported.typeOnly) && !followsTypes()) return;
      if (imported.imported === '*') namespaceChanged(importer, path, { local: imported.local, specifier: fact.specifier }, name, everything);
      else importedChanged(importer, imported.local, path);
    }
  }

  /** What any change of a name means to importers, whichever name it is. */
  function tellOfChange(path: string): void {
    const own = reach.at(path);
    if (own.told) return;
    own.told = true;
    for (const { importer, facts } of workspace.askers(path).importers) {
      for (const fact of facts) if (!fact.typeOnly || followsTypes()) literalReached(importer, `"${fact.specifier}`, path);
      if (facts.every(({ typeOnly }) => typeOnly) && !followsTypes()) continue;
      for (const each of importer.node.facts.exports) {
        if (each.imported !== '*' || each.name === '*' || !leadsTo(importer, each.from, path)) continue;
        cameFrom(importer.node.path, path);
        nameChanged(importer.node.path, `ns:${each.name}`);
      }
    }
  }

  function leadsTo(importer: ModuleIndex, specifier: string | null, path: string): boolean {
    return specifier !== null && importer.importsFrom(path).some(({ fact }) => fact.specifier === specifier);
  }

  /** A name that an import binds means something else now. */
  function importedChanged(importer: ModuleIndex, local: string, from: string): void {
    const { path } = importer.node;
    const own = cameFrom(path, from);
    if (own.names.has(local)) return;
    usersReached(importer, local, from);
    const { named } = workspace.askers(path);
    if (named.has(local) || named.has('*')) return nameChanged(path, local);
    // Nobody takes the name from here: that is so for most, and all of them would be looked at again.
    own.names.add(local);
    if (!own.told) work.push(() => tellOfChange(path));
  }

  function namespaceChanged(
    importer: ModuleIndex, from: string, bound: { local: string; specifier: string }, name: string, everything: boolean,
  ): void {
    const { path } = importer.node;
    if (bound.local === '*') {
      if (everything) return giveEverything(path, from);
      if (name !== 'default') {
        cameFrom(path, from);
        nameChanged(path, `export:${name}`);
      }
      return;
    }
    const source = index(from);
    const python = /\.(pyi?|ipynb)$/.test(path);
    for (const types of [false, true]) {
      const users = importer.users(bound.local, types);
      if (types && (users.length === 0 || !followsTypes())) continue;
      for (const { item, need } of users) {
        const needed = everything ? ANY : neededOfNamespace(need, bound, python, (other) => source?.offers(other) === true);
        if (needed === ANY || needed === name) itemReached(path, item, need, from);
      }
    }
    // Whoever takes the namespace from here may use any of it.
    if (importer.node.facts.exports.some((each) => each.name === bound.local)) {
      cameFrom(path, from);
      nameChanged(path, `ns:${bound.local}`);
    }
  }

  function giveEverything(path: string, from = path): void {
    cameFrom(path, from);
    nameChanged(path, 'export:*');
    for (const item of index(path)?.items ?? []) for (const name of item.names) nameChanged(path, name);
    for (const each of index(path)?.node.facts.exports ?? []) nameChanged(path, `export:${each.name === EVERYTHING ? '*' : each.name}`);
  }

  function literalReached(importer: ModuleIndex, need: string, from: string): void {
    for (const each of importer.users(need, false)) itemReached(importer.node.path, each.item, need, from);
  }

  /** The module fails or does something else while it loads, and so does whatever loads it. */
  function loadChanged(path: string): void {
    const own = reach.at(path);
    if (own.loads) return;
    own.loads = true;
    work.push(() => spreadLoad(path));
  }

  function spreadLoad(path: string): void {
    readersOf(path);
    for (const edge of workspace.model.edgesTo.get(path) ?? []) {
      const importer = index(edge.from);
      if (importer === undefined || (edge.typeOnly && !followsTypes())) continue;
      cameFrom(edge.from, path);
      for (const { fact } of importer.importsFrom(path)) {
        if (fact.typeOnly && !followsTypes()) continue;
        if (!fact.lazy && fact.whenStarted !== true) loadChanged(edge.from);
        for (const { local } of fact.names) if (local !== '*') importedChanged(importer, local, path);
        for (const [at, item] of importer.items.entries()) if (loadsHere(item.uses, fact.specifier)) itemReached(edge.from, at, `<${fact.specifier}`, path);
      }
    }
    // What lies in a package loads the package first.
    for (const inside of workspace.loadedAfter(path)) {
      cameFrom(inside, path);
      loadChanged(inside);
    }
    if (workspace.isFixtureFile(path)) for (const test of workspace.inFixtureScope(path)) {
      cameFrom(test, path);
      loadChanged(test);
    }
    for (const test of workspace.setUpBy(path)) {
      cameFrom(test, path);
      loadChanged(test);
    }
  }

  function loadsHere(uses: string, specifier: string): boolean {
    return uses.includes('<') && uses.split(' ').some((need) => need.startsWith('<') && specifier.startsWith(need.slice(1)));
  }

  /** Files that read this one by its name, and those that list its folder. */
  function readersOf(path: string): void {
    const own = reach.at(path);
    if (own.read) return;
    own.read = true;
    for (const { path: reader, item, need } of workspace.readersOf(path)) itemReached(reader, item, need, path);
    for (const folder of foldersAround(path)) for (const { path: reader, item, need } of workspace.listersOf(folder)) itemReached(reader, item, need, path);
  }

  function memberChanged(path: string, member: string): void {
    if (members.has(member)) return;
    members.add(member);
    for (const user of workspace.usersOfMember(member)) itemReached(user.path, user.item, user.need, path);
    // A word that is a key or compared calls nothing by itself: what reads members by names that it is given may.
    if (workspace.isWord(member)) for (const user of workspace.readersOfMembers()) itemReached(user.path, user.item, user.need, path);
  }

  function fixtureReached(path: string, declared: readonly string[], kind: 'asked' | 'always'): void {
    const own = declared.map((name) => name.slice(name.lastIndexOf('.') + 1));
    for (const test of workspace.inFixtureScope(path)) {
      const tests = index(test);
      if (tests === undefined) continue;
      if (kind === 'always') {
        cameFrom(test, path);
        loadChanged(test);
      } else for (const name of own) for (const need of [`fixture:${name}`, `.${name}`])
        for (const each of tests.users(need, false)) itemReached(test, each.item, need, path);
    }
  }
}
