import type { Command } from './command.ts';

/** Opens the panel's graph at one block: an action of the Blocks view. */
export const showBlock: Command = {
  id: 'archwright.showBlock',
  task: 'show the block',
  async run({ showPanel }, argument) {
    const block = (argument as { block?: unknown } | undefined)?.block;
    if (typeof block !== 'string') throw new Error('no block was named; use the Blocks view');
    showPanel('graph', block);
  },
};
