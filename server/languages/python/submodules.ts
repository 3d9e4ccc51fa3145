/** What a Python import resolves to, name by name: `from package import a, b` may import modules of the package. */
import type { Resolution, ResolvedImport } from '../../facts/adapter.ts';
import type { ImportFact } from '../../facts/module-facts.ts';

/**
 * @param fact one import
 * @param resolve finds the module that a specifier names
 * @returns each submodule as an import of its own, and one import of the package for the remaining names
 */
export function withSubmodules(fact: ImportFact, resolve: (specifier: string) => Resolution): ResolvedImport[] {
  const found: ResolvedImport[] = [];
  const others = fact.names.filter((name) => {
    if (name.imported === '*' || fact.specifier === '__future__') return true;
    const specifier = `${fact.specifier}${fact.specifier.endsWith('.') ? '' : '.'}${name.imported}`;
    const to = resolve(specifier);
    if (to.kind === 'file') found.push({ fact: { ...fact, specifier, names: [{ ...name, imported: '*' }] }, to });
    return to.kind !== 'file';
  });
  // `from . import _fast` without such a file imports a compiled module.
  if (others.length > 0 && /^\.+$/.test(fact.specifier) && others.every((name) => /^_(?!_)\w+$/.test(name.imported))) {
    return [...found, { fact: { ...fact, names: others }, to: { kind: 'package', name: fact.specifier } }];
  }
  if (found.length === 0) return [{ fact, to: resolve(fact.specifier) }];
  return others.length === 0 ? found : [{ fact: { ...fact, names: others }, to: resolve(fact.specifier) }, ...found];
}
