/** One folder while it is open in an editor: reviews it, follows every edit, tells what changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type OpenedFolder } from '../../compose/folder.ts';
import type { MadeSettings } from '../../compose/folder-settings.ts';
import { workerFile } from '../../compose/program.ts';
import { tools } from '../../compose/tools.ts';
import type { Judgement } from '../../engine/workspace.ts';
import type { JsonReport, ReportFinding } from '../../protocol/report.ts';
import { acceptFindings, BASELINE_FILE, NOTHING_ACCEPTED, readAccepted, type Accepted } from '../baseline.ts';
import type { NamedConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { fixesOf, type Fix } from '../fixes.ts';
import { reportOf } from '../review.ts';
import type { Occasion } from '../tracking.ts';
import { analyzeEdited } from './analyze-edited.ts';
import { Display, type DisplayEvents } from './display.ts';

/** Edits that come closer together than this are judged together. */
const TYPING_PAUSE_MS = 15;
/** After this much quiet the whole is judged: repeated code, score, panel. */
const IDLE_MS = 700;
const RELOAD_PAUSE_MS = 250;

/** What the folder tells the editor, and asks it. */
export interface EditorEvents extends DisplayEvents {
  /** A full review has ended. */
  reviewed(occasion: Occasion): void;
  busy(busy: boolean): void;
  /** Something that the user should know, such as a rule that failed. */
  log(message: string): void;
  /** @returns the configuration to use in place of `archwright.jsonc`; undefined for none @throws {Failure} when it cannot be read */
  configuration(): Promise<NamedConfiguration | undefined>;
}

/** A finding as the editor shows it. */
export interface ShownFinding {
  reported: ReportFinding;
  fixes(): Fix[];
}

/** One open folder: loads it, follows edits, says what they change. */
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
  /** The folder was read, or is being read. */
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

  /** Why the folder cannot be reviewed, in words; null when it can. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Another object after every change, for what is kept only as long as nothing changes; null before the first review. */
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
   * @param fingerprint of one finding; left out, today's findings replace the baseline
   * @returns the file, relative to the folder, and how many findings it holds now
   * @throws {Failure} when the folder was not reviewed yet, or the finding is gone
   */
  async accept(fingerprint?: string): Promise<{ path: string; count: number }> {
    if (this.#opened === null) throw new Failure('The folder has not been reviewed yet.');
    const count = await acceptFindings(this.#opened, fingerprint === undefined ? {} : { fingerprint });
    this.changedOnDisk(BASELINE_FILE);
    return { path: BASELINE_FILE, count };
  }

  /** Reads everything again and reviews it. Stops a reading that is under way. */
  async load(occasion: Occasion): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#isLoaded = true;
    this.#events.busy(true);
    try {
      this.#display.setAccepted(await this.#readAccepted());
      // The first edit needs them.
      await tools.load();
      const opened = await openFolder({
        root: this.root, cache: true, workerFile: workerFile(), buffers: new Map(this.#buffers), signal: loading.signal,
        ...(this.#lastGood ? { lastGood: this.#lastGood } : {}),
        configuration: await this.#events.configuration(),
      });
      if (loading.signal.aborted || this.#closed) return await opened.analyzer.close();
      // Fixes need the language even where all results came from workers or the cache.
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
      // Also where a newer reading took over: it has said for itself that it is busy.
      this.#events.busy(false);
    }
  }

  /** The user opened or changed a file. */
  edit(path: string, text: string): void {
    if (this.#buffers.get(path) === text) return;
    this.#buffers.set(path, text);
    this.#changed(path);
  }

  /** The user closed a file: what is on disk counts again. */
  close(path: string): void {
    if (this.#buffers.delete(path)) this.#changed(path);
  }

  /** A file changed on disk; an open buffer goes on counting instead. */
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

  /** What a file says is shown elsewhere from now on: in the cells of a notebook, or in the file again. */
  showAgain(path: string): void {
    this.#display.forget(path);
    if (!this.#dirty.has(path)) this.#publishFile(path);
  }

  /** Settings or the baseline changed: the same findings are shown differently. */
  refresh(): void {
    this.#display.forget();
    if (this.#opened && this.#judgement) this.#display.all(this.#opened, this.#judgement);
  }

  /** Stops all work and takes back what is shown. */
  async dispose(): Promise<void> {
    this.#closed = true;
    this.#loading?.abort();
    for (const timer of [this.#typing, this.#idle, this.#reloading]) if (timer) clearTimeout(timer);
    this.#display.clear();
    await this.#opened?.analyzer.close();
  }

  #changed(path: string): void {
    if (/(^|\/)(archwright\.jsonc|\.gitignore|\.gitkeep)$/.test(path) || tools.isProjectSetting(path)) {
      // The first reading takes it in.
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

  /** Judges what was edited: the file at once, then what it means for others. An edit in between starts it over. */
  async #work(): Promise<void> {
    if (this.#working || this.#opened === null || this.#closed) return;
    this.#working = true;
    try {
      do {
        await this.#catchUp();
        // Requests and newer edits come first.
        await new Promise((next) => setImmediate(next));
      } while (this.#dirty.size > 0);
      this.#judgement = this.#opened.workspace.judge('fast');
      this.#display.all(this.#opened, this.#judgement);
    } catch (error) {
      this.#events.log(`An edit could not be judged: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    } finally {
      this.#working = false;
    }
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#judgeFully('edited'), IDLE_MS);
  }

  /** Analyzes every file that changed since it was last analyzed, and shows what the file itself says. */
  async #catchUp(): Promise<void> {
    const opened = this.#opened;
    if (opened === null) return;
    while (this.#dirty.size > 0) {
      const path = this.#dirty.values().next().value!;
      this.#dirty.delete(path);
      await analyzeEdited(opened, path, this.#buffers.get(path));
      // Typed on since: the newer text is judged instead.
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

  /** Shows a file's own new findings together with what the whole last said of it, without waiting for the whole. */
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

  /** Text of a file as the user sees it. */
  #textOf(path: string): string | undefined {
    try {
      return this.#buffers.get(path) ?? readFileSync(join(this.root, path), 'utf8');
    } catch {
      return undefined;
    }
  }
}
