/** Which blocks can be read by the same programs: those of the same sources, with the same settings. */
import type { InterfaceState } from '../../../facts/interface.ts';
import { isDeclaration } from './declarations.ts';
import { optionsOf } from './options.ts';

/** A block in one state, or in two. */
export type BlockStates = readonly InterfaceState[];

/**
 * @param blocks all in equally many states
 * @param work has one result for each block of a group, in their order
 * @returns the results in the order of the blocks
 */
export function inGroups<Result>(blocks: readonly BlockStates[], work: (group: readonly BlockStates[]) => readonly Result[]): Result[] {
  const numbers = new Map<object, number>();
  const groups = new Map<string, number[]>();
  blocks.forEach((states, index) => {
    const key = keyOf(states, numbers) ?? `alone ${index}`;
    groups.set(key, [...groups.get(key) ?? [], index]);
  });
  const results = new Map<number, Result>();
  for (const group of groups.values()) work(group.map((index) => blocks[index]!)).forEach((result, at) => results.set(group[at]!, result));
  return blocks.map((_, index) => results.get(index)!);
}

/** @returns null for a block whose settings cannot be read */
function keyOf(states: BlockStates, numbers: Map<object, number>): string | null {
  try {
    return JSON.stringify(states.map((state) => {
      if (!numbers.has(state.fileSystem)) numbers.set(state.fileSystem, numbers.size);
      // Files with global declarations take part unless all entries are declarations.
      return [numbers.get(state.fileSystem), state.root, optionsOf(state), state.entries.every(({ path }) => isDeclaration(path))];
    }));
  } catch {
    return null;
  }
}
