/** `archwright track`: how a team follows its work. A plain list; each command has a file in `track`. */
import type { Command } from 'commander';
import { addAudit } from './track/audit.ts';

/** Adds `archwright track` and what it has below it. */
export function addTrack(program: Command): void {
  const track = program.command('track').description('Follow the work of a team: the audit log');
  for (const add of [addAudit]) add(track);
}
