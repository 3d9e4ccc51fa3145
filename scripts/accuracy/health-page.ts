/** The part of `docs/accuracy.md` that holds the health of files against the bug fixes that they got. */
import { counted } from '../../server/text/wording.ts';
import { expectedFixes, fixRate, together, type Group } from './health-comparison.ts';
import type { HealthAndFixes, HealthPeriod } from './health.ts';
import { readFacts } from './score-facts.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

/** Empty before it was ever measured. */
export function healthPart(): string[] {
  const facts = readFacts<HealthAndFixes>('health-and-fixes');
  if (facts === null) return [];
  const { periods } = facts;
  const group = (key: 'all' | 'worst' | 'rest' | 'largest'): Group => together(periods.map((period) => period[key]));
  const row = (title: string, key: 'worst' | 'rest' | 'largest'): (string | number)[] => {
    const { files, codeLines, fixes } = group(key);
    const expected = periods.reduce((sum, period) => sum + expectedFixes(period[key], period.all), 0);
    return [title, files, codeLines, fixes, fixRate(group(key)).toFixed(2), expected.toFixed(1)];
  };
  const projects = new Set(periods.map(({ repository }) => repository));
  const medians = (title: string, health: Value, lines?: Value): string[] => [
    title,
    middle(periods, health),
    lines === undefined ? '' : middle(periods, lines),
  ];
  return [
    '## Health and bug fixes', '',
    `The health of each file of production code was computed one year and half a year before the last commit, in ${counted(projects.size, 'project')}.`,
    'A bug fix is a commit of the half year after it, without merges and sweeps of more than 20 files, whose subject says that it mends something'
    + ' (fix, bug, regression, crash) and not that it mends documentation, tests or style; each file that it touches has one fix.',
    'Files are ranked by health within a project, those with 100 points last, and compared by fixes per line,'
    + ' and by how often a file that was fixed ranks before one that was not (area under the curve; 0.5 is chance).', '',
    verdict(periods, fixRate(group('worst')), fixRate(group('rest')), fixRate(group('largest'))), '',
    ...table(['All together', 'Files', 'Lines of code', 'Fixes', 'Fixes per 1,000 lines', 'Fixes if all lines of a project were alike'], [
      row('Worst tenth by health', 'worst'), row('The other files', 'rest'), row('For comparison, the tenth with the most lines', 'largest'),
    ]), '',
    ...table(['Median of the periods', 'Health', 'Lines'], [
      medians('Area under the curve: the file was fixed', ({ auc }) => auc.health, ({ auc }) => auc.lines),
      medians('Rank correlation with the number of fixes', ({ ranks }) => ranks.healthWithFixes, ({ ranks }) => ranks.linesWithFixes),
      medians('Rank correlation with fixes per line', ({ ranks }) => ranks.healthWithFixesPerLine, ({ ranks }) => ranks.linesWithFixesPerLine),
      medians('Rank correlation with the number of fixes, at equal lines', ({ ranks }) => ranks.healthWithFixesAtEqualLines),
    ]), '',
    ...table([
      'Project', 'From', 'Files', 'Fix commits', 'Fixes per 1,000 lines: worst tenth', 'rest', 'largest tenth', 'Area under the curve: health', 'lines',
    ], periods.map(rowOf)), '',
    `Formula version ${facts.formulaVersion}, measured on ${facts.date}; \`test/accuracy/health-and-fixes.json\` has all figures.`, '',
  ];
}

/** What came out, in words that follow the figures. */
function verdict(periods: readonly HealthPeriod[], worst: number, rest: number, largest: number): string {
  const fixed = periods.filter(({ all }) => all.fixes > 0);
  const higher = fixed.filter((period) => fixRate(period.worst) > fixRate(period.rest)).length;
  const known = fixed.filter(({ auc }) => auc.health !== null && auc.lines !== null);
  const better = known.filter(({ auc }) => auc.health! > auc.lines!).length;
  const found = fixed.reduce((sum, period) => sum + period.worst.fixes, 0);
  const chance = fixed.reduce((sum, period) => sum + expectedFixes(period.worst, period.all), 0);
  return [
    `The worst tenth got ${worst.toFixed(2)} fixes per 1,000 lines and the other files ${rest.toFixed(2)}.`,
    `Held against the rate of its own project, that is ${counted(found, 'fix', 'fixes')} where chance would give ${chance.toFixed(0)};`,
    `it got more than the rest in ${higher} of ${counted(fixed.length, 'period')} with fixes. The tenth with the most lines got ${largest.toFixed(2)}.`,
    `Which files will be fixed is predicted better by health than by the number of lines in ${better} of ${counted(known.length, 'period')}`,
    better * 2 > known.length ? 'that can be compared.' : 'that can be compared: the number of lines alone says more.',
  ].join(' ');
}

type Value = (period: HealthPeriod) => number | null;

function middle(periods: readonly HealthPeriod[], valueOf: Value): string {
  const values = periods.flatMap((period) => valueOf(period) ?? []);
  return values.length === 0 ? '-' : median(values).toFixed(2);
}

function rowOf({ repository, commit, day, fixCommits, all, worst, rest, largest, auc }: HealthPeriod): (string | number)[] {
  const figure = (value: number | null): string => value?.toFixed(2) ?? '-';
  const rates = [worst, rest, largest].map((group) => figure(fixRate(group)));
  return [`${repository} (${commit.slice(0, 10)})`, day, all.files, fixCommits, ...rates, figure(auc.health), figure(auc.lines)];
}
