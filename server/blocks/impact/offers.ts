/** Whether a module has a name at its top level, as far as its text tells. */
import type { OutlineItem } from '../../facts/outline.ts';
import type { ModuleNode } from '../../graph/model.ts';

/**
 * @param node of the module as it is now; undefined where it is gone
 * @param before its outline before a change, where it changed and that is known
 * @param name that others may ask for
 * @returns true also where it takes over all names of another module, and where nothing is known of it
 */
export function offersName(node: ModuleNode | undefined, before: readonly OutlineItem[] | undefined, name: string): boolean {
  if (node?.facts.outline === undefined) return true;
  return [...node.facts.outline, ...before ?? []].some(({ names }) => names.includes(name) || names.includes('__getattr__'))
    || node.imports.some(({ fact }) => fact.names.some(({ local }) => local === name || local === '*'))
    || node.facts.exports.some((each) => each.name === name || each.name === '*');
}
