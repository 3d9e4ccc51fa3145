/** Gates and audit log of a folder, as they stand when somebody asks. */
import type { AuditCheckpoint, AuditVerdict } from './audit.ts';
import type { GateResult } from './gates.ts';

/** Null where no audit log is kept. */
export type AuditState = (Pick<AuditVerdict, 'intact' | 'entries' | 'firstBad'> & {
  /** The one of the most entries; null when none was found. */
  checkpoint: AuditCheckpoint | null;
  /** What is no tampering, and still to be told. */
  notes: string[];
}) | null;

export interface Controls {
  /** The gate of every review first, then those of the configuration; or why they cannot be evaluated, as a sentence. */
  gates: GateResult[] | { problem: string };
  audit: AuditState | { problem: string };
}
