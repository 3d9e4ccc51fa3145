/** Who changed what since the log and Jira last met. */
import { NOTHING } from './identity.ts';

/** Digests of a value on both sides when they last met. They need not be the same. */
export interface Met {
  local: string;
  remote: string;
}

/**
 * `same`: nothing to do. `write`: the log changed. `theirs`: Jira changed, and stays. `conflict`: both changed.
 * `first`: both hold something else, and nobody knows which is newer; Jira's stays. `apart`: as before, so neither changed.
 */
export type Standing = 'same' | 'write' | 'theirs' | 'conflict' | 'first' | 'apart';

/**
 * @param local digest of the value in the log
 * @param met undefined when the two never met
 * @param remote digest of the value in Jira
 */
export function standingOf(local: string, met: Met | undefined, remote: string): Standing {
  if (local === remote) return 'same';
  if (met === undefined) return remote === NOTHING ? 'write' : 'first';
  const changedHere = local !== met.local;
  const changedThere = remote !== met.remote;
  if (changedHere) return changedThere ? 'conflict' : 'write';
  return changedThere ? 'theirs' : 'apart';
}

/** @returns what to remember when the two have met as they are; what they were, while a difference is not settled */
export function metAfter(standing: Standing, local: string, met: Met | undefined, remote: string): Met | undefined {
  switch (standing) {
    case 'same': case 'first': return { local, remote };
    case 'write': return { local, remote: local };
    case 'theirs': case 'conflict': case 'apart': return met;
  }
}
