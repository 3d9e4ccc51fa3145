/** One line of the log's table: a row, the header of a group, or the place of one that is on its way. */
import type { ComponentChildren } from 'preact';
import type { LogLine } from '../../server/protocol/answers.ts';
import type { LogRow } from '../../server/protocol/tracking.ts';
import type { ShownColumn } from './columns.ts';
import { GroupLine } from './group-line.tsx';
import { LogCell } from './log-cell.tsx';

interface LogLineRowProps {
  line: LogLine | undefined;
  /** From 0. */
  index: number;
  /** Pixels from the top. */
  start: number;
  columns: readonly ShownColumn[];
  /** Of the grid. */
  template: string;
  /** Title of what rows are gathered by; null when they are not. */
  groupTitle: string | null;
  /** Key of the column of the chosen cell; null when it is in another line. */
  activeColumn: string | null;
  onChoose: (index: number, column: string) => void;
  onToggle: (value: string) => void;
  onEdit: (index: number, column: string) => void;
  /** Why a column is not changed by hand; null when it is, undefined while that is not known. */
  readOnlyOf: (row: LogRow, column: string) => string | null | undefined;
  /** The input of the cell that is being filled in; null for any other. */
  editorOf: (row: LogRow, column: string, index: number) => ComponentChildren;
}

/** The id of a cell in the page, by which the grid names the chosen one. */
export function cellDomId(index: number, column: number): string {
  return `log-cell-${index}-${column}`;
}

/** A line of the table. */
export function LogLineRow(props: LogLineRowProps) {
  const { line, index, start, columns, template, groupTitle, activeColumn, onChoose, onToggle, onEdit, readOnlyOf, editorOf } = props;
  const level = groupTitle === null ? {} : { 'aria-level': line?.kind === 'group' ? 1 : 2 };
  const frame = { 'role': 'row', 'aria-rowindex': index + 2, ...level } as const;
  const place = `translateY(${start}px)`;
  if (line === undefined) {
    return (
      <div {...frame} class="log-row log-waiting" style={{ gridTemplateColumns: template, transform: place }}>
        {columns.map(({ key }, at) => <div key={key} role="gridcell" id={cellDomId(index, at)} class="log-cell"><span class="log-placeholder" /></div>)}
      </div>
    );
  }
  if (line.kind === 'group') {
    const choose = (): void => {
      onChoose(index, columns[0]!.key);
      onToggle(line.value);
    };
    return (
      <div
        {...frame} class={activeColumn === null ? 'log-row log-group' : 'log-row log-group log-chosen'} aria-expanded={!line.folded}
        style={{ transform: place }} onClick={choose}
      >
        <div
          role="gridcell" id={cellDomId(index, 0)} aria-colspan={columns.length} class={activeColumn === null ? 'group-cell' : 'group-cell active-cell'}
        >
          <GroupLine group={line} title={groupTitle ?? ''} />
        </div>
      </div>
    );
  }
  return (
    <div
      {...frame} class={`log-row log-${line.kind}${activeColumn === null ? '' : ' log-chosen'}`}
      style={{ gridTemplateColumns: template, transform: place }}
    >
      {columns.map((column, at) => (
        <LogCell
          key={column.key} id={cellDomId(index, at)} row={line} column={column} isActive={column.key === activeColumn}
          readOnly={readOnlyOf(line, column.key)} editor={editorOf(line, column.key, index)}
          onChoose={() => onChoose(index, column.key)} onEdit={() => onEdit(index, column.key)}
        />
      ))}
    </div>
  );
}
