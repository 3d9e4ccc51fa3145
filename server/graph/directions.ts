/** What the layers say of an import from one file to another. */
import type { Layer, ModuleEdge } from './model.ts';
import { sliceOf } from './slices.ts';

/** `unrelated`: the layers are of different scopes, and nothing is said about them. */
export type Direction = 'allowed' | 'crossing' | 'between-slices' | 'unrelated';

/** @param edge an import from a file of `from` to a file of `to` */
export function directionOf(from: Layer, to: Layer, edge: Pick<ModuleEdge, 'from' | 'to'>): Direction {
  if (from.id !== to.id) return from.scope !== to.scope ? 'unrelated' : from.mayUse.includes(to.id) ? 'allowed' : 'crossing';
  const own = sliceOf(from, edge.from);
  const other = sliceOf(from, edge.to);
  // `features/cart/@x/login` is the agreed way for one slice to show something to another.
  return own === null || other === null || own === other || edge.to.includes('/@x/') ? 'allowed' : 'between-slices';
}
