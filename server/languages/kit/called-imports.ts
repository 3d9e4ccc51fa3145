/** Which imports of a file are called, as its calls tell. */
import type { ImportFact } from '../../facts/module-facts.ts';

/** The key of an imported name. @param specifier as written in the import @param local the name in the file */
export function calledImport(specifier: string, local: string): string {
  return `${specifier}\n${local}`;
}

/** Marks the names that are called. @param called keys by `calledImport` @returns the same imports */
export function markCalled(imports: ImportFact[], called: ReadonlySet<string>): ImportFact[] {
  if (called.size === 0) return imports;
  for (const { specifier, names } of imports) for (const name of names) if (called.has(calledImport(specifier, name.local))) name.called = true;
  return imports;
}
