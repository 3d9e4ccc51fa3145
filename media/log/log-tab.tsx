/** The tracking log: the trends of score and velocity, then the table. */
import type { FolderState } from '../../server/protocol/answers.ts';
import type { LogFilter } from '../../server/protocol/question.ts';
import { counted, grouped } from '../../server/text/wording.ts';
import { useAnswer } from '../answers.ts';
import { Waiting } from '../notice.tsx';
import { send } from '../vscode-api.ts';
import { Icon } from '../icon.tsx';
import type { LogState } from '../state.ts';
import { ColumnMenu } from './column-menu.tsx';
import { chosenColumns, furtherKeys } from './columns.ts';
import { GroupMenu } from './group-menu.tsx';
import { Controls } from './controls.tsx';
import { LogTable } from './log-table.tsx';
import { Trend } from './trend.tsx';
import { Velocity } from './velocity.tsx';
import { onUndoKey, UndoButtons } from './undo-buttons.tsx';
import { useEditing } from './use-editing.ts';
import { useLogRows } from './use-log-rows.ts';

const KINDS: readonly LogState['kind'][] = ['all', 'review', 'issue'];

/** What the user filters and sorts by. */
function filterOf({ search, kind, sort, descending, columns, group, filters }: LogState): LogFilter {
  // A filter that nobody sees would hide rows for no reason.
  const wanted = chosenColumns(columns).flatMap(({ key }) => ((filters?.[key] ?? '').trim() === '' ? [] : [{ column: key, wanted: filters![key]! }]));
  return {
    search, rows: kind, sort, descending, fields: furtherKeys(columns), ...(group !== null && { group }), ...(wanted.length > 0 && { filters: wanted }),
  };
}

export interface LogTabProps {
  folder: FolderState;
  state: LogState;
  /** Given a function, it makes the change from the newest state. */
  onChange: (change: Partial<LogState> | ((now: LogState) => Partial<LogState>)) => void;
}

/** The tab of the log. */
export function LogTab({ folder, state, onChange }: LogTabProps) {
  const filter = filterOf(state);
  const columns = chosenColumns(state.columns);
  const { rows, failure } = useLogRows(folder, filter, 0, 0);
  const { answer: trend } = useAnswer(folder, { kind: 'trend' });
  const { answer: velocity } = useAnswer(folder, { kind: 'velocity' });
  const editing = useEditing(folder, state.edits, (next) => onChange((now) => ({ edits: next(now.edits) })));
  if (rows === null) return <Waiting failure={failure} />;
  if (rows.all === 0) {
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
    send({ type: 'saveLog', folder: folder.key, suggestedName: `${name}-log.csv`, filter });
  };
  return (
    <div class="log-tab" onKeyDown={(event) => onUndoKey(event, editing)}>
      <div class="trends">
        <Trend reviews={trend ?? []} />
        {velocity !== null && <Velocity velocity={velocity} />}
      </div>
      <Controls folder={folder} />
      <div class="toolbar">
        <div class="search">
          <Icon name="search" />
          <input
            class="input" type="search" aria-label="Filter the log" placeholder="Summary, author, branch, …"
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
        <GroupMenu group={state.group} onChange={(group) => onChange({ group })} />
        <span class="muted" role="status">{rows.found < rows.all && `${grouped(rows.found)} of `}{counted(rows.all, 'entry', 'entries')}</span>
        <span class="toolbar-end tool-set">
          <button
            type="button" class="button button-icon" aria-label="Filter columns" title="Filter columns" aria-pressed={state.filters !== null}
            onClick={() => onChange({ filters: state.filters === null ? {} : null })}
          >
            <Icon name="filter" />
          </button>
          <UndoButtons editing={editing} />
          <ColumnMenu folder={folder} shown={columns} isChosen={state.columns !== null} onChange={(next) => onChange({ columns: next })} />
        </span>
        <button type="button" class="button" disabled={rows.found === 0} onClick={exportCsv} aria-label="Export as CSV">
          <Icon name="download" /> CSV
        </button>
      </div>
      <LogTable
        folder={folder} filter={filter} total={rows.total} columns={columns} editing={editing} onSort={sortBy} onGroup={(group) => onChange({ group })}
        filters={state.filters} onFilter={(key, wanted) => onChange((now) => ({ filters: { ...now.filters, [key]: wanted } }))}
      />
      <p class={editing.told?.isProblem ? 'log-told log-told-problem' : 'log-told'} role="status">{editing.told?.words}</p>
    </div>
  );
}
