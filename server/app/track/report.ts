/** Reports on the work of a team, from the log, the history of git, and the logs of reviews and audit. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entriesOf, linesOf } from '../../audit/entries.ts';
import { listFolder, surveyOf, type Survey } from '../../compose/survey.ts';
import { tools } from '../../compose/tools.ts';
import { countsForBlocks } from '../../graph/edges.ts';
import { readCommits } from '../../host/commit-log.ts';
import type { History } from '../../host/commit-history.ts';
import { parentsBehind, readTags } from '../../host/git-tags.ts';
import { GitError } from '../../host/git.ts';
import { isShallow } from '../../host/git-history.ts';
import { changesIn, isDeployment, type Delivered } from '../../progress/delivery.ts';
import { trackedIssues, type TrackedIssue } from '../../progress/issues.ts';
import type { GateRun } from '../../progress/kpi.ts';
import { OF_LOG, progressOf, type ReportInput } from '../../progress/report.ts';
import type { Progress, ReportKind } from '../../protocol/progress.ts';
import { Calendar, mondayOf } from '../../text/calendar.ts';
import { keyFinder } from '../../tracking/issue-key.ts';
import { issuesOf } from '../../tracking/log.ts';
import { worksIn, type Work } from '../../tracking/work.ts';
import { readAudit } from '../audit/record.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { readLogFiles } from './log-files.ts';
import { maskedReport } from './mask-data.ts';
import { historyOf, refuseBroken } from './record-commits.ts';

export interface ReportOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  kinds: readonly ReportKind[];
  /** Of the weekly summary, such as `2026-W05`; the last whole one when it is undefined. */
  week?: string | undefined;
  now: Date;
}

const MILLISECONDS = 1000;
/** Files that are read at once. */
const TOGETHER = 64;

/** @returns the report, without secrets @throws {Failure} when log or configuration cannot be used, or there is no such week */
export async function trackReport(options: ReportOptions): Promise<Progress> {
  return maskedReport(progressOf(await reportInput(options)));
}

/** @returns all that a report is made of @throws {Failure} like `trackReport` */
export async function reportInput({ root, configuration, kinds, week, now }: ReportOptions): Promise<ReportInput> {
  if (week !== undefined && mondayOf(week) === null) throw new Failure(`"${week}" is no week; write year and number, such as 2026-W05.`);
  const { log, reviews } = await readLogFiles(root);
  const issues = trackedIssues(issuesOf(log));
  const survey = await surveyOf(await listFolder({ root, configuration }), { root, configuration, evidence: false });
  refuseBroken(survey);
  const { tracking } = survey.made;
  const input: ReportInput = {
    kinds, issues, reviews, gates: await gatesIn(root), history: null, code: null, shallow: false, noGit: '',
    calendar: new Calendar(tracking.timeZone ?? 'UTC'), now: now.getTime(), week,
  };
  try {
    if (kinds.some((kind) => OF_LOG.has(kind))) {
      const history = await historyOf(root, tracking.mainBranch, 'whole');
      if (history === null) input.noGit = 'there is no repository with a commit here';
      else input.history = await historyInput(root, history, issues, tracking);
      input.shallow = history?.shallow ?? false;
    }
    if (kinds.some((kind) => !OF_LOG.has(kind)) && input.noGit === '') {
      const { commits } = await readCommits(root);
      input.code = { commits, lines: await linesOfFiles(root, survey) };
      input.shallow = await isShallow(root);
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    input.noGit = error.message;
  }
  return input;
}

async function historyInput(
  root: string, history: History, issues: readonly TrackedIssue[], { issuePattern,
    deploymentTags }: { issuePattern: string | null; deploymentTags: string | null },
): Promise<NonNullable<ReportInput['history']>> {
  const works = worksIn(history, keyFinder(issuePattern));
  const known = new Set(history.commits.map(({ hash }) => hash));
  const isKnown = (hash: string): boolean => known.has(hash) || (hash.length < 40 && history.commits.some((commit) => commit.hash.startsWith(hash)));
  const newest = issues.reduce((latest, { updated }) => Math.max(latest, updated ?? 0), 0) / MILLISECONDS;
  return {
    delivered: await deliveredIn(root, works, issues, deploymentTags),
    commits: history.commits.filter(({ parents }) => parents.length < 2).map(({ author, authored }) => ({ author, time: authored })),
    lost: issues.filter(({ hash }) => hash !== '' && !isKnown(hash)).map(({ key }) => key),
    notInLog: works.flatMap(({ commits }) => commits).filter(({ onMain, landed, said }) => onMain && landed > newest && said.what.kind !== 'merge').length,
  };
}

async function deliveredIn(root: string, works: readonly Work[], issues: readonly TrackedIssue[], pattern: string | null): Promise<Delivered> {
  const deployments = (await readTags(root)).filter(({ name }) => isDeployment(name, pattern)).map(({ name, commit, time }) => ({ tag: name, commit, time }));
  const parents = await parentsBehind(root, deployments.map(({ commit }) => commit));
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const byHash = new Map(issues.map((issue) => [issue.hash, issue]));
  const beganAt = ({ key, commits }: Work): number | null => {
    const issue = byKey.get(key) ?? commits.map(({ hash }) => byHash.get(hash)).find((each) => each !== undefined);
    return issue === undefined || issue.created === null ? null : issue.created / MILLISECONDS;
  };
  return { deployments, changes: changesIn(works, deployments, parents, beganAt) };
}

/** Gates in the audit log; null when none is kept. */
async function gatesIn(root: string): Promise<GateRun[] | null> {
  const text = await readAudit(root);
  if (text === null) return null;
  return entriesOf(linesOf(text).lines).filter(({ kind }) => kind === 'gate').map(({ time, details }) =>
    ({ time: Date.parse(time), passed: details['passed'] === true }));
}

/** Of the source files of the product: how hot or how well known tests, examples and documents are is no question. */
async function linesOfFiles(root: string, { files, made }: Survey): Promise<Map<string, number>> {
  const paths = [...files].filter((path) => tools.isModule(path) && countsForBlocks(made.roleOf(path)));
  const lines = new Map<string, number>();
  for (let at = 0; at < paths.length; at += TOGETHER) {
    await Promise.all(paths.slice(at, at + TOGETHER).map(async (path) => {
      const text = await readFile(join(root, path), 'utf8').catch(() => null);
      if (text !== null) lines.set(path, text.split('\n').filter((line) => line.trim() !== '').length);
    }));
  }
  return lines;
}
