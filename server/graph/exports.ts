/** Follows names through re-exports to the file that declares them. */
import type { ExportFact } from '../facts/module-facts.ts';
import type { ModuleNode, WorkspaceModel } from './model.ts';

export interface ExportOrigin {
  path: string;
  /** Name under which that file exports it; `*` for the whole file. */
  name: string;
  /** None of it exists at run time: an interface or a type. */
  typeOnly: boolean;
}

/**
 * @param model the workspace
 * @param path file that a name is imported from
 * @param name as imported; `*` for the file itself
 * @returns where it is declared, or null when it comes from a package or cannot be found
 */
export function originOf(model: WorkspaceModel, path: string, name: string): ExportOrigin | null {
  return follow(model, path, name, new Set());
}

/**
 * @param model the workspace
 * @param module the file that imports
 * @param local what it calls the name
 * @param from the import, as the file's facts tell it
 * @returns the file that declares it, and what it is called there; null when another import gives the name as well, or none of the workspace does
 */
export function declarationOf(
  model: WorkspaceModel, module: ModuleNode, local: string, from: { specifier: string; imported: string },
): { path: string; name: string } | null {
  const importing = module.imports.filter(({ fact }) => fact.names.some((each) => each.local === local));
  // Imported twice, such as in `try … except ImportError`, it may be either.
  if (importing.length !== 1 || importing[0]!.fact.specifier !== from.specifier) return null;
  const { to } = importing[0]!;
  if (to.kind !== 'file') return null;
  const origin = originOf(model, to.path, from.imported) ?? { path: to.path, name: from.imported };
  const own = model.modules.get(origin.path)?.facts.exports.find((each) => each.name === origin.name)?.local;
  return { path: origin.path, name: own ?? origin.name };
}

/**
 * The name under which a file exports something declared elsewhere.
 * @param model the workspace
 * @param face file that may re-export it
 * @param wanted where it is declared
 * @param likely name to try first
 * @returns the name to import from `face`, or null when it does not export it
 */
export function exportedAs(model: WorkspaceModel, face: string, wanted: ExportOrigin, likely: string): string | null {
  const names = [likely, ...(model.modules.get(face)?.facts.exports ?? []).map((each) => each.name)];
  return names.find((name) => name !== '*' && isSame(originOf(model, face, name), wanted)) ?? null;
}

function isSame(a: ExportOrigin | null, b: ExportOrigin): boolean {
  return a !== null && a.path === b.path && a.name === b.name;
}

function follow(model: WorkspaceModel, path: string, name: string, seen: Set<string>): ExportOrigin | null {
  const key = `${path}\n${name}`;
  const module = model.modules.get(path);
  if (module === undefined || seen.has(key)) return null;
  seen.add(key);
  if (name === '*') return { path, name, typeOnly: false };
  const own = module.facts.exports.find((each) => each.name === name);
  if (own !== undefined) return followExport(model, module, own, seen);
  if (name === 'default') return null;
  for (const each of module.facts.exports) {
    if (each.name !== '*' || each.from === null) continue;
    const target = fileOf(module, each.from);
    const found = target === null ? null : follow(model, target, name, seen);
    if (found !== null) return found;
  }
  return null;
}

function followExport(model: WorkspaceModel, module: ModuleNode, fact: ExportFact, seen: Set<string>): ExportOrigin | null {
  if (fact.from !== null) {
    const target = fileOf(module, fact.from);
    return target === null ? null : follow(model, target, fact.imported ?? fact.name, seen);
  }
  for (const { fact: each, to } of module.imports) {
    const name = each.kind === 'static' ? each.names.find((candidate) => candidate.local === fact.name) : undefined;
    if (name !== undefined) return to.kind === 'file' ? follow(model, to.path, name.imported, seen) : null;
  }
  return { path: module.path, name: fact.name, typeOnly: fact.typeOnly };
}

function fileOf(module: ModuleNode, specifier: string): string | null {
  const to = module.imports.find((each) => each.fact.specifier === specifier)?.to;
  return to?.kind === 'file' ? to.path : null;
}
