/** The columns of the tracking log in the panel, in the order of its table. */
import type { LogField } from '../protocol/tracking.ts';

export interface LogColumn {
  key: LogField;
  /** Header on screen. */
  title: string;
  numeric: boolean;
}

const column = (key: LogField, title: string, { numeric = false } = {}): LogColumn => ({ key, title, numeric });

/** First what a row is about, then its figures. */
export const LOG_COLUMNS: readonly LogColumn[] = [
  column('time', 'Time'),
  column('kind', 'Kind'),
  column('summary', 'Summary'),
  column('status', 'Status'),
  column('issue', 'Issue'),
  column('author', 'Author'),
  column('score', 'Score', { numeric: true }),
  column('grade', 'Grade'),
  column('delta', 'Change', { numeric: true }),
  column('errors', 'Errors', { numeric: true }),
  column('warnings', 'Warnings', { numeric: true }),
  column('infos', 'Infos', { numeric: true }),
  column('branch', 'Branch'),
  column('commit', 'Commit'),
];
