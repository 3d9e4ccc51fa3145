/** The table of the log. Only visible rows are in the page, so that a long history stays fast. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { FolderState } from '../../server/protocol/answers.ts';
import type { LogFilter } from '../../server/protocol/question.ts';
import { Icon } from '../icon.tsx';
import type { ShownColumn } from './columns.ts';
import { LogCell } from './log-cell.tsx';
import { useLogRows } from './use-log-rows.ts';

const ROW_HEIGHT = 30;
/** Of a row, at each side, in pixels. */
const SIDE = 10;

interface LogTableProps {
  folder: FolderState;
  filter: LogFilter;
  /** How many rows match. */
  total: number;
  columns: readonly ShownColumn[];
  onSort: (column: string) => void;
}

/** The virtual table; screen readers get its full row count. */
export function LogTable({ folder, filter, total, columns, onSort }: LogTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const options = {
    count: total,
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

  const items = virtual.getVirtualItems();
  const { rows } = useLogRows(folder, filter, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const { sort, descending } = filter;
  // The summary takes what is left, or where it is not shown, the last column.
  const wide = columns.some(({ key }) => key === 'summary') ? 'summary' : columns.at(-1)?.key;
  const grid = columns.map(({ key, width }) => (key === wide ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
  const least = columns.reduce((sum, column) => sum + column.width, 2 * SIDE);
  return (
    <div ref={scroller} class="log-scroll" tabIndex={0} role="region" aria-label="Log entries">
      <div role="table" class="log-table" aria-label="Log" aria-rowcount={total + 1} aria-colcount={columns.length} style={{ minWidth: `${least}px` }}>
        <div role="rowgroup" class="log-head">
          <div role="row" class="log-row" aria-rowindex={1} style={{ gridTemplateColumns: grid }}>
            {columns.map(({ key: id, title, numeric }) => (
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
          {items.map((item) => {
            const row = rows?.at(item.index);
            return (
              <div
                key={item.key} role="row" class={row ? `log-row log-${row.kind}` : 'log-row log-waiting'} aria-rowindex={item.index + 2}
                style={{ gridTemplateColumns: grid, transform: `translateY(${item.start}px)` }}
              >
                {columns.map((column) => (row ? <LogCell key={column.key} row={row} column={column} />
                  : <div key={column.key} role="cell" class="log-cell"><span class="log-placeholder" /></div>))}
              </div>
            );
          })}
        </div>
      </div>
      {total === 0 && <p class="log-none">No entries match these filters.</p>}
    </div>
  );
}
