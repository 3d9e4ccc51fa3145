/** How functions can be called, and how they are: what is needed to see that a call cannot succeed. Texts, because there are many in a workspace. */
import type { Span } from './span.ts';

/** A function or class of the top level that every call by its name reaches. */
export interface CallableFact {
  name: string;
  /** Its parameters, without the object of a method, as in `path,mode=,*,strict=,**`: `=` has a default, `*` or `*rest` and `**` as in Python. */
  takes: string;
}

/** A call without unpacked arguments. */
export interface CallShapeFact {
  /** As the file calls it: `load`, `self.load`. */
  callee: string;
  /** The import that it comes from; absent for one of the same file, of which `takes` is known. */
  from?: { specifier: string; imported: string };
  takes?: string;
  /** Number of arguments by position. */
  positional: number;
  /** Names of the others, with commas between. */
  keywords: string;
  /** The function around it; empty when there is none or it has no name. */
  place: string;
  span: Span;
}

/** What is wrong with a call; `names` of the parameters that it is about. */
export type Mismatch = { kind: 'too-many'; most: number } | { kind: 'unknown' | 'twice' | 'missing'; names: string[] };

/** @param takes parameters, as in `CallableFact` @returns why the call raises an error, or null if it does not */
export function mismatchOf(takes: string, { positional, keywords }: Pick<CallShapeFact, 'positional' | 'keywords'>): Mismatch | null {
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
