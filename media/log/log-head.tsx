/** The head of the log's table: what each column is, and by which the rows are sorted. */
import { Icon } from '../icon.tsx';
import type { ShownColumn } from './columns.ts';

interface LogHeadProps {
  columns: readonly ShownColumn[];
  /** Of the grid. */
  template: string;
  sort: string;
  descending: boolean;
  onSort: (column: string) => void;
}

/** A button in each header sorts. */
export function LogHead({ columns, template, sort, descending, onSort }: LogHeadProps) {
  return (
    <div role="rowgroup" class="log-head">
      <div role="row" class="log-row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map(({ key, title, numeric }) => (
          <div
            key={key} role="columnheader" class={numeric ? 'log-cell numeric' : 'log-cell'}
            aria-sort={sort !== key ? 'none' : descending ? 'descending' : 'ascending'}
          >
            <button type="button" class="sort" onClick={() => onSort(key)}>
              {title}
              {sort === key && <Icon name={descending ? 'down' : 'up'} />}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
