/** Finds the block that a user names. */
import { didYouMean } from '../config/nearest.ts';
import { firstNames } from '../text/wording.ts';
import { Failure } from './failure.ts';

const MOST_NAMED = 12;

/**
 * @param blocks of the folder or of a state
 * @param name id of one of them, in any case
 * @throws {Failure} that names the nearest, or where none is near those that there are
 */
export function findBlock<Known extends { readonly id: string }>(blocks: Iterable<Known>, name: string): Known {
  const all = [...blocks];
  const ids = all.map(({ id }) => id);
  const alike = all.filter(({ id }) => id.toLowerCase() === name.toLowerCase());
  const found = all.find(({ id }) => id === name) ?? (alike.length === 1 ? alike[0] : undefined);
  if (found !== undefined) return found;
  const known = ids.length === 0 ? '' : ` The blocks are ${firstNames(ids, MOST_NAMED)}.`;
  throw new Failure(`There is no block "${name}".${didYouMean(name, ids) || known}`);
}
