/** How a type changed from one state to the other. */
import { isSubtype, type Hierarchy } from './subtype.ts';
import { openness, printType, type Type } from './type.ts';

export type Relation = 'same' | 'narrowed' | 'widened' | 'changed' | 'more-said' | 'less-said' | 'unclear';

/** @param hierarchies of the two states: each is asked about its own classes */
export function relate(before: Type, after: Type, hierarchies: readonly [Hierarchy, Hierarchy]): Relation {
  if (printType(before) === printType(after)) return 'same';
  const hierarchy = hierarchies[1];
  const narrower = isSubtype(after, before, hierarchy);
  const wider = isSubtype(before, after, hierarchies[0]);
  if (narrower === 'yes' && wider === 'yes') {
    const less = openness(after) - openness(before);
    return less === 0 ? 'same' : less < 0 ? 'more-said' : 'less-said';
  }
  if (narrower === 'yes') return 'narrowed';
  if (wider === 'yes') return 'widened';
  return narrower === 'no' && wider === 'no' ? 'changed' : 'unclear';
}
