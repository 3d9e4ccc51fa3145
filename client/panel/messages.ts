/** Handles the messages of the panel's page. */
import * as vscode from 'vscode';
import { IMPORTS, RULES, type ImportsParams, type ImportsResult, type RuleSummary } from '../../server/protocol/lsp.ts';
import type { FromPanel, ToPanel } from '../../server/protocol/panel.ts';
import { showFailure } from '../messages.ts';
import { openLocation } from '../open-location.ts';
import type { ServerConnection } from '../server/connection.ts';
import type { SnapshotStore } from '../snapshot-store.ts';
import { openBlock } from './open-block.ts';
import { saveFile } from './save-file.ts';

/** Sends an answer to the page. */
type Reply = (message: ToPanel) => void;

/** @returns a handler that shows failures to the user. */
export function panelMessageHandler(
  snapshots: SnapshotStore, connection: Pick<ServerConnection, 'request'>, output: vscode.LogOutputChannel,
): (message: FromPanel, reply: Reply) => Promise<void> {
  return async (message, reply) => {
    try {
      await carryOut(message, snapshots, connection, reply);
    } catch (error) {
      await showFailure(output, TASKS[message.type], error);
    }
  };
}

const TASKS: Record<FromPanel['type'], string> = {
  ready: 'show the panel',
  review: 'review the workspace',
  openFile: 'open the file',
  openBlock: 'open the block',
  imports: 'list the imports',
  rules: 'name the rules',
  save: 'save the file',
  explainRule: 'explain the rule',
};

async function carryOut(message: FromPanel, snapshots: SnapshotStore, connection: Pick<ServerConnection, 'request'>, reply: Reply): Promise<void> {
  switch (message.type) {
    case 'ready':
      return;
    case 'review':
      await vscode.commands.executeCommand('archwright.reviewWorkspace');
      return;
    case 'openFile':
      await openLocation(message.folder, message.path, message.range);
      return;
    case 'openBlock':
      await openBlock(snapshots.folder(message.folder), message.block);
      return;
    case 'imports': {
      const { folder, from, to } = message;
      const params: ImportsParams = { folder, from, to };
      reply({ ...message, ...await connection.request<ImportsResult>(IMPORTS, params) });
      return;
    }
    case 'rules': {
      const rules = await connection.request<RuleSummary[]>(RULES);
      reply({ type: 'rules', rules: rules.map(({ id, title }) => ({ id, title })) });
      return;
    }
    case 'save':
      await saveFile(message, snapshots.snapshot.active);
      return;
    case 'explainRule':
      await vscode.commands.executeCommand('archwright.explainRule', message.ruleId);
  }
}
