/** Commands that only open something: the panel at a tab, a block in it, the extension's log. */
import { CLIENT_COMMANDS } from '../../server/protocol/lsp.ts';
import type { PanelTab } from '../../server/protocol/panel.ts';
import type { Command } from './command.ts';

const opensTab = (tab: PanelTab, { id, task }: Pick<Command, 'id' | 'task'>): Command => ({
  id,
  task,
  async run({ showPanel }) {
    showPanel(tab);
  },
});

/** Opens the panel's graph at one block: an action of the Blocks view, and a link in hovers. */
const showBlock: Command = {
  id: CLIENT_COMMANDS.showBlock,
  task: 'show the block',
  async run({ showPanel }, argument) {
    const block = (argument as { block?: unknown } | undefined)?.block;
    if (typeof block !== 'string') throw new Error('no block was named; use the Blocks view');
    showPanel('graph', block);
  },
};

const showOutput: Command = {
  id: 'archwright.showOutput',
  task: 'show the output',
  async run({ output }) {
    output.show();
  },
};

export const OPENING: readonly Command[] = [
  opensTab('graph', { id: 'archwright.showGraph', task: 'show the graph' }),
  opensTab('score', { id: 'archwright.showScore', task: 'show the score' }),
  opensTab('log', { id: 'archwright.showLog', task: 'show the log' }),
  showBlock, showOutput,
];
