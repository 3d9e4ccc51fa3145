/** One module's outline, taken apart on first use, so that only modules that a change reaches cost anything. */
import type { ResolvedImport } from '../../facts/adapter.ts';
import type { OutlineItem } from '../../facts/outline.ts';
import type { ModuleNode } from '../../graph/model.ts';

/** A name that an import binds, and where it leads. */
export interface Binding {
  local: string;
  imported: string;
  /** The file it comes from; null for one that is outside of the workspace. */
  to: string | null;
  specifier: string;
  typeOnly: boolean;
}

const NO_ITEMS: readonly OutlineItem[] = [];

export class ModuleIndex {
  readonly node: ModuleNode;
  readonly items: readonly OutlineItem[];
  #users: Map<string, { item: number; need: string }[]> | null = null;
  #typeUsers: Map<string, { item: number; need: string }[]> | null = null;
  #declaring: Map<string, number[]> | null = null;
  #bindings: Map<string, Binding[]> | null = null;
  #importsFrom: Map<string, ResolvedImport[]> | null = null;

  constructor(node: ModuleNode) {
    this.node = node;
    this.items = node.facts.outline ?? NO_ITEMS;
  }

  /** Items that need a name, whole or a member of it. @param types only those that need it as a type */
  users(name: string, types: boolean): readonly { item: number; need: string }[] {
    if (types) return (this.#typeUsers ??= this.#readUsers((item) => item.types)).get(name) ?? [];
    return (this.#users ??= this.#readUsers((item) => item.uses)).get(name) ?? [];
  }

  /** Items that declare a name. */
  declaring(name: string): readonly number[] {
    if (this.#declaring === null) {
      this.#declaring = new Map();
      for (const [at, { names }] of this.items.entries()) for (const each of names) add(this.#declaring, each, at);
    }
    return this.#declaring.get(name) ?? [];
  }

  /** What a local name is bound to by imports. */
  bindings(local: string): readonly Binding[] {
    if (this.#bindings === null) {
      this.#bindings = new Map();
      for (const { fact, to } of this.node.imports) {
        for (const name of fact.names) {
          add(this.#bindings, name.local, {
            local: name.local, imported: name.imported, to: to.kind === 'file' ? to.path : null, specifier: fact.specifier,
            typeOnly: fact.typeOnly || name.typeOnly,
          });
        }
      }
    }
    return this.#bindings.get(local) ?? [];
  }

  /** Imports that lead to a file. */
  importsFrom(path: string): readonly ResolvedImport[] {
    if (this.#importsFrom === null) {
      this.#importsFrom = new Map();
      for (const each of this.node.imports) if (each.to.kind === 'file') add(this.#importsFrom, each.to.path, each);
    }
    return this.#importsFrom.get(path) ?? [];
  }

  /** Whether others could import a name from it, as far as its text tells. */
  offers(name: string): boolean {
    return this.declaring(name).length > 0 || this.declaring(`export:${name}`).length > 0 || this.bindings(name).length > 0
      || this.node.facts.exports.some((each) => each.name === name || each.name === '*');
  }

  #readUsers(listOf: (item: OutlineItem) => string | undefined): Map<string, { item: number; need: string }[]> {
    const users = new Map<string, { item: number; need: string }[]>();
    for (const [item, each] of this.items.entries()) {
      for (const need of (listOf(each) ?? '').split(' ')) if (need !== '') add(users, rootOf(need), { item, need });
    }
    return users;
  }
}

/** `ns` of `ns.member`; literals, members and the like stand for themselves. */
function rootOf(need: string): string {
  if (/^["<.?]|^fixture:/.test(need)) return need;
  const dot = need.indexOf('.');
  return dot < 0 ? need : need.slice(0, dot);
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
