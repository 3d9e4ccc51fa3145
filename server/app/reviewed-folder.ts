/** A folder that was read once and can be asked for all that a user may want of it. */
import { openFolder, type OpenedFolder } from '../compose/folder.ts';
import { workerFile } from '../compose/program.ts';
import type { JsonReport } from '../protocol/report.ts';
import { acceptFindings, type AcceptOptions } from './baseline.ts';
import type { Change } from './changes.ts';
import { toProblem, type ConfigurationProblem, type NamedConfiguration } from './configuration.ts';
import { Failure } from './failure.ts';
import { drawGraph, type DrawnGraph, type GraphFormat, type GraphLevel } from './graph.ts';
import { reviewFolder, type Review, type ReviewOptions } from './review.ts';
import { trackReview } from './tracking.ts';

export interface ReadOptions {
  /** Absolute path with `/`. */
  root: string;
  configuration?: NamedConfiguration | undefined;
  /** The change that will be reviewed: its coverage is read apart. */
  change?: Change | undefined;
  /** Results of files that did not change may be taken from the cache. */
  cache: boolean;
  progress?(done: number, total: number): void;
}

/** One capability a method; each stands in a file of its own. While a folder is edited, `EditedFolder` takes its place. */
export class ReviewedFolder {
  /** What is wrong in configuration files. With an error among them, nothing should be made of the folder. */
  readonly problems: readonly ConfigurationProblem[];
  /** Settles when the worker threads have ended. */
  readonly closed: Promise<void>;
  readonly #opened: OpenedFolder;

  private constructor(opened: OpenedFolder) {
    this.#opened = opened;
    this.problems = opened.problems.map(toProblem);
    // They end while the rest is judged.
    this.closed = opened.analyzer.close();
  }

  /**
   * Reads and analyzes every file.
   * @throws {Failure} without permission to read the folder
   */
  static async read({ root, configuration, change, cache, progress }: ReadOptions): Promise<ReviewedFolder> {
    try {
      return new ReviewedFolder(await openFolder({
        root, configuration, changed: change?.lines, cache, workerFile: workerFile(), analyzeHere: true, ...(progress ? { progress } : {}),
      }));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') throw new Failure(`No permission to read "${root}".`);
      throw error;
    }
  }

  review(options: ReviewOptions): Review {
    return reviewFolder(this.#opened, options);
  }

  /** Accepts findings into the baseline. @returns how many it holds now */
  accept(options: AcceptOptions = {}): Promise<number> {
    return acceptFindings(this.#opened, options);
  }

  /** Adds a review to the tracking log, where a command may. */
  track(report: JsonReport): Promise<void> {
    const { root } = this.#opened.workspace.ports;
    return trackReview({ root, report, occasion: 'terminal', isEnabled: true, git: true }, () => undefined);
  }

  draw(level: GraphLevel, format: GraphFormat): DrawnGraph {
    return drawGraph(this.#opened, level, format);
  }
}
