/** Sections on what the history says of the code. */
import type { Coupling, Hotspots, Ownership } from '../../protocol/progress.ts';
import { counted, grouped, percent } from '../../text/wording.ts';
import { oneDecimal, percentText, tableOf, type Section } from './section.ts';

const MOST_ROWS = 12;
const CHART_ROWS = 10;

export function hotspotSection({ hotspots, age, files, commits, from, to }: Hotspots): Section {
  const [hottest] = hotspots;
  return {
    id: 'hotspots', title: 'Hotspots',
    lead: [
      hottest === undefined ? `No source file changed more than once in the last year of the ${counted(commits, 'commit')}.`
        : `Most work meets most code in ${hottest.path}: ${counted(hottest.revisions, 'commit')} ` +
          `in the last year of the history, ${counted(hottest.lines, 'line')}.`,
      ...(from === null ? [] : [`From ${counted(commits, 'commit')} of ${from} to ${to}, over ${counted(files, 'source file')}.`]),
    ],
    figures: [],
    charts: hotspots.length < 2 ? [] : [{
      title: 'Hotspots: commits × lines, the hottest is 100', unit: '', kind: 'bars', labels: hotspots.slice(0, CHART_ROWS).map(({ path }) => path),
      series: [{ name: 'hotspot', tone: 'accent', values: hotspots.slice(0, CHART_ROWS).map(({ hotspot }) => hotspot) }],
    }],
    tables: [
      ...tableOf('Hotspots', ['File', 'Hotspot', 'Commits', 'Lines', 'Churn', 'Age in months'], hotspots.slice(0, MOST_ROWS).map((each) => [
        each.path, String(each.hotspot), grouped(each.revisions), grouped(each.lines), grouped(each.churn), grouped(each.ageMonths),
      ]), [1, 2, 3, 4, 5]),
      ...tableOf('Last changed', ['Within', 'Files'], age.every((each) => each.files === 0) ? [] : age.map((each) => [each.upTo, grouped(each.files)]), [1]),
    ],
  };
}

export function couplingSection({ totalPairs, pairs, sumOfCoupling, thresholds, largeCommits, commits }: Coupling): Section {
  const [closest] = pairs;
  return {
    id: 'coupling', title: 'Change coupling',
    lead: [
      closest === undefined
        ? `No two source files changed together ${thresholds.minSharedRevs} times and in ${thresholds.minCoupling}% of their commits.`
        : `${counted(totalPairs, 'pair')} of files that change together; ${closest.first} and ${closest.second} in ${closest.degree}% of their commits.`,
      ...(largeCommits === 0 ? []
        : [`Left out: ${counted(largeCommits, 'commit')} of ${grouped(commits)} with more than ${thresholds.maxChangesetSize} files.`]),
    ],
    figures: [], charts: [],
    tables: [
      ...tableOf('Pairs', ['File', 'Changes with', 'Degree', 'Together', 'Average commits'], pairs.slice(0, MOST_ROWS).map((each) => [
        each.first, each.second, `${each.degree}%`, grouped(each.shared), grouped(each.averageRevs),
      ]), [2, 3, 4]),
      ...tableOf('Sum of coupling', ['File', 'Changed with others'], sumOfCoupling.slice(0, MOST_ROWS).map(({ path, soc }) => [path, grouped(soc)]), [1]),
    ],
  };
}

export function ownershipSection({ busFactor, authors, entities, files, ofOneAuthor, ofAbsentAuthors }: Ownership): Section {
  return {
    id: 'ownership', title: 'Ownership',
    lead: files === 0 ? ['No commit touches a source file that is still there.'] : [
      busFactor === 1 ? `One person, ${authors[0]!.author}, wrote half of all lines: the bus factor is 1.`
        : `${busFactor} people wrote half of all lines: the bus factor is ${busFactor}.`,
      ...(ofOneAuthor === 0 ? []
        : [`${counted(ofOneAuthor, 'file')} of ${grouped(files)} (${percent(ofOneAuthor, files)}) ${ofOneAuthor === 1 ? 'has' : 'have'} a single author.`]),
      ...(ofAbsentAuthors === 0 ? []
        : [`Of ${counted(ofAbsentAuthors, 'file')} (${percent(ofAbsentAuthors, files)}) the main author has not committed for a year.`]),
    ],
    figures: files === 0 ? [] : [{ label: 'Bus factor', value: String(busFactor), ...(busFactor === 1 ? { tone: 'fair' as const } : {}) }],
    charts: authors.length < 2 ? [] : [{
      title: 'Lines written, in percent', unit: '%', kind: 'bars', labels: authors.slice(0, CHART_ROWS).map(({ author }) => author),
      series: [{ name: 'share', tone: 'accent', values: authors.slice(0, CHART_ROWS).map(({ share }) => share) }],
    }],
    tables: [
      ...tableOf('Authors', ['Author', 'Lines written', 'Share', 'Main author of', 'Last commit'], authors.slice(0, MOST_ROWS).map((each) => [
        each.author, grouped(each.added), percentText(each.share), counted(each.files, 'file'), each.lastCommit,
      ]), [1, 2, 3]),
      ...tableOf('Files that few know', ['File', 'Main author', 'Share', 'Authors', 'Bus factor'], entities.slice(0, MOST_ROWS).map((each) => [
        each.path, `${each.mainAuthor}${each.absent ? ' (absent)' : ''}`, `${oneDecimal(each.share)}%`, grouped(each.authors), grouped(each.busFactor),
      ]), [2, 3, 4]),
    ],
  };
}
