/** Readings of the whole folder: they take long, edits go on meanwhile, and a newer one replaces one under way. */
import { openFolder, type OpenedFolder } from '../../compose/folder.ts';
import { workerFile } from '../../compose/program.ts';
import { adoptSurvey, listFolder, surveyOf, type SurveyOptions } from '../../compose/survey.ts';
import { tools } from '../../compose/tools.ts';
import type { Occasion } from '../tracking.ts';
import type { OpenText } from './editor-events.ts';

/** A folder that has been read and is to take over. */
export interface Incoming {
  opened: OpenedFolder;
  /** The open texts that were read. */
  buffers: ReadonlyMap<string, OpenText>;
  /** Files that changed since the reading began: it may have read them before or after. */
  since: Set<string>;
  occasion: Occasion;
}

interface Reading {
  controller: AbortController;
  since: Set<string>;
}

export class Readings {
  #reading: Reading | null = null;
  #incoming: Incoming | null = null;

  get isUnderWay(): boolean {
    return this.#reading !== null;
  }

  /** A folder waits to take over. */
  get hasIncoming(): boolean {
    return this.#incoming !== null;
  }

  /** A file has changed. */
  note(path: string): void {
    this.#reading?.since.add(path);
    this.#incoming?.since.add(path);
  }

  /** The folder that waits to take over; it is handed out once. */
  take(): Incoming | null {
    const incoming = this.#incoming;
    this.#incoming = null;
    return incoming;
  }

  /** Gives up the reading under way. */
  abort(): void {
    this.#reading?.controller.abort();
    this.#reading = null;
  }

  /**
   * Reads the folder, instead of a reading under way.
   * @param occasion of the review that follows
   * @param buffers the texts that are open now
   * @param options how to read it, with these texts
   * @returns whether there is a folder to take over; false when it was given up
   * @throws when the folder cannot be read
   */
  async read(occasion: Occasion, buffers: ReadonlyMap<string, OpenText>, options: () => Promise<SurveyOptions>): Promise<boolean> {
    this.abort();
    const reading: Reading = { controller: new AbortController(), since: new Set() };
    const { signal } = reading.controller;
    this.#reading = reading;
    try {
      // Needed by the first edit.
      await tools.load();
      const opened = await openFolder({ ...await options(), cache: true, workerFile: workerFile(), signal });
      await loadLanguages(opened.workspace.paths());
      if (signal.aborted) {
        await opened.analyzer.close();
        return false;
      }
      const before = this.#incoming;
      this.#incoming = { opened, buffers, since: reading.since, occasion };
      await before?.opened.analyzer.close();
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
  }
}

/** Fixes need the languages in this thread, even if all results came from workers or the cache. */
export async function loadLanguages(paths: Iterable<string>): Promise<void> {
  const all = [...paths];
  await tools.load(all);
  await tools.loadFixes(all);
}

/** Looks over a folder again, without reading its files. @returns the folder as it is now, and the files that are to be analyzed */
export async function surveyAgain(opened: OpenedFolder, options: SurveyOptions): Promise<{ opened: OpenedFolder; changed: string[] }> {
  const survey = await surveyOf(await listFolder(options), options);
  await loadLanguages(survey.files);
  const changed = adoptSurvey(opened.workspace, survey);
  opened.fileSystem.forget();
  return { opened: { ...opened, survey }, changed };
}
