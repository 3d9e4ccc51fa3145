/** Ticks items of a block's checklist. */
import type { ChecklistItemId } from '../blocks/checklist/items.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import { userName } from '../host/git-history.ts';
import { recordTick } from './audit/happenings.ts';
import { setTick } from './checklist.ts';
import { findBlock } from './find-block.ts';
import { interfaceHashes } from './interface-hash.ts';
import type { StatesOptions } from './states.ts';
import { requireName } from './ticks.ts';

export interface TickOptions {
  /** Who says so; git's user.name when it is undefined. */
  by: string | undefined;
  /** Take the tick back. */
  remove: boolean;
  /** What was seen of it, in words; nothing when somebody only says so. */
  seen?: string;
}

/** @throws {Failure} for an unknown block, or when nobody is named */
export async function tickItem(
  opened: OpenedFolder, readWith: StatesOptions, id: string, item: ChecklistItemId, { by, remove, seen }: TickOptions,
): Promise<void> {
  const { root } = opened.workspace.ports;
  const block = findBlock(opened.workspace.model().blocks.values(), id);
  const record = (who: string | undefined): Promise<void> => recordTick(opened, { block: block.id, item, done: !remove }, who);
  if (remove) {
    await setTick(root, block.id, item, null);
    return record(by);
  }
  const name = requireName(by ?? await userName(root));
  const model = opened.workspace.model();
  const hash = (await interfaceHashes(model, [block.id], readWith)).get(block.id)!;
  const at = new Date().toISOString().slice(0, 10);
  await setTick(root, block.id, item, { by: name, at, interface: hash, ...(seen === undefined ? {} : { seen }) });
  return record(name);
}
