/** `logs/done_ticks.json`: what people ticked about issues. */
import * as z from 'zod';
import type { TicksFormat } from '../../blocks/checklist/ticks-file.ts';
import { compareText } from '../../text/order.ts';

/** A person's word that an item is met. */
export interface DoneTick {
  by: string;
  /** Date, `2026-11-29`. */
  at: string;
  /** What its commits had made of its files by then: the tick expires when that changes. Empty where git told of none. */
  work: string;
}

const tick = z.strictObject({ by: z.string(), at: z.iso.date(), work: z.string() });

/** Items are those of any list: a tick of one that is gone is kept, in case it comes back. */
export const ISSUE_TICKS: TicksFormat<string, DoneTick> = {
  member: 'issues',
  items: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), tick),
  sorted: (items) => [...items].sort(compareText),
};
