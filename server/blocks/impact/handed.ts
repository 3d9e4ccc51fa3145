/** Whether a function calls what it is handed before it returns, followed through imports and to those that it passes it on to. */
import type { ModuleIndex } from './module-index.ts';

/** How deep functions that pass a function on are followed. */
const DEEPEST = 6;

/**
 * @param indexOf indexes of modules
 * @param path of the module in which the callee is named
 * @param callee a name there, `ns.member`, or `?` for one that comes from outside
 * @returns true also where it is not known
 */
export function callsWhatItIsHanded(indexOf: (path: string) => ModuleIndex | undefined, path: string, callee: string): boolean {
  return calls(indexOf, path, callee, DEEPEST);
}

function calls(indexOf: (path: string) => ModuleIndex | undefined, path: string, callee: string, depth: number): boolean {
  if (callee === '?') return false;
  const index = indexOf(path);
  if (depth === 0 || index === undefined) return true;
  const [root = '', member, ...rest] = callee.split('.');
  const bindings = index.bindings(root);
  if (member === undefined || index.declaring(callee).length > 0) {
    const own = index.declaring(callee);
    if (own.length > 0) return own.some((at) => itemCalls(indexOf, path, index.items[at]!.calls, depth, callee));
    return bindings.length === 0 || bindings.some((each) => each.to !== null && exportCalls(indexOf, each.to, each.imported, depth - 1));
  }
  if (rest.length > 0) return bindings.length === 0 || bindings.some((each) => each.to !== null);
  if (bindings.length === 0) return true;
  return bindings.some((each) => each.to !== null && (each.imported !== '*' || exportCalls(indexOf, each.to, member, depth - 1)));
}

function itemCalls(
  indexOf: (path: string) => ModuleIndex | undefined, path: string, handed: string | undefined, depth: number, self: string,
): boolean {
  if (handed === undefined) return true;
  return handed !== '' && handed.split(' ').some((each) => each === '!' || (each !== self && calls(indexOf, path, each, depth - 1)));
}

/** Follows a name that a module exports to where it is declared. */
function exportCalls(indexOf: (path: string) => ModuleIndex | undefined, path: string, name: string, depth: number): boolean {
  const index = indexOf(path);
  if (depth <= 0 || index === undefined) return true;
  const own = [...index.declaring(`export:${name}`), ...(name === 'default' || name === '*' ? index.declaring('export:*') : index.declaring(name))];
  if (own.length > 0) {
    return own.some((at) => {
      const item = index.items[at]!;
      // An export by another name: what it stands for decides.
      const stands = item.calls === undefined && /^[\w$]+$/.test(item.uses) ? item.uses : null;
      return stands === null ? itemCalls(indexOf, path, item.calls, depth, name) : calls(indexOf, path, stands, depth - 1);
    });
  }
  if (index.bindings(name).length > 0) return calls(indexOf, path, name, depth - 1);
  const from = index.node.facts.exports.filter((each) => each.from !== null && (each.name === name || each.name === '*'));
  const targets = from.flatMap((each) => index.node.imports.flatMap(({ fact, to }) => {
    const leads = fact.specifier === each.from && to.kind === 'file';
    return leads ? [{ to: to.path, name: each.name === '*' ? name : each.imported ?? name }] : [];
  }));
  return targets.length === 0 || targets.some((each) => exportCalls(indexOf, each.to, each.name, depth - 1));
}
