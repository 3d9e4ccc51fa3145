/** The public names of a state: what each entry offers. */
import type { Span } from '../../../facts/span.ts';
import type { Found, ModuleModel } from './model.ts';
import type { World } from './world.ts';
import { isPublicModule } from './visibility.ts';

export interface Offered {
  entry: string;
  name: string;
  found: readonly Found[];
  path: string;
  span: Span;
}

export interface Surface {
  /** By the name of their entry, sorted; null for one that cannot be read. */
  modules: ReadonlyMap<string, { path: string; module: ModuleModel | null }>;
  /** By `entry:name`, shorter names first, so that a change is told under the name that most people use. */
  offered: ReadonlyMap<string, Offered>;
}

export function surfaceOf(world: World): Surface {
  const modules = new Map<string, { path: string; module: ModuleModel | null }>();
  const entries = [...world.project.state.entries].filter(({ name }) => isPublicModule(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const offered: [string, Offered][] = [];
  for (const { path, name: entry } of entries) {
    const module = world.project.module(path);
    modules.set(entry, { path, module });
    if (module === null) continue;
    for (const name of world.project.publicNames(module)) {
      const found = world.project.find(module, name);
      // A submodule that is an entry of its own is told as such.
      if (found.every((each) => each.kind === 'module' && entries.some((other) => other.name === each.module.name))) {
        if (found.length > 0) continue;
      }
      offered.push([`${entry}:${name}`, { entry, name, found: found.length > 0 ? found : [{ kind: 'unknown' }], ...placeOf(module, name, found) }]);
    }
  }
  const depth = ({ entry }: Offered): number => entry.split('.').length;
  const isAlias = ({ name, found: [first] }: Offered): number => (first?.kind === 'definition' && first.binding.name !== name ? 1 : 0);
  offered.sort(([a, x], [b, y]) => isAlias(x) - isAlias(y) || depth(x) - depth(y) || (a < b ? -1 : 1));
  return { modules, offered: new Map(offered) };
}

/** Where a name is defined, or else where it is imported or listed. */
function placeOf(module: ModuleModel, name: string, found: readonly Found[]): { path: string; span: Span } {
  for (const each of found) if (each.kind === 'definition') return { path: each.binding.module.path, span: each.binding.module.source.span(each.binding.node) };
  const [bound] = module.names.get(name) ?? [];
  return { path: module.path, span: bound ? module.source.span(bound.node) : [1, 1, 1, 1] };
}
