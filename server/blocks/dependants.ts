/** Which blocks use a block, directly or through others. */
import { compareText } from '../text/order.ts';
import type { ArchitectureState } from './state.ts';

/** @returns for the id of a block, all that depend on it, sorted, without itself */
export function dependantsIn(state: ArchitectureState): (id: string) => string[] {
  const users = new Map<string, string[]>();
  for (const { id, dependsOn } of state.blocks) {
    for (const { to } of dependsOn) {
      const known = users.get(to);
      if (known === undefined) users.set(to, [id]);
      else known.push(id);
    }
  }
  return (id) => {
    const reached = new Set([id]);
    for (const each of reached) for (const user of users.get(each) ?? []) reached.add(user);
    reached.delete(id);
    return [...reached].sort(compareText);
  };
}
