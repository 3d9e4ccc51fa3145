/** The columns of the tracking log in the panel. */
import type { LogRow } from '../protocol/panel.ts';

export interface LogColumn {
  key: keyof LogRow;
  /** Header on screen. */
  title: string;
  numeric: boolean;
}

const column = (key: keyof LogRow, title: string, { numeric = false } = {}): LogColumn => ({ key, title, numeric });

export const LOG_COLUMNS: readonly LogColumn[] = [
  column('kind', 'Kind'),
  column('time', 'Time'),
  column('commit', 'Commit'),
  column('branch', 'Branch'),
  column('issue', 'Issue'),
  column('status', 'Status'),
  column('summary', 'Summary'),
  column('author', 'Author'),
  column('score', 'Score', { numeric: true }),
  column('grade', 'Grade'),
  column('errors', 'Errors', { numeric: true }),
  column('warnings', 'Warnings', { numeric: true }),
  column('infos', 'Infos', { numeric: true }),
  column('delta', 'Change', { numeric: true }),
];
