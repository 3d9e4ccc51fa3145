/** Who imports which name of a file. Many names of a file change at once, and few are asked for, so importers are looked up by name. */
import type { ImportedName, ImportFact } from '../../facts/module-facts.ts';
import type { ModuleIndex } from './module-index.ts';

/** One name that a file imports from another. */
export interface Asker {
  importer: ModuleIndex;
  fact: ImportFact;
  name: ImportedName;
}

/** All that is imported from one file. */
export interface Askers {
  /** Each importing file with its import statements. */
  importers: readonly { importer: ModuleIndex; facts: readonly ImportFact[] }[];
  all: readonly Asker[];
  /** By the name in the imported file; `*` for the whole of it. */
  named: ReadonlyMap<string, readonly Asker[]>;
}

/** @param path of the imported file @param importing indexes of the files that import it */
export function askersOf(path: string, importing: readonly ModuleIndex[]): Askers {
  const named = new Map<string, Asker[]>();
  const all: Asker[] = [];
  const importers = importing.map((importer) => ({ importer, facts: importer.importsFrom(path).map(({ fact }) => fact) }));
  for (const { importer, facts } of importers) {
    for (const fact of facts) {
      for (const name of fact.names) {
        const asker = { importer, fact, name };
        all.push(asker);
        const known = named.get(name.imported);
        if (known === undefined) named.set(name.imported, [asker]);
        else known.push(asker);
      }
    }
  }
  return { importers, all, named };
}
