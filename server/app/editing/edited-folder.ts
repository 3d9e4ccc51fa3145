/** One folder open in an editor: reviews it, follows every edit and reports what changed. */
import type { OpenedFolder } from '../../compose/folder.ts';
import { isSetting, type SurveyOptions } from '../../compose/survey.ts';
import type { Judgement, Workspace } from '../../engine/workspace.ts';
import type { ModuleFacts } from '../../facts/module-facts.ts';
import type { JsonReport } from '../../protocol/report.ts';
import { acceptedOrNothing, BASELINE_FILE, type Accepted } from '../baseline.ts';
import { brokenConfiguration } from '../configuration.ts';
import { reviewSteps, type CurrentReview, type ReviewInEditor } from '../review.ts';
import { SNAPSHOTS } from '../states.ts';
import { allSteps, type Steps } from '../../text/steps.ts';
import type { Occasion } from '../tracking.ts';
import { analyzeEdited } from './analyze-edited.ts';
import { Buffers } from './buffers.ts';
import { Display, withLeading } from './display.ts';
import type { EditorEvents, OpenText } from './editor-events.ts';
import { JudgedTexts } from './judged-texts.ts';
import { PendingChanges } from './pending-changes.ts';
import { Readings, surveyAgain } from './readings.ts';
import { EditedReports } from './report-thread.ts';
import type { ShownFinding } from './shown-findings.ts';
import { Turns } from './turns.ts';
import { VersionWatch } from './version-watch.ts';
import { WorkLoop, type Depth, type Pauses } from './work-loop.ts';

/** More files than these are not shown one by one before the whole is judged. */
const SHOWN_ALONE = 20;

/**
 * One open folder. One loop does all the judging, step by step, on what is pending at the time; events only add to that.
 * A new reading of the folder takes over between two steps, and what changed during the reading is judged again.
 */
export class EditedFolder {
  readonly root: string;
  readonly #reports: EditedReports;
  readonly #events: EditorEvents;
  readonly #buffers: Buffers;
  /** The open texts that the results in the workspace come from. */
  readonly #judged: JudgedTexts;
  readonly #pending = new PendingChanges();
  readonly #display: Display;
  readonly #loop: WorkLoop;
  readonly #turns: Turns;
  readonly #versions: VersionWatch;
  #opened: OpenedFolder | null = null;
  #judgement: Judgement | null = null;
  #review: CurrentReview | null = null;
  #problem: string | null = null;
  readonly #readings = new Readings();
  #occasion: Occasion = 'edited';
  #baselineDue = true;
  #closed = false;

  /** @param pauses of the loop @param turn of judging, in milliseconds; both for tests */
  constructor(root: string, events: EditorEvents, pauses?: Pauses, turn?: number) {
    this.root = root;
    this.#events = events;
    this.#buffers = new Buffers(root);
    this.#reports = new EditedReports(root);
    this.#judged = new JudgedTexts(root);
    this.#display = new Display(events, this.#judged);
    this.#loop = new WorkLoop((depth) => this.#work(depth), (busy) => events.busy(busy), pauses);
    this.#turns = new Turns(() => this.#closed || this.#readings.hasIncoming || !this.#pending.isEmpty, turn);
    this.#versions = new VersionWatch({ opened: () => this.#opened, texts: () => this.#buffers.texts() }, events, () => void this.#loop.now('full'));
  }

  get report(): JsonReport | null {
    return this.#review?.report ?? null;
  }

  /** Why the folder cannot be reviewed, or not with its configuration, as sentences; null when it can. */
  get problem(): string | null {
    if (this.#problem !== null) return this.#review === null ? this.#problem : `${this.#problem} What is shown is from an earlier review.`;
    return brokenConfiguration(this.#opened?.survey ?? null);
  }

  /** As it was last read, with what is accepted in it and the texts that are open; null before the first review. */
  get reading(): { opened: OpenedFolder; accepted: Accepted; texts: ReadonlyMap<string, string> } | null {
    return this.#opened === null ? null : { opened: this.#opened, accepted: this.#display.accepted, texts: this.#buffers.texts() };
  }

  /**
   * The last review, once it is of what is open and of the reports on disk, also of those that nobody told of; it is not made anew for who asks.
   * @returns null before the first
   */
  async currentReview(): Promise<ReviewInEditor | null> {
    if (await this.#opened?.survey.isOutdated() === true) this.#pending.surveyDue = true;
    if (this.#opened !== null && (this.#pending.surveyDue || !this.#loop.isAtRest)) await this.#loop.now('full');
    return this.#opened === null || this.#review === null ? null : { opened: this.#opened, review: this.#review, metrics: this.#reports.metrics };
  }

  /** A new object after every change, so that callers can cache against it; null before the first review. */
  get state(): ReturnType<Workspace['model']> | null {
    return this.#opened?.workspace.model() ?? null;
  }

  /** What is known of a file, once what was typed before is taken in: the open text that it comes from, if one is, and the file's facts as it was saved. */
  async judged(path: string): Promise<{ open: OpenText | undefined; saved: ModuleFacts | undefined }> {
    await this.#pending.settled(path);
    return { open: this.#judged.get(path), saved: this.#judged.saved(path) };
  }

  /** Nothing is under way or waiting: what is shown is what a new review would show. */
  get isAtRest(): boolean {
    return !this.#readings.isUnderWay && this.#loop.isAtRest && !this.#versions.isUnderWay;
  }

  /** Findings of a file as last judged. */
  findingsIn(path: string): ShownFinding[] {
    if (this.#opened === null || this.#judgement === null) return [];
    return this.#display.findingsIn(path, this.#opened, this.#judgement, (file) => this.#buffers.textOf(file));
  }

  /** Reads the whole folder again and reviews it. Aborts a reading in progress. */
  async load(occasion: Occasion): Promise<void> {
    this.#events.busy(true);
    try {
      const buffers = new Buffers(this.root, this.#buffers);
      if (await this.#readings.read(occasion, buffers, () => this.#surveyOptions(buffers))) await this.#loop.now('full');
    } catch (error) {
      if (!this.#closed) this.#failed(error, occasion);
    } finally {
      // Also when a newer load took over: that one has reported busy for itself.
      this.#events.busy(false);
    }
  }

  /** The user opened or changed a file. */
  edit(path: string, open: OpenText): void {
    const before = this.#buffers.get(path);
    this.#buffers.set(path, open);
    if (before === undefined || before.text !== open.text || this.#judged.get(path) !== before) return this.#changed(path);
    // Only its version is another.
    this.#readings.note(path);
    this.#judged.judge(path, open, this.#opened?.workspace);
    this.#showFile(path);
  }

  /** The user closed a file: from now on the disk counts again. */
  close(path: string): void {
    if (this.#buffers.delete(path)) this.#changed(path);
  }

  /** A file or a folder changed on disk; an open buffer still takes precedence. */
  changedOnDisk(path: string): void {
    if (path === BASELINE_FILE && this.#opened !== null) {
      this.#baselineDue = true;
      void this.#loop.now('full');
    }
    this.#changed(path, true);
    if (path.startsWith(`${SNAPSHOTS}/`)) this.commitsMoved();
  }

  /** There is another commit or snapshot that versions are compared with, or git may now be asked. */
  commitsMoved(): void {
    this.#versions.changed();
    if (this.#opened !== null) this.#loop.soon('full', 'idle');
  }

  /** A file's findings are now shown elsewhere: in the cells of a notebook, or in the file again. */
  showAgain(path: string): void {
    for (const each of withLeading(path, this.#judgement)) {
      this.#display.forget(each);
      this.#showFile(each);
    }
  }

  /** Settings or the baseline changed: the same findings are shown differently. */
  refresh(): void {
    this.#display.forget();
    if (this.#opened && this.#judgement) allSteps(this.#display.all(this.#opened, this.#judgement));
  }

  /** Stops all work and clears what is shown. */
  async dispose(): Promise<void> {
    this.#closed = true;
    this.#readings.abort();
    this.#loop.stop();
    this.#display.clear();
    await Promise.all([this.#opened?.analyzer.close(), this.#versions.close(), this.#reports.close()]);
  }

  #changed(path: string, onDisk = false): void {
    this.#readings.note(path);
    const opened = this.#opened;
    // What is being read for the first time includes it; what could not be read is tried again.
    if (opened === null) return this.#problem === null ? undefined : this.#loop.soon('full', 'settings');
    if (!this.#pending.add(path, opened, onDisk)) return;
    this.#versions.changed();
    this.#loop.soon('fast', 'typing');
    this.#loop.soon('full', isSetting(path) ? 'settings' : 'idle');
  }

  /** Judges what was edited: the file first, then its effect on others. */
  async #work(depth: Depth): Promise<void> {
    try {
      await this.#takeOver();
      // Not awaited, because it waits for this loop.
      if (this.#opened === null) return this.#readings.isUnderWay || this.#closed ? undefined : void this.load('edited');
      if (depth === 'full') await this.#lookAround(this.#opened);
      const many = this.#pending.count > SHOWN_ALONE;
      await this.#catchUp();
      // Where many came or went, judging the whole takes seconds: it is done once, after the survey.
      if (depth === 'fast' && many && this.#pending.surveyDue) return void this.#loop.now('full');
      // What takes over has asked for a step of its own.
      if (!this.#closed && !this.#readings.hasIncoming && await this.#turns.take(this.#judge(this.#opened, depth)) === null) return void this.#loop.now(depth);
      if (this.#pending.surveyDue) this.#loop.soon('full', 'idle');
    } catch (error) {
      this.#events.log(`Failed to judge an edit: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    }
  }

  /** Switches to the new reading of the folder, if there is one. */
  async #takeOver(): Promise<void> {
    const incoming = this.#readings.take();
    if (incoming === null) return;
    const before = this.#opened;
    ({ opened: this.#opened, occasion: this.#occasion } = incoming);
    this.#problem = null;
    this.#baselineDue = true;
    this.#versions.restart();
    this.#judged.restart(incoming.buffers);
    for (const path of incoming.since) this.#pending.add(path, incoming.opened, true);
    // The same findings may be more or less severe.
    this.#display.forget();
    await before?.analyzer.close();
  }

  /** Looks over the folder again where something changed that decides on others. */
  async #lookAround(opened: OpenedFolder): Promise<void> {
    if (this.#baselineDue) {
      this.#baselineDue = false;
      this.#display.setAccepted(await acceptedOrNothing(this.root, (message) => this.#events.log(message)));
    }
    if (!this.#pending.surveyDue) return;
    this.#pending.beginSurvey();
    try {
      const { opened: again, changed } = await surveyAgain(opened, await this.#surveyOptions());
      this.#opened = again;
      this.#problem = null;
      this.#pending.addFiles(changed);
      for (const path of changed) this.#display.forget(path);
    } catch (error) {
      this.#failed(error, 'edited');
    }
  }

  /** Analyzes every changed file; few are shown at once. */
  async #catchUp(): Promise<void> {
    while (!this.#pending.isEmpty && !this.#readings.hasIncoming && !this.#closed) {
      const opened = this.#opened!;
      const paths = this.#pending.take((path) => this.#buffers.has(path));
      const open = new Map(paths.map((path) => [path, this.#buffers.get(path)]));
      this.#judged.keepSaved(paths, opened.workspace);
      await analyzeEdited(opened, { paths, waiting: this.#pending.count }, (path) => open.get(path)?.text);
      this.#judged.judgeAll(open, this.#buffers, opened.workspace);
      this.#pending.compare(paths, opened);
      this.#versions.changed(paths);
      if (paths.length <= SHOWN_ALONE) paths.forEach((path) => this.#showFile(path));
      // Let requests and newer edits go first.
      await new Promise((next) => setImmediate(next));
    }
  }

  /** Judges the whole and shows it; null when something changed in between. */
  *#judge(opened: OpenedFolder, depth: Depth): Steps<true | null> {
    const started = performance.now();
    this.#versions.adopt(opened);
    if ((yield* opened.workspace.modelSteps()) === null) return null;
    this.#pending.modelled();
    const judgement = yield* opened.workspace.judgingSteps(depth);
    if (judgement === null) return null;
    this.#judgement = judgement;
    yield* this.#display.all(opened, judgement);
    if (depth === 'fast') return true;
    for (const failure of judgement.failures) this.#events.log(`The rule ${failure.ruleId} failed on ${failure.path}: ${failure.reason}`);
    this.#review = yield* reviewSteps(opened, judgement, this.#display.accepted, started);
    this.#events.reviewed(this.#occasion);
    this.#occasion = 'edited';
    this.#versions.compare();
    return true;
  }

  /** Shows a file's new findings with the last graph findings, without waiting for the full judgement; not while a newer text of it waits. */
  #showFile(path: string): void {
    if (this.#opened === null || this.#judgement === null || this.#pending.has(path)) return;
    this.#display.file(path, this.#opened, this.#opened.workspace.judgeFile(path, this.#judgement));
  }

  #failed(error: unknown, occasion: Occasion): void {
    this.#problem = error instanceof Error ? error.message : String(error);
    this.#events.log(`${this.root}: ${this.#problem}`);
    this.#events.reviewed(occasion);
  }

  async #surveyOptions(buffers = new Buffers(this.root, this.#buffers)): Promise<SurveyOptions> {
    const [configuration, lastGood] = [await this.#events.configuration(), this.#opened?.survey.made.used];
    return { root: this.root, reports: this.#reports, buffers: buffers.texts(), configuration, lastGood };
  }
}
