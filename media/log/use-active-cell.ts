/** The chosen cell of the log. It stays with its row when that moves: sorted, grouped, filtered or changed. */
import { useEffect, useState } from 'preact/hooks';
import { lineId } from '../../server/digest/log-rows.ts';
import type { FolderState } from '../../server/protocol/answers.ts';
import type { LogFilter, QuestionOf } from '../../server/protocol/question.ts';
import { useAnswers } from '../answers.ts';
import type { ShownRows } from './use-log-rows.ts';

export interface ActiveCell {
  /** Where the line is, from 0. */
  line: number;
  /** Key of the column. */
  column: string;
}

interface Chosen extends ActiveCell {
  /** The line that is meant; null while it is not known. */
  id: string | null;
  /** The order in which it is at this place. */
  order: string;
}

/**
 * @param rows as far as they are known
 * @returns the cell, or null before the first choice; whether it is where its row is; and what chooses another
 */
export function useActiveCell(folder: FolderState, filter: LogFilter, rows: ShownRows | null): {
  active: ActiveCell | null; isPlaced: boolean; choose: (cell: ActiveCell) => void;
} {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { fields: _, ...asked } = filter;
  const order = JSON.stringify([asked, folder.versions.log]);
  const id = chosen?.id ?? null;
  const isPlaced = chosen === null || id === null || chosen.order === order;
  const questions = isPlaced || id === null ? [] : [{ kind: 'log-place', ...asked, row: id } satisfies QuestionOf<'log-place'>];
  const { answers: [place], isCurrent } = useAnswers(folder, questions);
  useEffect(() => {
    if (chosen === null || isPlaced || !isCurrent || !place) return;
    // A row that is filtered out leaves the choice at its place.
    setChosen(place.index === null ? { ...chosen, id: null, order } : { ...chosen, line: place.index, order });
  }, [isPlaced, isCurrent, place, order]);
  // A line that was chosen before it was there is known once it is.
  const found = chosen !== null && isPlaced && rows !== null ? rows.at(chosen.line) : undefined;
  const foundId = found === undefined ? null : lineId(found);
  useEffect(() => {
    if (chosen !== null && isPlaced && foundId !== null && (chosen.id !== foundId || chosen.order !== order)) setChosen({ ...chosen, id: foundId, order });
  }, [foundId, isPlaced, order]);
  const choose = (cell: ActiveCell): void => {
    const line = rows?.at(cell.line);
    setChosen({ ...cell, id: line === undefined ? null : lineId(line), order });
  };
  return { active: chosen, isPlaced, choose };
}
