/**
 * The file of a snapshot: a JSON list with one record a line, a line with the comma between, each record with a digest
 * of its own. So git merges changes of different blocks by itself, also of neighbours, and what it merged is still whole.
 */
import * as z from 'zod';
import { compareText } from '../text/order.ts';
import type { ArchitectureState, Digest, StateBlock, StateLayer } from './state.ts';

/** Raised when a reader of today would misunderstand the file. */
const SNAPSHOT_VERSION = 1;

/** How the snapshot came about. */
export interface SnapshotOrigin {
  /** Time in UTC, ISO 8601. */
  at: string;
  /** The whole name of the commit; null outside a repository. */
  commit: string | null;
  /** Files were changed since that commit. */
  changed: boolean;
}

export interface Snapshot {
  origin: SnapshotOrigin;
  state: ArchitectureState;
}

/** A snapshot that cannot be used; `line` counts from 1. */
export interface SnapshotProblem {
  line: number;
  /** A sentence. */
  message: string;
}

const count = z.record(z.string(), z.number());
const span = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const layerShape = z.object({ record: z.literal('layer'), id: z.string(), paths: z.array(z.string()), mayUse: z.array(z.string()) });
const blockShape = z.object({
  record: z.literal('block'), id: z.string(), layer: z.string().nullable(),
  state: z.enum(['pending', 'active', 'completed', 'failed', 'modified', 'deprecated']), version: z.string(),
  unversioned: z.literal(true).exactOptional(), loose: z.boolean(),
  files: z.array(z.object({ path: z.string(), hash: z.string() })),
  dependsOn: z.array(z.object({ to: z.string(), imports: z.number(), kind: z.enum(['value', 'type']) })),
  findings: count,
  interface: z.object({
    entries: z.array(z.object({ path: z.string(), name: z.string() })), reach: z.string().nullable(), surface: z.string().exactOptional(),
    by: z.enum(['facts', 'language']), hash: z.string(),
    members: z.array(z.object({ name: z.string(), signature: z.string(), path: z.string(), span, deprecated: z.string().exactOptional() })),
    declarations: z.array(z.object({ path: z.string(), name: z.string(), text: z.string() })),
  }),
});
const madeShape = z.object({
  record: z.literal('made'), at: z.string(), commit: z.string().nullable(), changed: z.boolean(), score: z.number().nullable(), otherFindings: count,
});
const headShape = z.object({ record: z.literal('archwright-snapshot'), schemaVersion: z.number() });
const recordShape = z.discriminatedUnion('record', [headShape, madeShape, layerShape, blockShape]);

/** Of the whole file. */
export const snapshotSchema = z.array(z.discriminatedUnion('record', [
  headShape.extend({ schemaVersion: z.literal(SNAPSHOT_VERSION), digest: z.string() }), madeShape.extend({ digest: z.string() }),
  layerShape.extend({ digest: z.string() }), blockShape.extend({ digest: z.string() }),
]));

/** @returns the text of the file, with a final line break */
export function writeSnapshot({ origin, state }: Snapshot, digest: Digest): string {
  const { layers, blocks, otherFindings, score } = state;
  const records = [
    { record: 'archwright-snapshot', schemaVersion: SNAPSHOT_VERSION },
    { record: 'made', at: origin.at, commit: origin.commit, changed: origin.changed, score, otherFindings },
    ...layers.toSorted((a, b) => compareText(a.id, b.id)).map((layer) => ({ record: 'layer', ...layer })),
    ...blocks.toSorted((a, b) => compareText(a.id, b.id)).map((block) => ({ record: 'block', ...block })),
  ];
  const lines = records.map((record) => JSON.stringify({ ...record, digest: digest(JSON.stringify(record)) }));
  return `[\n${lines.join('\n,\n')}\n]\n`;
}

/**
 * @param text of the file
 * @param digest the same as for writing
 * @returns the snapshot, or the first thing that is wrong with it
 */
export function readSnapshot(text: string, digest: Digest): Snapshot | SnapshotProblem {
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/.test(line));
  if (conflict >= 0) return { line: conflict + 1, message: 'A merge conflict was not resolved here. Keep one side, or take the snapshot again.' };
  let made: z.infer<typeof madeShape> | null = null;
  const layers = new Map<string, StateLayer>();
  const blocks = new Map<string, StateBlock>();
  const records = recordsIn(lines);
  if ('message' in records) return records;
  for (const [at, { line, value }] of records.entries()) {
    const problem = (message: string): SnapshotProblem => ({ line, message });
    const { digest: stated, ...record } = value;
    const version = record['schemaVersion'];
    // A newer file may have other digests as well.
    if (at === 0 && record['record'] === 'archwright-snapshot' && typeof version === 'number' && version > SNAPSHOT_VERSION)
      return problem(`The snapshot has version ${version}, made by a newer Archwright; this one reads version ${SNAPSHOT_VERSION}.`);
    if (digest(JSON.stringify(record)) !== stated)
      return problem(`The content${typeof record['id'] === 'string' ? ` of "${record['id']}"` : ''} does not fit its hash: it was edited or damaged.`);
    const parsed = recordShape.safeParse(record);
    if (!parsed.success) return problem('The record is not one of a snapshot.');
    const shaped = parsed.data;
    if (shaped.record === 'made') made = shaped;
    if (shaped.record !== 'layer' && shaped.record !== 'block') continue;
    const known: Map<string, unknown> = shaped.record === 'layer' ? layers : blocks;
    if (known.has(shaped.id)) return problem(`The ${shaped.record} ${JSON.stringify(shaped.id)} is here twice.`);
    if (shaped.record === 'layer') layers.set(shaped.id, without(shaped));
    else blocks.set(shaped.id, without(shaped));
  }
  if (made === null) return { line: 1, message: 'This is not a snapshot of Archwright.' };
  const { at, commit, changed, score, otherFindings } = made;
  return {
    origin: { at, commit, changed },
    state: { layers: sortedById(layers), blocks: sortedById(blocks), otherFindings, score },
  };
}

function without<Shape extends { record: string }>({ record: _, ...rest }: Shape): Omit<Shape, 'record'> {
  return rest;
}

function sortedById<Item extends { id: string }>(items: ReadonlyMap<string, Item>): Item[] {
  return [...items.values()].sort((a, b) => compareText(a.id, b.id));
}

interface RawRecord {
  line: number;
  value: Record<string, unknown>;
}

function recordsIn(lines: readonly string[]): RawRecord[] | SnapshotProblem {
  const records: RawRecord[] = [];
  let last = '';
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    last = line;
    if (line === '[' || line === ']' || line === ',') continue;
    const value = objectIn(line);
    if (value === null) return { line: at + 1, message: records.length === 0 ? 'This is not a snapshot of Archwright.' : 'This line is not whole.' };
    records.push({ line: at + 1, value });
  }
  if (records[0]?.value['record'] !== 'archwright-snapshot') return { line: 1, message: 'This is not a snapshot of Archwright.' };
  if (last !== ']') return { line: lines.length, message: 'The end of the snapshot is missing.' };
  return records;
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null;
  } catch {
    return null;
  }
}
