/** `archwright track`: how a team follows its work. A plain list; each command has a file in `track`. */
import type { Command } from 'commander';
import { addAudit } from './track/audit.ts';
import { addTrackCommit } from './track/commit.ts';
import { addTrackDocument } from './track/document.ts';
import { addTrackDone } from './track/done.ts';
import { addTrackExport } from './track/export.ts';
import { addTrackImport } from './track/import.ts';
import { addTrackReport } from './track/report.ts';
import { addTrackList } from './track/list.ts';
import { addTrackMaturity } from './track/maturity.ts';
import { addTrackMerge } from './track/merge.ts';
import { addTrackSet } from './track/set.ts';
import { addTrackSync } from './track/sync.ts';

/** Adds `archwright track` and what it has below it. */
export function addTrack(program: Command): void {
  const track = program.command('track').description('Keep the log of issues, commits and reviews, and the audit log');
  const all = [
    addTrackList, addTrackSet, addTrackImport, addTrackCommit, addTrackExport, addTrackSync, addTrackReport, addTrackDocument, addTrackDone,
    addTrackMaturity, addTrackMerge, addAudit,
  ];
  for (const add of all) add(track);
}
