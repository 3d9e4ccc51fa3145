/** What `__all__` holds: literal lists, additions, and lists of other modules. */
import { isPlainString, stringValue } from '../../strings.ts';
import { part, unwrap, type Node } from '../../syntax.ts';
import type { Listed, ModuleModel } from '../model.ts';
import { dottedName } from './nodes.ts';

/**
 * Reads a statement that sets or changes `__all__`.
 * @returns whether it is one
 */
export function readAll(node: Node, module: ModuleModel): boolean {
  const { source } = module;
  if (node.type === 'call') {
    const called = part(node, 'function');
    const match = called && /^__all__\.(append|extend|remove)$/.exec(source.textOf(called));
    if (!match) return false;
    const [argument] = part(node, 'arguments')?.children ?? [];
    if (argument === undefined) return true;
    const listed = match[1] === 'extend' ? namesIn(argument, module) : single(argument, module);
    add(module, match[1] === 'remove' ? listed?.map((each) => (each.kind === 'name' ? { ...each, kind: 'remove' as const } : each)) ?? null : listed);
    return true;
  }
  const left = part(node, 'left');
  if (left === null || source.textOf(left) !== '__all__') return false;
  const right = part(node, 'right');
  if (right === null) return true;
  if (node.type === 'assignment') {
    const before = module.all;
    module.all = [];
    // A branch of the version adds to what holds in the others.
    if (before !== null && node.parent.parent.type !== 'module') module.all.push(...before);
  }
  add(module, namesIn(right, module));
  return true;
}

function add(module: ModuleModel, listed: Listed[] | null): void {
  module.all ??= [];
  if (listed === null) module.allIsOpen = true;
  else module.all.push(...listed);
}

function single(node: Node, { source }: ModuleModel): Listed[] | null {
  return isPlainString(node) ? [{ kind: 'name', name: stringValue(source, node) }] : null;
}

/** @returns null when a part is computed */
function namesIn(node: Node, module: ModuleModel): Listed[] | null {
  const { source } = module;
  const inner = unwrap(node);
  switch (inner.type) {
    case 'list': case 'tuple': case 'set': case 'expression_list': return together(inner.children, module);
    case 'string': case 'concatenated_string': return single(inner, module);
    case 'list_splat': return together(inner.children, module);
    case 'binary_operator': return inner.tokens.includes('+') ? together(inner.children, module) : null;
    case 'call': return part(inner, 'arguments')?.children.length === 1 ? together(part(inner, 'arguments')!.children, module) : null;
    case 'attribute': {
      const dotted = dottedName(source, inner);
      return dotted?.endsWith('.__all__') === true ? [{ kind: 'module', dotted: dotted.slice(0, -'.__all__'.length) }] : null;
    }
    case 'identifier': {
      // `from .one import __all__ as names`.
      const bound = module.names.get(source.textOf(inner))?.[0];
      if (bound?.kind === 'import' && bound.imported === '__all__') return [{ kind: 'module', dotted: `@${bound.specifier}` }];
      return bound?.kind === 'variable' && bound.value ? namesIn(bound.value, module) : null;
    }
    default: return null;
  }
}

function together(nodes: readonly Node[], module: ModuleModel): Listed[] | null {
  const found = nodes.map((each) => namesIn(each, module));
  // What is known stays known beside what is computed.
  if (found.includes(null)) module.allIsOpen = true;
  return found.flatMap((each) => each ?? []);
}
