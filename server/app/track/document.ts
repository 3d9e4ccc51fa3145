/** The documents of Scrum, filled from log and git. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nearestName } from '../../config/nearest.ts';
import { sprintFacts, sprintsOf, storyFacts } from '../../progress/sprint.ts';
import type { DocumentKind } from '../../protocol/scrum.ts';
import { fillDocument, TEMPLATES } from '../../report/scrum/document.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { withoutReview } from './done-without-review.ts';
import { maskedData } from './mask-data.ts';
import { reportInput } from './report.ts';

/** Where a team keeps templates of its own, by the name of the document; relative to the folder. */
export const TEMPLATE_FOLDER = '.archwright/templates';

export interface DocumentOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  kind: DocumentKind;
  /** Issue of a story. */
  key?: string | undefined;
  /** The latest of the log when it is undefined. */
  sprint?: string | undefined;
  now: Date;
}

export interface MadeDocument {
  text: string;
  /** Sentences on what could not be filled in. */
  notes: string[];
}

/** @throws {Failure} for an unknown issue or sprint, and when log or template cannot be read */
export async function trackDocument({ root, configuration, kind, key, sprint, now }: DocumentOptions): Promise<MadeDocument> {
  const { issues, history, calendar } = await reportInput({ root, configuration, kinds: ['weekly'], now });
  if (issues.length === 0) throw new Failure('The log has no issues. "archwright track import" fills it from git.');
  const sprints = sprintsOf(issues);
  if (sprint !== undefined && !sprints.includes(sprint)) throw new Failure(`The log has no sprint "${sprint}".${hint(sprint, sprints)}`);
  const template = await templateOf(root, kind);
  const facts = kind === 'story' ? await storyOf() : sprintFacts({ issues, commits: history?.commits ?? [], calendar, now: now.getTime(), sprint });
  const { text, unknown } = fillDocument(template, await maskedData(facts), kind);
  return { text, notes: unknown.map((name) => `The template of "${kind}" names "{{${name}}}", which stands for nothing.`) };

  async function storyOf(): Promise<ReturnType<typeof storyFacts>> {
    if (key === undefined) throw new Failure('Name the issue of the story, such as "archwright track document story SHOP-42".');
    const issue = issues.find((each) => each.key === key);
    if (issue === undefined) throw new Failure(`The log has no issue "${key}".${hint(key, issues.map((each) => each.key))}`);
    return storyFacts(issue, await withoutReview({ root, configuration, key }));
  }
}

function hint(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === null ? '' : ` Did you mean "${near}"?`;
}

async function templateOf(root: string, kind: DocumentKind): Promise<string> {
  try {
    return await readFile(join(root, TEMPLATE_FOLDER, `${kind}.md`), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return TEMPLATES[kind];
    throw new Failure(`Cannot read "${TEMPLATE_FOLDER}/${kind}.md" (${code ?? String(error)}).`);
  }
}
