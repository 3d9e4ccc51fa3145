/** The server's state: open folders and settings, and what it reports to the client. */
import { basename, resolve } from 'node:path';
import type { Connection, WorkspaceFolder } from 'vscode-languageserver/node';
import type { WorkspaceState } from '../protocol/answers.ts';
import { SETTINGS_SECTION, STATE, type EditorSettings } from '../protocol/lsp.ts';
import type { ReportOrigin } from '../protocol/report.ts';
import type { LogRow } from '../protocol/tracking.ts';
import { readConfiguration, type NamedConfiguration } from '../app/configuration.ts';
import { observe, type Observed } from '../app/audit/observe.ts';
import { EditedFolder } from '../app/editing/edited-folder.ts';
import type { Showing } from '../app/editing/shown-findings.ts';
import { Failure } from '../app/failure.ts';
import { stateOf, type ShownFolder } from '../app/panel/answer.ts';
import { trackReview, type Occasion } from '../app/tracking.ts';
import { DiagnosticPublisher } from './diagnostic-publisher.ts';
import { problemDiagnostic, toDiagnostic } from './diagnostics.ts';
import { GitWatch } from './git-watch.ts';
import { LensRefresh } from './lens-refresh.ts';
import { OpenNotebook, OpenNotebooks } from './notebooks/open-notebooks.ts';
import { pathOfUri, relativeTo } from './places.ts';
import { originIn } from './origin.ts';
import { DEFAULT_SETTINGS, hiddenOf, settingsFrom } from './settings.ts';
import { shownFolder } from './shown-folder.ts';
import { StateVersions } from './state-versions.ts';

export interface OpenFolder {
  /** URI of the folder, used as its key. */
  key: string;
  name: string;
  edited: EditedFolder;
  log: LogRow[];
  /** Of the last review. */
  origin: ReportOrigin;
  /** How often commits were made, checked out or moved. */
  moves: number;
}

/** Where a document lies. */
export interface Place {
  folder: OpenFolder;
  /** Relative to the folder. */
  path: string;
  /** Absolute path of the file; for a cell, of its notebook. */
  absolute: string;
}

/** All open folders and what the client shows of them. */
export class Session {
  readonly connection: Connection;
  readonly folders = new Map<string, OpenFolder>();
  readonly notebooks = new OpenNotebooks();
  readonly publisher: DiagnosticPublisher;
  readonly gitWatch: GitWatch;
  readonly lenses: LensRefresh;
  settings: EditorSettings = DEFAULT_SETTINGS;
  #trusted = true;
  canPullSettings = false;
  /** The client runs the commands of code lenses and links. */
  clientRunsCommands = false;
  /** Edits may hold places to fill in. */
  knowsSnippets = false;
  /** The editor has another extension that shows ruff's findings. */
  #ruffRuns = false;
  /** The client is told of the state of the folders. */
  followsState = false;
  #busy = 0;
  #told = '';
  readonly #versions = new StateVersions();
  readonly #textsWanted: (() => void)[] = [];

  constructor(connection: Connection) {
    this.connection = connection;
    this.publisher = new DiagnosticPublisher(connection, this.notebooks);
    this.lenses = new LensRefresh(connection);
    this.gitWatch = new GitWatch(connection, (key) => this.#commitsMoved(key));
  }

  /** @param listener hands over all open documents; called after folders were opened or a notebook was closed */
  onTextsWanted(listener: () => void): void {
    this.#textsWanted.push(listener);
  }

  /** When false, nothing in the workspace is executed, git included. */
  get trusted(): boolean {
    return this.#trusted;
  }

  /** From now on git may be asked, or not. */
  setTrusted(trusted: boolean): void {
    const isNew = trusted && !this.#trusted;
    this.#trusted = trusted;
    if (!isNew) return;
    for (const { key, edited } of this.folders.values()) {
      this.#commitsMoved(key);
      this.#watchGit(key, edited.root);
    }
  }

  /** The innermost folder that contains a document, and the document's path in it. */
  locate(uri: string): Place | null {
    const absolute = this.notebooks.fileOf(uri) ?? pathOfUri(uri);
    if (absolute === null) return null;
    let best: Place | null = null;
    for (const folder of this.folders.values()) {
      const path = relativeTo(folder.edited.root, absolute);
      if (path !== null && (best === null || path.length < best.path.length)) best = { folder, path, absolute };
    }
    return best;
  }

  /** A notebook was opened or its cells changed. */
  takeNotebook(uri: string, notebook: OpenNotebook): void {
    const place = this.locate(uri);
    if (place === null) return;
    const before = this.notebooks.set(place.absolute, notebook);
    place.folder.edited.edit(place.path, notebook);
    // The same text may now be in different cells.
    if (before?.cells.join('\n') !== notebook.cells.join('\n')) place.folder.edited.showAgain(place.path);
  }

  /** A notebook was closed: its findings are shown in the file again. */
  closeNotebook(uri: string): void {
    const file = pathOfUri(uri);
    const before = file === null ? undefined : this.notebooks.delete(file);
    if (before === undefined) return;
    this.publisher.clear(before.cells);
    const place = this.locate(uri);
    if (place === null) return;
    place.folder.edited.close(place.path);
    // It may also be open as text.
    this.#handOver();
    place.folder.edited.showAgain(place.path);
  }

  /** Opens folders and reviews them. */
  async add(folders: readonly WorkspaceFolder[]): Promise<void> {
    const opened = folders.flatMap((each) => {
      const root = pathOfUri(each.uri);
      if (root === null || this.folders.has(each.uri)) return [];
      const name = each.name || basename(root);
      const origin = { project: name, at: new Date().toISOString(), commit: null };
      const folder: OpenFolder = { key: each.uri, name, log: [], origin, moves: 0, edited: this.#editedFolder(root, each.uri) };
      this.folders.set(each.uri, folder);
      return [folder];
    });
    this.#handOver();
    for (const { key, edited } of opened) this.#watchGit(key, edited.root);
    if (this.settings.enable) await Promise.all(opened.map((folder) => folder.edited.load('opened')));
  }

  /** A folder was closed. */
  async remove(key: string): Promise<void> {
    const folder = this.folders.get(key);
    this.folders.delete(key);
    this.gitWatch.leave(key);
    await folder?.edited.dispose();
    this.sendState();
  }

  /** Reads the settings from the client. Missing settings keep their defaults. */
  async pullSettings(): Promise<void> {
    if (!this.canPullSettings) return;
    const before = this.settings;
    const hiddenBefore = this.hiddenOfRuff;
    const given = await this.connection.workspace.getConfiguration(SETTINGS_SECTION) as Partial<EditorSettings> | null;
    this.settings = settingsFrom(given);
    if (before.enable !== this.settings.enable) {
      if (this.settings.enable) await Promise.all([...this.folders.values()].map((folder) => folder.edited.load('opened')));
      else await this.#restartAll();
    } else if (before.configPath !== this.settings.configPath && this.settings.enable)
      await Promise.all([...this.folders.values()].map((folder) => folder.edited.load('opened')));
    if (before.run !== this.settings.run) this.#handOver();
    if (before.codeLens.enable !== this.settings.codeLens.enable) this.lenses.refresh();
    if (before.showBaseline !== this.settings.showBaseline || hiddenBefore !== this.hiddenOfRuff)
      for (const folder of this.folders.values()) folder.edited.refresh();
  }

  /** Which ruff findings the editor hides. */
  get hiddenOfRuff(): Showing['hidden'] {
    return hiddenOf(this.settings, this.#ruffRuns);
  }

  /** Another extension that shows ruff's findings came or went. */
  setRuffRuns(runs: boolean): void {
    const before = this.hiddenOfRuff;
    this.#ruffRuns = runs;
    if (before !== this.hiddenOfRuff) for (const folder of this.folders.values()) folder.edited.refresh();
  }

  /** Tells a client that follows the state what there is and in which version; it asks for what it shows. */
  sendState(): void {
    if (!this.followsState) return;
    const folders = [...this.folders.values()].map((folder) => stateOf(this.shown(folder)));
    const state: WorkspaceState = { folders, active: folders[0]?.key ?? null, busy: this.#busy > 0 };
    const told = JSON.stringify(state);
    if (told === this.#told) return;
    this.#told = told;
    void this.connection.sendNotification(STATE, state);
  }

  /** A folder as the client can ask about it. */
  shown(folder: OpenFolder): ShownFolder {
    return shownFolder(folder, { imports: this.#versions.of(folder.edited.state), changes: this.changesVersionOf(folder) });
  }

  /** Whatever is typed and whatever is committed may make other code new. */
  changesVersionOf({ edited, moves }: OpenFolder): string {
    return `${this.#versions.of(edited.state)}.${moves}`;
  }

  /** Closes all folders. */
  async dispose(): Promise<void> {
    await Promise.all([...this.folders.values()].map((folder) => folder.edited.dispose()));
    this.folders.clear();
  }

  /** Removes all findings: the user switched Archwright off. */
  async #restartAll(): Promise<void> {
    const open = [...this.folders.values()];
    this.folders.clear();
    await Promise.all(open.map((folder) => folder.edited.dispose()));
    for (const folder of open) this.folders.set(folder.key, { ...folder, edited: this.#editedFolder(folder.edited.root, folder.key) });
    this.#handOver();
    this.sendState();
  }

  /** Files opened before their folder are not lost. */
  #handOver(): void {
    for (const listener of this.#textsWanted) listener();
  }

  #commitsMoved(key: string): void {
    const folder = this.folders.get(key);
    if (folder === undefined) return;
    folder.moves += 1;
    folder.edited.commitsMoved();
  }

  #watchGit(key: string, root: string): void {
    if (!this.#trusted) return;
    this.gitWatch.follow(key, root).catch((error: unknown) => {
      this.connection.console.warn(`Commits are not followed in ${root}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  #editedFolder(root: string, key: string): EditedFolder {
    return new EditedFolder(root, {
      shows: (path, { problems, findings }, judged) => {
        const diagnostics = [...problems.map(problemDiagnostic), ...findings.map((finding) => toDiagnostic(root, finding))];
        this.publisher.publish(`${root}/${path}`, diagnostics, judged);
      },
      reviewed: (occasion) => void this.#reviewed(key, occasion),
      busy: (busy) => {
        this.#busy += busy ? 1 : -1;
        this.sendState();
      },
      log: (message) => this.connection.console.warn(message),
      mayAskGit: () => this.trusted,
      configuration: () => this.configurationOf(root),
      showing: (_path, judged) => {
        const notebook = judged instanceof OpenNotebook ? judged : undefined;
        return { hidden: this.hiddenOfRuff, showsBaseline: this.settings.showBaseline, lineWords: notebook && ((line) => notebook.lineWords(line)) };
      },
    });
  }

  /** The configuration named in the user's settings; undefined when they name none. @throws {Failure} when it cannot be read */
  async configurationOf(root: string): Promise<NamedConfiguration | undefined> {
    const { configPath } = this.settings;
    if (configPath === '') return undefined;
    const configuration = await readConfiguration(configPath, resolve(root, configPath));
    if (configuration === null) throw new Failure(`Cannot read the configuration "${configPath}" named in the setting archwright.configPath.`);
    return configuration;
  }

  async #reviewed(key: string, occasion: Occasion): Promise<void> {
    const folder = this.folders.get(key);
    if (folder === undefined) return;
    this.lenses.refresh();
    const { report, root } = folder.edited;
    const origin = await originIn(folder, this.trusted);
    // What was asked for a later review tells of now.
    if (folder.edited.report === report) folder.origin = origin;
    const observed = (): Observed | null => (folder.edited.reading === null ? null : observe(folder.edited.reading.opened));
    try {
      const tracked = { root, report, occasion, isEnabled: this.settings.trackReviews, git: this.trusted, observed };
      await trackReview(tracked, (rows) => {
        folder.log = rows;
      });
    } catch (error) {
      this.connection.console.warn(`Could not update the tracking log of ${folder.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.sendState();
  }
}
