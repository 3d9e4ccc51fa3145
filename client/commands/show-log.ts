import type { Command } from './command.ts';

/** Opens the panel at the tracking log. */
export const showLog: Command = {
  id: 'archwright.showLog',
  task: 'show the log',
  async run({ showPanel }) {
    showPanel('log');
  },
};
