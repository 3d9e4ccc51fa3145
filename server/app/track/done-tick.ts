/** Ticks items of an issue's definition of done. */
import { withoutSecrets } from '../../compose/evidence.ts';
import { listFolder, surveyOf } from '../../compose/survey.ts';
import { userName } from '../../host/git-history.ts';
import { itemsFor } from '../../progress/done/list.ts';
import { recordIssueTick } from '../audit/happenings.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { changeTick, requireName } from '../ticks.ts';
import { doneItem, doneListOf, DONE_TICKS } from './done-list.ts';
import { rowOf, workOr } from './issue-rows.ts';
import { workOfIssue } from './issue-work.ts';
import { refuseBroken } from './record-commits.ts';

export interface DoneTickOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  key: string;
  item: string;
  /** Who says so; git's user.name when it is undefined. */
  by: string | undefined;
  /** Take the tick back. */
  remove: boolean;
}

/**
 * Ticks an item, or takes the tick back, and logs that for audit, where such a log is kept.
 * @returns sentences on what was done
 * @throws {Failure} for an unknown issue or item, when nobody is named, and when list or ticks cannot be used
 */
export async function tickDone({ root, configuration, key, item: id, by, remove }: DoneTickOptions): Promise<string[]> {
  const { issue } = await rowOf(root, key);
  const { list } = await doneListOf(root);
  const record = (who: string | undefined): Promise<void> => recordIssueTick(root, { issue: key, item: id, done: !remove }, who);
  if (remove) {
    // One of an item that is gone from the list must be possible to take back.
    if (!await changeTick(root, DONE_TICKS, key, id, null)) throw new Failure(`Nobody ticked "${id}" of ${key}.`);
    await record(by);
    return [`Took back "${id}" of ${key}.`];
  }
  const item = doneItem(list, id);
  if (!itemsFor(list, issue.model !== '').includes(item)) throw new Failure(`"${id}" is an item of work on models, and ${key} has no "AI Model Type".`);
  const name = requireName(await withoutSecrets((by ?? await userName(root)).replace(/[\r\n]/g, ' ').trim()));
  const survey = await surveyOf(await listFolder({ root, configuration }), { root, configuration, evidence: false });
  refuseBroken(survey);
  const notes: string[] = [];
  const work = await workOr(notes, () => workOfIssue(root, { issue, tracking: survey.made.tracking }));
  await changeTick(root, DONE_TICKS, key, id, { by: name, at: new Date().toISOString().slice(0, 10), work: work?.git.work ?? '' });
  await record(name);
  return [`Ticked "${id}" of ${key}.${item.check === 'person' ? '' : ' It counts while nothing of it can be seen.'}`, ...notes];
}
