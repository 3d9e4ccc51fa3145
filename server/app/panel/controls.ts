/** Gates and audit log of a folder that is being edited: what `gate` and `track audit verify` tell in a terminal. */
import type { OpenedFolder } from '../../compose/folder.ts';
import type { AuditState, Controls } from '../../protocol/controls.ts';
import type { GateResult } from '../../protocol/gates.ts';
import { verifyAudit } from '../audit/anchors.ts';
import { readAudit } from '../audit/record.ts';
import type { Accepted } from '../baseline.ts';
import { Failure } from '../failure.ts';
import { gatesOf } from '../gates.ts';

interface Asked {
  /** Absolute path of the folder. */
  root: string;
  /** The folder as it was last read, with what is accepted in it; null before the first review. */
  reading: { opened: OpenedFolder; accepted: Accepted } | null;
  /** Of the last review. */
  own: GateResult | undefined;
  /** Whether git may be asked for checkpoints that it keeps. */
  git: boolean;
}

/** @returns both, each with the reason where it cannot be told */
export async function controlsOf({ root, reading, own, git }: Asked): Promise<Controls> {
  const [gates, audit] = await Promise.all([orProblem(() => gatesIn(reading, own)), orProblem(() => auditIn(root, git))]);
  return { gates, audit };
}

async function gatesIn(reading: Asked['reading'], own: GateResult | undefined): Promise<GateResult[]> {
  if (reading === null) throw new Failure('The folder has not been reviewed yet.');
  const { opened, accepted } = reading;
  const configured = opened.survey.made.gates.length === 0 ? [] : await gatesOf(opened, { name: undefined, accepted, change: undefined });
  const told = configured.map(({ name, passed, conditions }) => ({ name, passed, conditions: conditions.map(({ severity: _, ...condition }) => condition) }));
  return own === undefined ? told : [own, ...told];
}

async function auditIn(root: string, git: boolean): Promise<AuditState> {
  if (await readAudit(root) === null) return null;
  const { intact, entries, firstBad, checkpoints, notes } = await verifyAudit(root, { keys: [], checkpoints: [], asksGit: git });
  return { intact, entries, firstBad, checkpoint: checkpoints.at(-1) ?? null, notes };
}

async function orProblem<Value>(work: () => Promise<Value>): Promise<Value | { problem: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return { problem: error.message };
    throw error;
  }
}
