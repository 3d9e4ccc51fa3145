/** The part of `docs/accuracy.md` that holds the health of files against the bug fixes that they got. */
import { counted } from '../../server/text/wording.ts';
import { fixRate, together, type Group } from './health-comparison.ts';
import type { HealthAndFixes, HealthPeriod } from './health.ts';
import { readFacts } from './score-facts.ts';
import { table } from './score-page.ts';
import { median } from './statistics.ts';

/** Empty before it was ever measured. */
export function healthPart(): string[] {
  const facts = readFacts<HealthAndFixes>('health-and-fixes');
  if (facts === null) return [];
  const { periods } = facts;
  const group = (key: 'all' | 'worst' | 'rest' | 'largest'): Group => together(periods.map((period) => period[key]));
  const rows = ([['Worst tenth by health', 'worst'], ['The other files', 'rest'], ['For comparison, the tenth with the most lines', 'largest']] as const).map(([title, key]) => {
    const { files, codeLines, fixes } = group(key);
    return [title, files, codeLines, fixes, fixRate(group(key)).toFixed(2)];
  });
  return [
    '## Health and bug fixes', '',
    `The health of each file of production code was computed at commits one year and half a year before the last one, in ${counted(new Set(periods.map(({ repository }) => repository)).size, 'project')}. `
    + 'A bug fix is a commit of the half year after it, without merges and sweeps of more than 20 files, whose subject says that it mends something (fix, bug, regression, crash) and not that it mends documentation, tests or style; each file that it touches has one fix. '
    + 'Files are ranked by health within a project, those with 100 points last, and compared by fixes per line, and by how often a file that was mended ranks before one that was not (area under the curve; 0.5 is chance).', '',
    verdict(periods, fixRate(group('worst')), fixRate(group('rest')), fixRate(group('largest'))), '',
    ...table(['All together', 'Files', 'Lines of code', 'Fixes', 'Fixes per 1,000 lines'], rows), '',
    ...table(['Median of the projects', 'Health', 'Lines'], [
      ['Area under the curve: the file was mended', middle(periods, ({ auc }) => auc.health), middle(periods, ({ auc }) => auc.lines)],
      ['Rank correlation with the number of fixes', middle(periods, ({ ranks }) => ranks.healthWithFixes), middle(periods, ({ ranks }) => ranks.linesWithFixes)],
      ['Rank correlation with fixes per line', middle(periods, ({ ranks }) => ranks.healthWithFixesPerLine), middle(periods, ({ ranks }) => ranks.linesWithFixesPerLine)],
      ['Rank correlation with the number of fixes, at equal lines', middle(periods, ({ ranks }) => ranks.healthWithFixesAtEqualLines), ''],
    ]), '',
    ...table(['Project', 'From', 'Files', 'Fix commits', 'Fixes per 1,000 lines: worst tenth', 'rest', 'largest tenth', 'Area under the curve: health', 'lines'], periods.map(rowOf)), '',
    `Formula version ${facts.formulaVersion}, measured on ${facts.date}; \`test/accuracy/health-and-fixes.json\` has all figures.`, '',
  ];
}

/** What came out, in words that follow the figures. */
function verdict(periods: readonly HealthPeriod[], worst: number, rest: number, largest: number): string {
  const higher = periods.filter((period) => fixRate(period.worst) > fixRate(period.rest)).length;
  const known = periods.filter(({ auc }) => auc.health !== null && auc.lines !== null);
  const better = known.filter(({ auc }) => auc.health! > auc.lines!).length;
  return [
    `The worst tenth got ${worst.toFixed(2)} fixes per 1,000 lines, the other files ${rest.toFixed(2)}: ${(worst / rest).toFixed(1)} times as many; it got more in ${higher} of ${counted(periods.length, 'period')}.`,
    `The tenth with the most lines got ${largest.toFixed(2)}.`,
    `Which files will be mended is told better by their health than by their number of lines in ${better} of ${counted(known.length, 'period')} that had fixes${better * 2 > known.length ? '.' : ': the number of lines alone says more.'}`,
  ].join(' ');
}

function middle(periods: readonly HealthPeriod[], valueOf: (period: HealthPeriod) => number | null): string {
  const values = periods.flatMap((period) => valueOf(period) ?? []);
  return values.length === 0 ? '-' : median(values).toFixed(2);
}

function rowOf({ repository, commit, day, fixCommits, all, worst, rest, largest, auc }: HealthPeriod): (string | number)[] {
  const figure = (value: number | null): string => value?.toFixed(2) ?? '-';
  return [`${repository} (${commit.slice(0, 10)})`, day, all.files, fixCommits, figure(fixRate(worst)), figure(fixRate(rest)), figure(fixRate(largest)), figure(auc.health), figure(auc.lines)];
}
