/** The commands of the terminal that are about work, gates and audit. A plain list. */
import type { Command } from '../command.ts';
import { showCompliance, signCheckpoint, startAudit, verifyAudit } from './audit.ts';
import { CREDENTIALS } from './credentials.ts';
import { showChanges } from './diff.ts';
import { writeDocument } from './document.ts';
import { showDone, tickDone } from './done.ts';
import { evaluateGate } from './gate.ts';
import { showMaturity } from './maturity.ts';
import { showWorkReport } from './report.ts';
import { syncJira } from './sync.ts';

export const WORK: readonly Command[] = [
  evaluateGate, showChanges, showWorkReport, writeDocument, showDone, tickDone, showMaturity, startAudit, verifyAudit, signCheckpoint, showCompliance,
  syncJira, ...CREDENTIALS,
];
