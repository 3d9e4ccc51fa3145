/** `architecture/checklist.json`: what people ticked. Sorted, with a line for each tick, so that git merges it. */
import * as z from 'zod';
import { compareText } from '../../text/order.ts';
import { CHECKLIST, type ChecklistItemId, type Tick } from './items.ts';

/** By block, which may have any name, then by item. */
export type Ticks = ReadonlyMap<string, Readonly<Partial<Record<ChecklistItemId, Tick>>>>;

const tick = z.strictObject({ by: z.string(), at: z.iso.date(), interface: z.string(), seen: z.string().exactOptional() });
const items = z.partialRecord(z.enum(CHECKLIST.map(({ id }) => id)), tick);
const file = z.object({
  schemaVersion: z.literal(1),
  blocks: z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'Expected an object'),
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
  if (!checked.success) return notAChecklist(checked.error, '');
  const ticks = new Map<string, z.output<typeof items>>();
  // A record of zod would drop a block named `__proto__`.
  for (const [id, value] of Object.entries(checked.data.blocks)) {
    const own = items.safeParse(value);
    if (!own.success) return notAChecklist(own.error, `blocks.${id}`);
    ticks.set(id, own.data);
  }
  return { ticks };
}

function notAChecklist({ issues: [issue] }: z.ZodError, within: string): { problem: string } {
  const place = [...(within === '' ? [] : [within]), ...(issue?.path ?? [])].join('.');
  return { problem: `is not a checklist: ${issue?.message ?? ''} at "${place}".` };
}

/** @returns the text of the file */
export function writeTicks(ticks: Ticks): string {
  const blocks = [...ticks].filter(([, own]) => Object.keys(own).length > 0).sort(([a], [b]) => compareText(a, b));
  const lines = blocks.map(([id, ticked]) => {
    const own = CHECKLIST.flatMap((item) => (ticked[item.id] === undefined ? [] : [`      ${JSON.stringify(item.id)}: ${JSON.stringify(ticked[item.id])}`]));
    return `    ${JSON.stringify(id)}: {\n${own.join(',\n')}\n    }`;
  });
  return `{\n  "schemaVersion": 1,\n  "blocks": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}}\n}\n`;
}
