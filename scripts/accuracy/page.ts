/** `docs/accuracy.md`: the share of each rule's findings worth the reader's time, and what the score is worth, from the recorded facts. */
import { counted, listed } from '../../server/text/wording.ts';
import { groupedBy, compareText } from '../../server/text/order.ts';
import { readJudgements, readRepositories, verdictOf, type Judgement } from './judgements.ts';
import { healthPart } from './health-page.ts';
import { wilson } from './sample.ts';
import { damagePart, levelsPart } from './score-page.ts';
import { table } from './table.ts';

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** One row: how many were worth reporting, noise and false, and the interval of the first share. */
function row(name: string, judgements: readonly Judgement[]): (string | number)[] {
  const count = (verdict: string): number => judgements.filter((each) => verdictOf(each) === verdict).length;
  const worth = count('worth');
  const [low, high] = wilson(worth, judgements.length);
  return [name, judgements.length, worth, count('noise'), count('false'), `${percent(worth / judgements.length)} (${percent(low)} to ${percent(high)})`];
}

function sharesBy(first: string, groups: ReadonlyMap<string, readonly Judgement[]>): string[] {
  const sorted = [...groups].sort(([a], [b]) => compareText(a, b));
  return table([first, 'Judged', 'Worth saying', 'Noise', 'False', 'Worth saying, with 95% interval'], sorted.map(([name, own]) => row(name, own)));
}

/** Text of the page. */
export function accuracyPage(): string {
  const judgements = readJudgements();
  const repositories = readRepositories().filter(({ repository }) => judgements.some((each) => each.repository === repository));
  const agreed = judgements.filter(({ verdicts }) => verdicts.length > 1 && verdicts[0] === verdicts[1]).length;
  const twice = judgements.filter(({ verdicts }) => verdicts.length > 1).length;
  const languageOf = new Map(repositories.map(({ repository, language }) => [repository, language === 'python' ? 'Python' : 'TypeScript and JavaScript']));
  const setOf = new Map(repositories.map(({ repository, set }) => [repository, set === 'held-out' ? 'held out' : 'development']));
  return [
    '# Accuracy',
    '',
    '<!-- Generated from test/accuracy by `npm run generate`; do not edit. -->',
    '',
    `${counted(judgements.length, 'finding')} of `
      + `${counted(repositories.length, 'public repository', 'public repositories')}, drawn at random by a fixed seed and read `
      + `in their code as their maintainers would.`,
    '*Worth saying*: true, and a maintainer would act on it or be glad to know. *Noise*: true, and its reader would shrug. *False*: not so.',
    `${twice} were judged by two people who had not seen the rules' code; they agreed on ${agreed}, and the others were read again.`,
    'A finding counts as it was reported when it was drawn. Rules change afterwards: `npm run accuracy -- compare` says what a change gains and loses on ' +
      'all of them.',
    '',
    '## By draw',
    '',
    'Later draws are from other repositories, after what the draws before them showed was mended. The last ones are what to expect; all other tables add ' +
      'up every draw, and so show what was mended as well. Draw 13 is from repositories whose first findings were read while rules still changed, and so ' +
      'shows how well the rules fit them. Draws 17 and 18 hold four projects each that had been drawn before; without them 85% and 69% are worth saying.',
    '',
    ...sharesBy(
      'Draw',
      groupedBy(judgements, ({ draw }) => String(draw).padStart(2)),
    ),
    '',
    '## By language and set',
    '',
    ...sharesBy(
      'Where',
      groupedBy(judgements, ({ repository }) => `${languageOf.get(repository)}, ${setOf.get(repository)}`),
    ),
    '',
    '## By severity',
    '',
    ...sharesBy(
      'Severity',
      groupedBy(judgements, ({ severity, blocker }) => (blocker ? 'blocker' : severity)),
    ),
    '',
    '## By rule',
    '',
    ...sharesBy(
      'Rule',
      groupedBy(judgements, ({ rule }) => `\`${rule}\``),
    ),
    '',
    '## Repositories',
    '',
    `${listed(repositories.map(({ repository, commit }) => `${repository} (${commit.slice(0, 10)})`))}.`,
    '',
    ...levelsPart(),
    ...damagePart(),
    ...healthPart(),
  ].join('\n');
}
