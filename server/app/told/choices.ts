/** What can be named in a command: gates, issues, sprints, items of the definition of done. */
import type { Choice, ChoicesParams } from '../../protocol/commands.ts';
import { sprintsOf } from '../../progress/sprint.ts';
import { trackedIssues } from '../../progress/issues.ts';
import { REVIEW_GATE } from '../../gates/verdict.ts';
import { counted } from '../../text/wording.ts';
import { eachText, showable } from '../../text/plain-text.ts';
import { issuesOf } from '../../tracking/log.ts';
import { issueDone } from '../track/done.ts';
import { readMasked } from '../track/masked-log.ts';
import { readingOf, reviewedIn, type CommandFolder } from './folder.ts';

/** @returns in the order in which they are offered; the ids are as commands name them @throws {Failure} when they cannot be told */
export async function choicesOf(folder: CommandFolder, { of }: ChoicesParams): Promise<Choice[]> {
  const choices = await found(folder, of);
  return choices.map((choice) => ({ ...eachText(choice, showable), id: choice.id }));
}

async function found(folder: CommandFolder, of: ChoicesParams['of']): Promise<Choice[]> {
  switch (of.kind) {
    case 'gates': return gates(folder);
    case 'issues': return (await issues(folder.root)).map(({ key, summary, status }) => ({ id: key, title: key, detail: [status, summary].join(' · ') }));
    case 'sprints': return sprintsOf(await issues(folder.root)).reverse().map((sprint) => ({ id: sprint, title: sprint, detail: '' }));
    case 'items': return items(folder, of.key);
  }
}

function gates(folder: CommandFolder): Choice[] {
  const { opened } = readingOf(folder);
  const configured = opened.survey.made.gates.map(({ name, conditions }) => ({ id: name, title: name, detail: counted(conditions.length, 'condition') }));
  return [...configured, { id: REVIEW_GATE, title: REVIEW_GATE, detail: 'the gate of every review' }];
}

async function issues(root: string): Promise<ReturnType<typeof trackedIssues>> {
  return trackedIssues(issuesOf((await readMasked(root)).log));
}

/** What was seen to be so is no matter of a tick; one that was given can be taken back in any case. */
async function items(folder: CommandFolder, key: string): Promise<Choice[]> {
  const { opened, review, metrics } = await reviewedIn(folder);
  const { items: all } = await issueDone(opened, review, { key, metrics });
  return all.filter(({ state, by }) => state === 'not-seen' || by !== null).map(({ id, title, evidence, by, at }) => (
    { id, title, detail: by === null ? evidence : `${by}, ${at ?? ''}`, ticked: by !== null }
  ));
}
