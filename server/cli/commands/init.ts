/** `archwright init`: proposes a configuration based on the folder's contents, and explains its choices. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { PROFILES, type Profile } from '../../app/configuration.ts';
import { Failure } from '../../app/failure.ts';
import { workflowFor } from '../../app/workflow.ts';
import { writeTextFile } from '../../app/write-file.ts';
import { WORKFLOW_FILE } from '../../report/workflow/github-workflow.ts';
import { folderOf, say, type CommonOptions } from '../context.ts';

interface InitOptions extends CommonOptions {
  dryRun?: boolean;
  force?: boolean;
  profile?: Profile;
  workflow?: boolean;
}

/** Adds `archwright init`. */
export function addInit(program: Command): void {
  program.command('init')
    .description('Propose a configuration based on the folder\'s contents')
    .argument('[folder]', 'folder to configure', '.')
    .option('--dry-run', 'print the proposal without writing it')
    .option('--force', 'replace an existing configuration')
    .addOption(new Option('--profile <name>', 'severities to start from; by default, the one that fits the folder').choices(PROFILES))
    .option('--workflow', `also write ${WORKFLOW_FILE}, which reviews pull requests on GitHub, tells what they change, and keeps the log`)
    .addHelpText('after', '\nExamples:\n  archwright init --dry-run\n  archwright init --profile guidelines --workflow\n')
    .action(async (folder: string, _own, command: Command) => init(folder, command.optsWithGlobals<InitOptions>()));
}

async function init(argument: string, options: InitOptions): Promise<void> {
  const root = folderOf(argument);
  // Imported here because it loads the languages.
  const { proposeConfiguration } = await import('../../app/proposal.ts');
  const { file, text, explanation } = await proposeConfiguration(root, options.profile);
  if (options.dryRun) {
    process.stdout.write(text);
    return;
  }
  await writeNew(join(root, file), text, file, options);
  for (const line of explanation) say(options, `  ${line}`);
  if (options.workflow) await writeWorkflow(root, options);
  say(options, 'Next: run "archwright review" to see where the code stands, or "archwright baseline" to accept the current findings.');
}

async function writeWorkflow(root: string, options: InitOptions): Promise<void> {
  const { text, missing } = workflowFor(root);
  await writeNew(join(root, WORKFLOW_FILE), text, WORKFLOW_FILE, options);
  if (missing !== null) say(options, `  It runs the version that the lock file names, and nothing else: ${missing}`);
}

async function writeNew(file: string, text: string, name: string, options: InitOptions): Promise<void> {
  if (existsSync(file) && !options.force) throw new Failure(`${name} already exists; --force replaces it, --dry-run prints the proposal.`);
  await writeTextFile(file, text);
  say(options, `Wrote ${name}`);
}
