/** The columns of the tracking log, in the file, the panel and the panel's export. */
import type { LogRow } from '../protocol/panel.ts';

export interface LogColumn {
  key: keyof LogRow;
  /** Header in the file. Files with other or additional columns can still be read. */
  header: string;
  /** Header on screen. */
  title: string;
  numeric: boolean;
}

const column = (key: keyof LogRow, header: string, { title = header, numeric = false } = {}): LogColumn => ({ key, header, title, numeric });

/** In the order of the file. */
export const LOG_COLUMNS: readonly LogColumn[] = [
  column('kind', 'Kind'),
  column('time', 'Time'),
  column('commit', 'Commit'),
  column('branch', 'Branch'),
  column('issue', 'Issue Key', { title: 'Issue' }),
  column('summary', 'Summary'),
  column('author', 'Author'),
  column('score', 'Score', { numeric: true }),
  column('grade', 'Grade'),
  column('errors', 'Errors', { numeric: true }),
  column('warnings', 'Warnings', { numeric: true }),
  column('infos', 'Infos', { numeric: true }),
  column('delta', 'Delta', { title: 'Change', numeric: true }),
];
