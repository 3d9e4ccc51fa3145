import type { Command } from './command.ts';

/** Brings the extension's log to the front. */
export const showOutput: Command = {
  id: 'archwright.showOutput',
  task: 'show the output',
  async run({ output }) {
    output.show();
  },
};
