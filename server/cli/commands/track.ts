/** `archwright track`: how a team follows its work. A plain list; each command has a file in `track`. */
import type { Command } from 'commander';
import { addAudit } from './track/audit.ts';
import { addTrackCommit } from './track/commit.ts';
import { addTrackExport } from './track/export.ts';
import { addTrackImport } from './track/import.ts';
import { addTrackList } from './track/list.ts';
import { addTrackSet } from './track/set.ts';
import { addTrackSync } from './track/sync.ts';

/** Adds `archwright track` and what it has below it. */
export function addTrack(program: Command): void {
  const track = program.command('track').description('Keep the log of issues, commits and reviews, and the audit log');
  for (const add of [addTrackList, addTrackSet, addTrackImport, addTrackCommit, addTrackExport, addTrackSync, addAudit]) add(track);
}
