/** What a use of an imported module needs of it. */

/**
 * @param need as in the outline: `ns`, `ns.member`, in Python also `package.module.name`
 * @param bound the local name of the module, and how the import names it
 * @param python `import a.b` binds `a`, and `a.b.c` is then a name in `a.b`
 * @param name that changed in the module
 * @param offers whether the module has another name
 */
export function needsFromNamespace(
  need: string, bound: { local: string; specifier: string }, python: boolean, name: string, offers: (other: string) => boolean,
): boolean {
  const prefix = python && bound.specifier.startsWith(`${bound.local}.`) ? bound.specifier : bound.local;
  if (need === prefix || prefix.startsWith(`${need}.`)) return true;
  if (!need.startsWith(`${prefix}.`)) return false;
  const member = need.slice(prefix.length + 1).split('.', 1)[0]!;
  // What the module does not seem to have may be anything in it.
  return member === name || member === 'default' || !offers(member);
}
