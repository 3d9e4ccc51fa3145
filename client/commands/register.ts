/** The list of all commands, and their registration. */
import * as vscode from 'vscode';
import { showFailure } from '../messages.ts';
import { addAllToBaseline } from './add-all-to-baseline.ts';
import { addToBaseline } from './add-to-baseline.ts';
import type { Command, CommandContext } from './command.ts';
import { createConfiguration } from './create-configuration.ts';
import { explainRule } from './explain-rule.ts';
import { exportReport } from './export-report.ts';
import { fixAll } from './fix-all.ts';
import { installHooks, removeHooks } from './git-hooks.ts';
import { openConfiguration } from './open-configuration.ts';
import { OPENING } from './open.ts';
import { restartServer } from './restart-server.ts';
import { reviewWorkspace } from './review-workspace.ts';
import { showUses } from './show-uses.ts';
import { suppressWithReason } from './suppress-with-reason.ts';
import { WORK } from './work/list.ts';

export const COMMANDS: readonly Command[] = [
  ...OPENING, reviewWorkspace, explainRule, addAllToBaseline, addToBaseline, suppressWithReason, createConfiguration,
  openConfiguration, installHooks, removeHooks, exportReport, fixAll, showUses, restartServer, ...WORK,
];

/** Registers all commands; errors are shown to the user and logged. */
export function registerCommands(context: CommandContext): vscode.Disposable[] {
  return COMMANDS.map((command) => vscode.commands.registerCommand(command.id, async (argument: unknown) => {
    try {
      await command.run(context, argument);
    } catch (error) {
      if (error instanceof vscode.CancellationError || isRequestCancelled(error)) return;
      // Not awaited: the command has ended, but the message waits for the user.
      void showFailure(context.output, command.task, error);
    }
  }));
}

/** The server's answer to a request that the user cancelled (`RequestCancelled` in the protocol). */
function isRequestCancelled(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === -32800;
}
