/** Helpers for rules about Python files: message wording, named arguments, and where a callee comes from. */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';

export function isPython(file: Pick<FileFacts, 'language'>): boolean {
  return file.language === 'python' || file.language === 'notebook';
}

/**
 * A named argument of a call, such as `verify` in `get(url, verify=False)`.
 * @returns its value, or null when it is not passed by name
 */
export function keyword(call: CallFact, name: string): ValueFact | null {
  const last = call.args.at(-1);
  return last?.keywords === true ? last.properties?.find((property) => property.name === name)?.value ?? null : null;
}

/** Positional arguments, without the named ones. */
export function positional(call: CallFact): readonly ValueFact[] {
  return call.args.at(-1)?.keywords === true ? call.args.slice(0, -1) : call.args;
}

/** An argument that may be passed by position or by name; null when it is left out. */
export function argument(call: CallFact, position: number, name: string): ValueFact | null {
  return positional(call)[position] ?? keyword(call, name);
}

/**
 * Whether a file imports one of the modules; asked before its calls are looked at, of which there are many.
 * @param file with the imports
 * @param modules by their names
 */
export function importsAny({ imports }: Pick<FileFacts, 'imports'>, modules: RegExp): boolean {
  return imports.some(({ specifier }) => modules.test(specifier));
}

/**
 * The full name of an imported callee: `xml.etree.ElementTree.parse`, however it was imported.
 * @returns an empty string when it was not imported
 */
export function fullName(call: CallFact): string {
  if (call.module === null) return '';
  return call.member === null || call.member === 'default' ? call.module : `${call.module}.${call.member}`;
}
