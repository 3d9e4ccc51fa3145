/** What is kept of states, so that a second look is instant: results of files by content, whole states and comparisons. */
import { cacheFileOf, openCache, valueKey, type ResultCache } from '../host/result-cache.ts';
import { BUILD } from './program.ts';

/** Characters of entries that were not used this time: other revisions of the same folder. */
const KEPT_RESULTS = 48_000_000;
const KEPT_STATES = 24_000_000;

export interface StateCache {
  /** Results of files; undefined where nothing is kept. */
  results: ResultCache | undefined;
  /**
   * @param parts all that the value depends on, besides the program
   * @param make makes the value where it is not known; plain JSON
   */
  remember<Value>(parts: readonly string[], make: () => Promise<Value>): Promise<Value>;
  /** @returns the value if it is known */
  known<Value>(parts: readonly string[]): Value | undefined;
  /** @param value to be known from now on; plain JSON */
  keep(parts: readonly string[], value: unknown): void;
  save(): Promise<void>;
}

/**
 * @param root of the folder that the states are of
 * @param enabled false to begin with nothing and to keep nothing
 */
export async function openStateCache(root: string, enabled: boolean): Promise<StateCache> {
  if (!enabled || BUILD === null) {
    return { results: undefined, remember: (_, make) => make(), known: () => undefined, keep: () => undefined, save: () => Promise.resolve() };
  }
  const build = BUILD;
  const [values, revisions, current] = await Promise.all([
    openCache<{ value: unknown }>(cacheFileOf(root, 'states'), KEPT_STATES),
    openCache(cacheFileOf(root, 'revisions'), KEPT_RESULTS),
    // Of reviews of the folder: read, never written, because it holds what is there now.
    openCache(cacheFileOf(root)),
  ]);
  const known = <Value>(parts: readonly string[]): Value | undefined => values.get(valueKey([build, ...parts]))?.value as Value | undefined;
  const keep = (parts: readonly string[], value: unknown): void => values.set(valueKey([build, ...parts]), { value });
  return {
    results: {
      size: revisions.size + current.size,
      get: (key) => revisions.get(key) ?? current.get(key),
      set: (key, result, text) => revisions.set(key, result, text),
      save: () => Promise.resolve(),
    },
    known, keep,
    async remember(parts, make) {
      const before = known<Awaited<ReturnType<typeof make>>>(parts);
      if (before !== undefined) return before;
      const value = await make();
      keep(parts, value);
      return value;
    },
    async save() {
      await Promise.all([values.save(), revisions.save()]);
    },
  };
}
