/** `archwright track audit proof`: proofs that others can check. */
import type { Command } from 'commander';
import { proveConsistency, proveInclusion } from '../../../app/audit/proof.ts';
import { Failure } from '../../../app/failure.ts';
import { chosenFormat, folderOf, write } from '../../context.ts';
import { wholeNumber, type AuditOptions } from './audit-options.ts';

interface ProofOptions extends AuditOptions {
  size?: string;
}

/** Adds `track audit proof`. */
export function addAuditProof(audit: Command): void {
  audit.command('proof')
    .description('Prove by RFC 6962 that an entry is in the log ("inclusion"), or that the log goes on where it was ("consistency") (format: json)')
    .argument('<kind>', '"inclusion" or "consistency"')
    .argument('<number>', 'index of the entry, from 0; or how many entries the log had')
    .option('--size <entries>', 'size of the tree, as a checkpoint tells it (default: all entries)')
    .action(async (kind: string, number: string, _own, command: Command) => proof(kind, number, command.optsWithGlobals<ProofOptions>()));
}

async function proof(kind: string, number: string, options: ProofOptions): Promise<void> {
  chosenFormat(options, ['json'], 'json');
  const root = folderOf(options.folder);
  const at = wholeNumber(number, kind === 'consistency' ? 'The number of entries' : 'The index');
  const size = options.size === undefined ? undefined : wholeNumber(options.size, '--size');
  if (kind !== 'inclusion' && kind !== 'consistency') throw new Failure(`Unknown proof "${kind}"; choose inclusion or consistency.`);
  const made = kind === 'inclusion' ? await proveInclusion(root, at, size) : await proveConsistency(root, at, size);
  await write(options, `${JSON.stringify(made, null, 2)}\n`);
}
