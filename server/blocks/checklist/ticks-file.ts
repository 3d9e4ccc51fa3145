/** `architecture/checklist.json`: what people ticked. Sorted, with a line for each tick, so that git merges it. */
import * as z from 'zod';
import { compareText } from '../../text/order.ts';
import { CHECKLIST, type ChecklistItemId, type Tick } from './items.ts';

/** By block, then by item. */
export type Ticks = Readonly<Record<string, Readonly<Partial<Record<ChecklistItemId, Tick>>>>>;

const tick = z.strictObject({ by: z.string(), at: z.iso.date(), interface: z.string() });
const file = z.object({
  schemaVersion: z.literal(1),
  blocks: z.record(z.string(), z.partialRecord(z.enum(CHECKLIST.map(({ id }) => id)), tick)),
});

/** @returns the ticks, or what is wrong with the text, as the end of a sentence about the file */
export function readTicks(text: string): { ticks: Ticks } | { problem: string } {
  if (/^(<{7}|>{7}|={7})/m.test(text)) return { problem: 'holds a merge conflict; resolve it first.' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { problem: `is not valid JSON (${(error as Error).message}).` };
  }
  const checked = file.safeParse(parsed);
  if (checked.success) return { ticks: checked.data.blocks };
  const [issue] = checked.error.issues;
  return { problem: `is not a checklist: ${issue?.message ?? ''} at "${issue?.path.join('.') ?? ''}".` };
}

/** @returns the text of the file */
export function writeTicks(ticks: Ticks): string {
  const blocks = Object.entries(ticks).filter(([, items]) => Object.keys(items).length > 0).sort(([a], [b]) => compareText(a, b));
  const lines = blocks.map(([id, items]) => {
    const own = CHECKLIST.flatMap((item) => (items[item.id] === undefined ? [] : [`      ${JSON.stringify(item.id)}: ${JSON.stringify(items[item.id])}`]));
    return `    ${JSON.stringify(id)}: {\n${own.join(',\n')}\n    }`;
  });
  return `{\n  "schemaVersion": 1,\n  "blocks": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}}\n}\n`;
}
