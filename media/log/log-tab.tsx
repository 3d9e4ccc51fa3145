/** The tracking log: the trend of the score, then the table. */
import { useMemo } from 'preact/hooks';
import type { PanelFolder } from '../../server/protocol/panel.ts';
import { counted } from '../../server/text/wording.ts';
import { save } from '../vscode-api.ts';
import { Icon } from '../icon.tsx';
import type { LogState } from '../state.ts';
import { toCsv } from './columns.ts';
import { LogTable } from './log-table.tsx';
import { selectRows } from './select-rows.ts';
import { Trend } from './trend.tsx';

const KINDS: readonly LogState['kind'][] = ['all', 'review', 'issue'];

/** The tab of the log. */
export function LogTab({ folder, state, onChange }: { folder: PanelFolder; state: LogState; onChange: (change: Partial<LogState>) => void }) {
  const rows = useMemo(() => selectRows(folder.log, state), [folder.log, state]);
  if (folder.log.length === 0) {
    return (
      <section class="notice">
        <Icon name="history" />
        <div class="notice-words">
          <h2>The log is empty</h2>
          <p>Reviews and issues are logged here, with the score over time.</p>
        </div>
      </section>
    );
  }
  const sortBy = (sort: string): void =>
    onChange({ sort, descending: sort === state.sort ? !state.descending : sort === 'time' || sort === 'score' });
  const exportCsv = (): void => {
    const name = folder.name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'folder';
    save(`${name}-log.csv`, 'text/csv', new TextEncoder().encode(toCsv(rows)));
  };
  return (
    <div class="log-tab">
      <Trend log={folder.log} />
      <div class="toolbar">
        <div class="search">
          <Icon name="search" />
          <input
            class="input" type="search" aria-label="Filter the log" placeholder="Summary, author, branch, issue or commit"
            value={state.search} onInput={(event) => onChange({ search: event.currentTarget.value })}
          />
        </div>
        <select
          class="select" aria-label="Kind" value={state.kind}
          onChange={(event) => onChange({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'all' })}
        >
          <option value="all">Reviews and issues</option>
          <option value="review">Reviews</option>
          <option value="issue">Issues</option>
        </select>
        <span class="muted" role="status">{rows.length < folder.log.length && `${rows.length} of `}{counted(folder.log.length, 'entry', 'entries')}</span>
        <button type="button" class="button toolbar-end" disabled={rows.length === 0} onClick={exportCsv} aria-label="Export as CSV">
          <Icon name="download" /> CSV
        </button>
      </div>
      <LogTable rows={rows} sort={state.sort} descending={state.descending} onSort={sortBy} />
    </div>
  );
}
