/** Imports: names stand for something of a library. */
import type { Light } from './light-tree.ts';
import type { Scope } from '../domain/scope.ts';
import { blank } from '../domain/values.ts';

const dotted = (node: Light): string => (node.children.length === 0 ? node.token : node.children.map((each) => each.token).join('.'));

export function importNames(node: Light, scope: Scope): void {
  const from = node.fields['module_name'];
  const module = from === undefined ? null : dotted(from);
  for (const each of node.children) {
    if (each === from || each.type === 'wildcard_import') continue;
    const name = each.type === 'aliased_import' ? dotted(each.fields['name'] ?? each) : dotted(each);
    const alias = each.type === 'aliased_import' ? each.fields['alias']?.token : undefined;
    if (module !== null) scope.set(alias ?? name, { ...blank(), lib: `${module}.${name}` });
    else if (alias !== undefined) scope.set(alias, { ...blank(), lib: name });
    else scope.set(name.split('.')[0]!, { ...blank(), lib: name.split('.')[0]! });
  }
}
