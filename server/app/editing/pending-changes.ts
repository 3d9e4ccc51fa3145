/** What has changed in an open folder and is still to be judged. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenedFolder } from '../../compose/folder.ts';
import { decidesOnFiles, isSetting } from '../../compose/survey.ts';
import { tools } from '../../compose/tools.ts';

/** Whoever asks about a file does not wait longer, in milliseconds. */
const PATIENCE = 2000;

/** Of more files than these nobody waits for those he did not ask about. */
const MANY = 20;

/** Most files to analyze in one step, so that edits made meanwhile get their turn. */
const TOGETHER = 200;

/** Files to analyze again, and whether the folder must be surveyed again. */
export class PendingChanges {
  readonly #files = new Set<string>();
  readonly #settings = new Set<string>();
  /** Taken out, and not in a model of the folder yet. */
  #underWay: string[] = [];
  readonly #waiting = new Set<() => void>();
  /** Files came or went, or something changed on which other files depend: settings, reports. */
  surveyDue = false;

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  get count(): number {
    return this.#files.size;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** @returns when a file as it is now is in the model of the folder, and the others too unless they are many; or when nobody got round to it for long */
  async settled(path: string): Promise<void> {
    const isSettled = (): boolean => {
      const waiting = [...this.#files, ...this.#underWay];
      return waiting.length > MANY ? !waiting.includes(path) : waiting.length === 0;
    };
    if (isSettled()) return;
    await new Promise<void>((resolve) => {
      const look = (isLate: boolean): void => {
        if (!isLate && !isSettled()) return;
        clearTimeout(timer);
        this.#waiting.delete(ask);
        resolve();
      };
      const ask = (): void => look(false);
      const timer = setTimeout(() => look(true), PATIENCE);
      this.#waiting.add(ask);
    });
  }

  /** What was taken out is in the model. */
  modelled(): void {
    this.#underWay = [];
    for (const ask of [...this.#waiting]) ask();
  }

  /** Files whose content must be analyzed again. */
  addFiles(paths: Iterable<string>): void {
    for (const path of paths) this.#files.add(path);
  }

  /**
   * An event about a file or folder, on disk or in the editor. Its present state decides, not the kind of event.
   * @param onDisk whether it may be another on disk; reports are read there, and compared with the age of files there
   * @returns whether there is anything to do
   */
  add(path: string, { workspace, survey, fileSystem }: OpenedFolder, onDisk: boolean): boolean {
    const isElsewhere = fileSystem.changed(join(workspace.ports.root, path));
    if (isElsewhere) workspace.forgetResolution();
    const isReviewed = tools.isReviewed(path);
    if (isSetting(path) || path === survey.namedConfiguration) {
      this.#settings.add(path);
      this.surveyDue = true;
    } else if (isReviewed) this.#files.add(path);
    else if (decidesOnFiles(path)) this.surveyDue = true;
    else if (!workspace.has(path)) this.#addFolder(path, workspace);
    if (onDisk && survey.dependsOn(path)) this.surveyDue = true;
    return isReviewed || this.surveyDue || isElsewhere;
  }

  /** A survey begins. Changed settings files are analyzed with it, so that all findings in such a file are about the same text. */
  beginSurvey(): void {
    this.addFiles([...this.#settings].filter((path) => tools.isReviewed(path)));
    this.#settings.clear();
    this.surveyDue = false;
  }

  /** Files were analyzed. If one of them turned out to be new or gone, the folder must be surveyed again. */
  compare(paths: readonly string[], { workspace, survey }: OpenedFolder): void {
    const isKnown = (path: string): boolean => survey.files.has(path) || survey.skipped.some((each) => each.path === path);
    if (paths.some((path) => workspace.has(path) !== isKnown(path))) this.surveyDue = true;
  }

  /** Takes out the files to analyze next, open ones first. */
  take(isOpen: (path: string) => boolean): string[] {
    const open = [...this.#files].filter(isOpen);
    const paths = open.length > 0 ? open : [...this.#files].slice(0, TOGETHER);
    for (const path of paths) this.#files.delete(path);
    this.#underWay.push(...paths);
    return paths;
  }

  /** When a folder is moved or removed, watchers often report the folder and not the files in it. */
  #addFolder(path: string, workspace: OpenedFolder['workspace']): void {
    const inside = workspace.below(path);
    this.addFiles(inside);
    if (inside.length > 0 || isFolder(join(workspace.ports.root, path))) this.surveyDue = true;
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
