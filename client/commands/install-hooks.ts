import type { Command } from './command.ts';
import { changeHooks } from './git-hooks.ts';

/** Adds the git hook that reviews what is committed. */
export const installHooks: Command = {
  id: 'archwright.installHooks',
  task: 'install the git hooks',
  run: (context) => changeHooks(context, 'install'),
};
