/** Every name that importers of a module can have, also private and imported ones. */
import type { ExportFact } from '../../../facts/module-facts.ts';
import { importedNames } from '../scopes.ts';
import { boundNames, part, type Node, type Source } from '../syntax.ts';

/** What gives a module names while it runs, or another module in its place. */
const DYNAMIC = new RegExp(
  String.raw`\b(__getattr__|__path__|exec\s*\(|execfile|globals\s*\(|vars\s*\(\s*\)|locals\s*\(|sys\.modules|_LazyModule|lazy_loader|lazy_import|`
  + String.raw`LazyLoader|cython|install_aliases)|\bsetattr\s*\(|`
  // `alias_submodules(__name__, 'core.modules', …)`; classes such as Flask only take the name.
  + String.raw`\b[a-z_]\w*\(\s*__name__\s*,`,
);

/** Every word in them may be a name. */
const PATTERNS = new Set(['case_pattern', 'splat_pattern', 'dict_pattern', 'ERROR']);

/**
 * @param source of the module
 * @param exports what it offers to all, which is left out
 * @returns the names, with spaces between them, or undefined when they are made while the module runs
 */
export function membersOf(source: Source, exports: readonly ExportFact[]): string | undefined {
  if (source.path.endsWith('.pyi') || DYNAMIC.test(source.text)) return undefined;
  const names = new Set<string>();
  let stars = 0;
  const note = (node: Node | null): void => {
    if (node !== null) for (const name of boundNames(node)) names.add(source.textOf(name));
  };
  const noteWords = (text: string): void => {
    for (const [word] of text.matchAll(/\w+/g)) names.add(word);
  };
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'function_definition': case 'class_definition': {
        const name = part(node, 'name');
        if (name !== null) names.add(source.textOf(name));
        return;
      }
      case 'import_statement': case 'import_from_statement':
        if (node.children.some((child) => child.type === 'wildcard_import')) stars++;
        for (const each of importedNames(source, node)) names.add(source.textOf(each.node));
        return;
      case 'type_alias_statement': note(part(node, 'left')?.children[0] ?? null); break;
      case 'assignment': case 'augmented_assignment': case 'for_statement': note(part(node, 'left')); break;
      case 'named_expression': note(part(node, 'name')); break;
      case 'as_pattern': note(part(node, 'alias')); break;
      case 'as_pattern_target': note(node); break;
      default: if (PATTERNS.has(node.type)) noteWords(source.textOf(node));
    }
    for (const child of node.children) visit(child);
  };
  for (const statement of source.root.children) visit(statement);
  for (const [, list = ''] of source.text.matchAll(/^[^\S\n]*global\b((?:\\\n|[^\n#;\\])*)/gm)) noteWords(list);
  // With a list of what is public, a star is not among the exports, and what it brings is not known.
  if (stars > exports.filter(({ name }) => name === '*').length) return undefined;
  for (const { name } of exports) names.delete(name);
  return [...names].join(' ');
}
