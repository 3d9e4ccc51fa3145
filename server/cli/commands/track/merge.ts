/** `archwright track merge`: what git calls to merge the log. */
import type { Command } from 'commander';
import { mergeLogFiles } from '../../../app/track/merge.ts';
import { EXIT_GATE, say, type CommonOptions } from '../../context.ts';

/** Adds `archwright track merge`. */
export function addTrackMerge(track: Command): void {
  track.command('merge')
    .description('Merge two versions of the log by issue and field; git calls it after "archwright hooks install"')
    .argument('<base>', 'file with the version that both go back to')
    .argument('<ours>', 'file with our version, which becomes the result')
    .argument('<theirs>', 'file with the other version')
    .addHelpText('after', '\nWhere both sides changed a field in different ways, the rows are marked as git marks a conflict, and the exit code is 1.\n')
    .action(async (base: string, ours: string, theirs: string, _own, command: Command) => {
      await merge({ base, ours, theirs }, command.optsWithGlobals<CommonOptions>());
    });
}

async function merge(files: { base: string; ours: string; theirs: string }, options: CommonOptions): Promise<void> {
  const { isMerged, conflicts } = await mergeLogFiles(files);
  for (const { key, columns } of conflicts) say(options, `${key}: both sides changed ${columns.join(', ')}.`);
  if (!isMerged) process.exitCode = EXIT_GATE;
}
