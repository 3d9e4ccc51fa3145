/** What people ticked about blocks: kept in the repository, so that it is reviewed and merged like code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKLIST, type ChecklistItemId, type Tick } from '../blocks/checklist/items.ts';
import { readTicks, writeTicks, type Ticks } from '../blocks/checklist/ticks-file.ts';
import { Failure } from './failure.ts';
import { writeTextFile } from './write-file.ts';

export const CHECKLIST_FILE = 'architecture/checklist.json';

/** @throws {Failure} when the file is there and cannot be used */
export async function ticksOf(root: string): Promise<Ticks> {
  let text: string;
  try {
    text = await readFile(join(root, CHECKLIST_FILE), 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new Map();
    throw new Failure(`Cannot read ${CHECKLIST_FILE} (${code}).`);
  }
  const read = readTicks(text);
  if ('problem' in read) throw new Failure(`${CHECKLIST_FILE} ${read.problem}`);
  return read.ticks;
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
  const ticks = await ticksOf(root);
  const { [item]: _, ...others } = ticks.get(block) ?? {};
  await writeTextFile(join(root, CHECKLIST_FILE), writeTicks(new Map([...ticks, [block, tick === null ? others : { ...others, [item]: tick }]])));
}
