/** The table of the log. Only visible rows are in the page, so that a long history stays fast. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { cellIn } from '../../server/digest/log-cells.ts';
import { lineId } from '../../server/digest/log-rows.ts';
import type { FolderState, LogFieldInfo } from '../../server/protocol/answers.ts';
import type { LogFilter, LogGrouping } from '../../server/protocol/question.ts';
import type { LogRow } from '../../server/protocol/tracking.ts';
import { useAnswers } from '../answers.ts';
import { CellEditor } from './cell-editor.tsx';
import { GROUPINGS, type ShownColumn } from './columns.ts';
import { placeAfter } from './grid-keys.ts';
import { LogHead } from './log-head.tsx';
import { cellDomId, LogLineRow } from './log-line.tsx';
import { useActiveCell, type ActiveCell } from './use-active-cell.ts';
import type { Editing } from './use-editing.ts';
import { useLogRows } from './use-log-rows.ts';

const ROW_HEIGHT = 30;
/** Of a row, at each side, in pixels. */
const SIDE = 10;

interface LogTableProps {
  folder: FolderState;
  filter: LogFilter;
  /** How many lines there are. */
  total: number;
  columns: readonly ShownColumn[];
  onSort: (column: string) => void;
  onGroup: (group: LogGrouping) => void;
  editing: Editing;
  /** What is wanted of columns; null while they have no filters. */
  filters: Readonly<Record<string, string>> | null;
  onFilter: (column: string, wanted: string) => void;
}

/** The virtual table; screen readers get its full row count. */
export function LogTable({ folder, filter, total, columns, onSort, onGroup, editing, filters, onFilter }: LogTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
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
  const { active, isPlaced, choose } = useActiveCell(folder, filter, rows);
  // What the fields are is of no matter before there is a cell to fill in.
  const { answers: [fields = null] } = useAnswers(folder, active === null ? [] : [FIELDS]);
  const [awaited, setAwaited] = useState<ActiveCell | null>(null);
  const { sort, descending, group } = filter;
  const activeLine = active === null || !isPlaced ? -1 : Math.min(active.line, total - 1);
  const activeColumn = Math.max(0, columns.findIndex(({ key }) => key === active?.column));
  useEffect(() => {
    if (activeLine < 0) return;
    show(scroller.current, activeLine);
    const cell = document.getElementById(cellDomId(activeLine, activeColumn));
    // The header of a group is as wide as the table.
    if (cell?.getAttribute('aria-colspan') === null) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeLine, activeColumn]);

  const toggle = (value: string): void => {
    if (group === undefined) return;
    const { except } = group;
    onGroup({ ...group, except: except.includes(value) ? except.filter((one) => one !== value) : [...except, value].slice(-MOST_EXCEPTIONS) });
  };
  const readOnlyOf = (row: LogRow, column: string): string | null | undefined => {
    if (row.kind === 'review') return REVIEWS;
    if (fields === null) return undefined;
    return row.issue === '' ? 'The row has no issue key.' : fieldOf(fields, column)?.readOnly ?? null;
  };
  const edit = (index: number, column: string): void => {
    const row = rows?.at(index);
    if (row === undefined || row.kind === 'group') return;
    // A double click may come before the fields.
    setAwaited(fields === null ? { line: index, column } : null);
    if (fields === null) return;
    const field = fieldOf(fields, column) ?? fieldOf(fields, 'issue')!;
    const readOnly = readOnlyOf(row, column) ?? null;
    editing.begin({ issue: row.issue, row: lineId(row), column, field: { ...field, readOnly }, before: String(cellIn(column)(row) ?? '') });
  };
  useEffect(() => {
    if (awaited !== null && fields !== null) edit(awaited.line, awaited.column);
  }, [awaited, fields]);
  const editorOf = (row: LogRow, column: string, index: number) => {
    const { cell } = editing;
    if (cell === null || cell.column !== column || cell.row !== lineId(row)) return null;
    const isLow = index * ROW_HEIGHT - (scroller.current?.scrollTop ?? 0) > (scroller.current?.clientHeight ?? 0) / 2;
    return <CellEditor cell={cell} editing={editing} isLow={isLow} onClose={() => grid.current?.focus()} />;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || total === 0) return;
    const far = event.ctrlKey || event.metaKey;
    const line = activeLine < 0 ? undefined : rows?.at(activeLine);
    if (line?.kind === 'group') {
      const isKey = event.key === 'Enter' || event.key === ' ' || event.key === (line.folded ? 'ArrowRight' : 'ArrowLeft');
      if (isKey) {
        event.preventDefault();
        toggle(line.value);
        return;
      }
    }
    if (event.key === 'Escape' && editing.cell !== null) return editing.cancel();
    if ((event.key === 'Enter' || event.key === 'F2') && line !== undefined && line.kind !== 'group') {
      event.preventDefault();
      return edit(activeLine, columns[activeColumn]!.key);
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const next = activeLine < 0 ? (event.key.startsWith('Arrow') ? { line: 0, column: 0 } : null)
      : placeAfter(event.key, far, { line: activeLine, column: activeColumn }, { lines: total, columns: columns.length, page });
    if (next === null) return;
    event.preventDefault();
    // Only a reason is closed by moving on; an input takes the keys itself.
    if (editing.cell !== null) editing.cancel();
    choose({ line: next.line, column: columns[next.column]!.key });
  };
  // The summary takes what is left, or where it is not shown, the last column.
  const wide = columns.some(({ key }) => key === 'summary') ? 'summary' : columns.at(-1)?.key;
  const template = columns.map(({ key, width }) => (key === wide ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
  const least = columns.reduce((sum, column) => sum + column.width, 2 * SIDE);
  const groupTitle = group === undefined ? null : GROUPINGS.find(([key]) => key === group.by)?.[1] ?? group.by;
  const isHeader = activeLine >= 0 && rows?.at(activeLine)?.kind === 'group';
  const isShown = items.some(({ index }) => index === activeLine);
  return (
    <div ref={scroller} class="log-scroll">
      <div
        ref={grid} role={group === undefined ? 'grid' : 'treegrid'} class="log-table" aria-label="Log" tabIndex={0}
        aria-rowcount={total + 1} aria-colcount={columns.length} style={{ minWidth: `${least}px` }} onKeyDown={onKeyDown}
        {...(isShown && { 'aria-activedescendant': cellDomId(activeLine, isHeader ? 0 : activeColumn) })}
      >
        <LogHead columns={columns} template={template} sort={sort} descending={descending} onSort={onSort} filters={filters} onFilter={onFilter} />
        <div role="rowgroup" class="log-body" style={{ height: `${virtual.getTotalSize()}px` }}>
          {items.map(({ key, index, start }) => (
            <LogLineRow
              key={key} line={rows?.at(index)} index={index} start={start} columns={columns} template={template} groupTitle={groupTitle}
              activeColumn={index === activeLine ? columns[activeColumn]?.key ?? null : null} onToggle={toggle}
              onChoose={(line, column) => choose({ line, column })} onEdit={edit} readOnlyOf={readOnlyOf} editorOf={editorOf}
            />
          ))}
        </div>
      </div>
      {total === 0 && <p class="log-none">No entries match these filters.</p>}
    </div>
  );
}

const FIELDS = { kind: 'log-fields' } as const;
const REVIEWS = 'Reviews stay as they were logged.';

function fieldOf(fields: readonly LogFieldInfo[], column: string): LogFieldInfo | undefined {
  return column === 'time' ? fields.find(({ name }) => name === 'Updated Date') : fields.find((field) => field.column === column);
}

/** More groups than this are not remembered as folded one by one. */
const MOST_EXCEPTIONS = 500;

/** Scrolls just so far that a line is below the head and above the lower edge. */
function show(scroller: HTMLDivElement | null, line: number): void {
  if (scroller === null) return;
  const head = scroller.querySelector('.log-head')?.clientHeight ?? 0;
  const top = line * ROW_HEIGHT;
  const bottom = head + top + ROW_HEIGHT;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
