/** What changed in a folder since it was last logged: configuration, and comments that suppress findings. */
import type { AuditEntry, Details, Plain } from '../../audit/entries.ts';
import { hexHash } from '../../audit/entries.ts';
import type { OpenedFolder } from '../../compose/folder.ts';
import type { Happening } from './record.ts';

/** Hash of each configuration that is used, by path; and how many suppressions there are, by rule and path. */
export interface Observed {
  configurations: ReadonlyMap<string, string>;
  suppressions: ReadonlyMap<string, number>;
}

/** Between rule and path. */
const GAP = ' in ';

/** @param opened a folder that was read */
export function observe({ workspace, survey }: OpenedFolder): Observed {
  const suppressions = new Map<string, number>();
  for (const path of workspace.paths()) {
    for (const { ruleId, foreign } of workspace.facts(path)?.suppressions ?? []) {
      if (foreign === true) continue;
      const key = `${ruleId}${GAP}${path}`;
      suppressions.set(key, (suppressions.get(key) ?? 0) + 1);
    }
  }
  return { configurations: new Map([...survey.made.used].map(([path, text]) => [path, hexHash(text)])), suppressions };
}

/** @param entries what is logged so far @returns what is not yet */
export function changesSince(entries: readonly AuditEntry[], { configurations, suppressions }: Observed): Happening[] {
  const configured = differences(replayed(entries, 'configuration'), configurations);
  const suppressed = differences(replayed(entries, 'suppressions'), suppressions);
  return [
    ...(Object.keys(configured).length === 0 ? [] : [{ kind: 'configuration' as const, details: { changed: configured } }]),
    ...(Object.keys(suppressed).length === 0 ? [] : [{
      kind: 'suppressions' as const, details: { changed: suppressed, total: [...suppressions.values()].reduce((sum, count) => sum + count, 0) },
    }]),
  ];
}

/** The values that were logged last; what is gone was logged as null. */
function replayed(entries: readonly AuditEntry[], kind: AuditEntry['kind']): Map<string, Plain> {
  const state = new Map<string, Plain>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    const { changed } = entry.details;
    if (typeof changed !== 'object' || changed === null) continue;
    for (const [key, value] of Object.entries(changed)) {
      if (value === null) state.delete(key);
      else state.set(key, value as Plain);
    }
  }
  return state;
}

function differences(before: ReadonlyMap<string, Plain>, now: ReadonlyMap<string, string | number>): Details {
  const gone = [...before.keys()].filter((key) => !now.has(key)).map((key): [string, Plain] => [key, null]);
  const changed = [...now].filter(([key, value]) => before.get(key) !== value);
  return Object.fromEntries([...gone, ...changed].sort(([a], [b]) => (a < b ? -1 : 1)));
}
