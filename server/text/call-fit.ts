/** Whether a call fits the parameters of a function, both written as text. */

/** What is wrong with a call; `names` of the parameters that it is about. */
export type Mismatch = { kind: 'too-many'; most: number } | { kind: 'unknown' | 'twice' | 'missing'; names: string[] };

/** @param takes parameters, as in `path,mode=,*,strict=,**` @returns why the call raises an error, or null if it does not */
export function mismatchOf(takes: string, { positional, keywords }: { positional: number; keywords: string }): Mismatch | null {
  const all = takes === '' ? [] : takes.split(',');
  const star = all.findIndex((each) => /^\*(?!\*)/.test(each));
  const plain = all.filter((each) => !each.startsWith('*'));
  const byPosition = star < 0 ? plain : all.slice(0, star);
  const nameOf = (each: string): string => each.replace('=', '');
  const given = keywords === '' ? [] : keywords.split(',');
  if (positional > byPosition.length && !all.some((each) => /^\*\w/.test(each))) return { kind: 'too-many', most: byPosition.length };
  const unknown = given.filter((name) => !plain.some((each) => nameOf(each) === name));
  if (unknown.length > 0 && !all.includes('**')) return { kind: 'unknown', names: unknown };
  const first = byPosition.slice(0, positional).map(nameOf);
  const twice = given.filter((name) => first.includes(name));
  if (twice.length > 0) return { kind: 'twice', names: twice };
  const missing = plain.filter((each) => !each.endsWith('=') && !first.includes(each) && !given.includes(each));
  return missing.length > 0 ? { kind: 'missing', names: missing } : null;
}
