import type { Command } from './command.ts';

/** Opens the panel at the block graph. */
export const showGraph: Command = {
  id: 'archwright.showGraph',
  task: 'show the graph',
  async run({ showPanel }) {
    showPanel('graph');
  },
};
