/** What people ticked about blocks. */
import { CHECKLIST, type ChecklistItemId, type Tick } from '../blocks/checklist/items.ts';
import { BLOCK_TICKS, type Ticks } from '../blocks/checklist/ticks-file.ts';
import { Failure } from './failure.ts';
import { changeTick, ticksIn, type TicksFile } from './ticks.ts';

export const CHECKLIST_FILE = 'architecture/checklist.json';
const FILE: TicksFile<ChecklistItemId, Tick> = { path: CHECKLIST_FILE, format: BLOCK_TICKS };

/** @throws {Failure} when the file is there and cannot be used */
export function ticksOf(root: string): Promise<Ticks> {
  return ticksIn(root, FILE);
}

/** @returns the item with this id @throws {Failure} for another word */
export function checklistItem(id: string): ChecklistItemId {
  const item = CHECKLIST.find((each) => each.id === id);
  if (item === undefined) throw new Failure(`The checklist has no item "${id}"; its items are ${CHECKLIST.map((each) => each.id).join(', ')}.`);
  return item.id;
}

/**
 * Ticks an item of a block, or takes the tick back.
 * @param tick null to take it back
 * @throws {Failure} when the file cannot be read or written
 */
export async function setTick(root: string, block: string, item: ChecklistItemId, tick: Tick | null): Promise<void> {
  await changeTick(root, FILE, block, item, tick);
}
