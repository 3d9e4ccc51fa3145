/** Fills templates of Scrum documents with facts, as Markdown. */
import type { DocumentKind, ScrumIssue, SprintFacts, StoryFacts } from '../../protocol/scrum.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';
import { oneDecimal, percentText, spanText } from '../progress/section.ts';

export { DOCUMENT_KINDS, type DocumentKind } from '../../protocol/scrum.ts';
export { TEMPLATES } from './templates.ts';

export interface FilledDocument {
  text: string;
  /** Names in double braces that stand for nothing. */
  unknown: string[];
}

const NOTHING = 'Nothing.';
/** Shares of the capacity (scrum §3.1). */
const CAPACITY = [['Research and experiments', 0.4], ['Development and integration', 0.35], ['Tests and validation', 0.2], ['Documents', 0.05]] as const;
const SCALE = [
  '1 a setting or a small fault', '2 a look at data or a simple feature', '3 a first model', '5 an experiment or a difficult feature',
  '8 a new architecture or infrastructure', '13 a pipeline from end to end', '21 research, or a large change of the architecture',
];
const MOST_ROWS = 30;

/** @returns the text of a template with what is known in the place of each name @param facts of what the kind needs */
export function fillDocument(template: string, facts: SprintFacts | StoryFacts, kind: DocumentKind): FilledDocument {
  const values = kind === 'story' ? storyValues(facts as StoryFacts) : sprintValues(facts as SprintFacts);
  const unknown = new Set<string>();
  const text = template.replace(/\{\{ *([\w-]+) *\}\}/g, (whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) unknown.add(name);
    return value ?? whole;
  });
  return { text: text.endsWith('\n') ? text : `${text}\n`, unknown: [...unknown] };
}

function named({ key, summary, points }: ScrumIssue): string {
  return `${markdownText(key)} ${markdownText(summary)}${points === null ? '' : ` (${oneDecimal(points)})`}`;
}

function list(issues: readonly ScrumIssue[], more: (issue: ScrumIssue) => string = () => ''): string {
  const lines = issues.slice(0, MOST_ROWS).map((issue) => `- ${named(issue)}${more(issue)}`);
  return [...lines, ...(issues.length > MOST_ROWS ? [`- and ${issues.length - MOST_ROWS} more`] : [])].join('\n') || NOTHING;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], none = NOTHING): string {
  return rows.length === 0 ? none : markdownTable(head, rows.slice(0, MOST_ROWS).map((row) => row.map((cell) => markdownText(cell)))).join('\n');
}

function sprintValues(facts: SprintFacts): Map<string, string> {
  const { planned, achieved, velocityTarget, finished, open, blocked, overdue, health, models, cycleTime, people } = facts;
  const target = velocityTarget === null ? 'not known: no sprint is over, or nobody set points' : `${oneDecimal(velocityTarget)} points`;
  const stuck = [...blocked.map((issue) => `- [ ] ${named(issue)}: blocked`), ...overdue.map((issue) => `- [ ] ${named(issue)}: overdue`)];
  return new Map([
    ['sprint', facts.sprint === null ? 'the last two weeks' : markdownText(facts.sprint)], ['day', facts.day],
    ['targets', `- Velocity: ${target}\n- Coverage: at least 90%\n- Model: `],
    ['priorities', table(['Issue', 'Summary', 'Points', 'Priority'], facts.priorities.map((each) => [
      each.key, each.summary, each.points === null ? '?' : oneDecimal(each.points), oneDecimal(each.score),
    ]))],
    ['capacity', table(['Work', 'Share', 'Points'], CAPACITY.map(([work, share]) => [
      work, percentText(share * 100), velocityTarget === null ? '?' : oneDecimal(velocityTarget * share),
    ]))],
    ['estimates', list(facts.toEstimate)], ['scale', SCALE.join('; ')], ['impediments', stuck.join('\n') || NOTHING],
    ['risks', table(['Issue', 'Summary', 'Probability', 'Impact', 'Risk', 'What we do'],
      facts.risks.map((each) => [each.key, each.summary, each.probability, each.impact, each.level, '']), 'No open issue is of high or medium risk.')],
    ['people', people.map(({ name, since, now, blocked: held, commits }) => [
      `## ${markdownText(name)}`, '', `- Since ${facts.since}: ${inLine(since)}${commits === 0 ? '' : `; ${commits} ${commits === 1 ? 'commit' : 'commits'}`}`,
      `- Today: ${inLine(now)}`, ...(held.length === 0 ? [] : [`- Blocked: ${inLine(held)}`]),
    ].join('\n')).join('\n\n') || 'Nobody works on anything that is in the log.'],
    ['models', table(['Issue', 'Model', 'Metric', 'Baseline', 'Achieved'], models.map((each) => [
      each.key, each.modelType, each.metric, each.baseline === null ? '' : String(each.baseline), String(each.achieved),
    ]), 'No model has a score.')],
    ['result', planned === 0 ? `${finished.length} of ${finished.length + open.length} issues finished.`
      : `${oneDecimal(achieved)} of ${oneDecimal(planned)} points finished, ${finished.length} of ${finished.length + open.length} issues.`],
    ['finished', list(finished)], ['open', open.length === 0 ? 'Nothing is left.'
      : `Not finished:\n\n${list(open, ({ status }) => `: ${markdownText(status)}`)}`],
    ['health', `Health of the sprint: ${health.score === null ? 'not known' : `**${oneDecimal(health.score)}** of 100`} `
      + `(velocity ${percentText(health.velocity)}, `
      + `coverage ${percentText(health.quality)}, experiments ${percentText(health.experiments)}).`],
    ['velocity', table(['Sprint', 'Traditional', 'ML Dev', 'Data Eng', 'MLOps', 'Total'], facts.velocity.map((each) => [
      each.sprint, ...[each.traditional, each.mlDevelopment, each.dataEngineering, each.mlops, each.total].map(oneDecimal),
    ]), 'The log names no sprints.')],
    ['cycle-time', cycleTime.medianDays === null ? 'How long issues took is not known.'
      : `Half of the issues took up to ${spanText(cycleTime.medianDays)}; the longest: `
      + `${cycleTime.longest.map(({ key, days }) => `${markdownText(key)} (${spanText(days)})`).join(', ')}.`],
    ['reverted', facts.reverted.length === 0 ? 'Nothing was taken back.' : `Taken back:\n\n${list(facts.reverted)}`],
  ]);
}

function inLine(issues: readonly ScrumIssue[]): string {
  return issues.map(named).join(', ') || 'nothing in the log';
}

function storyValues(story: StoryFacts): Map<string, string> {
  const { key, summary, description, model, factors, score, done } = story;
  const size = story.points === null ? 'not estimated' : `${oneDecimal(story.points)} points`;
  const about = [story.type, story.status, story.assignee, size].filter((word) => word !== '');
  const goal = model === null ? [] : [
    `- [ ] ${markdownText(model.metric || 'its metric')} of at ${model.lowerIsBetter ? 'most' : 'least'} `
      + `${model.baseline === null ? '…' : `the baseline, ${model.baseline}`}`
      + `${model.achieved === null ? '' : ` (reached: ${model.achieved})`}`,
    `- [ ] inference in less than 100 ms${model.inferenceMs === null ? '' : ` (measured: ${model.inferenceMs} ms)`}`,
    '- [ ] bias lies within what is allowed', '- [ ] it can be explained as far as needed',
  ];
  const groups = [...new Set(done.map(({ group }) => group))];
  return new Map([
    ['key', markdownText(key)], ['summary', markdownText(summary)], ['about', about.map(markdownText).join(' · ')],
    ['description', description.split('\n').map((line) => markdownText(line)).join('\n')],
    ['acceptance', goal.join('\n') || '- [ ] '],
    ['priority', `**${oneDecimal(score)}** of 10\n\n${table(['Part', 'From 0 to 10', 'Weight', 'Because'], factors.map((each) => [
      each.name, oneDecimal(each.value), percentText(each.weight * 100), each.from,
    ]))}`],
    ['done', groups.map((group) => `${group}:\n\n${done.filter((each) => each.group === group).map(({ item, done: ticked, evidence }) => (
      `- [${ticked ? 'x' : ' '}] ${item}${evidence === '' ? '' : ` (${markdownText(evidence)})`}`
    )).join('\n')}`).join('\n\n')],
  ]);
}
