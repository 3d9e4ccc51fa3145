/** Brings the log to Jira: by default it says what it would do, and does nothing. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withoutSecrets } from '../../compose/evidence.ts';
import { listFolder, surveyOf } from '../../compose/survey.ts';
import type { JiraConfig } from '../../config/config.ts';
import { nearestName } from '../../config/nearest.ts';
import { LockedError, withLock } from '../../host/file-lock.ts';
import { JiraApi } from '../../jira-client/api.ts';
import { Cancelled, JiraClient, type Clock } from '../../jira-client/client.ts';
import { siteOf, SiteError, type Environment, type KeptCredentials, type Site } from '../../jira-client/site.ts';
import { sender } from '../../jira-client/transport.ts';
import { fieldNames } from '../../jira/rows.ts';
import type { JsonSync, JsonSyncedRow, SyncAction } from '../../protocol/jira.ts';
import { issuesOf } from '../../tracking/log.ts';
import { recordSync } from '../audit/happenings.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { emailsIn } from '../track/export.ts';
import { readMasked } from '../track/masked-log.ts';
import { maskTexts } from '../track/mask-texts.ts';
import { refuseBroken } from '../track/record-commits.ts';
import type { SyncJob } from './context.ts';
import { runSync, type SyncResult } from './run.ts';
import { readState, writeState } from './state-file.ts';

export interface SyncOptions {
  /** Absolute path of the folder. */
  root: string;
  configuration: NamedConfiguration | undefined;
  /** False: only say what would be done. */
  apply: boolean;
  /** Rows, by key, whose values are right where both sides changed. */
  overwrite: readonly string[];
  environment: Environment;
  /** Credentials that an editor keeps; they are used where the environment holds no token, and never mixed with it. */
  kept?: KeptCredentials | undefined;
  progress(done: number, total: number): void;
  /** Aborted, the sync stops before its next request; what was sent is finished and kept. */
  signal?: AbortSignal | undefined;
}

/** What is shorter stands in words, and is no token. */
const SHORTEST_SECRET = 8;
const LOCK_FILE = 'logs/.jira_sync.lock';
/** Jira gives up on a request long before; in milliseconds. */
const SETTLED = 120_000;

function clockFor(signal: AbortSignal | undefined): Clock {
  const sleep = async (milliseconds: number): Promise<void> => {
    await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
      throw signal?.aborted === true ? new Cancelled() : error;
    });
  };
  return { now: () => Date.now(), sleep, random: () => Math.random() };
}

/** @throws {Failure} when nothing can be done: no project, no credentials, credentials for another site, no log, a sync that runs already */
export async function syncLog(options: SyncOptions): Promise<JsonSync> {
  const { root, configuration, apply } = options;
  const survey = await surveyOf(await listFolder({ root, configuration }), { root, configuration });
  refuseBroken(survey);
  const { jira } = survey.made.tracking;
  if (jira === null) throw new Failure('No project of Jira is configured. Add "tracking": { "jira": { "project": "SHOP" } } to archwright.jsonc.');
  const site = siteFor(options, jira);
  const job = await jobOf(options, jira);
  if (!apply) return toldOf(await onePass(root, { site, job, options, before: () => Promise.resolve() }), { site, jira, options });
  const result = await alone(root, (before) => onePass(root, { site, job, options, before }));
  const told = await toldOf(result, { site, jira, options });
  const { create, update, failed, conflicts } = told.counts;
  await recordSync(root, { site: site.base, project: jira.project, created: create, updated: update, failed, conflicts });
  return told;
}

function siteFor({ environment, kept }: SyncOptions, { host }: JiraConfig): Site {
  try {
    return siteOf(environment, host, kept);
  } catch (error) {
    if (error instanceof SiteError) throw new Failure(`${error.message}.`);
    throw error;
  }
}

async function jobOf({ root, apply, overwrite }: SyncOptions, { project, source, fields, statuses, types }: JiraConfig): Promise<SyncJob> {
  // What leaves the machine holds no secret.
  const { log } = await readMasked(root);
  const rows = issuesOf(log);
  if (rows.length === 0) throw new Failure('The log has no issues. "archwright track import" fills it from git.');
  for (const key of overwrite) {
    if (log.rowOf.has(key)) continue;
    const near = nearestName(key, [...log.rowOf.keys()]);
    throw new Failure(`The log has no issue "${key}".${near === null ? '' : ` Did you mean "${near}"?`}`);
  }
  const people = await emailsIn(root);
  return { rows, project, source, fields: fieldNames(fields), statuses, types, people, apply, overwrite: new Set(overwrite) };
}

/** Two at once would create everything twice. */
async function alone<Result>(root: string, work: (before: () => Promise<void>) => Promise<Result>): Promise<Result> {
  const lock = join(root, LOCK_FILE);
  try {
    await mkdir(join(root, 'logs'), { recursive: true });
    return await withLock(lock, work, { renewed: true, patience: 0 });
  } catch (error) {
    if (error instanceof LockedError) throw new Failure(`Another sync runs: ${error.message}.`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof Failure) throw error;
    throw new Failure(`Cannot write below "logs" (${code}); the sync was stopped.`);
  }
}

interface Pass {
  site: Site;
  job: SyncJob;
  options: SyncOptions;
  before(): Promise<void>;
}

async function onePass(root: string, { site, job, options, before }: Pass): Promise<SyncResult> {
  const state = await readState(root, site.base, job.project);
  const clock = clockFor(options.signal);
  const api = new JiraApi(new JiraClient(sender(site), clock, options.signal));
  return runSync(job, { api, clock, state, settle: SETTLED, progress: options.progress, keep: (changed) => writeState(root, changed, before) });
}

/** Jira's own words are shown, and must not show what they were told. */
async function toldOf(
  { rows, notes, stopped }: SyncResult, { site, jira, options }: { site: Site; jira: JiraConfig; options: SyncOptions },
): Promise<JsonSync> {
  const texts = [...rows.flatMap((row) => row.notes), ...notes, stopped ?? ''];
  const secrets = [
    site.authorization, ...site.authorization.split(' ').slice(1), options.environment['ARCHWRIGHT_JIRA_TOKEN']?.trim() ?? '',
    options.kept?.token.trim() ?? '',
  ];
  const long = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const hide = (text: string): string => long.reduce((left, secret) => left.replaceAll(secret, '********'), text);
  const hidden = texts.map((text) => hide(text.replace(/\s+/g, ' ')));
  const shown = new Map((await maskTexts(hidden, withoutSecrets)).map((text, at) => [texts[at]!, text]));
  const told = rows.map((row): JsonSyncedRow => ({ ...row, notes: row.notes.map((note) => shown.get(note)!) }));
  const count = (action: SyncAction): number => told.filter((row) => row.action === action).length;
  return {
    schemaVersion: 1, applied: options.apply, site: site.base, project: jira.project,
    counts: {
      create: count('create'), update: count('update'), same: count('same'), left: count('left'), failed: count('failed'),
      conflicts: told.filter(({ differences }) => differences.some(({ standing }) => standing === 'conflict')).length,
    },
    rows: told, notes: notes.map((note) => shown.get(note)!), stopped: stopped === null ? null : shown.get(stopped)!,
  };
}
