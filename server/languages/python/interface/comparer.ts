/** Compares the public interfaces of Python packages and blocks. The parser must be loaded, as for extraction. */
import type { InterfaceChange, InterfaceComparer, InterfacePair } from '../../../facts/interface.ts';
import { compareStates } from './compare/states.ts';
import { describeState } from './describe.ts';
import type { Source } from '../syntax.ts';
import { World } from './world.ts';

/**
 * Everything it says is `heuristic`: Python is read and not run. What a change counts as stands in `kinds.ts`, with these
 * decisions: another default and another value of a constant are major, because callers and readers get something else
 * without an error, but a longer set, dictionary or list is minor and what is computed is not judged; a wider result is
 * major and a narrower one minor, a parameter the other way round; an attribute is judged as a result, because it is read
 * more often than written; a documented exception more is minor and one less a patch.
 */
export const pythonInterfaces: InterfaceComparer = {
  describe: (states) => states.map((state) => describeState(new World(state))),
  compare: (pairs, isStale = () => false) => pairs.map((pair) => (isStale() ? null : compareGuarded(pair))),
};

/** Whatever a source holds, one block must not keep the others from being compared. */
function compareGuarded({ before, after }: InterfacePair): InterfaceChange[] | null {
  const sources = new Map<string, Source>();
  try {
    return compareStates(new World(before, sources), new World(after, sources));
  } catch {
    return null;
  }
}
