/** The formulas of Scrum (scrum §2.2, §4.1, §7): priority, health of a sprint, matrix of risks. */
import type { Level, ScrumIssue, SprintHealth, StoryFacts } from '../protocol/scrum.ts';
import { reachesBaseline } from './models.ts';
import type { TrackedIssue } from './issues.ts';
import { average, tenth } from './statistics.ts';

/** Levels of the log on the scale from 0 to 10; what nobody set is in the middle. */
const ON_SCALE: Readonly<Record<string, number>> = { High: 8, Medium: 5, Low: 2 };
const MIDDLE = 5;
const HARD_POINTS = 13;
const USUAL_POINTS = 5;

type Factor = StoryFacts['factors'][number];

/** @returns the parts of the priority score of an issue, each from 0 to 10, risk and complexity turned round */
export function factorsOf(issue: TrackedIssue): Factor[] {
  const level = (value: string, name: string): { value: number; from: string } => (
    issue.assumed || ON_SCALE[value] === undefined ? { value: MIDDLE, from: `nobody set the ${name}` }
      : { value: ON_SCALE[value], from: `${name} ${value.toLowerCase()}` }
  );
  const risk = level(issue.risk, 'risk');
  const isModel = issue.model !== '';
  const hard = (issue.points ?? 0) >= HARD_POINTS ? 8 : (issue.points ?? 0) >= USUAL_POINTS ? MIDDLE : 2;
  const compliance: Readonly<Record<string, number>> = { 'Non-compliant': 8, 'Under Review': MIDDLE, 'Compliant': 2 };
  const factor = (name: string, weight: number, { value, from }: { value: number; from: string }): Factor => ({ name, weight, value, from });
  return [
    factor('Business value', 0.3, level(issue.value, 'value')),
    factor('Technical risk, turned round', 0.2, { value: 10 - risk.value, from: risk.from }),
    factor('Data availability', 0.2, !isModel ? { value: MIDDLE, from: 'no model' }
      : issue.dataSource === '' ? { value: 2, from: 'no data source named' } : { value: 8, from: 'a data source is named' }),
    factor('Model complexity, turned round', 0.15, isModel && issue.points !== null && !issue.assumed ? { value: 10 - hard, from: `${issue.points} points` }
      : { value: MIDDLE, from: isModel ? 'nobody set points' : 'no model' }),
    factor('Compliance', 0.15, { value: compliance[issue.compliance] ?? MIDDLE, from: issue.compliance === '' ? 'nothing is known'
      : issue.compliance.toLowerCase() }),
  ];
}

/** @returns from 0 to 10 */
export function priorityScore(issue: TrackedIssue): number {
  return tenth(factorsOf(issue).reduce((total, { value, weight }) => total + value * weight, 0));
}

/** @param planned and achieved points @param issues of the sprint */
export function sprintHealth(planned: number, achieved: number, issues: readonly TrackedIssue[]): SprintHealth {
  const coverage = average(issues.flatMap((issue) => (issue.coverage === null ? [] : [issue.coverage])));
  const experiments = issues.flatMap(({ model, metric, baseline, achieved: score }) => (
    model === '' || baseline === null || score === null ? [] : [reachesBaseline(metric, baseline, score)]
  ));
  const parts = {
    velocity: planned === 0 ? null : tenth(Math.min(100, (achieved / planned) * 100)),
    quality: coverage === null ? null : tenth(coverage),
    experiments: experiments.length === 0 ? null : tenth((100 * experiments.filter(Boolean).length) / experiments.length),
  };
  const known = Object.values(parts).filter((part) => part !== null);
  const score = average(known);
  return { score: score === null ? null : tenth(score), ...parts };
}

const RANKS: Readonly<Record<Level, number>> = { Low: 1, Medium: 2, High: 3 };

/** Likely and harmful: the product of both ranks, of which 6 and more is high and 3 and more is medium. */
export function riskLevel(probability: Level, impact: Level): Level {
  const product = RANKS[probability] * RANKS[impact];
  return product >= 6 ? 'High' : product >= 3 ? 'Medium' : 'Low';
}

export function isLevel(text: string): text is Level {
  return text in RANKS;
}

/** What a document shows of an issue; points that nobody set are none. */
export function scrumIssue({ key, summary, status, assignee, points, assumed }: TrackedIssue): ScrumIssue {
  return { key, summary, status, assignee, points: assumed ? null : points };
}
