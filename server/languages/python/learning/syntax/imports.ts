/** Which names an import statement brings in, and what they stand for. */
import type { Light } from './light-tree.ts';

const dotted = (node: Light): string => (node.children.length === 0 ? node.token : node.children.map((each) => each.token).join('.'));

/**
 * @param node an import statement
 * @returns pairs of the name in the file and the qualified name behind it: `np` and `numpy`
 */
export function importedNames(node: Light): [string, string][] {
  const from = node.fields['module_name'];
  const module = from === undefined ? null : dotted(from);
  return node.children.filter((each) => each !== from && each.type !== 'wildcard_import').map((each) => {
    const name = each.type === 'aliased_import' ? dotted(each.fields['name'] ?? each) : dotted(each);
    const alias = each.type === 'aliased_import' ? each.fields['alias']?.token : undefined;
    if (module !== null) return [alias ?? name, `${module}.${name}`];
    return alias === undefined ? [name.split('.')[0]!, name.split('.')[0]!] : [alias, name];
  });
}
