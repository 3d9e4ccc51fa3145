/** A history of syncs in bad weather, and what must hold at its end: nothing twice, nothing lost, nobody's work overwritten. */
import assert from 'node:assert/strict';
import { PROPERTY } from '../../../server/jira/identity.ts';
import { Killed, NO_FAULTS, World, type Faults } from './world.ts';

export interface Storm {
  seed: number;
  /** Rows that have no key in Jira. */
  rows: number;
  syncs: number;
  faults: Faults;
}

export interface Weathered {
  syncs: number;
  kills: number;
  stops: number;
  requests: number;
  duplicates: number;
  lost: number;
  /** A change of the log that a late request of an earlier run took back, so that it is told as one of Jira's. */
  left: number;
  overwritten: number;
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns what was counted; the caller asserts that nothing bad was */
export async function weather({ seed, rows, syncs, faults }: Storm): Promise<Weathered> {
  const random = randomFrom(seed);
  const world = new World(random);
  world.server.lag = random() < 0.5 ? 0 : random() * 300_000;
  const told: Weathered = { syncs: 0, kills: 0, stops: 0, requests: 0, duplicates: 0, lost: 0, left: 0, overwritten: 0 };
  /** What people wrote in Jira, by key: it is never to be changed, since the log never says the same. */
  const theirs = new Map<string, string>();
  for (let at = 0; at < rows; at++) world.put({ 'Issue Key': `#${at}`, 'Summary': `first ${at}`, 'Time Spent': random() < 0.5 ? '1h' : '', 'Status': 'To Do' });
  for (let run = 0; run < syncs; run++) {
    world.faults = faults;
    for (const key of world.rows.keys()) if (random() < 0.2) {
      world.put({ 'Issue Key': key, 'Summary': `log ${run}`, 'Status': random() < 0.5 ? 'Done' : 'In Progress' });
    }
    if (random() < 0.3) world.put({ 'Issue Key': `#new-${run}`, 'Summary': `new ${run}`, 'Time Spent': '2h' });
    told.syncs++;
    try {
      if ((await world.sync()).stopped !== null) told.stops++;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      told.kills++;
      if (random() < 0.5) world.time += random() * 200_000;
    }
    if (random() < 0.7) continue;
    // People look at what has arrived.
    world.settle();
    for (const issue of world.server.issues) if (random() < 0.1) {
      theirs.set(issue.key, `theirs ${run}`);
      issue.fields['summary'] = `theirs ${run}`;
    }
  }
  world.faults = NO_FAULTS;
  world.settle();
  const last = await world.sync();
  assert.equal(last.stopped, null);
  assert.deepEqual(last.rows.filter(({ action }) => action === 'failed'), []);
  const byRow = new Map<string, number>();
  const isTold = new Set(last.rows.filter(({ differences }) => differences.some(({ field }) => field === 'Summary')).map(({ row }) => row));
  for (const { key, fields, properties, worklogs } of world.server.issues) {
    const { id } = properties[PROPERTY] as { id: string };
    byRow.set(id, (byRow.get(id) ?? 0) + 1);
    const wanted = theirs.get(key) ?? world.rows.get(id)!['Summary'];
    if (fields['summary'] !== wanted) {
      if (theirs.has(key)) told.overwritten++;
      else if (isTold.has(id)) told.left++;
      else told.lost++;
    }
    if (worklogs.length > 1) told.duplicates++;
    if (worklogs.length < (world.rows.get(id)!['Time Spent'] === '' ? 0 : 1)) told.lost++;
  }
  for (const count of byRow.values()) told.duplicates += count - 1;
  for (const key of world.rows.keys()) if (!byRow.has(key)) told.lost++;
  told.requests = world.server.calls.length;
  return told;
}
