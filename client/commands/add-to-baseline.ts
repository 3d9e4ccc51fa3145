import * as vscode from 'vscode';
import { BASELINE, CLIENT_COMMANDS, type AddToBaselineArguments, type BaselineParams, type BaselineResult } from '../../server/protocol/lsp.ts';
import type { Command } from './command.ts';

/** Accepts one finding: a quick fix, and an action in the view Review Checklist. */
export const addToBaseline: Command = {
  id: CLIENT_COMMANDS.addToBaseline,
  task: 'add the finding to the baseline',
  async run({ connection }, argument) {
    const { folder, fingerprint } = (argument ?? {}) as Partial<AddToBaselineArguments>;
    if (typeof folder !== 'string' || typeof fingerprint !== 'string') throw new Error('no finding is selected; use the quick fix on a finding');
    const params: BaselineParams = { folder, fingerprint };
    const result = await connection.request<BaselineResult>(BASELINE, params);
    vscode.window.setStatusBarMessage(`Archwright: added to ${result.path}`, 5000);
  },
};
