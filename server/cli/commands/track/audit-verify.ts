/** `archwright track audit verify`: whether the log is as it was written. */
import type { Command } from 'commander';
import { verifyAudit } from '../../../app/audit/anchors.ts';
import { VERIFY_FORMATS, writeVerified } from '../../../report/audit/formats.ts';
import { chosenFormat, EXIT_GATE, folderOf, wantsColor, write } from '../../context.ts';
import { verifyOptions, type AuditOptions } from './audit-options.ts';

/** Adds `track audit verify`. */
export function addAuditVerify(audit: Command): void {
  audit.command('verify')
    .description('Find any change of the log, and name the first bad entry (formats: pretty, json, markdown)')
    .addHelpText('after', '\nCheckpoints beside the log and in git are found by themselves.\n')
    .action(async (_own, command: Command) => verify(command.optsWithGlobals<AuditOptions>()));
}

async function verify(options: AuditOptions): Promise<void> {
  const format = chosenFormat(options, VERIFY_FORMATS, 'pretty');
  const verified = await verifyAudit(folderOf(options.folder), verifyOptions(options));
  await write(options, writeVerified(verified, format, wantsColor(options)));
  if (!verified.intact) process.exitCode = EXIT_GATE;
}
