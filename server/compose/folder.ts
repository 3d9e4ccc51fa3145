/** Opens a folder for review: lists and reads files, loads the configuration, analyzes what changed since last time. */
import { join } from 'node:path';
import type { FileInput } from '../engine/analyze-file.ts';
import { Workspace } from '../engine/workspace.ts';
import { createAnalyzer, type Analyzer } from '../host/analyzer.ts';
import { threadCount } from '../host/worker-count.ts';
import type { WorkerPool } from '../host/worker-pool.ts';
import type { Outcome } from '../host/worker-task.ts';
import { diskFileSystem, type DiskFileSystem } from '../host/disk-file-system.ts';
import type { Listing } from '../host/list-files.ts';
import { vacantBelow } from '../host/vacant.ts';
import { readSource, judgeText } from '../host/read-source.ts';
import { cacheFileOf, cacheKey, openCache, type ResultCache } from '../host/result-cache.ts';
import type { MadeSettings } from './folder-settings.ts';
import { BUILD } from './program.ts';
import { listFolder, surveyOf, type Survey, type SurveyOptions } from './survey.ts';
import { tools, analyzeOne } from './tools.ts';

export interface OpenOptions extends SurveyOptions {
  cache: boolean;
  /** Path of the built worker script, or null to do everything in this thread. */
  workerFile: string | null;
  /** Analyze in this thread too, for programs with nothing else to do. */
  analyzeHere?: boolean;
  /** Worker threads that were started ahead; they end with this folder. */
  started?: WorkerPool | null | undefined;
  /** Used instead of the folder's own cache, and saved by the caller. */
  results?: ResultCache | undefined;
  /** Told of the folder before its files are read. */
  surveyed?(survey: Survey): void;
  /** Told the text of every file that is read. */
  reading?(path: string, text: string): void;
  progress?(done: number, total: number): void;
  /** Whether facts need outlines. */
  outlined?: boolean;
}

export interface OpenedFolder {
  workspace: Workspace;
  survey: Survey;
  fileSystem: DiskFileSystem;
  analyzer: Analyzer;
}

/** Files to read before yielding to requests and the progress line. */
const FILES_IN_A_TURN = 50;

/** Characters of files handed over together, enough to be worth a worker. */
const SENT_TOGETHER = 720_000;

/**
 * @throws when the folder cannot be read
 */
export async function openFolder(options: OpenOptions): Promise<OpenedFolder> {
  const opening = options.results ?? (options.cache && BUILD !== null ? openCache(cacheFileOf(options.root)) : null);
  const listing = await listFolder(options);
  const cache = await opening;
  const analyzer = createAnalyzer({
    workerFile: options.workerFile,
    threads: threadCount(),
    here: options.analyzeHere ?? false,
    one: analyzeOne,
    started: options.started,
  });
  // As early as possible, because workers take a moment to start.
  if (cache === null || cache.size < listing.files.length / 2) analyzer.expect(listing.files.length);
  try {
    return await openListed(listing, { analyzer, cache }, options);
  } catch (error) {
    await analyzer.close();
    throw error;
  }
}

interface Means {
  analyzer: Analyzer;
  cache: ResultCache | null;
}

type Known = Means & Pick<MadeSettings, 'roleOf'>;

async function openListed(listing: Listing, means: Means, options: OpenOptions): Promise<OpenedFolder> {
  const { root } = options;
  const survey = await surveyOf(listing, options);
  const { settings, roleOf } = survey.made;
  options.surveyed?.(survey);
  const fileSystem = diskFileSystem();
  const workspace = new Workspace({
    root, adapters: tools.adapters, rules: tools.rules, fileSystem: options.tree?.fileSystem ?? fileSystem, settings, evidence: survey.evidence,
    outlined: options.outlined === true,
    // A revision is compared, not judged by what is beside it on the disk.
    ...(options.tree === undefined ? { vacancy: () => vacantBelow(root) } : {}),
  });
  for (const each of survey.skipped) workspace.skip(each);
  await analyzeAll(workspace, [...survey.files], { ...means, roleOf }, options);
  await workspace.prepare();
  return { workspace, survey, fileSystem, analyzer: means.analyzer };
}

/** Collects every file's result, from the cache where nothing changed. */
async function analyzeAll(workspace: Workspace, files: readonly string[], { analyzer, cache, roleOf }: Known, options: OpenOptions): Promise<void> {
  const keys = new Map<string, string>();
  const misses: FileInput[] = [];
  let waiting = 0;
  const running: Promise<void>[] = [];
  /** Hands over what was read so far, so that workers need not wait for the last file. */
  const send = (): void => {
    waiting = 0;
    const sent = analyzer.analyze(misses.splice(0), (outcome, text) => {
      take(workspace, outcome, { cache, keys, text });
      tick();
    }, options.signal);
    // Failures surface when all are awaited; this only prevents an unhandled rejection until then.
    sent.catch(() => undefined);
    running.push(sent);
  };
  const miss = (input: FileInput): void => {
    misses.push(input);
    waiting += input.text.length;
    if (waiting >= SENT_TOGETHER) send();
  };
  let done = 0;
  const tick = (): void => options.progress?.(++done, files.length);
  for (const [index, path] of files.entries()) {
    if (index % FILES_IN_A_TURN === 0) await new Promise((next) => setImmediate(next));
    options.signal?.throwIfAborted();
    const buffer = options.buffers?.get(path);
    const read = buffer !== undefined ? judgeText(path, buffer) : options.tree?.read(path) ?? readSource(join(options.root, path));
    if ('skipped' in read) {
      workspace.skip({ path, reason: read.skipped });
      tick();
      continue;
    }
    options.reading?.(path, read.text);
    const input = workspace.inputFor(path, read.text, roleOf(path));
    if (BUILD === null || cache === null) {
      miss(input);
      continue;
    }
    const key = cacheKey({ build: BUILD, path, role: input.role, settings: input.settings.key, text: read.text });
    const known = cache.get(key);
    if (known === undefined) {
      keys.set(path, key);
      miss(input);
      continue;
    }
    workspace.accept(known);
    tick();
  }
  send();
  await Promise.all(running);
  // No need to await: it never fails, and the program does not exit before it is done.
  if (options.results === undefined) void cache?.save();
}

function take(
  workspace: Workspace,
  outcome: Outcome,
  { cache, keys, text }: { cache: ResultCache | null; keys: ReadonlyMap<string, string>; text: string | undefined },
): void {
  if ('reason' in outcome) return workspace.skip(outcome);
  workspace.accept(outcome);
  const key = keys.get(outcome.module.path);
  // Failures may be temporary and are not cached.
  if (key !== undefined && outcome.failures.length === 0) cache?.set(key, outcome, text);
}
