/** Tests that this machine cannot run are skipped and reported with the reason at the end of the run. */
import type { Context } from 'mocha';

/** What the reporter of `npm test` reads; it lives in the same process. */
export interface CouldNotRun { title: string; why: string }

const KEY = Symbol.for('archwright.could-not-run');

/**
 * Skips the test, or all tests of the suite when called from its `before`.
 *
 * @param context `this` of the test or hook.
 * @param why in plain words, with what would help.
 */
export function couldNotRun(context: Context, why: string): never {
  const list = ((globalThis as { [KEY]?: CouldNotRun[] })[KEY] ??= []);
  const titles = context.test?.titlePath().filter((title) => !title.startsWith('"before')) ?? [];
  list.push({ title: titles.join(' › '), why: why.replace(/\s+/g, ' ') });
  return context.skip();
}
