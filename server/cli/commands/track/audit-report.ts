/** `archwright track audit report`: how far the team kept to what it agreed on. */
import type { Command } from 'commander';
import { complianceReport } from '../../../app/audit/compliance.ts';
import { COMPLIANCE_FORMATS, writeCompliance } from '../../../report/audit/formats.ts';
import { chosenFormat, folderOf, wantsColor, write } from '../../context.ts';
import { verifyOptions, type AuditOptions } from './audit-options.ts';

/** Adds `track audit report`. */
export function addAuditReport(audit: Command): void {
  audit.command('report')
    .description('Report on compliance: six checks over tracking log and audit log, a grade, and what to do (formats: pretty, json, markdown)')
    .action(async (_own, command: Command) => report(command.optsWithGlobals<AuditOptions>()));
}

async function report(options: AuditOptions): Promise<void> {
  const format = chosenFormat(options, COMPLIANCE_FORMATS, 'pretty');
  const made = await complianceReport(folderOf(options.folder), verifyOptions(options));
  await write(options, writeCompliance(made, format, wantsColor(options)));
}
