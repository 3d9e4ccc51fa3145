/** One folder open in an editor: reviews it, follows every edit and reports what changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type OpenedFolder } from '../../compose/folder.ts';
import type { MadeSettings } from '../../compose/folder-settings.ts';
import { workerFile } from '../../compose/program.ts';
import { tools } from '../../compose/tools.ts';
import type { Judgement } from '../../engine/workspace.ts';
import type { JsonReport, ReportFinding } from '../../protocol/report.ts';
import { acceptFindings, BASELINE_FILE, NOTHING_ACCEPTED, readAccepted, type Accepted } from '../baseline.ts';
import { brokenConfiguration, type NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { fixesOf, type Fix } from '../fixes.ts';
import { reportOf } from '../review.ts';
import type { Occasion } from '../tracking.ts';
import { analyzeEdited } from './analyze-edited.ts';
import { Display, type DisplayEvents } from './display.ts';

/** Edits closer together than this are judged as one. */
const TYPING_PAUSE_MS = 15;
/** After this long without edits the whole folder is judged: duplicate code, score, panel. */
const IDLE_MS = 700;
const RELOAD_PAUSE_MS = 250;

/** How the folder reports to the editor and queries it. */
export interface EditorEvents extends DisplayEvents {
  /** A full review has finished. */
  reviewed(occasion: Occasion): void;
  busy(busy: boolean): void;
  /** Something the user should know, such as a rule that failed. */
  log(message: string): void;
  /** @returns the configuration to use instead of `archwright.jsonc`; undefined for none @throws {Failure} when it cannot be read */
  configuration(): Promise<NamedConfiguration | undefined>;
}

/** A finding as the editor shows it. */
export interface ShownFinding {
  reported: ReportFinding;
  fixes(): Fix[];
}

/** One open folder: loads it, follows edits and reports what they change. */
export class EditedFolder {
  readonly root: string;
  readonly #events: EditorEvents;
  readonly #buffers = new Map<string, string>();
  readonly #dirty = new Set<string>();
  readonly #display: Display;
  #opened: OpenedFolder | null = null;
  #lastGood: MadeSettings | undefined;
  #judgement: Judgement | null = null;
  #report: JsonReport | null = null;
  #problem: string | null = null;
  #typing: NodeJS.Timeout | null = null;
  #idle: NodeJS.Timeout | null = null;
  #reloading: NodeJS.Timeout | null = null;
  #loading: AbortController | null = null;
  #working = false;
  /** The folder has been read or is being read. */
  #isLoaded = false;
  #closed = false;

  constructor(root: string, events: EditorEvents) {
    this.root = root;
    this.#events = events;
    this.#display = new Display(events);
  }

  get report(): JsonReport | null {
    return this.#report;
  }

  /** Why the folder cannot be reviewed, or not with its configuration, as sentences; null when it can. */
  get problem(): string | null {
    if (this.#problem !== null) return this.#report === null ? this.#problem : `${this.#problem} What is shown is from an earlier review.`;
    return brokenConfiguration(this.#opened?.problems ?? [], this.#lastGood !== undefined);
  }

  /** A new object after every change, so that callers can cache against it; null before the first review. */
  get state(): object | null {
    return this.#opened?.workspace.model() ?? null;
  }

  /** Findings of a file as last judged. */
  findingsIn(path: string): ShownFinding[] {
    const opened = this.#opened;
    if (opened === null || this.#judgement === null) return [];
    return this.#display.findingsIn(path, opened, this.#judgement).map(({ finding, reported }) => ({
      reported, fixes: () => fixesOf(opened.workspace, finding, (file) => this.#textOf(file)),
    }));
  }

  /**
   * Accepts findings into the baseline.
   * @param fingerprint of one finding; without it, the current findings replace the baseline
   * @returns the file, relative to the folder, and how many findings it now holds
   * @throws {Failure} when the folder has not been reviewed yet, or the finding no longer exists
   */
  async accept(fingerprint?: string): Promise<{ path: string; count: number }> {
    if (this.#opened === null) throw new Failure('The folder has not been reviewed yet.');
    const count = await acceptFindings(this.#opened, fingerprint === undefined ? {} : { fingerprint });
    this.changedOnDisk(BASELINE_FILE);
    return { path: BASELINE_FILE, count };
  }

  /** Reloads the folder and reviews it. Aborts a load in progress. */
  async load(occasion: Occasion): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#isLoaded = true;
    this.#events.busy(true);
    try {
      this.#display.setAccepted(await this.#readAccepted());
      // Needed by the first edit.
      await tools.load();
      const opened = await openFolder({
        root: this.root, cache: true, workerFile: workerFile(), buffers: new Map(this.#buffers), signal: loading.signal,
        ...(this.#lastGood ? { lastGood: this.#lastGood } : {}),
        configuration: await this.#events.configuration(),
      });
      if (loading.signal.aborted || this.#closed) return await opened.analyzer.close();
      // Fixes need the language in this thread, even if all results came from workers or the cache.
      await tools.load(opened.workspace.paths());
      await tools.loadFixes(opened.workspace.paths());
      await this.#opened?.analyzer.close();
      this.#opened = opened;
      const broken = opened.problems.some((problem) => problem.severity === 'error');
      if (!broken) this.#lastGood = opened.made;
      this.#problem = null;
      await this.#catchUp();
      this.#judgeFully(occasion);
    } catch (error) {
      if (loading.signal.aborted || this.#closed) return;
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#events.log(`${this.root}: ${this.#problem}`);
      this.#events.reviewed(occasion);
    } finally {
      if (this.#loading === loading) this.#loading = null;
      // Also when a newer load took over: that one has reported busy for itself.
      this.#events.busy(false);
    }
  }

  /** The user opened or changed a file. */
  edit(path: string, text: string): void {
    if (this.#buffers.get(path) === text) return;
    this.#buffers.set(path, text);
    this.#changed(path);
  }

  /** The user closed a file: from now on the disk counts again. */
  close(path: string): void {
    if (this.#buffers.delete(path)) this.#changed(path);
  }

  /** A file changed on disk; an open buffer still takes precedence. */
  changedOnDisk(path: string): void {
    this.#opened?.fileSystem.forget();
    if (path === BASELINE_FILE) {
      void this.#readAccepted().then((accepted) => {
        this.#display.setAccepted(accepted);
        this.#judgeFully('edited');
      });
      return;
    }
    if (!this.#buffers.has(path)) this.#changed(path);
    if (/(^|\/)([tj]sconfig[^/]*\.json|package\.json)$/.test(path)) {
      this.#opened?.workspace.forgetResolution();
      this.#scheduleTyping();
    }
  }

  /** A file's findings are now shown elsewhere: in the cells of a notebook, or in the file again. */
  showAgain(path: string): void {
    this.#display.forget(path);
    if (!this.#dirty.has(path)) this.#publishFile(path);
  }

  /** Settings or the baseline changed: the same findings are shown differently. */
  refresh(): void {
    this.#display.forget();
    if (this.#opened && this.#judgement) this.#display.all(this.#opened, this.#judgement);
  }

  /** Stops all work and clears what is shown. */
  async dispose(): Promise<void> {
    this.#closed = true;
    this.#loading?.abort();
    for (const timer of [this.#typing, this.#idle, this.#reloading]) if (timer) clearTimeout(timer);
    this.#display.clear();
    await this.#opened?.analyzer.close();
  }

  #changed(path: string): void {
    if (/(^|\/)(archwright\.jsonc|\.gitignore|\.gitkeep)$/.test(path) || tools.isProjectSetting(path)) {
      // The first load will include it.
      if (!this.#isLoaded) return;
      if (this.#reloading) clearTimeout(this.#reloading);
      this.#reloading = setTimeout(() => void this.load('edited'), RELOAD_PAUSE_MS);
      return;
    }
    if (!tools.isReviewed(path)) return;
    this.#dirty.add(path);
    this.#scheduleTyping();
  }

  #scheduleTyping(): void {
    if (this.#idle) clearTimeout(this.#idle);
    if (this.#typing) clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#work(), TYPING_PAUSE_MS);
  }

  /** Judges what was edited: the file first, then its effect on others. An edit in between restarts it. */
  async #work(): Promise<void> {
    if (this.#working || this.#opened === null || this.#closed) return;
    this.#working = true;
    try {
      do {
        await this.#catchUp();
        // Let requests and newer edits go first.
        await new Promise((next) => setImmediate(next));
      } while (this.#dirty.size > 0);
      this.#judgement = this.#opened.workspace.judge('fast');
      this.#display.all(this.#opened, this.#judgement);
    } catch (error) {
      this.#events.log(`Failed to judge an edit: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    } finally {
      this.#working = false;
    }
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#judgeFully('edited'), IDLE_MS);
  }

  /** Analyzes every changed file and shows its own findings. */
  async #catchUp(): Promise<void> {
    const opened = this.#opened;
    if (opened === null) return;
    while (this.#dirty.size > 0) {
      const path = this.#dirty.values().next().value!;
      this.#dirty.delete(path);
      await analyzeEdited(opened, path, this.#buffers.get(path));
      // Edited again in the meantime: the newer text is judged instead.
      if (!this.#dirty.has(path)) this.#publishFile(path);
    }
  }

  #judgeFully(occasion: Occasion): void {
    const opened = this.#opened;
    if (opened === null || this.#closed) return;
    const started = performance.now();
    const judgement = opened.workspace.judge('full');
    this.#judgement = judgement;
    for (const failure of judgement.failures) this.#events.log(`The rule ${failure.ruleId} failed on ${failure.path}: ${failure.reason}`);
    this.#display.all(opened, judgement);
    this.#report = reportOf(opened, judgement, this.#display.accepted, started);
    this.#events.reviewed(occasion);
  }

  /** Shows a file's new findings with the last graph findings, without waiting for the full judgement. */
  #publishFile(path: string): void {
    if (this.#opened === null || this.#judgement === null) return;
    this.#display.file(path, this.#opened, this.#opened.workspace.judgeFile(path, this.#judgement));
  }

  /** A broken baseline accepts nothing. */
  async #readAccepted(): Promise<Accepted> {
    try {
      return await readAccepted(this.root);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#events.log(error.message);
      return NOTHING_ACCEPTED;
    }
  }

  /** Text of a file as the user sees it: the buffer if open, else the disk. */
  #textOf(path: string): string | undefined {
    try {
      return this.#buffers.get(path) ?? readFileSync(join(this.root, path), 'utf8');
    } catch {
      return undefined;
    }
  }
}
