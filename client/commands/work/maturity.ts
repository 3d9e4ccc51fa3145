import { TRACK, type TrackParams } from '../../../server/protocol/lsp.ts';
import { telling } from './telling.ts';

/** Tells how mature the practices of the team are: its answers, and what is measured beside them. */
export const showMaturity = telling<TrackParams>({
  id: 'archwright.showMaturity',
  task: 'show the maturity of the team',
  doing: 'measuring the maturity of the team',
  method: TRACK,
  ask: (_context, folder) => Promise.resolve({ params: { folder, command: { kind: 'maturity' } } }),
});
