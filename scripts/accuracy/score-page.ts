/** The part of `docs/accuracy.md` about the score: its levels, what damage does to it, and what health says of bugs. */
import { DIMENSIONS } from '../../server/score/formula.ts';
import { counted } from '../../server/text/wording.ts';
import type { Damage } from './damage-facts.ts';
import { TITLES, type KindId } from './damage-kinds.ts';
import { fitOf, type Fit } from './levels.ts';
import { readFacts, readScoreGroups, type Levels } from './score-facts.ts';
import { rounded } from './statistics.ts';
import { table } from './table.ts';

const titleOf = new Map(DIMENSIONS.flatMap(({ criteria }) => criteria).map(({ id, title }) => [id, title]));

/** Both groups with their scores, and the figures that they are held against. */
export function levelsPart(): string[] {
  const levels = readFacts<Levels>('score-levels');
  if (levels === null) return [];
  const fits = (['built-on', 'held-out'] as const).map((set) => ({ set, fit: fitOf(levels, set) }));
  const rows = levels.levels.map(({ repository, commit, set, group, total, measuredMax, blockers, criteria }) => [
    `${repository} (${commit.slice(0, 10)})`, `${group}${set === 'held-out' ? ', held out' : ''}`,
    total?.toFixed(1) ?? '-', measuredMax, blockers, criteria.practices?.[0].toFixed(1) ?? '-',
  ]);
  return [
    '## Levels of the score', '',
    `Formula version ${levels.formulaVersion}, measured on ${levels.date}.`,
    '*Kept*: a strict compiler or linter and tests in CI, reviewed changes. *Broken*: vulnerable by design, or an abandoned prototype.',
    readScoreGroups()['built-on'].note, '',
    ...fits.flatMap(({ set, fit }) => (fit === null ? [] : [...fitTable(set, fit), ''])),
    ...(fits[1]!.fit === null ? [readScoreGroups()['held-out'].note, ''] : []),
    ...table(['Project', 'Group', 'Score', 'Of points that could be measured', 'Blockers', 'Security practices, of 10'], rows), '',
  ];
}

function fitTable(set: string, { kept, broken, auc, practices }: Fit): string[] {
  const first = set === 'held-out' ? 'Held out' : 'Built on';
  return [
    ...table([first, 'Projects', 'Median', 'Lowest', 'Highest', 'Security practices, median', 'lowest'], [
      ['Kept', kept.count, kept.median.toFixed(1), kept.lowest.toFixed(1), '', practices.kept.toFixed(1), practices.keptLowest.toFixed(1)],
      ['Broken', broken.count, broken.median.toFixed(1), '', broken.highest.toFixed(1), practices.broken.toFixed(1), ''],
    ]), '',
    `A kept project lies above a broken one in ${rounded(100 * auc, 1)}% of all pairs (area under the curve ${auc.toFixed(3)}).`,
  ];
}

/** What planted faults did to their criterion. */
export function damagePart(): string[] {
  const damages = readFacts<{ damages: Damage[] }>('score-damage')?.damages ?? [];
  if (damages.length === 0) return [];
  const holds = (value: boolean): string => (value ? 'yes' : '**no**');
  const rows = damages.map(({ repository, kind, criterion, steps, falls, fallsMost, returns }) => {
    const points = steps.map(({ criteria }) => criteria[criterion]?.[0].toFixed(1) ?? '-');
    const totals = [steps[0]!, steps.at(-2)!].map(({ total }) => total?.toFixed(1) ?? '-');
    const verdicts = [falls, fallsMost, returns].map(holds);
    return [repository, TITLES[kind as KindId].title, titleOf.get(criterion)!, points[0]!, points.slice(1, -1).join(', '), totals.join(' → '), ...verdicts];
  });
  const good = damages.filter(({ falls, fallsMost, returns }) => falls && fallsMost && returns).length;
  return [
    '## Damage', '',
    'Faults of one kind are put into a copy of a kept project, 1, 2, 4, 8 and 16 for 100 files of production code (at least so many), and fixed again.',
    'Before and after, the same functions stand there without the fault.',
    'The criterion has to fall, never to rise in between, to lose a larger share of its points than any other, and everything to return to the tenth.',
    `That holds for ${good} of ${counted(damages.length, 'row')}; formula version ${damages[0]!.formulaVersion}, measured on ${damages[0]!.date}.`, '',
    ...table(['Project', 'Faults', 'Criterion', 'Points without', 'Points with more and more', 'Score', 'Falls', 'Falls most', 'Returns'], rows), '',
  ];
}
