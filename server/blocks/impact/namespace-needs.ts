/** What a use of an imported module needs of it. */

/** Any name of the module may be needed. */
export const ANY = '*';

/**
 * @param need as in the outline: `ns`, `ns.member`, in Python also `package.module.name`
 * @param bound the local name of the module, and how the import names it
 * @param python `import a.b` binds `a`, and `a.b.c` is then a name in `a.b`
 * @param offers whether the module has a name
 * @returns the name in the module, `*` where it may be any, null for a use of something else
 */
export function neededOfNamespace(
  need: string, bound: { local: string; specifier: string }, python: boolean, offers: (name: string) => boolean,
): string | null {
  const prefix = python && bound.specifier.startsWith(`${bound.local}.`) ? bound.specifier : bound.local;
  if (need === prefix || prefix.startsWith(`${need}.`)) return ANY;
  if (!need.startsWith(`${prefix}.`)) return null;
  const member = need.slice(prefix.length + 1).split('.', 1)[0]!;
  // What the module does not seem to have may be anything in it.
  return member === 'default' || !offers(member) ? ANY : member;
}
