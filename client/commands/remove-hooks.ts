import type { Command } from './command.ts';
import { changeHooks } from './git-hooks.ts';

/** Takes Archwright's git hook away and leaves the others. */
export const removeHooks: Command = {
  id: 'archwright.removeHooks',
  task: 'remove the git hooks',
  run: (context) => changeHooks(context, 'remove'),
};
