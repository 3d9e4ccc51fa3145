/** `archwright baseline`: accepts today's findings, so that only new ones fail. */
import { resolve, join } from 'node:path';
import type { Command } from 'commander';
import { BASELINE_FILE, writeBaseline } from '../../engine/baseline.ts';
import { fingerprints } from '../../engine/fingerprint.ts';
import { folderOf, open, say, write, type CommonOptions } from '../context.ts';

/** Adds `archwright baseline`. */
export function addBaseline(program: Command): void {
  program.command('baseline')
    .description('Freeze today\'s findings, so that only new ones fail the review')
    .argument('[folder]', 'folder to review', '.')
    .addHelpText('after', `\nWrites ${BASELINE_FILE} in the folder, or the file of --output. Commit it: it is sorted and merges line by line.\n`)
    .action(async (folder: string, _own, command: Command) => baseline(folder, command.optsWithGlobals<CommonOptions>()));
}

async function baseline(argument: string, options: CommonOptions): Promise<void> {
  const root = folderOf(argument);
  const { workspace } = await open(root, options);
  const { findings } = workspace.judge('full');
  const identities = fingerprints(findings);
  const entries = findings.map((finding, index) => ({ rule: finding.ruleId, path: finding.path, about: finding.about, fingerprint: identities[index]! }));
  const file = options.output === undefined ? join(root, BASELINE_FILE) : resolve(options.output);
  await write({ ...options, quiet: true, output: file }, writeBaseline(entries));
  say(options, `${entries.length} ${entries.length === 1 ? 'finding' : 'findings'} accepted in ${options.output ?? BASELINE_FILE}. New ones fail the review.`);
}
