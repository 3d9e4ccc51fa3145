/** `archwright track audit`: the audit log of a folder. */
import { Option, type Command } from 'commander';
import { repeatable } from '../../context.ts';
import { addAuditCheckpoint } from './audit-checkpoint.ts';
import { addAuditProof } from './audit-proof.ts';
import { addAuditReport } from './audit-report.ts';
import { addAuditStart } from './audit-start.ts';
import { addAuditVerify } from './audit-verify.ts';

/** Adds `track audit` and what it has below it. */
export function addAudit(track: Command): void {
  const audit = track.command('audit').description('Keep a log that shows when it was tampered with');
  for (const add of [addAuditStart, addAuditCheckpoint, addAuditVerify, addAuditProof, addAuditReport]) add(audit);
  for (const command of audit.commands) {
    command.addOption(new Option('--folder <folder>', 'folder of the log').default('.'));
    if (!['checkpoint', 'verify', 'report'].includes(command.name())) continue;
    command.addOption(repeatable('--key <key>', 'public key that checkpoints are checked with, as "checkpoint" tells it; can be given several times'))
      .addOption(repeatable('--checkpoint <file>', 'checkpoint that was kept elsewhere; can be given several times'));
  }
}
