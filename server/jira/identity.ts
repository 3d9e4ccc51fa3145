/** What a row of the log is called in Jira, so that it is found again whatever happened to the answer that told its key. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { compareText } from '../text/order.ts';
import type { Met } from './merge.ts';

/** What can be compared; null for nothing. */
export type Comparable = string | number | readonly string[] | null;

/** Entity property of an issue that holds what was last written there. */
export const PROPERTY = 'archwright';

/** What the property of an issue says. */
export interface Mark {
  /** The row that the issue belongs to. */
  id: string;
  /** Made by Archwright, and its status not yet brought in line. */
  fresh: boolean;
  /** By field of the log: what both sides had when they last met. */
  met: ReadonlyMap<string, Met>;
}

const DIGEST = /^[0-9a-f]{16}$/;

const markSchema = z.object({
  id: z.string(),
  fresh: z.boolean().catch(false),
  met: z.record(z.string(), z.string()).catch({}),
});

/** @returns null for what Archwright did not write */
export function markOf(value: unknown): Mark | null {
  const read = markSchema.safeParse(value);
  if (!read.success) return null;
  const found = Object.entries(read.data.met).flatMap(([field, digests]): [string, Met][] => {
    const [local = '', second] = digests.split(' ');
    const remote = second ?? local;
    return DIGEST.test(local) && DIGEST.test(remote) ? [[field, { local, remote }]] : [];
  });
  const { id, fresh } = read.data;
  return { id, fresh, met: new Map(found) };
}

/** @returns what is written into the property */
export function markJson({ id, fresh, met }: Mark): unknown {
  const sorted = [...met].sort(([a], [b]) => compareText(a, b));
  const digests: Record<string, string> = {};
  for (const [field, { local, remote }] of sorted) digests[field] = local === remote ? local : `${local} ${remote}`;
  return { id, fresh, met: digests };
}

/** Whether two say the same. */
export function sameMark(a: Mark | null, b: Mark): boolean {
  return a !== null && JSON.stringify(markJson(a)) === JSON.stringify(markJson(b));
}

/** @param source name of the repository, where several share a project; empty for none @param key of the row */
export function identityOf(source: string, key: string): string {
  return source === '' ? key : `${source}/${key}`;
}

/** The label by which the issue of a row is searched for: entity properties can be searched by apps alone. */
export function labelOf(identity: string): string {
  return `archwright:${identity.replace(/\s+/g, '_')}`;
}

/** Whether a label is one of ours. */
export function isOwnLabel(label: string): boolean {
  return label.startsWith('archwright:');
}

/** @param value as both sides write it; null for nothing */
export function digestOf(value: Comparable): string {
  return createHash('sha256').update(JSON.stringify(value), 'utf8').digest('hex').slice(0, 16);
}

export const NOTHING = digestOf(null);

/** @param text of any kind @returns it as a string in JQL */
export function jqlText(text: string): string {
  return `"${text.replace(/[\\"]/g, String.raw`\$&`).replace(/\s+/g, ' ')}"`;
}
