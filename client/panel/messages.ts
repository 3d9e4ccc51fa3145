/** Handles the messages of the panel's page. */
import * as vscode from 'vscode';
import {
  ASK, CONTROLS, EDIT_ISSUE, RULES, type AskParams, type AskResult, type Controls, type ControlsParams, type EditIssueParams, type EditIssueResult,
  type RuleSummary,
} from '../../server/protocol/lsp.ts';
import type { FromPanel, ToPanel } from '../../server/protocol/panel.ts';
import { showFailure, wordsOf } from '../messages.ts';
import { openLocation } from '../open-location.ts';
import type { ServerConnection } from '../server/connection.ts';
import type { StateStore } from '../state-store.ts';
import { openBlock } from './open-block.ts';
import { saveFile } from './save-file.ts';

/** Sends an answer to the page. */
type Reply = (message: ToPanel) => void;

/** @returns a handler that shows failures to the user. */
export function panelMessageHandler(
  states: StateStore, connection: Pick<ServerConnection, 'request'>, output: vscode.LogOutputChannel,
): (message: FromPanel, reply: Reply) => Promise<void> {
  return async (message, reply) => {
    try {
      await carryOut(message, states, connection, reply);
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
  ask: 'show its results',
  rules: 'name the rules',
  editIssue: 'change the issue',
  controls: 'evaluate the gates',
  save: 'save the file',
  saveLog: 'save the log',
  explainRule: 'explain the rule',
};

async function carryOut(message: FromPanel, states: StateStore, connection: Pick<ServerConnection, 'request'>, reply: Reply): Promise<void> {
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
      await openBlock(states, message.folder, message.block);
      return;
    case 'ask':
      reply(await answerOf(message, connection));
      return;
    case 'rules': {
      const rules = await connection.request<RuleSummary[]>(RULES);
      reply({ type: 'rules', rules: rules.map(({ id, title }) => ({ id, title })) });
      return;
    }
    case 'editIssue':
      reply(await editedBy(message, connection));
      return;
    case 'controls':
      reply(await controlsIn(message.folder, connection));
      return;
    case 'save':
      await saveFile(message, states.state.active);
      return;
    case 'saveLog': {
      const { csv } = await states.ask(message.folder, { kind: 'log-table', ...message.filter });
      await saveFile({ suggestedName: message.suggestedName, mime: 'text/csv', base64: Buffer.from(csv).toString('base64') }, message.folder);
      return;
    }
    case 'explainRule':
      await vscode.commands.executeCommand('archwright.explainRule', message.ruleId);
  }
}

/** Passes a question on. The page shows by itself what it did not get: a message of its own for each would cover the editor. */
async function answerOf({ id, folder, question, known }: Extract<FromPanel, { type: 'ask' }>, connection: Pick<ServerConnection, 'request'>): Promise<ToPanel> {
  const params: AskParams = { folder, question, ...(known !== undefined && { known }) };
  try {
    return { type: 'answer', id, ...await connection.request<AskResult>(ASK, params) };
  } catch (error) {
    return { type: 'failed', id, reason: wordsOf(error) };
  }
}

/** Passes the question for gates and audit log on. */
async function controlsIn(folder: string, connection: Pick<ServerConnection, 'request'>): Promise<ToPanel> {
  const params: ControlsParams = { folder };
  try {
    return { type: 'controls', folder, controls: await connection.request<Controls>(CONTROLS, params) };
  } catch (error) {
    return { type: 'controls', folder, controls: { problem: wordsOf(error) } };
  }
}

/** Passes a change on. The page says at the cell why it was refused. */
async function editedBy(message: Extract<FromPanel, { type: 'editIssue' }>, connection: Pick<ServerConnection, 'request'>): Promise<ToPanel> {
  const { id, folder, issue, changes } = message;
  const params: EditIssueParams = { folder, issue, changes };
  try {
    return { type: 'edited', id, result: await connection.request<EditIssueResult>(EDIT_ISSUE, params) };
  } catch (error) {
    return { type: 'edited', id, result: { refusal: wordsOf(error) } };
  }
}
