/**
 * Which versions were raised too little, while the folder is edited. Compared beside the loop after each look at the whole,
 * because the compiler takes longer than a pause of typing. A change in the meantime makes the result worthless: it is
 * dropped, and the next look begins anew.
 */
import type { OpenedFolder } from '../../compose/folder.ts';
import { OpenState } from '../../compose/state.ts';
import { CONFIG_FILE } from '../../config/config.ts';
import { adoptVersions, findVersions, NOTHING_COMPARED, type FoundVersions } from '../version-evidence.ts';
import type { EditorEvents } from './editor-events.ts';
import { VersionThread } from './version-thread.ts';

/** The folder as it is now. */
export interface FolderNow {
  /** Null before it was read. */
  opened(): OpenedFolder | null;
  /** Texts that are open, by path. */
  texts(): Map<string, string>;
}

export class VersionWatch {
  readonly #folder: FolderNow;
  readonly #events: Pick<EditorEvents, 'mayAskGit' | 'configuration' | 'log'>;
  readonly #differs: () => void;
  readonly #state = new OpenState();
  readonly #thread = new VersionThread();
  #found: FoundVersions = NOTHING_COMPARED;
  /** The evidence that holds what was found. */
  #adopted: unknown = null;
  /** Counts what happened; a comparison is about one of these numbers. */
  #now = 1;
  #compared = 0;
  #running: Promise<void> | null = null;
  /** Asked for while another comparison was under way. */
  #wanted = false;
  #closed = false;

  /** @param differs called when another look at the folder would show something else than the last */
  constructor(folder: FolderNow, events: Pick<EditorEvents, 'mayAskGit' | 'configuration' | 'log'>, differs: () => void) {
    this.#folder = folder;
    this.#events = events;
    this.#differs = differs;
  }

  /** Something is being compared. */
  get isUnderWay(): boolean {
    return this.#running !== null;
  }

  /** Something happened that may change the result: what is being compared is out of date. @param paths files with other texts */
  changed(paths: readonly string[] = []): void {
    this.#now++;
    this.#state.forget(paths);
    this.#thread.cancel();
  }

  /** The folder was read anew. */
  restart(): void {
    this.changed();
    this.#state.forget();
    this.#thread.revive();
  }

  /** Adds what was found last to the evidence of the folder, where it is not there yet. */
  adopt(opened: OpenedFolder): void {
    const { evidence } = opened.workspace.ports;
    if (evidence === this.#adopted || (this.#found === NOTHING_COMPARED && evidence === opened.survey.evidence)) return;
    adoptVersions(opened, this.#found);
    this.#adopted = opened.workspace.ports.evidence;
  }

  /** Compares what is there now, unless that was done. */
  compare(): void {
    if (this.#closed || this.#compared === this.#now) return;
    this.#wanted = true;
    this.#running ??= this.#run();
  }

  /** Stops in the middle of a comparison. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread.close();
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#closed) {
      this.#wanted = false;
      const about = this.#now;
      try {
        const found = await this.#find(() => about !== this.#now);
        if (this.#closed || found === null || about !== this.#now) continue;
        this.#compared = about;
        if (JSON.stringify(found) === JSON.stringify(this.#found)) continue;
        this.#found = found;
        this.#adopted = null;
        this.#differs();
      } catch (error) {
        this.#compared = about;
        if (!this.#closed) this.#events.log(`Failed to compare versions: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      }
    }
    // In the same turn as the last look at what is wanted.
    this.#running = null;
  }

  async #find(isStale: () => boolean): Promise<FoundVersions | null> {
    const configuration = await this.#events.configuration();
    const opened = this.#folder.opened();
    if (opened === null) return null;
    const used = opened.survey.made.used.get(CONFIG_FILE);
    const today = used === undefined ? null : { path: CONFIG_FILE, text: used };
    return findVersions(opened, {
      options: { root: opened.workspace.ports.root, configuration, today, cache: true },
      texts: () => this.#folder.texts(),
      asksGit: this.#events.mayAskGit(), state: this.#state,
      compare: (task) => (isStale() ? Promise.resolve(null) : this.#thread.compare(task)),
    });
  }
}
