/** The columns of the tracking log in the panel, in the order of its table. */
import type { LogRow } from '../protocol/tracking.ts';

export interface LogColumn {
  key: keyof LogRow;
  /** Header on screen. */
  title: string;
  numeric: boolean;
}

const column = (key: keyof LogRow, title: string, { numeric = false } = {}): LogColumn => ({ key, title, numeric });

export const LOG_COLUMNS: readonly LogColumn[] = [
  column('time', 'Time'),
  column('kind', 'Kind'),
  column('score', 'Score', { numeric: true }),
  column('grade', 'Grade'),
  column('delta', 'Change', { numeric: true }),
  column('errors', 'Errors', { numeric: true }),
  column('warnings', 'Warnings', { numeric: true }),
  column('infos', 'Infos', { numeric: true }),
  column('summary', 'Summary'),
  column('author', 'Author'),
  column('branch', 'Branch'),
  column('issue', 'Issue'),
  column('status', 'Status'),
  column('commit', 'Commit'),
];
