/** Creates the issues of rows, each once: what is sent is written down before, and looked for when no answer comes. */
import { MOST_CREATED, type Created } from '../../jira-client/api.ts';
import { InDoubt, Refused } from '../../jira-client/client.ts';
import { planCreate, type CreatePlan, type RemoteIssue } from '../../jira/plan.ts';
import { sentNow, withoutPending, type SyncState } from '../../jira/sync-state.ts';
import { fieldsJson } from '../../jira/values.ts';
import type { Cells } from '../../tracking/fields.ts';
import { keyInJira } from '../../tracking/issue-key.ts';
import { sentenceOf, type SyncContext } from './context.ts';
import { adopt, findUnanswered } from './find.ts';

interface Wanted {
  cells: Cells;
  type: string;
  plan: CreatePlan;
}

/** Times that a row is sent anew after nothing came of it. */
const MOST_ATTEMPTS = 3;
/** Between two looks at whether something was done, in milliseconds. */
const LOOK_AGAIN = 5000;
/** Jira must be told these, so that nothing is won by leaving them out. */
const NEEDED = new Set(['summary', 'project', 'issuetype']);

/** @returns issues by key of the row, as far as they are known to have been created */
export async function createIssues(context: SyncContext, rows: readonly Cells[]): Promise<Map<string, RemoteIssue>> {
  const wanted = rows.flatMap((cells): Wanted[] => {
    const row = cells['Issue Key'];
    const type = context.typeOf(cells);
    const planned = context.planned(cells);
    if (type === null || planned === null) {
      const note = `the project has no type of issue like "${cells['Issue Type'] || 'Task'}"; "tracking.jira.types" can name one`;
      context.tell(row, { action: 'left', notes: [note] });
      return [];
    }
    const plan = planCreate(planned);
    context.tell(row, { action: 'create', fields: [...plan.values.keys()].map(({ from }) => from), notes: [...plan.notes] });
    return [{ cells, type: type.id, plan }];
  });
  const made = new Map<string, RemoteIssue>();
  if (!context.job.apply) return made;
  for (let from = 0; from < wanted.length; from += MOST_CREATED)
    for (const [row, issue] of await send(context, wanted.slice(from, from + MOST_CREATED))) made.set(row, issue);
  return made;
}

async function send(context: SyncContext, wanted: readonly Wanted[], isSecond = false): Promise<Map<string, RemoteIssue>> {
  const { api, clock } = context.ports;
  const keys = wanted.map(({ cells }) => cells['Issue Key']);
  let created: Created[];
  try {
    context.highest ??= keyInJira((await api.newest(context.job.project))?.key ?? '')?.number ?? 0;
    const after = context.highest;
    created = await api.create(wanted.map(({ type, plan }) => ({ fields: bodyOf(context, type, plan), mark: plan.mark })), () => {
      const sent = { what: 'issue' as const, rows: keys, since: new Date(clock.now()).toISOString(), after };
      return context.change((state) => ({ ...state, pending: [...withoutPending(state, 'issue', keys).pending, sent] }));
    });
  } catch (error) {
    if (error instanceof Refused) await context.change((state) => withoutPending(state, 'issue', keys));
    return await unknown(context, keys, error);
  }
  const refused = wanted.flatMap((one, at) => {
    const answer = created[at]!;
    return 'refused' in answer ? [{ one, ...answer }] : [];
  });
  await context.change((state) => withoutPending(state, 'issue', refused.map(({ one }) => one.cells['Issue Key'])));
  const ids = created.flatMap((one) => ('id' in one ? [one.id] : []));
  let made = new Map<string, RemoteIssue>();
  try {
    // Jira does not promise in which order it tells what it created.
    if (ids.length > 0) made = await adopt(context, wanted.map(({ cells }) => cells), await api.fetch(ids, context.fieldIds));
    // Told at once: a run that ends here has created them.
    for (const [row, { key }] of made) context.tell(row, { issue: key });
    await unknown(context, keys.filter((key) => !made.has(key)), null);
  } catch (error) {
    await unknown(context, keys, null);
    sentenceOf(error);
  }
  const again: Wanted[] = [];
  for (const { one, refused: why, fields } of refused) {
    const less = isSecond ? null : without(context, one, fields, why);
    if (less === null) context.tell(one.cells['Issue Key'], { action: 'failed', notes: [why] });
    else again.push(less);
  }
  if (again.length > 0) for (const [row, issue] of await send(context, again, true)) made.set(row, issue);
  return made;
}

/** Of these rows nothing came back: those that were sent are looked for, and the others failed. @throws what is no matter of rows */
async function unknown(context: SyncContext, keys: readonly string[], error: unknown): Promise<Map<string, RemoteIssue>> {
  const sent = keys.filter((key) => isPending(context.state, key));
  for (const key of sent) context.doubtful.add(key);
  // The machine may have slept between writing it down and sending it.
  if (sent.length > 0 && error instanceof InDoubt) await context.change((state) => sentNow(state, 'issue', sent, context.ports.clock.now()));
  if (error === null) return new Map();
  const why = sentenceOf(error);
  for (const key of keys) if (!context.doubtful.has(key)) context.tell(key, { action: 'failed', notes: [why] });
  return new Map();
}

function isPending({ pending }: SyncState, row: string): boolean {
  return pending.some(({ what, rows }) => what === 'issue' && rows.includes(row));
}

function bodyOf({ job }: SyncContext, type: string, { values, label }: CreatePlan): Record<string, unknown> {
  const fields = fieldsJson(values);
  return { ...fields, labels: fields['labels'] ?? [label], project: { key: job.project }, issuetype: { id: type } };
}

/** @returns the issue without the fields that Jira does not want; null when there is nothing to leave out */
function without(context: SyncContext, wanted: Wanted, fields: readonly string[], why: string): Wanted | null {
  const unwanted = fields.filter((field) => !NEEDED.has(field));
  const values = new Map([...wanted.plan.values].filter(([{ id }]) => !unwanted.includes(id)));
  if (unwanted.length < fields.length || values.size === wanted.plan.values.size) return null;
  const kept = new Set<string>([...values.keys()].map(({ from }) => from));
  context.tell(wanted.cells['Issue Key'], { notes: [`left out: ${why}`] });
  const met = new Map([...wanted.plan.mark.met].filter(([field]) => kept.has(field)));
  return { ...wanted, plan: { ...wanted.plan, values, mark: { ...wanted.plan.mark, met } } };
}

/**
 * Looks for what was sent and not answered, until it is there, or so much time went by that it is not going to be; then it is
 * sent anew.
 * @param rows of the log by key
 * @param update is given what was found or created
 */
export async function settleDoubts(
  context: SyncContext, rows: ReadonlyMap<string, Cells>, update: (issues: ReadonlyMap<string, RemoteIssue>) => Promise<void>,
): Promise<void> {
  const { clock, settle } = context.ports;
  const attempts = new Map<string, number>();
  while (context.doubtful.size > 0) {
    const waiting = [...context.doubtful].flatMap((row) => rows.get(row) ?? []);
    const dueOf = new Map(context.state.pending.flatMap((each) => each.rows.map((row) => [row, Date.parse(each.since) + settle] as const)));
    // Only what was looked for after that time is known not to be there.
    const looked = clock.now();
    const found = await findUnanswered(context, waiting);
    for (const row of found.keys()) context.doubtful.delete(row);
    await update(found);
    const due = waiting.filter((cells) => !found.has(cells['Issue Key']) && (dueOf.get(cells['Issue Key']) ?? 0) <= looked);
    for (const cells of due) context.doubtful.delete(cells['Issue Key']);
    const again = due.filter((cells) => {
      const count = (attempts.get(cells['Issue Key']) ?? 0) + 1;
      attempts.set(cells['Issue Key'], count);
      if (count > MOST_ATTEMPTS) context.tell(cells['Issue Key'], { action: 'failed', notes: ['no answer came to any attempt to create it'] });
      return count <= MOST_ATTEMPTS;
    });
    if (again.length > 0) await update(await createIssues(context, again));
    else if (found.size === 0 && due.length === 0) await clock.sleep(untilNext([...dueOf.values()], clock.now()));
    if (waiting.length === 0) return;
  }
}

/** @returns milliseconds until it is worth looking again */
function untilNext(due: readonly number[], now: number): number {
  return Math.max(1, Math.min(LOOK_AGAIN, ...due.map((at) => at - now).filter((left) => left > 0)));
}
