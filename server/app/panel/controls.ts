/** Gates and audit log of a folder that is being edited: what `gate` and `track audit verify` tell in a terminal. */
import type { AuditState, Controls } from '../../protocol/controls.ts';
import type { GateResult } from '../../protocol/gates.ts';
import { verifyAudit } from '../audit/anchors.ts';
import { readAudit } from '../audit/record.ts';
import type { EditedFolder } from '../editing/edited-folder.ts';
import { Failure } from '../failure.ts';
import { gatesOf } from '../gates.ts';

interface Asked {
  folder: Pick<EditedFolder, 'root' | 'currentReview'>;
  /** Whether git may be asked for checkpoints that it keeps. */
  git: boolean;
}

/** @returns both, each with the reason where it cannot be told */
export async function controlsOf({ folder, git }: Asked): Promise<Controls> {
  const [gates, audit] = await Promise.all([orProblem(() => gatesIn(folder)), orProblem(() => auditIn(folder.root, git))]);
  return { gates, audit };
}

async function gatesIn(folder: Asked['folder']): Promise<GateResult[]> {
  const current = await folder.currentReview();
  if (current === null) throw new Failure('The folder has not been reviewed yet.');
  const { opened, review, metrics } = current;
  const none = opened.survey.made.gates.length === 0;
  const configured = none ? [] : await gatesOf(opened, review, { name: undefined, ofChange: false, metrics });
  const told = configured.map(({ name, passed, conditions }) => ({ name, passed, conditions: conditions.map(({ severity: _, ...condition }) => condition) }));
  return [review.verdict, ...told];
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
