/** Logs the time of a row: one entry for each issue, which grows. */
import { InDoubt } from '../../jira-client/client.ts';
import { digestOf, NOTHING } from '../../jira/identity.ts';
import type { Met } from '../../jira/merge.ts';
import { sentNow, withoutPending } from '../../jira/sync-state.ts';
import { issueOf, type Cells } from '../../tracking/fields.ts';
import type { SyncContext } from './context.ts';

export interface TimeWanted {
  cells: Cells;
  /** Key in Jira. */
  key: string;
  seconds: number;
  /** What both sides had when they last met. */
  met: Met | undefined;
}

/** Between two looks at whether an entry is there, in milliseconds. */
const LOOK_AGAIN = 5000;
const MOST_ATTEMPTS = 3;

/** @returns whether Jira has this time now; false when somebody changed the entry there, which stays */
export async function logTime(context: SyncContext, wanted: TimeWanted): Promise<boolean> {
  const { api } = context.ports;
  const { cells, key, seconds, met } = wanted;
  const identity = context.identityOf(cells);
  const row = cells['Issue Key'];
  const isForced = context.job.overwrite.has(row);
  await settled(context, wanted);
  for (let attempt = 1; ; attempt++) {
    const [own] = await api.ownWorklogs(key, identity);
    if (own !== undefined) {
      await forget(context, row);
      if (own.seconds === seconds) return true;
      if (met !== undefined && met.remote !== digestOf(own.seconds) && !isForced) return false;
      await api.changeTime(key, own.id, seconds);
      return true;
    }
    // Somebody deleted it.
    if (met !== undefined && met.remote !== NOTHING && !isForced) return false;
    const now = (): string => new Date(context.ports.clock.now()).toISOString();
    try {
      await api.logTime(key, identity, { seconds, started: issueOf(cells)['Created Date'] ?? now() }, () => {
        const sent = { what: 'time' as const, rows: [row], since: now(), after: 0 };
        return context.change((state) => ({ ...state, pending: [...withoutPending(state, 'time', [row]).pending, sent] }));
      });
    } catch (error) {
      if (!(error instanceof InDoubt)) {
        await forget(context, row);
        throw error;
      }
      await context.change((state) => sentNow(state, 'time', [row], context.ports.clock.now()));
      if (attempt === MOST_ATTEMPTS) throw error;
      await settled(context, wanted);
      continue;
    }
    await forget(context, row);
    return true;
  }
}

async function forget(context: SyncContext, row: string): Promise<void> {
  const isPending = context.state.pending.some(({ what, rows }) => what === 'time' && rows.includes(row));
  if (isPending) await context.change((state) => withoutPending(state, 'time', [row]));
}

/** Waits until an entry that was sent and not answered is there, or is not going to be. */
async function settled(context: SyncContext, { cells, key }: TimeWanted): Promise<void> {
  const { api, clock, settle } = context.ports;
  const pending = context.state.pending.find(({ what, rows }) => what === 'time' && rows.includes(cells['Issue Key']));
  if (pending === undefined) return;
  const due = Date.parse(pending.since) + settle;
  while (clock.now() < due) {
    if ((await api.ownWorklogs(key, context.identityOf(cells))).length > 0) return;
    await clock.sleep(Math.min(LOOK_AGAIN, due - clock.now()));
  }
}
