/** `archwright track audit start`: begins the audit log. */
import type { Command } from 'commander';
import { AUDIT_FILE, startAudit } from '../../../app/audit/record.ts';
import { folderOf, say } from '../../context.ts';
import type { AuditOptions } from './audit-options.ts';

interface StartOptions extends AuditOptions {
  origin?: string;
}

/** Adds `track audit start`. */
export function addAuditStart(audit: Command): void {
  audit.command('start')
    .description(`Begin the log in ${AUDIT_FILE}; from then on, reviews, gates and changes of what they judge by are logged`)
    .option('--origin <name>', 'name of the log, such as example.com/shop (default: name of the folder)')
    .action(async (_own, command: Command) => start(command.optsWithGlobals<StartOptions>()));
}

async function start(options: StartOptions): Promise<void> {
  const root = folderOf(options.folder);
  const origin = await startAudit(root, options.origin);
  say(options, `Began ${AUDIT_FILE} as "${origin}".`);
}
