/** Reads large reports and metrics files for an editor, in a thread of its own: parsing them takes seconds, and requests would wait. */
import { KeptReports } from '../../compose/kept-reports.ts';
import { serverFile } from '../../compose/program.ts';
import { readReportFile } from '../../compose/report-file.ts';
import type { ReadMetrics } from '../../evidence/metrics/read-metrics.ts';
import { createBackground, type Background } from '../../host/background.ts';

/** What the thread does. */
export const readReportInThread = readReportFile;

/** Reports and metrics files of one folder. */
export class EditedReports extends KeptReports {
  readonly #root: string;
  readonly #thread: Background | null;

  /** @param root absolute path of the folder */
  constructor(root: string) {
    const file = serverFile();
    const thread = file === null ? null : createBackground(file);
    super(thread === null ? null : (task) => thread.run('readReportInThread', task));
    this.#root = root;
    this.#thread = thread;
  }

  /** What a metrics file holds now. @param path relative to the folder */
  readonly metrics = (path: string): Promise<ReadMetrics> => this.read({ root: this.#root, kind: 'metrics', path, lines: false });

  /** Stops in the middle of a file. */
  async close(): Promise<void> {
    await this.#thread?.close();
  }
}
