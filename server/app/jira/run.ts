/** One run over all rows: looks at what Jira has, and creates and updates what is to be. */
import { Cancelled, Stopped } from '../../jira-client/client.ts';
import type { RemoteIssue } from '../../jira/plan.ts';
import { placeOf, stageOf } from '../../jira/rows.ts';
import type { JsonSyncedRow } from '../../protocol/jira.ts';
import { counted } from '../../text/wording.ts';
import type { Cells } from '../../tracking/fields.ts';
import { sentenceOf, SyncContext, type SyncJob, type SyncPorts } from './context.ts';
import { createIssues, settleDoubts } from './create.ts';
import { findIssues } from './find.ts';
import { updateIssue } from './update.ts';

export interface SyncResult {
  /** Of the rows that were reached, in the order of the log. */
  rows: JsonSyncedRow[];
  notes: string[];
  /** Why it ended before all rows were done; null when it did not. */
  stopped: string | null;
}

/** Rows whose issues are read at once. */
const CHUNK = 50;
/** Issues that are written to at the same time. */
const AT_ONCE = 4;

/** Never throws for what Jira or the network does: that is told. */
export async function runSync(job: SyncJob, ports: SyncPorts): Promise<SyncResult> {
  const context = new SyncContext(job, ports);
  let stopped: string | null = null;
  try {
    await context.readProject();
    await allRows(context);
  } catch (error) {
    forgetUnsent(context);
    stopped = error instanceof Cancelled ? cancelledWords(context) : error instanceof Stopped ? error.message : sentenceOf(error);
  }
  for (const row of context.doubtful) context.tell(row, { action: 'failed', notes: ['no answer came; the next run looks whether it was created'] });
  return { rows: job.rows.flatMap((cells) => context.rows.get(cells['Issue Key']) ?? []), notes: [...context.notes], stopped };
}

/** What was to be created and was not sent when the run ended was not reached: nobody shall count it as created. */
function forgetUnsent({ rows, doubtful, job }: SyncContext): void {
  if (!job.apply) return;
  for (const [row, { action, issue }] of rows) if (action === 'create' && issue === null && !doubtful.has(row)) rows.delete(row);
}

/** Whoever cancels wants to know what is left. */
function cancelledWords({ job, rows }: SyncContext): string {
  const left = job.rows.length - rows.size;
  return `${new Cancelled().message}; ${left} of ${counted(job.rows.length, 'row')} ${left === 1 ? 'was' : 'were'} not reached`;
}

async function allRows(context: SyncContext): Promise<void> {
  const { job, ports } = context;
  const byKey = new Map(job.rows.map((cells) => [cells['Issue Key'], cells]));
  let done = 0;
  for (const stage of [0, 1, 2] as const) {
    const rows = job.rows.filter((cells) => stageOf(cells) === stage);
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK);
      await oneChunk(context, chunk);
      ports.progress(done += chunk.length, job.rows.length);
    }
  }
  await settleDoubts(context, byKey, (issues) => updateAll(context, byKey, issues));
}

async function oneChunk(context: SyncContext, rows: readonly Cells[]): Promise<void> {
  const byKey = new Map(rows.map((cells) => [cells['Issue Key'], cells]));
  let found: Map<string, RemoteIssue>;
  try {
    await context.findAccounts(rows);
    found = await findIssues(context, rows);
  } catch (error) {
    const why = sentenceOf(error);
    for (const row of byKey.keys()) context.tell(row, { action: 'failed', notes: [why] });
    return;
  }
  await updateAll(context, byKey, found);
  const missing = rows.filter((cells) => !found.has(cells['Issue Key']));
  const fresh = missing.filter((cells) => isToBeCreated(context, cells['Issue Key']));
  if (fresh.length > 0) await updateAll(context, byKey, await createIssues(context, fresh));
}

/** A row that was sent before and not answered is looked for at the end, when there was time for it to arrive. */
function isToBeCreated(context: SyncContext, row: string): boolean {
  const place = placeOf(row, context.job.project, context.state.issues);
  if (place.kind === 'left') context.tell(row, { action: 'left', notes: [place.why] });
  else if (place.kind === 'key') context.tell(row, { action: 'left', notes: [`${place.key} is not in Jira, was moved, or may not be seen`] });
  else if (!context.state.pending.some(({ what, rows }) => what === 'issue' && rows.includes(row))) return true;
  else if (context.job.apply) context.doubtful.add(row);
  else context.tell(row, { action: 'create', notes: ['it was sent before, and no answer came: whether it is there is looked for first'] });
  return false;
}

async function updateAll(context: SyncContext, rows: ReadonlyMap<string, Cells>, issues: ReadonlyMap<string, RemoteIssue>): Promise<void> {
  const waiting = [...issues];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await updateIssue(context, rows.get(next[0])!, next[1]);
  };
  const workers = await Promise.allSettled(Array.from({ length: context.job.apply ? AT_ONCE : 1 }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}
