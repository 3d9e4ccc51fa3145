/** `archwright track audit checkpoint`: signs the log as it is now. */
import { Option, type Command } from 'commander';
import { makeCheckpoint } from '../../../app/audit/anchors.ts';
import { EXIT_GATE, folderOf, say, warn, write } from '../../context.ts';
import { verifyOptions, type AuditOptions } from './audit-options.ts';

interface CheckpointOptions extends AuditOptions {
  git?: 'note' | 'tag';
}

/** Adds `track audit checkpoint`. */
export function addAuditCheckpoint(audit: Command): void {
  audit.command('checkpoint')
    .description('Sign the log as it is now, and write the checkpoint to standard output, to be kept where nobody of the team can change it')
    .addOption(new Option('--git <how>', 'keep it in git too, at the current commit').choices(['note', 'tag']))
    .addHelpText('after', '\nThe private key is read from ARCHWRIGHT_AUDIT_KEY, in PEM: make one with "openssl genpkey -algorithm ed25519".\n')
    .action(async (_own, command: Command) => checkpoint(command.optsWithGlobals<CheckpointOptions>()));
}

async function checkpoint(options: CheckpointOptions): Promise<void> {
  const { text, verified, key, kept } = await makeCheckpoint(folderOf(options.folder), { ...verifyOptions(options), git: options.git });
  if (text === null) {
    const { index, reason } = verified.firstBad ?? { index: 0, reason: 'it names no origin' };
    warn(`Nothing was signed, because the log was tampered with: entry ${index}: ${reason}.`);
    process.exitCode = EXIT_GATE;
    return;
  }
  await write(options, text);
  for (const place of kept) say(options, `Kept in ${place}`);
  say(options, `Others check it with --key ${key}`);
}
