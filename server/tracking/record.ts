/** From pieces of work to cells of the log: what is new since the log was written, and nothing else. Pure. */
import { itemsOf, type Cells, type FieldName } from './fields.ts';
import { cellsOf, changeLog, issuesOf, type TrackingLog } from './log.ts';
import { conventionalKind, descriptionOf, isFix, titleOf } from './message.ts';
import { dateText, epochOf } from './units.ts';
import type { Work, WorkCommit } from './work.ts';

/** What is known of the changed files of a piece of work. */
export interface Touched {
  /** Names of blocks, those with most files first. */
  blocks: readonly string[];
  layers: readonly string[];
  /** Kinds of files: what trains models, tests, settings, and any other source code. */
  kinds: ReadonlySet<'model' | 'test' | 'configuration' | 'feature'>;
  /** Models that the files train, by the names of their classes. */
  models: readonly string[];
  /** Cells that reports and metrics fill, such as the coverage. */
  measured: Partial<Cells>;
}

export interface Recorded {
  /** Cells by key of the issue. */
  changes: Map<string, Partial<Cells>>;
  /** Keys of rows whose commit is not in the history any more. */
  lost: string[];
  /** How many issues are new. */
  added: number;
}

/** Marks rows whose priority, points, time, value and risk are defaults and not somebody's judgement. */
export const ASSUMED = 'assumed';
export const ASSUMED_FIELDS: ReadonlySet<FieldName> = new Set(['Priority', 'Story Points', 'Time Spent', 'Business Value', 'Risk Level']);
const REVERTED = 'reverted';

const LONGEST_SUMMARY = 250;
const LONGEST_DESCRIPTION = 1000;
/** More blocks than this say that everything was touched. */
const MOST_BLOCKS = 8;
const MILLISECONDS = 1000;
/** Two rounds are enough for nearly all histories. */
const MOST_ROUNDS = 8;

/** @returns the works that the log does not know to their end; only their files need to be looked at */
export function unrecorded(log: TrackingLog, works: readonly Work[]): Work[] {
  const keys = keysInLog(log, works);
  return works.filter((work) => isNews(work, cellsOf(log, keys.get(work)!)));
}

/**
 * @param log as it is
 * @param works of the history
 * @param touched what is known of the files of a piece of work, asked only for what is new
 * @param event a pull request moves its issue to the review of code
 */
export function recordWorks(
  log: TrackingLog, works: readonly Work[], touched: (work: Work) => Touched, event: 'commit' | 'pull_request' = 'commit',
): Recorded {
  const changes = new Map<string, Partial<Cells>>();
  let added = 0;
  let recorded = recordOnce(log, works, touched, event);
  // A row names one commit: when it moves on, a piece of work that was known by the one before shows as new.
  for (let round = 1, now = log; recorded.changes.size > 0; round++) {
    for (const [key, cells] of recorded.changes) changes.set(key, { ...changes.get(key), ...cells });
    added += recorded.added;
    if (round === MOST_ROUNDS) break;
    now = changeLog(now, recorded.changes);
    recorded = recordOnce(now, works, touched, event);
  }
  return { changes, added, lost: recorded.lost };
}

function recordOnce(log: TrackingLog, works: readonly Work[], touched: (work: Work) => Touched, event: 'commit' | 'pull_request'): Recorded {
  const changes = new Map<string, Partial<Cells>>();
  const keys = keysInLog(log, works);
  let added = 0;
  for (const work of works) {
    const key = keys.get(work)!;
    const before = cellsOf(log, key);
    if (!isNews(work, before)) continue;
    if (before === undefined) added++;
    changes.set(key, before === undefined ? newCells(key, work, touched(work), event) : laterCells(before, work, touched(work), event));
  }
  return { changes, added, lost: lostIn(log, works, new Set(keys.values())) };
}

/**
 * A commit that a row names keeps the key of the row: it may have had it from a branch that is merged and gone. Where other
 * commits name that key, the row is theirs, since it can name one commit alone and would go to and fro between them. A key that
 * was made up from a commit stays when that commit was written anew, as by a rebase.
 */
function keysInLog(log: TrackingLog, works: readonly Work[]): Map<Work, string> {
  const keys = new Map(works.map((work) => [work, work.key]));
  const byHash = new Map(issuesOf(log).map((cells) => [cells['Git Commit Hash'], cells['Issue Key']]));
  const claimed = new Set(works.filter(({ named }) => named).map(({ key }) => key));
  for (const work of works) {
    const key = work.named ? undefined : work.commits.map(({ hash }) => byHash.get(hash)).find((each) => each !== undefined);
    if (key !== undefined && !claimed.has(key)) keys.set(work, key);
  }
  const inHistory = new Set(works.flatMap(({ commits }) => commits.map(({ hash }) => hash)));
  const orphans = issuesOf(log).filter((cells) => cells['Issue Key'].startsWith('AUTO-') && !inHistory.has(cells['Git Commit Hash']));
  if (orphans.length === 0) return keys;
  const byOrigin = new Map(orphans.map((cells) => [`${cells['Created Date']} ${cells['Reporter']}`, cells]));
  const bySummary = new Map(orphans.map((cells) => [cells['Summary'], cells]));
  const taken = new Set(works.map(({ key }) => key));
  for (const work of works) {
    if (work.named || log.rowOf.has(keys.get(work)!)) continue;
    const first = work.commits[0]!;
    const squashed = work.commits.flatMap(({ said }) => (said.pullRequest === '' ? said.squashed : [said.subject, ...said.squashed]))
      .map((subject) => titleOf(subject, '')).find((title) => bySummary.has(title));
    const found = byOrigin.get(`${dateText(first.authored * MILLISECONDS)} ${first.author}`)
      ?? (squashed === undefined ? undefined : bySummary.get(squashed));
    if (found === undefined || taken.has(found['Issue Key'])) continue;
    taken.add(found['Issue Key']);
    keys.set(work, found['Issue Key']);
  }
  return keys;
}

function lostIn(log: TrackingLog, works: readonly Work[], found: ReadonlySet<string>): string[] {
  const inHistory = new Set(works.flatMap(({ commits }) => commits.map(({ hash }) => hash)));
  return issuesOf(log)
    .filter((cells) => cells['Git Commit Hash'] !== '' && !inHistory.has(cells['Git Commit Hash']) && !found.has(cells['Issue Key']))
    .map((cells) => cells['Issue Key']);
}

/** Commits after the one that the row names; all of them when that is gone and there are later ones. */
function isNews(work: Work, before: Cells | undefined): boolean {
  if (before === undefined) return true;
  const { commits } = work;
  const last = commits.at(-1)!;
  const hash = before['Git Commit Hash'];
  const at = hash === '' ? -1 : commits.findIndex((commit) => commit.hash === hash);
  if (at >= 0 && at < commits.length - 1) return true;
  const epoch = epochOf(before['Updated Date']);
  if (at >= 0) {
    // A branch that was merged without a commit of its own: nobody touched the row since.
    return isOpen(before['Status']) && progressOf(work, 'commit').status === 'Done' && epoch === last.committed * MILLISECONDS;
  }
  return epoch === null || last.landed * MILLISECONDS >= epoch;
}

function isOpen(status: string): boolean {
  return status === '' || status === 'In Progress' || status === 'Code Review';
}

interface Progress {
  status: 'To Do' | 'In Progress' | 'Code Review' | 'Done';
  resolved: string;
}

/** Done on the main branch, in progress on any other; work that was taken back is to be done. */
function progressOf({ commits, undone, reverted }: Work, event: 'commit' | 'pull_request'): Progress {
  const last = commits.at(-1)!;
  if (!last.onMain) return { status: event === 'pull_request' ? 'Code Review' : 'In Progress', resolved: '' };
  if (undone) return { status: 'To Do', resolved: '' };
  // What is left of it is half of the work.
  if (reverted && last.said.what.kind === 'revert') return { status: 'In Progress', resolved: '' };
  return { status: 'Done', resolved: lastDate(commits) };
}

/** The latest date of all, since a clock that runs backwards must not take a row back. */
function lastDate(commits: readonly WorkCommit[]): string {
  return dateText(commits.reduce((latest, { landed }) => Math.max(latest, landed), 0) * MILLISECONDS);
}

/** Branch that the work was done on, rather than the one it was merged into. */
function branchOf(commits: readonly WorkCommit[]): string {
  const own = commits.findLast(({ said, branch, onMain, arrival, hash }) => said.what.kind !== 'merge' && branch !== '' && (!onMain || arrival !== hash));
  return own?.branch ?? commits.at(-1)!.branch;
}

function movingCells(work: Work, event: 'commit' | 'pull_request'): Partial<Cells> {
  const last = work.commits.at(-1)!;
  const { status, resolved } = progressOf(work, event);
  return {
    'Status': status, 'Resolution': status === 'Done' ? 'Done' : '', 'Resolved Date': resolved, 'Updated Date': lastDate(work.commits),
    'Git Commit Hash': last.hash, 'Branch Name': branchOf(work.commits),
  };
}

function newCells(key: string, work: Work, touched: Touched, event: 'commit' | 'pull_request'): Partial<Cells> {
  const first = work.commits.find(({ said }) => said.what.kind === 'work') ?? work.commits[0]!;
  const merge = work.commits.find(({ said }) => said.what.kind === 'merge');
  // GitHub writes the title of a pull request into the body of its merge.
  const title = merge !== undefined && merge.said.pullRequest !== '' && merge.said.body !== '' ? merge.said.body.split('\n')[0]! : first.said.subject;
  const isModel = touched.kinds.has('model');
  return {
    'Issue Key': key,
    'Project Key': work.named ? /^([A-Z][A-Z0-9_]*)-\d+$/.exec(key)?.[1] ?? '' : '',
    'Summary': cut(titleOf(title, work.named ? key : ''), LONGEST_SUMMARY),
    'Description': cut(descriptionOf(first.said, key), LONGEST_DESCRIPTION),
    'Issue Type': typeOf([title, first.said.subject], touched),
    'Priority': isModel ? 'High' : 'Medium',
    'Assignee': first.author,
    'Reporter': first.author,
    'Created Date': dateText(first.authored * MILLISECONDS),
    'Time Spent': '1h',
    'Story Points': isModel ? '3' : '2',
    'Business Value': isModel ? 'High' : 'Medium',
    'Risk Level': isModel ? 'Medium' : 'Low',
    'Labels': labelsOf(work, touched, [ASSUMED]).join(','),
    'Components': touched.blocks.slice(0, MOST_BLOCKS).join(','),
    'Pull Request': pullRequestOf(work),
    'Code Review Status': work.commits.some(({ said }) => said.reviewed) ? 'Approved' : '',
    ...modelCells(touched),
    ...movingCells(work, event),
  };
}

/** By what the commit says it is, else by its files: who mends a text has no bug. */
function typeOf(subjects: readonly string[], { kinds }: Touched): string {
  const said = subjects.map(conventionalKind).find((kind) => kind !== '');
  if (said === 'fix' || said === 'bugfix') return 'Bug';
  if (said === undefined && subjects.some(isFix) && (kinds.has('feature') || kinds.has('model') || kinds.size === 0)) return 'Bug';
  return (said === undefined || said === 'feat') && kinds.has('feature') && !kinds.has('model') ? 'Story' : 'Task';
}

/** Only what commits decide is renewed; what people wrote stays. */
function laterCells(before: Cells, work: Work, touched: Touched, event: 'commit' | 'pull_request'): Partial<Cells> {
  const union = (cell: string, more: readonly string[]): string => [...new Set([...itemsOf(cell), ...more])].join(',');
  const filled: Partial<Cells> = { 'Pull Request': pullRequestOf(work), ...modelCells(touched) };
  const empty = Object.fromEntries(Object.entries(filled).filter(([field]) => before[field as keyof Cells].trim() === ''));
  const reverted = work.reverted ? itemsOf(before['Labels']) : itemsOf(before['Labels']).filter((label) => label !== REVERTED);
  const moving = movingCells(work, event);
  return {
    ...empty, ...touched.measured, ...moving, 'Updated Date': later(before['Updated Date'], moving['Updated Date']!),
    'Labels': union(reverted.join(','), labelsOf(work, touched, [])),
    'Components': union(before['Components'], touched.blocks.slice(0, MOST_BLOCKS)),
  };
}

/** @returns the later of two dates; the second where the first is none */
function later(first: string, second: string): string {
  return (epochOf(first) ?? -Infinity) > epochOf(second)! ? first : second;
}

function labelsOf({ reverted }: Work, { kinds, layers }: Touched, more: readonly string[]): string[] {
  const named = (['test', 'configuration'] as const).filter((kind) => kinds.has(kind));
  return [
    kinds.has('model') ? 'ai-ml' : 'development', ...named, ...layers.map((layer) => `layer-${layer.replace(/[\s,]+/g, '-')}`),
    ...(reverted ? [REVERTED] : []), ...more,
  ];
}

function modelCells({ models, measured }: Touched): Partial<Cells> {
  if (models.length === 0) return measured;
  return { 'AI Model Type': models[0]!, 'Algorithm Used': models.join(', '), ...measured };
}

function pullRequestOf({ commits }: Work): string {
  return commits.findLast(({ said }) => said.pullRequest !== '')?.said.pullRequest ?? '';
}

/** At a character, with a sign that something follows. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('').trimEnd()}…`;
}
