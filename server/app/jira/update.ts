/** Brings an issue in line with its row: fields, status, time, and what both sides had when they met. */
import { Refused } from '../../jira-client/client.ts';
import { digestOf, sameMark, type Mark } from '../../jira/identity.ts';
import { planUpdate, type Difference, type RemoteIssue, type UpdatePlan } from '../../jira/plan.ts';
import { fieldsJson } from '../../jira/values.ts';
import type { Cells, FieldName } from '../../tracking/fields.ts';
import { sentenceOf, type SyncContext } from './context.ts';
import { logTime } from './time.ts';

/** What is done about one row, in a plan or in earnest. @throws only what is no matter of this row alone */
export async function updateIssue(context: SyncContext, cells: Cells, remote: RemoteIssue): Promise<void> {
  const row = cells['Issue Key'];
  const planned = context.planned(cells, remote);
  if (planned === null) {
    context.tell(row, { issue: remote.key, action: 'left', notes: ['its type of issue is not known in the project'] });
    return;
  }
  const plan = planUpdate(planned, remote, context.job.overwrite.has(row));
  const fields: FieldName[] = [...plan.values.keys()].map(({ from }) => from);
  if (plan.status !== null) fields.push('Status');
  if (plan.spent !== null) fields.push('Time Spent');
  const action = fields.length > 0 ? 'update' : 'same';
  const { differences, notes } = plan;
  context.tell(row, { issue: remote.key, action, fields: context.job.apply ? [] : fields, differences: [...differences], notes: [...notes] });
  if (!context.job.apply) return;
  try {
    await apply(context, cells, remote, plan);
  } catch (error) {
    context.tell(row, { action: 'failed', notes: [sentenceOf(error)] });
  }
}

async function apply(context: SyncContext, cells: Cells, remote: RemoteIssue, plan: UpdatePlan): Promise<void> {
  const { api } = context.ports;
  const { key } = remote;
  const row = cells['Issue Key'];
  let { mark } = plan;
  let last: Mark | null = remote.mark;
  const done: FieldName[] = [];
  const differences: Difference[] = [...plan.differences];
  const note = (text: string): void => context.tell(row, { notes: [text] });
  if (plan.values.size > 0) {
    const written = await edit(context, { key, row, plan });
    mark = last = written.mark;
    done.push(...written.fields);
  }
  if (plan.status !== null) {
    if (await api.moveTo(key, plan.status)) {
      mark = { ...withMet(mark, plan, ['Status']), fresh: false };
      done.push('Status');
    } else note(`there is no way from "${remote.status.name}" to "${plan.status}"`);
  }
  if (plan.spent !== null) {
    if (await logTime(context, { cells, key, seconds: plan.spent, met: mark.met.get('Time Spent') })) {
      mark = { ...mark, met: new Map([...mark.met, ['Time Spent', pairOf(plan.spent)]]) };
      done.push('Time Spent');
    } else differences.push({ field: 'Time Spent', standing: 'conflict' });
  }
  if (!sameMark(last, mark)) await api.setMark(key, mark);
  context.tell(row, { action: done.length > 0 ? 'update' : 'same', fields: done, differences });
}

/** Sets the fields. What Jira does not want to have set is left out, and told. */
async function edit(context: SyncContext, { key, row, plan }: { key: string; row: string; plan: UpdatePlan }): Promise<{ mark: Mark; fields: FieldName[] }> {
  const { api } = context.ports;
  const write = async (values: UpdatePlan['values']): Promise<{ mark: Mark; fields: FieldName[] }> => {
    const fields = [...values.keys()].map(({ from }) => from);
    const mark = withMet(plan.mark, plan, fields);
    await api.edit(key, fieldsJson(values), mark);
    return { mark, fields };
  };
  try {
    return await write(plan.values);
  } catch (error) {
    if (!(error instanceof Refused) || error.fields.size === 0) throw error;
    const { fields } = error;
    const less = new Map([...plan.values].filter(([{ id }]) => !fields.has(id)));
    if (less.size === plan.values.size) throw error;
    context.tell(row, { notes: [`left out: ${[...fields].map(([field, message]) => `${field}: ${message}`).join(' ')}`] });
    return less.size === 0 ? { mark: plan.mark, fields: [] } : write(less);
  }
}

function withMet(mark: Mark, { written }: UpdatePlan, fields: readonly FieldName[]): Mark {
  const added = fields.flatMap((field) => {
    const met = written.get(field);
    return met === undefined ? [] : [[field, met] as const];
  });
  return { ...mark, met: new Map([...mark.met, ...added]) };
}

function pairOf(seconds: number): { local: string; remote: string } {
  const digest = digestOf(seconds);
  return { local: digest, remote: digest };
}
