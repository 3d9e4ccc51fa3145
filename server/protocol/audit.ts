/** The shape of `track audit verify --format json`, version 1. */

export interface AuditCheckpoint {
  size: number;
  /** Base64. */
  root: string;
  /** Name and id of the key. */
  signedBy: string;
  /** It fits the log, and a key that was given confirms the signature. */
  valid: boolean;
}

export interface AuditVerdict {
  schemaVersion: 1;
  intact: boolean;
  entries: number;
  /** The first entry, from 0, that is not as it was written, or not known to be; null when none is. */
  firstBad: { index: number; reason: string } | null;
  checkpoints: AuditCheckpoint[];
}
