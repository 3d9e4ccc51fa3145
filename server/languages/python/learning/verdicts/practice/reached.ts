/** What happens when the file itself is run, as opposed to what only waits for other files to call it. */
import type { Light } from '../../syntax/light-tree.ts';
import type { Call, Habits } from './walk.ts';

/**
 * Follows the calls from top-level code, by name: methods with the same name count as one.
 * @param habits of the file
 * @returns whether a call is reached
 */
export function reachedIn({ calls, functions }: Habits): (call: Call) => boolean {
  // Functions come in the order in which they begin, so the last one around a call is the innermost.
  const around = (call: Call): Light | undefined => functions.filter((fn) => fn.start <= call.node.start && call.node.end <= fn.end).at(-1);
  const callsIn = new Map<Light | undefined, Call[]>();
  for (const call of calls) {
    const fn = around(call);
    callsIn.set(fn, [...callsIn.get(fn) ?? [], call]);
  }
  const reached = new Set<Light | undefined>([undefined]);
  const open = [...callsIn.get(undefined) ?? []];
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    // `fire.Fire(main)` calls its argument.
    const names = new Set([call.last, ...call.positional.map(({ token }) => token)]);
    for (const fn of functions) {
      if (reached.has(fn) || !names.has(fn.fields['name']?.token ?? '')) continue;
      reached.add(fn);
      open.push(...callsIn.get(fn) ?? []);
    }
  }
  return (call) => reached.has(around(call));
}
