/** A file of ticks, such as `architecture/checklist.json`: what people ticked. Sorted, with a line for each tick, so that git merges it. */
import * as z from 'zod';
import { compareText } from '../../text/order.ts';
import { CHECKLIST, type ChecklistItemId, type Tick } from './items.ts';

/** Ticks by what they are about, which may have any name, then by item. */
export type TicksBy<Item extends string, Mark> = ReadonlyMap<string, Readonly<Partial<Record<Item, Mark>>>>;

/** What is ticked in a file, and how. */
export interface TicksFormat<Item extends string, Mark> {
  /** Member of the file that holds the ticks: what they are about, in the plural. */
  member: string;
  /** Ticks of one thing by item. */
  items: z.ZodType<Partial<Record<Item, Mark>>>;
  /** Items in the order in which they are written. */
  sorted(items: readonly Item[]): readonly Item[];
}

/** Ticks of blocks. */
export type Ticks = TicksBy<ChecklistItemId, Tick>;

const tick = z.strictObject({ by: z.string(), at: z.iso.date(), interface: z.string(), seen: z.string().exactOptional() });

export const BLOCK_TICKS: TicksFormat<ChecklistItemId, Tick> = {
  member: 'blocks',
  items: z.partialRecord(z.enum(CHECKLIST.map(({ id }) => id)), tick),
  sorted: (items) => CHECKLIST.map(({ id }) => id).filter((id) => items.includes(id)),
};

/** @returns the ticks, or what is wrong with the text, as the end of a sentence about the file */
export function readTicks<Item extends string, Mark>(
  text: string, { member, items }: TicksFormat<Item, Mark>,
): { ticks: TicksBy<Item, Mark> } | { problem: string } {
  if (/^(<{7}|>{7}|={7})/m.test(text)) return { problem: 'holds a merge conflict; resolve it first.' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { problem: `is not valid JSON (${(error as Error).message}).` };
  }
  const things = z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'Expected an object');
  const checked = z.object({ schemaVersion: z.literal(1), [member]: things }).safeParse(parsed);
  if (!checked.success) return notAChecklist(checked.error, '');
  const ticks = new Map<string, Partial<Record<Item, Mark>>>();
  // A record of zod would drop a block named `__proto__`.
  for (const [id, value] of Object.entries(checked.data[member] as object)) {
    const own = items.safeParse(value);
    if (!own.success) return notAChecklist(own.error, `${member}.${id}`);
    ticks.set(id, own.data);
  }
  return { ticks };
}

function notAChecklist({ issues: [issue] }: z.ZodError, within: string): { problem: string } {
  const place = [...(within === '' ? [] : [within]), ...(issue?.path ?? [])].join('.');
  return { problem: `is not a checklist: ${issue?.message ?? ''} at "${place}".` };
}

/** @returns the text of the file */
export function writeTicks<Item extends string, Mark>(ticks: TicksBy<Item, Mark>, { member, sorted }: TicksFormat<Item, Mark>): string {
  const things = [...ticks].filter(([, own]) => Object.keys(own).length > 0).sort(([a], [b]) => compareText(a, b));
  const lines = things.map(([id, ticked]) => {
    const own = sorted(Object.keys(ticked) as Item[]).map((item) => `      ${JSON.stringify(item)}: ${JSON.stringify(ticked[item])}`);
    return `    ${JSON.stringify(id)}: {\n${own.join(',\n')}\n    }`;
  });
  return `{\n  "schemaVersion": 1,\n  "${member}": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}}\n}\n`;
}
