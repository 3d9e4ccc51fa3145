/** Where what an import lacks is probably found. */
import type { WorkspaceModel } from '../../../graph/model.ts';
import { folderOf } from '../../../text/folders.ts';
import { groupedBy } from '../../../text/order.ts';

export interface Hints {
  /** @param target path of a file that is not there @param asking path of the file that imports it @returns a sentence with a space in front, or nothing */
  ofFile(target: string, asking: string): string;
  /** @param target path of the file that lacks it @param name as imported */
  ofName(target: string, name: string): string;
}

/** @param model the workspace, which is looked through with the first question */
export function hintsOf(model: WorkspaceModel): Hints {
  let providers: Map<string, string[]> | null = null;
  let byName: Map<string, string[]> | null = null;
  return {
    ofFile(target, asking) {
      byName ??= groupedBy([...model.modules.keys()], nameOf);
      const alike = (byName.get(nameOf(target)) ?? []).filter((path) => path !== asking);
      const other = alike.find((path) => withoutEnding(path).toLowerCase() === withoutEnding(target).toLowerCase());
      if (other !== undefined) return ` It is there as ${other}, in other letters.`;
      return alike.length === 1 && nameOf(target) !== 'index' ? ` A file of that name is at ${alike[0]!}.` : '';
    },
    ofName(target, name) {
      const own = model.modules.get(target)?.facts.exports.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (own !== undefined) return ` It has "${own.name}".`;
      providers ??= providersOf(model);
      const others = (providers.get(name) ?? []).filter((path) => path !== target);
      const near = others.filter((path) => folderOf(path) === folderOf(target));
      const [other] = near.length === 1 ? near : others;
      return near.length === 1 || others.length === 1 ? ` ${other!} has it.` : '';
    },
  };
}

function withoutEnding(path: string): string {
  return path.replace(/(\/__init__|\/index)?\.(d\.)?([cm]?[jt]sx?|pyi?|ipynb)$/, '');
}

function nameOf(path: string): string {
  const stem = withoutEnding(path);
  return stem.slice(stem.lastIndexOf('/') + 1).toLowerCase();
}

/**
 * @param model the workspace
 * @returns the files that offer a name themselves, by the name; examples, tests and the like left out
 */
function providersOf(model: WorkspaceModel): Map<string, string[]> {
  const providers = new Map<string, string[]>();
  for (const { path, facts } of model.modules.values()) {
    if (facts.role !== 'source' && facts.role !== 'script') continue;
    const imported = new Set(facts.imports.flatMap(({ kind, names }) => (kind === 're-export' ? [] : names.map(({ local }) => local))));
    for (const { name, from, local = name } of facts.exports) {
      if (from !== null || name === '*' || name === 'default' || imported.has(local)) continue;
      const known = providers.get(name);
      if (known === undefined) providers.set(name, [path]);
      else if (known.at(-1) !== path) known.push(path);
    }
  }
  return providers;
}
