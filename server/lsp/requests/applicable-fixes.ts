/** Which fixes can be carried out where they are offered, as far as a short time tells. */

/** So long a menu waits in all. What is not decided by then is offered, and refused only when it is chosen. */
const DECIDING_MS = 150;

/** An answer that took longer is kept: menus are asked for at every move of the cursor, and a fix may need the compiler. */
const KEPT_FROM_MS = 20;

/**
 * Starts the clock for one menu.
 * @param kept answers that took long, by the keys that are given to the result; for as long as nothing changes
 * @param now milliseconds
 * @returns whether to offer a fix: called with what names it, and with what works its edits out and tells whether there are any
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
