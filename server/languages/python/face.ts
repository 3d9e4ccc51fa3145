/** The file through which others import a package. */
import type { ModuleFacts } from '../../facts/module-facts.ts';

/** @returns whether it is the `__init__` of a package; an empty one does not count */
export function isFace({ path, exports, imports }: Pick<ModuleFacts, 'path' | 'exports' | 'imports'>): boolean {
  return (exports.length > 0 || imports.length > 0) && /(^|\/)__init__\.py$/.test(path);
}
