/** The formats of a report on the work. */
import type { Progress } from '../../protocol/progress.ts';
import { toProgressCsv } from './csv.ts';
import { toProgressHtml } from './html.tsx';
import { toProgressMarkdown } from './markdown.ts';
import { toProgressPretty } from './pretty.ts';

export { REPORT_KINDS, type ReportKind } from '../../protocol/progress.ts';

export const PROGRESS_FORMATS = ['pretty', 'json', 'csv', 'markdown', 'html'] as const;
type ProgressFormat = (typeof PROGRESS_FORMATS)[number];

export interface ProgressWriting {
  color: boolean;
  /** Columns of the terminal. */
  width: number;
}

/** @returns the report with a final line break */
export function writeProgress(report: Progress, format: ProgressFormat, writing: ProgressWriting): string {
  switch (format) {
    case 'pretty': return toProgressPretty(report, writing);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv': return toProgressCsv(report);
    case 'markdown': return toProgressMarkdown(report);
    case 'html': return toProgressHtml(report);
  }
}
