/** From the commits of a folder's repository to changes of its log: reads git and the files, and asks `tracking` what they mean. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutSecrets } from '../../compose/evidence.ts';
import type { MadeSettings } from '../../compose/folder-settings.ts';
import { modelsIn } from '../../compose/models-in.ts';
import { listFolder, surveyOf, type Survey } from '../../compose/survey.ts';
import { tools } from '../../compose/tools.ts';
import { createAssigner } from '../../graph/assign.ts';
import { filesOfCommits, readHistory, type History } from '../../host/commit-history.ts';
import { git, GitError } from '../../host/git.ts';
import type { Cells } from '../../tracking/fields.ts';
import { keyFinder } from '../../tracking/issue-key.ts';
import { issuesOf, type TrackingLog } from '../../tracking/log.ts';
import { recordWorks, unrecorded, type Recorded, type Touched } from '../../tracking/record.ts';
import { worksIn, type Work } from '../../tracking/work.ts';
import { toProblem, type NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { readLogFiles } from './log-files.ts';
import { maskTexts } from './mask-texts.ts';
import { measuredIn } from './measured.ts';

export interface CommitOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  /** The whole history, or what came since the log was last written. */
  scope: 'whole' | 'recent';
  /** Of a recent history: how many commits a new log begins with. */
  newest?: number;
  /** A pull request moves its issue to the review of code. */
  event?: 'commit' | 'pull_request';
  /** Refuses a configuration with errors, which is otherwise left out of account. */
  strict?: boolean;
}

export interface CommitChanges {
  /** Hash of the commit that is checked out. */
  head: string;
  /** Empty for none. */
  branch: string;
  /** Key of the issue that the commit belongs to; empty for none. */
  issue: string;
  commits: number;
  shallow: boolean;
  /** @param log as it is now, which may be another than the one that was read */
  changesTo(log: TrackingLog): Recorded;
}

/** A log begins with so many commits where nobody asked for the whole history. */
const USUAL_START = 50;
/** Models are looked for in no more files than this, the latest first. */
const MOST_MODEL_FILES = 300;
const LARGEST_MODEL_FILE = 1_000_000;
const NOTHING: Touched = { blocks: [], layers: [], kinds: new Set(), models: [], measured: {} };

/**
 * @returns what the commits say; null outside of a repository and before the first commit
 * @throws {Failure} when the configuration or the log cannot be used
 */
export async function commitChanges(options: CommitOptions): Promise<CommitChanges | null> {
  const { root, configuration, scope, newest = USUAL_START, event } = options;
  const survey = await surveyOf(await listFolder({ root, configuration }), { root, configuration });
  if (options.strict) refuseBroken(survey);
  const { tracking } = survey.made;
  const history = await historyOf(root, tracking.mainBranch, scope);
  if (history === null) return null;
  const works = worksIn(history, keyFinder(tracking.issuePattern));
  const { log } = await readLogFiles(root);
  const wanted = scope === 'whole' ? works : recentOf(works, { history, log, newest });
  const news = unrecorded(log, wanted);
  await maskWorks(news);
  const touched = await touchedBy(news, { root, survey, head: history.head });
  const current = works.find(({ commits }) => commits.some(({ hash }) => hash === history.head));
  return {
    head: history.head, branch: history.branch, issue: current?.named ? current.key : keyFinder(tracking.issuePattern)(history.branch) ?? '',
    commits: history.commits.length, shallow: history.shallow,
    changesTo: (now) => recordWorks(now, wanted, (work) => touched.get(work) ?? NOTHING, event),
  };
}

/** @throws {Failure} for a configuration that has errors */
export function refuseBroken({ problems }: Pick<Survey, 'problems'>): void {
  const error = problems.find(({ severity }) => severity === 'error');
  if (error === undefined) return;
  const { path, range: { start }, message } = toProblem(error);
  throw new Failure(`The configuration is invalid: ${path}:${start.line}:${start.column} ${message}`);
}

async function historyOf(root: string, mainBranch: string | null, scope: 'whole' | 'recent'): Promise<History | null> {
  try {
    return await readHistory(root, mainBranch, { recent: scope === 'recent' });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (mainBranch !== null && error.message.includes(mainBranch)) throw new Failure(`The configuration is invalid: ${error.message}.`);
    return null;
  }
}

/** Works that the log has, or that came after all that it has. */
function recentOf(works: readonly Work[], { history, log, newest }: { history: History; log: TrackingLog; newest: number }): Work[] {
  const place = new Map(history.commits.map(({ hash }, at) => [hash, at]));
  const known = issuesOf(log).reduce((last, cells) => Math.max(last, place.get(cells['Git Commit Hash']) ?? -1), -1);
  const from = known >= 0 ? known : history.commits.length - 1 - newest;
  const atHead = history.head;
  return works.filter(({ key, commits }) => log.rowOf.has(key)
    || commits.some(({ hash }) => place.get(hash)! > from || hash === atHead));
}

/** Takes secrets out of all words that may get into the log. */
async function maskWorks(works: readonly Work[]): Promise<void> {
  const commits = works.flatMap((work) => {
    const first = work.commits.find(({ said }) => said.what.kind === 'work') ?? work.commits[0]!;
    return [...new Set([first, work.commits[0]!, ...work.commits.filter(({ said }) => said.what.kind === 'merge')])];
  });
  const all = works.flatMap((work) => work.commits);
  const names = [...new Set(all.flatMap(({ author, branch }) => [author, branch]))];
  const texts = await maskTexts([...names, ...commits.map(({ said }) => said.subject), ...commits.map(({ said }) => said.body)], withoutSecrets);
  const masked = new Map(names.map((name, at) => [name, texts[at]!]));
  for (const commit of all) {
    commit.author = masked.get(commit.author) ?? commit.author;
    commit.branch = masked.get(commit.branch) ?? commit.branch;
  }
  commits.forEach(({ said }, at) => {
    said.subject = texts[names.length + at]!;
    said.body = texts[names.length + commits.length + at]!;
  });
}

interface Known {
  root: string;
  survey: Survey;
  head: string;
}

async function touchedBy(works: readonly Work[], { root, survey, head }: Known): Promise<Map<Work, Touched>> {
  if (works.length === 0) return new Map();
  const hashes = works.flatMap(({ commits }) => commits.map(({ hash }) => hash));
  const [files, prefix] = await Promise.all([
    filesOfCommits(root, hashes), git(root, 'rev-parse', '--show-prefix').then((text) => text.trim()),
  ]);
  const { made } = survey;
  const [blocks, layers] = [createAssigner(made.settings.blocks), createAssigner(made.settings.layers)];
  const inside = (work: Work): string[] => work.commits
    .flatMap(({ hash }) => files.get(hash) ?? [])
    .flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  const models = await modelsOf(root, works.flatMap(inside), survey);
  const measured = await measuredIn(root, survey);
  return new Map(works.map((work) => {
    const paths = inside(work);
    const named = [...new Set(paths.flatMap((path) => models.get(path) ?? []))];
    const isCurrent = work.commits.some(({ hash }) => hash === head);
    return [work, {
      blocks: mostFirst(paths.map((path) => (tools.isModule(path) ? blocks.idOf(path) : null))),
      layers: mostFirst(paths.map((path) => (tools.isModule(path) ? layers.idOf(path) : null))),
      kinds: kindsOf(paths, named.length > 0, made), models: named, measured: isCurrent ? measuredCells(measured, named.length > 0) : {},
    }];
  }));
}

/** Figures of a model say something only of work on models. */
function measuredCells({ code, model }: { code: Partial<Cells>; model: Partial<Cells> }, isModel: boolean): Partial<Cells> {
  return isModel ? { ...code, ...model } : code;
}

/** @returns names in the order of how often they occur */
function mostFirst(names: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1)).map(([name]) => name);
}

function kindsOf(paths: readonly string[], isModel: boolean, made: MadeSettings): Touched['kinds'] {
  const kinds = new Set<'model' | 'test' | 'configuration' | 'feature'>(isModel ? ['model'] : []);
  for (const path of paths) {
    if (/\.(?:ya?ml|json|jsonc|toml|ini|cfg)$/i.test(path)) kinds.add('configuration');
    else if (tools.isModule(path)) kinds.add(made.roleOf(path) === 'test' ? 'test' : 'feature');
  }
  return kinds;
}

/** Models by path, in files that are still there. */
async function modelsOf(root: string, paths: readonly string[], { files }: Survey): Promise<Map<string, string[]>> {
  const there = [...new Set(paths)].filter((path) => files.has(path) && /\.(?:py|ipynb)$/.test(path));
  const found = new Map<string, string[]>();
  for (const path of there.slice(-MOST_MODEL_FILES)) {
    const text = await readFile(join(root, path), 'utf8').catch(() => '');
    if (text.length <= LARGEST_MODEL_FILE) found.set(path, await modelsIn(path, text));
  }
  return found;
}
