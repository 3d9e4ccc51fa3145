/** How an issue stands to the definition of done by log, git and ticks alone: a document does not wait for a review. */
import { listFolder, surveyOf } from '../../compose/survey.ts';
import { evaluateDone } from '../../progress/done/evaluate.ts';
import { itemsFor } from '../../progress/done/list.ts';
import type { DoneResult } from '../../protocol/done.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { ticksIn } from '../ticks.ts';
import { doneListOf, DONE_TICKS } from './done-list.ts';
import { rowOf, workOr } from './issue-rows.ts';
import { workOfIssue } from './issue-work.ts';

interface Asked {
  /** Absolute path with `/`. */
  root: string;
  configuration: NamedConfiguration | undefined;
  key: string;
}

/** @throws {Failure} for an unknown issue, and when list, ticks or log cannot be used */
export async function withoutReview({ root, configuration, key }: Asked): Promise<DoneResult[]> {
  const { issue, cells } = await rowOf(root, key);
  const [{ list }, ticks] = [await doneListOf(root), await ticksIn(root, DONE_TICKS)];
  const { tracking } = (await surveyOf(await listFolder({ root, configuration }), { root, configuration, evidence: false })).made;
  const work = await workOr([], () => workOfIssue(root, { issue, tracking }));
  return evaluateDone(itemsFor(list, issue.model !== ''), { issue, cells, git: work?.git ?? null, review: null }, ticks.get(key) ?? {});
}
