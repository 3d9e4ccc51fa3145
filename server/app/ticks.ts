/** Files of ticks on disk: kept in the repository, so that they are reviewed and merged like code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTicks, writeTicks, type TicksBy, type TicksFormat } from '../blocks/checklist/ticks-file.ts';
import { Failure } from './failure.ts';
import { writeTextFile } from './write-file.ts';

export interface TicksFile<Item extends string, Mark> {
  /** Relative to the folder. */
  path: string;
  format: TicksFormat<Item, Mark>;
}

/** @returns none when there is no such file @throws {Failure} when it is there and cannot be used */
export async function ticksIn<Item extends string, Mark>(root: string, { path, format }: TicksFile<Item, Mark>): Promise<TicksBy<Item, Mark>> {
  let text: string;
  try {
    text = await readFile(join(root, path), 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new Map();
    throw new Failure(`Cannot read ${path} (${code}).`);
  }
  const read = readTicks(text, format);
  if ('problem' in read) throw new Failure(`${path} ${read.problem}`);
  return read.ticks;
}

/** @returns the name of who ticks @throws {Failure} when nobody is named */
export function requireName(name: string): string {
  if (name === '') throw new Failure('Who ticks this? Give a name with --by, or set user.name of git.');
  return name;
}

/**
 * Ticks an item of a thing, or takes the tick back.
 * @param thing what is ticked: a block, an issue
 * @param tick null to take it back
 * @returns whether there was a tick before
 * @throws {Failure} when the file cannot be read or written
 */
export async function changeTick<Item extends string, Mark>(
  root: string, file: TicksFile<Item, Mark>, thing: string, item: Item, tick: Mark | null,
): Promise<boolean> {
  const ticks = await ticksIn(root, file);
  const { [item]: before, ...others } = (ticks.get(thing) ?? {}) as Partial<Record<Item, Mark>>;
  const after = (tick === null ? others : { ...others, [item]: tick }) as Partial<Record<Item, Mark>>;
  await writeTextFile(join(root, file.path), writeTicks(new Map([...ticks, [thing, after]]), file.format));
  return before !== undefined;
}
