/** Decides within a short time which fixes apply where they are offered. */

/** How long a menu waits in total. Fixes undecided by then are offered, and may be refused when chosen. */
const DECIDING_MS = 150;

/** Answers that took longer are cached: menus are requested at every cursor move, and a fix may need the compiler. */
const KEPT_FROM_MS = 20;

/**
 * Starts the clock for one menu.
 * @param kept cache of slow answers, valid as long as nothing changes; uses the keys passed to the result
 * @param now milliseconds
 * @returns a function that tells whether to offer a fix, given its key and a function that tries to compute its edits
 */
export function fixDecider(kept: Map<string, boolean>, now: () => number = () => performance.now()): (key: string, applies: () => boolean) => boolean {
  const until = now() + DECIDING_MS;
  return (key, applies) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const started = now();
    if (started >= until) return true;
    const answer = applies();
    if (now() - started >= KEPT_FROM_MS) kept.set(key, answer);
    return answer;
  };
}
