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
  /** What is wanted of columns; null while they have no filters. */
  filters: Readonly<Record<string, string>> | null;
  onFilter: (column: string, wanted: string) => void;
}

/** A button in each header sorts, an input below it filters. */
export function LogHead({ columns, template, sort, descending, onSort, filters, onFilter }: LogHeadProps) {
  return (
    <div role="rowgroup" class="log-head">
      <div role="row" class={filters === null ? 'log-row' : 'log-row log-head-filters'} aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map(({ key, title, numeric }) => (
          <div
            key={key} role="columnheader" class={numeric ? 'log-cell numeric' : 'log-cell'}
            aria-sort={sort !== key ? 'none' : descending ? 'descending' : 'ascending'}
          >
            <button type="button" class="sort" onClick={() => onSort(key)}>
              {title}
              {sort === key && <Icon name={descending ? 'down' : 'up'} />}
            </button>
            {filters !== null && (
              <input
                class="input column-filter" type="text" aria-label={`Filter ${title}`} placeholder={numeric ? '>= 80' : ''} value={filters[key] ?? ''}
                title="A part of the text; = before the whole of it, ! before what is not wanted; >, >=, <, <= before a number or a date"
                onInput={(event) => onFilter(key, event.currentTarget.value)} onKeyDown={(event) => event.stopPropagation()}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
