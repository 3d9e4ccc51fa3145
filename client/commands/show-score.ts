import type { Command } from './command.ts';

/** Opens the panel at the score. */
export const showScore: Command = {
  id: 'archwright.showScore',
  task: 'show the score',
  async run({ showPanel }) {
    showPanel('score');
  },
};
