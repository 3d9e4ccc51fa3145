/** What has changed in an open folder and is still to be judged. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenedFolder } from '../../compose/folder.ts';
import { decidesOnFiles, isSetting } from '../../compose/survey.ts';
import { tools } from '../../compose/tools.ts';

/** So many files are analyzed before edits in between get their turn. */
const TOGETHER = 200;

/** Files to analyze again, and whether the folder is to be looked over again. */
export class PendingChanges {
  readonly #files = new Set<string>();
  readonly #settings = new Set<string>();
  /** Files came or went, or something changed that decides on others: settings, reports. */
  surveyDue = false;

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Files whose content is to be analyzed again. */
  addFiles(paths: Iterable<string>): void {
    for (const path of paths) this.#files.add(path);
  }

  /**
   * Something happened to a file or a folder, on disk or in the editor: what it is now decides, not what is told of it.
   * @returns whether anything follows from it
   */
  add(path: string, { workspace, survey }: OpenedFolder): boolean {
    const isReviewed = tools.isReviewed(path);
    if (isSetting(path) || path === survey.namedConfiguration) {
      this.#settings.add(path);
      this.surveyDue = true;
    } else if (isReviewed) this.#files.add(path);
    else if (decidesOnFiles(path)) this.surveyDue = true;
    else if (!workspace.has(path)) this.#addFolder(path, workspace);
    if (survey.dependsOn(path)) this.surveyDue = true;
    return isReviewed || this.surveyDue;
  }

  /** A survey begins. Settings files that have changed are analyzed with it, so that all that is said of one is of the same text. */
  beginSurvey(): void {
    this.addFiles([...this.#settings].filter((path) => tools.isReviewed(path)));
    this.#settings.clear();
    this.surveyDue = false;
  }

  /** Files were analyzed: if one turned out to have come or gone, the folder is to be looked over again. */
  compare(paths: readonly string[], { workspace, survey }: OpenedFolder): void {
    const isKnown = (path: string): boolean => survey.files.has(path) || survey.skipped.some((each) => each.path === path);
    if (paths.some((path) => workspace.has(path) !== isKnown(path))) this.surveyDue = true;
  }

  /** Takes out the files to analyze next, those first that are open. */
  take(isOpen: (path: string) => boolean): string[] {
    const open = [...this.#files].filter(isOpen);
    const paths = open.length > 0 ? open : [...this.#files].slice(0, TOGETHER);
    for (const path of paths) this.#files.delete(path);
    return paths;
  }

  /** Watchers tell of a folder that was moved or removed, and often not of what is in it. */
  #addFolder(path: string, workspace: OpenedFolder['workspace']): void {
    const inside = [...workspace.paths(), ...workspace.skipped().map((each) => each.path)].filter((each) => each.startsWith(`${path}/`));
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
