/** The table of the log. Only visible rows are in the page, so that a long history stays fast. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { LogRow } from '../../server/protocol/panel.ts';
import { Icon } from '../icon.tsx';
import { COLUMNS } from './columns.ts';
import { LogCell } from './log-cell.tsx';

const ROW_HEIGHT = 30;

interface LogTableProps {
  rows: readonly LogRow[];
  sort: string;
  descending: boolean;
  onSort: (column: string) => void;
}

/** The virtual table; screen readers get its full row count. */
export function LogTable({ rows, sort, descending, onSort }: LogTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const options = {
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, Element>(options));
  virtual.setOptions({ ...virtual.options, ...options });
  useLayoutEffect(() => virtual._willUpdate());
  useEffect(() => {
    const stop = virtual._didMount();
    redraw(undefined);
    return stop;
  }, []);

  const columns = COLUMNS.map((column) => column.width).join(' ');
  return (
    <div ref={scroller} class="log-scroll" tabIndex={0} role="region" aria-label="Log entries">
      <div role="table" class="log-table" aria-label="Log" aria-rowcount={rows.length + 1} aria-colcount={COLUMNS.length}>
        <div role="rowgroup" class="log-head">
          <div role="row" class="log-row" aria-rowindex={1} style={{ gridTemplateColumns: columns }}>
            {COLUMNS.map(({ key: id, title, numeric }) => (
              <div
                key={id} role="columnheader" class={numeric ? 'log-cell numeric' : 'log-cell'}
                aria-sort={sort !== id ? 'none' : descending ? 'descending' : 'ascending'}
              >
                <button type="button" class="sort" onClick={() => onSort(id)}>
                  {title}
                  {sort === id && <Icon name={descending ? 'down' : 'up'} />}
                </button>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="log-body" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row && (
              <div
                key={item.key} role="row" class={`log-row log-${row.kind}`} aria-rowindex={item.index + 2}
                style={{ gridTemplateColumns: columns, transform: `translateY(${item.start}px)` }}
              >
                {COLUMNS.map((column) => <LogCell key={column.key} row={row} column={column} />)}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p class="log-none">No entries match these filters.</p>}
    </div>
  );
}
