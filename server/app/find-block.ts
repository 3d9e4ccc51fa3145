/** Finds the block that a user names. */
import type { ArchitectureState, StateBlock } from '../blocks/state.ts';
import { firstNames } from '../text/wording.ts';
import { Failure } from './failure.ts';

const MOST_NAMED = 12;

/** @param name its id, in any case @throws {Failure} that lists the blocks there are */
export function findBlock({ blocks }: ArchitectureState, name: string): StateBlock {
  const alike = blocks.filter(({ id }) => id.toLowerCase() === name.toLowerCase());
  const found = blocks.find(({ id }) => id === name) ?? (alike.length === 1 ? alike[0] : undefined);
  if (found === undefined) throw new Failure(`There is no block "${name}". The blocks are ${firstNames(blocks.map(({ id }) => id), MOST_NAMED)}.`);
  return found;
}
