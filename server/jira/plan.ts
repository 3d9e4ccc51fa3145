/** What is to be done about a row of the log, from the row and what Jira has. Pure: nothing is asked, and nothing written. */
import { issueOf, itemsOf, type Cells, type FieldName } from '../tracking/fields.ts';
import { ASSUMED } from '../tracking/record.ts';
import { digestOf, identityOf, labelOf, NOTHING, type Mark } from './identity.ts';
import { metAfter, standingOf, type Met, type Standing } from './merge.ts';
import { ASSUMED_FIELDS, type Screen, type Target } from './screen.ts';
import { localValue, remoteValue, spentOf, type LocalValue, type Lookups } from './values.ts';

/** An issue as Jira tells of it. */
export interface RemoteIssue {
  id: string;
  key: string;
  fields: Readonly<Record<string, unknown>>;
  status: { name: string; isNew: boolean };
  /** Seconds that anybody logged. */
  spent: number;
  /** What Archwright wrote there; null for an issue that it never met. */
  mark: Mark | null;
}

/** A row of the log, with what is needed to say what becomes of it. */
export interface PlannedRow {
  cells: Cells;
  screen: Screen;
  lookups: Lookups;
  /** Name of the repository, where several share a project. */
  source: string;
  /** Status in Jira by status of the log, where they differ; in lower case. */
  statuses: ReadonlyMap<string, string>;
}

/** A value that differs and is not written. */
export interface Difference {
  field: FieldName;
  standing: Exclude<Standing, 'same' | 'write'>;
}

export interface CreatePlan {
  values: ReadonlyMap<Target, unknown>;
  mark: Mark;
  label: string;
  notes: readonly string[];
}

export interface UpdatePlan {
  /** Values to write, by target; empty for none. */
  values: ReadonlyMap<Target, unknown>;
  /** Name of the status to move to; null to stay. */
  status: string | null;
  /** Seconds to have logged; null when that is settled. */
  spent: number | null;
  differences: readonly Difference[];
  notes: readonly string[];
  /** The mark when nothing of the above was done. What is done adds to it. */
  mark: Mark;
  /** What the mark says of each field once it is written. */
  written: ReadonlyMap<FieldName, Met>;
}

/** @returns the row's fields for a new issue */
export function planCreate(row: PlannedRow): CreatePlan {
  const identity = identityOf(row.source, row.cells['Issue Key']);
  const label = labelOf(identity);
  const values = new Map<Target, unknown>();
  const met = new Map<string, Met>();
  const notes: string[] = [];
  for (const [target, local] of valuesOf(row)) {
    notes.push(...local.notes);
    const labels = target.kind === 'labels' && target.from === 'Labels' ? [...(local.json as string[]), label] : null;
    if (labels === null && (local.value === null || local.json === undefined)) continue;
    values.set(target, labels ?? local.json);
    if (local.value !== null) met.set(target.from, pairOf(digestOf(local.value)));
  }
  return { values, mark: { id: identity, fresh: true, met }, label, notes };
}

/**
 * @param remote the issue as it is now
 * @param overwrites whether somebody said that the log is right where both changed
 */
export function planUpdate(row: PlannedRow, remote: RemoteIssue, overwrites = false): UpdatePlan {
  const identity = identityOf(row.source, row.cells['Issue Key']);
  const before = remote.mark?.id === identity ? remote.mark : null;
  const values = new Map<Target, unknown>();
  const met = new Map(before?.met);
  const written = new Map<FieldName, Met>();
  const differences: Difference[] = [];
  const notes: string[] = [];
  /** @returns whether it is to be written */
  const judge = (field: FieldName, local: string, there: string): boolean => {
    const known = before?.met.get(field);
    const judged = standingOf(local, known, there);
    const standing = overwrites && judged !== 'same' && local !== NOTHING ? 'write' : judged;
    const after = metAfter(standing, local, known, there);
    if (standing === 'write') {
      written.set(field, after!);
      return true;
    }
    if (after !== undefined) met.set(field, after);
    // What the log never had is no difference.
    if (standing !== 'same' && !(local === NOTHING && standing !== 'conflict')) differences.push({ field, standing });
    return false;
  };
  for (const [target, local] of valuesOf(row)) {
    notes.push(...local.notes);
    const there = remote.fields[target.id];
    if (local.json === undefined || !judge(target.from, digestOf(local.value), digestOf(remoteValue(target, there)))) continue;
    values.set(target, withOwnLabel(target, local, there));
  }
  const status = judgeStatus(row, remote, before, judge);
  const spent = judgeSpent(row, remote, before, { met, differences, overwrites });
  const fresh = before?.fresh === true && status !== null;
  return { values, status, spent, differences, notes, mark: { id: identity, fresh, met }, written };
}

function pairOf(digest: string): Met {
  return { local: digest, remote: digest };
}

/** What the row has to say; fields with a value that cannot be written, and defaults that nobody chose, are left out. */
function valuesOf({ cells, screen, lookups }: PlannedRow): [Target, LocalValue][] {
  return screen.targets.flatMap((target): [Target, LocalValue][] => {
    const local = isAssumed(cells, target.from) ? null : localValue(target, cells, lookups);
    return local === null ? [] : [[target, local]];
  });
}

function isAssumed(cells: Cells, field: FieldName): boolean {
  return ASSUMED_FIELDS.has(field) && itemsOf(cells['Labels']).includes(ASSUMED);
}

/** Labels by which others are found stay. */
function withOwnLabel({ kind }: Target, { json }: LocalValue, there: unknown): unknown {
  if (kind !== 'labels' || !Array.isArray(there)) return json;
  const kept = there.filter((label): label is string => typeof label === 'string' && label.startsWith('archwright:'));
  return [...(json as string[]), ...kept];
}

function judgeStatus(
  row: PlannedRow, { status }: RemoteIssue, before: Mark | null, judge: (field: FieldName, local: string, there: string) => boolean,
): string | null {
  const own = row.cells['Status'].trim();
  if (own === '') return null;
  const wanted = row.statuses.get(own.toLowerCase()) ?? own;
  const local = digestOf(wanted.toLowerCase());
  const there = digestOf(status.name.toLowerCase());
  // An issue that was made a moment ago begins where its project begins, and nobody chose that.
  const isUntouched = before?.fresh === true && !before.met.has('Status') && status.isNew;
  return judge('Status', local, isUntouched && local !== there ? NOTHING : there) ? wanted : null;
}

/** What people logged themselves is not logged a second time. */
function judgeSpent(
  { cells }: PlannedRow, remote: RemoteIssue, before: Mark | null,
  { met, differences, overwrites }: { met: Map<string, Met>; differences: Difference[]; overwrites: boolean },
): number | null {
  const seconds = isAssumed(cells, 'Time Spent') ? null : spentOf(issueOf(cells));
  if (seconds === null) return null;
  const local = digestOf(seconds);
  const known = before?.met.get('Time Spent');
  if (known?.local === local) return null;
  if (known === undefined && before?.fresh !== true && remote.spent > 0 && !overwrites) {
    met.set('Time Spent', { local, remote: NOTHING });
    differences.push({ field: 'Time Spent', standing: 'first' });
    return null;
  }
  return seconds;
}
