/** `archwright track`: the log of the work. One command one file; they are listed here. */
import type { Command } from 'commander';
import { addTrackCommit } from './track/commit.ts';
import { addTrackExport } from './track/export.ts';
import { addTrackImport } from './track/import.ts';
import { addTrackList } from './track/list.ts';
import { addTrackSet } from './track/set.ts';

/** Adds `archwright track` and what it has below it. */
export function addTrack(program: Command): void {
  const track = program.command('track').description('Keep the log of issues, commits and reviews');
  for (const add of [addTrackList, addTrackSet, addTrackImport, addTrackCommit, addTrackExport]) add(track);
}
