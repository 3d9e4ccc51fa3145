import { DIFF, type DiffParams } from '../../../server/protocol/lsp.ts';
import { telling } from './telling.ts';

/** Tells what the branch did to the architecture. Its argument is another state to compare with: a revision or a snapshot. */
export const showChanges = telling<DiffParams>({
  id: 'archwright.showChanges',
  task: 'compare the architecture with that of the base branch',
  doing: 'comparing the architecture with that of the base branch',
  method: DIFF,
  ask: (_context, folder, argument) => Promise.resolve({ params: typeof argument === 'string' ? { folder, from: argument } : { folder } }),
});
