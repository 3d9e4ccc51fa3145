/** One workspace folder while it is open: reviews it, follows every edit, tells what changed. */
import type { Diagnostic } from 'vscode-languageserver/node';
import { VERSION } from '../compose/build-id.ts';
import { openFolder, type OpenedFolder } from '../compose/folder.ts';
import type { MadeSettings } from '../compose/folder-settings.ts';
import { tools } from '../compose/tools.ts';
import { workerFile } from '../compose/worker-file.ts';
import { BASELINE_FILE } from '../engine/baseline.ts';
import { makeReport, reportFindings } from '../engine/report.ts';
import type { Judgement, Workspace } from '../engine/workspace.ts';
import { groupedBy } from '../text/grouped-by.ts';
import type { JsonReport, ReportFinding } from '../protocol/report.ts';
import type { Finding } from '../findings/finding.ts';
import { analyzeEdited } from './analyze-edited.ts';
import { problemDiagnostic, toDiagnostic } from './diagnostics.ts';
import { DiagnosticStore, signatureOf } from './diagnostic-store.ts';
import { acceptedFindings, namedConfiguration } from './folder-files.ts';
import { shownFindings, type Showing } from './shown-findings.ts';

/** Edits that come closer together than this are judged together. */
const TYPING_PAUSE_MS = 15;
/** After this much quiet the whole is judged: repeated code, score, panel. */
const IDLE_MS = 700;
const RELOAD_PAUSE_MS = 250;

/** Why a review was made: the user asked, the folder was opened, or something was edited. */
export type ReviewOccasion = 'asked' | 'opened' | 'edited';

export interface FolderEvents {
  /** The diagnostics of a file are different now. */
  diagnostics(path: string, diagnostics: Diagnostic[]): void;
  /** A full review has ended. */
  reviewed(occasion: ReviewOccasion): void;
  busy(busy: boolean): void;
  /** Something that the user should know, such as a rule that failed. */
  log(message: string): void;
  showBaseline(): boolean;
  /** How the editor shows the findings of a file. */
  showing(path: string): Showing;
  /** Configuration file to use in the place of `archwright.jsonc`; empty for none. */
  configPath(): string;
}

/** One open folder: loads it, follows edits, publishes what they change. */
export class FolderSession {
  readonly root: string;
  readonly #events: FolderEvents;
  readonly #buffers = new Map<string, string>();
  readonly #dirty = new Set<string>();
  readonly #published: DiagnosticStore;
  #opened: OpenedFolder | null = null;
  #lastGood: MadeSettings | undefined;
  #judgement: Judgement | null = null;
  #report: JsonReport | null = null;
  #problem: string | null = null;
  #baseline: ReadonlySet<string> = new Set();
  /** How often the baseline was read: what is shown depends on it. */
  #baselineRead = 0;
  #typing: NodeJS.Timeout | null = null;
  #idle: NodeJS.Timeout | null = null;
  #reloading: NodeJS.Timeout | null = null;
  #loading: AbortController | null = null;
  #working = false;
  /** The folder was read, or is being read. */
  #isLoaded = false;
  #closed = false;

  constructor(root: string, events: FolderEvents) {
    this.root = root;
    this.#events = events;
    this.#published = new DiagnosticStore((path, diagnostics) => events.diagnostics(path, diagnostics));
  }

  get report(): JsonReport | null {
    return this.#report;
  }

  /** Why the folder cannot be reviewed, in words; null when it can. */
  get problem(): string | null {
    return this.#problem;
  }

  get workspace(): Workspace | null {
    return this.#opened?.workspace ?? null;
  }

  /** Text of a file as the user sees it, when it is open. */
  buffer(path: string): string | undefined {
    return this.#buffers.get(path);
  }

  /** Findings of a file as last judged, with what they are in the report. */
  findingsIn(path: string): { finding: Finding; reported: ReportFinding }[] {
    const workspace = this.workspace;
    if (workspace === null || this.#judgement === null) return [];
    const findings = shownFindings(workspace, this.#judgement.findings.filter((finding) => finding.path === path), this.#events.showing(path));
    const reported = reportFindings(workspace, { ...this.#judgement, findings }, this.#baseline);
    return reported.length === findings.length ? findings.map((finding, index) => ({ finding, reported: reported[index]! })) : [];
  }

  /** Reads everything anew and reviews it. Stops a reading that is under way. */
  async load(occasion: ReviewOccasion): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#isLoaded = true;
    this.#events.busy(true);
    try {
      this.#baseline = await this.#readBaseline();
      // The first edit needs them.
      await tools.load();
      const opened = await openFolder({
        root: this.root, cache: true, workerFile: workerFile(), buffers: new Map(this.#buffers), signal: loading.signal,
        ...(this.#lastGood ? { lastGood: this.#lastGood } : {}),
        ...await namedConfiguration(this.root, this.#events.configPath()),
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
      void this.#readBaseline().then((baseline) => {
        this.#baseline = baseline;
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
    this.#published.forget(path);
    if (!this.#dirty.has(path)) this.#publishFile(path);
  }

  /** Settings or the baseline changed: the same findings are shown differently. */
  refresh(): void {
    this.#published.forget();
    if (this.#judgement) this.#publish(this.#judgement);
  }

  /** Stops all work and takes back what is shown. */
  async dispose(): Promise<void> {
    this.#closed = true;
    this.#loading?.abort();
    for (const timer of [this.#typing, this.#idle, this.#reloading]) if (timer) clearTimeout(timer);
    this.#published.clear();
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
      const judgement = this.workspace!.judge('fast');
      this.#judgement = judgement;
      this.#publish(judgement);
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

  #judgeFully(occasion: ReviewOccasion): void {
    const workspace = this.workspace;
    if (workspace === null || this.#closed) return;
    const started = performance.now();
    const judgement = workspace.judge('full');
    this.#judgement = judgement;
    for (const failure of judgement.failures) this.#events.log(`The rule ${failure.ruleId} failed on ${failure.path}: ${failure.reason}`);
    this.#publish(judgement);
    this.#report = makeReport(workspace, judgement, { version: VERSION, baseline: this.#baseline, durationMs: performance.now() - started });
    this.#events.reviewed(occasion);
  }

  /** Shows a file's own new findings together with what the whole last said of it, without waiting for the whole. */
  #publishFile(path: string): void {
    const workspace = this.workspace;
    if (workspace === null || this.#judgement === null) return;
    const judgement = workspace.judgeFile(path, this.#judgement);
    this.#show(path, workspace, judgement);
  }

  #publish(judgement: Judgement): void {
    const workspace = this.workspace;
    if (workspace === null) return;
    const byPath = groupedBy(judgement.findings, ({ path }) => path);
    const speaking = new Set([...byPath.keys(), ...this.#problems().map((problem) => problem.path)]);
    for (const path of this.#published.paths()) if (!speaking.has(path)) this.#published.show(path, [], () => []);
    for (const path of speaking) this.#show(path, workspace, { ...judgement, findings: byPath.get(path) ?? [] });
  }

  /** What is wrong in configuration files, as last read. */
  #problems(): OpenedFolder['problems'] {
    return this.#opened?.problems ?? [];
  }

  /** Sends what a file shows, when it is not what it shows already: findings, and problems of a configuration. */
  #show(path: string, workspace: Workspace, judgement: Judgement): void {
    const problems = this.#problems().filter((problem) => problem.path === path);
    const signature = problems.length + judgement.findings.length === 0 ? [] : [JSON.stringify([this.#baselineRead, ...problems]), ...judgement.findings.map(signatureOf)];
    // Words are made only for what changed: a workspace may hold thousands of findings.
    this.#published.show(path, signature, () => [
      ...problems.map(problemDiagnostic),
      ...reportFindings(workspace, { ...judgement, findings: shownFindings(workspace, judgement.findings, this.#events.showing(path)) }, this.#baseline).filter((finding) => !finding.baseline || this.#events.showBaseline()).map((finding) => toDiagnostic(this.root, finding)),
    ]);
  }

  #readBaseline(): Promise<ReadonlySet<string>> {
    this.#baselineRead++;
    return acceptedFindings(this.root, (message) => this.#events.log(message));
  }
}
