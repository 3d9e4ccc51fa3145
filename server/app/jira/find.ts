/** Finds the issues of rows: by key, by the label that was written to them, and where the index of Jira does not have them yet. */
import { MOST_FETCHED } from '../../jira-client/api.ts';
import { labelOf } from '../../jira/identity.ts';
import type { RemoteIssue } from '../../jira/plan.ts';
import { placeOf } from '../../jira/rows.ts';
import { withIssues } from '../../jira/sync-state.ts';
import type { Cells } from '../../tracking/fields.ts';
import { keyInJira } from '../../tracking/issue-key.ts';
import type { SyncContext } from './context.ts';

/** Pages of keys that hold no issue at all, before the end of a project is believed: issues may have been deleted or moved. */
const EMPTY_PAGES = 2;

/** @returns issues by key of the row; what is found under a new key is remembered */
export async function findIssues(context: SyncContext, rows: readonly Cells[]): Promise<Map<string, RemoteIssue>> {
  const { job, ports } = context;
  const found = new Map<string, RemoteIssue>();
  const byKey = new Map<string, string>();
  const unknown: Cells[] = [];
  for (const cells of rows) {
    const row = cells['Issue Key'];
    const place = placeOf(row, job.project, context.state.issues);
    if (place.kind === 'key') byKey.set(place.key, row);
    else if (place.kind === 'new') unknown.push(cells);
  }
  if (byKey.size > 0) for (const issue of await ports.api.fetch([...byKey.keys()], context.fieldIds)) {
    const row = byKey.get(issue.key);
    if (row !== undefined) found.set(row, issue);
  }
  for (const [row, issue] of await findByLabel(context, unknown)) found.set(row, issue);
  return found;
}

/** @param rows that have no key in Jira as far as is known */
async function findByLabel(context: SyncContext, rows: readonly Cells[]): Promise<Map<string, RemoteIssue>> {
  if (rows.length === 0) return new Map();
  const labels = rows.map((cells) => labelOf(context.identityOf(cells)));
  return adopt(context, rows, await context.ports.api.withLabels(context.job.project, labels, context.fieldIds));
}

/**
 * Whether rows that were sent and not answered are there. The index may not have them for minutes, but whoever asks for a key gets
 * the issue at once, and keys are numbers in a row: so those behind the highest one of before are looked through.
 */
export async function findUnanswered(context: SyncContext, rows: readonly Cells[]): Promise<Map<string, RemoteIssue>> {
  const found = await findByLabel(context, rows);
  const names = new Set(rows.map((cells) => cells['Issue Key']));
  const after = context.state.pending.filter(({ what, rows: sent }) => what === 'issue' && sent.some((row) => names.has(row))).map((each) => each.after);
  let empty = 0;
  for (let from = Math.min(...after); Number.isFinite(from) && empty < EMPTY_PAGES && found.size < rows.length; from += MOST_FETCHED) {
    const keys = Array.from({ length: MOST_FETCHED }, (_, at) => `${context.job.project}-${from + at + 1}`);
    const issues = await context.ports.api.fetch(keys, context.fieldIds);
    empty = issues.length === 0 ? empty + 1 : 0;
    for (const [row, issue] of await adopt(context, rows, issues)) found.set(row, issue);
  }
  return found;
}

/** Whoever copies an issue copies its label, and not what Archwright wrote into its property: that decides. */
export async function adopt(context: SyncContext, rows: readonly Cells[], issues: readonly RemoteIssue[]): Promise<Map<string, RemoteIssue>> {
  const byIdentity = new Map(rows.map((cells) => [context.identityOf(cells), cells['Issue Key']]));
  const found = new Map<string, RemoteIssue>();
  for (const issue of [...issues].sort((a, b) => Number(a.id) - Number(b.id))) {
    const number = keyInJira(issue.key)?.number ?? 0;
    if (context.highest !== null && number > context.highest) context.highest = number;
    const row = byIdentity.get(issue.mark?.id ?? '');
    if (row === undefined) continue;
    const first = found.get(row);
    if (first === undefined) found.set(row, issue);
    else if (first.id !== issue.id) context.tell(row, { notes: [`it is in Jira twice: ${first.key} and ${issue.key}; delete one of them`] });
  }
  if (found.size > 0) await context.change((state) => withIssues(state, new Map([...found].map(([row, { key }]) => [row, key]))));
  return found;
}
