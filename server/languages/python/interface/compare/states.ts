/** Two states: modules and names that come, go and move, and what the others stand for. */
import type { InterfaceChange } from '../../../../facts/interface.ts';
import { compareText } from '../../../../text/order.ts';
import type { Binding, ClassBinding, Found, ModuleModel } from '../model.ts';
import { shown } from '../shown.ts';
import { surfaceOf, type Offered, type Surface } from '../surface.ts';
import type { World } from '../world.ts';
import { createComparison, placeOf, type Subject } from './changes.ts';
import { deprecationWords } from './classes.ts';
import { compareFound, type Context } from './definitions.ts';

export function compareStates(before: World, after: World): InterfaceChange[] {
  const comparison = createComparison(before, after);
  const [old, now] = [surfaceOf(before), surfaceOf(after)];
  const context: Context = { comparison, found: compareFound, offeredBefore: classesOf(old), offeredAfter: classesOf(now) };
  const isMany = new Set([...old.modules.keys(), ...now.modules.keys()]).size > 1;
  const nameOf = ({ entry, name }: Pick<Offered, 'entry' | 'name'>): string => (isMany ? `${entry}.${name}` : name);

  for (const [name, { path }] of old.modules) if (!now.modules.has(name))
    comparison.add('module-removed', { name, path, span: [1, 1, 1, 1], before: `module ${name}`, after: null }, `The module ${name} is removed.`);
  for (const [name, { path }] of now.modules) if (!old.modules.has(name))
    comparison.add('module-added', { name, path, span: [1, 1, 1, 1], before: null, after: `module ${name}` }, `The module ${name} is new.`);

  const fresh = new Map<string, Offered>();
  for (const [key, each] of now.offered) if (!old.offered.has(key) && !fresh.has(each.name)) fresh.set(each.name, each);
  const removed = new Set<unknown>();
  for (const [key, each] of old.offered) {
    const module = now.modules.get(each.entry)?.module;
    if (module === undefined || module === null) continue;
    const next = now.offered.get(key)?.found ?? stillThere(after, each, module);
    if (next.length > 0) {
      compareFound(nameOf(each), each.found, next, context);
      continue;
    }
    if (isUnlisted(each, old.modules.get(each.entry)?.module ?? null, module)) {
      const [bound] = module.names.get(each.name)!;
      const subject: Subject = { name: nameOf(each), ...placeOf(bound!), before: shownFound(each.found, before), after: null };
      comparison.add('export-unlisted', subject, `${subject.name} is not in __all__, which ${each.entry} has now; it can still be imported.`);
      compareFound(nameOf(each), each.found, after.project.find(module, each.name), context);
      continue;
    }
    const binding = bindingOf(each.found);
    // Under its other names the same definition was told already.
    if (binding !== null && removed.has(binding) && !(now.offered.size > 0 && isOfferedStill(binding, now))) continue;
    removed.add(binding);
    const subject: Subject = { name: nameOf(each), path: each.path, span: each.span, before: shownFound(each.found, before), after: null };
    if (module.isLazy) {
      comparison.add('lazy-member', subject, `${subject.name} is no longer written down; ${each.entry} may still make it in __getattr__.`);
      continue;
    }
    const moved = fresh.get(each.name);
    const words = binding === null ? '' : deprecationWords(binding);
    if (moved && isMany && moved.entry !== each.entry) {
      comparison.add('export-moved', subject, `${subject.name} is at ${nameOf(moved)} now, and no longer here${words}.`);
      compareFound(nameOf(moved), each.found, moved.found, context);
    } else comparison.add('export-removed', subject, `${subject.name} is removed${words}.`);
  }
  for (const [key, each] of now.offered) {
    const module = old.modules.get(each.entry)?.module;
    if (old.offered.has(key) || module === undefined || module === null || module.isLazy) continue;
    if (stillThere(before, each, module).length > 0) continue;
    const binding = bindingOf(each.found);
    if (binding !== null && !comparison.isNew(null, binding)) continue;
    const subject: Subject = { name: nameOf(each), path: each.path, span: each.span, before: null, after: shownFound(each.found, after) };
    comparison.add('export-added', subject, `${subject.name} is new.`);
  }
  return toldOnce(comparison.changes).sort((a, b) =>
    compareText(a.path, b.path) || a.span[0] - b.span[0] || a.span[1] - b.span[1] || compareText(a.name, b.name) || compareText(a.kind, b.kind));
}

/** Overloads that changed in the same way are told once, and so are the annotations of a function that come or go together. */
function toldOnce(changes: readonly InterfaceChange[]): InterfaceChange[] {
  const told = new Map<string, InterfaceChange>();
  const further = new Map<InterfaceChange, number>();
  for (const each of changes) {
    const isAnnotation = each.kind === 'annotation-added' || each.kind === 'annotation-removed';
    const key = isAnnotation ? `${each.kind} ${each.name}` : `${each.kind} ${each.name} ${each.message}`;
    const first = told.get(key);
    if (first === undefined) told.set(key, each);
    else if (isAnnotation && first.message !== each.message) further.set(first, (further.get(first) ?? 0) + 1);
  }
  for (const [first, count] of further) first.message = first.message.replace(/\.$/, `, and of ${count} more.`);
  return [...told.values()];
}

/** What a module without `__all__` has under a name, even though the name is not meant for others: what was offered goes on working. */
function stillThere(world: World, { name }: Offered, module: ModuleModel): readonly Found[] {
  if (module.all !== null || name.startsWith('_') || module.isLazy) return [];
  return world.project.find(module, name);
}

/** Whether a name only stays out of an `__all__` that the module did not have before. */
function isUnlisted({ name }: Offered, before: ModuleModel | null, after: ModuleModel): boolean {
  return before?.all === null && after.all !== null && (after.names.get(name)?.length ?? 0) > 0;
}

function classesOf({ offered }: Surface): Set<ClassBinding> {
  const found = new Set<ClassBinding>();
  for (const each of offered.values()) for (const one of each.found) if (one.kind === 'definition' && one.binding.kind === 'class') found.add(one.binding);
  return found;
}

function bindingOf(found: readonly Found[]): Binding | null {
  for (const each of found) if (each.kind === 'definition') return each.binding;
  return null;
}

function isOfferedStill(binding: Binding, { offered }: Surface): boolean {
  for (const each of offered.values()) if (each.name === binding.name) return true;
  return false;
}

function shownFound(found: readonly Found[], world: World): string | null {
  const binding = bindingOf(found);
  return binding === null || binding.kind === 'import' ? null : shown(binding, world);
}
