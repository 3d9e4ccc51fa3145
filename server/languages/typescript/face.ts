/** The file through which others import a folder. */
import type { ModuleFacts } from '../../facts/module-facts.ts';

/** @returns whether it is its folder's index; one that exports nothing, such as a program's entry, does not count */
export function isFace({ path, exports }: Pick<ModuleFacts, 'path' | 'exports'>): boolean {
  return exports.length > 0 && /(^|\/)index\.[cm]?[jt]sx?$/.test(path);
}
