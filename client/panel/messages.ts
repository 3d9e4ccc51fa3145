/** Handles the messages of the panel's page. */
import * as vscode from 'vscode';
import type { FromPanel } from '../../server/protocol/panel.ts';
import { showFailure } from '../messages.ts';
import { openLocation } from '../open-location.ts';
import type { SnapshotStore } from '../snapshot-store.ts';
import { openBlock } from './open-block.ts';
import { saveFile } from './save-file.ts';

/** @returns a handler that shows failures to the user. */
export function panelMessageHandler(snapshots: SnapshotStore, output: vscode.LogOutputChannel): (message: FromPanel) => Promise<void> {
  return async (message) => {
    try {
      await carryOut(message, snapshots);
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
  save: 'save the file',
  explainRule: 'explain the rule',
};

async function carryOut(message: FromPanel, snapshots: SnapshotStore): Promise<void> {
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
    case 'save':
      await saveFile(message, snapshots.snapshot.active);
      return;
    case 'explainRule':
      await vscode.commands.executeCommand('archwright.explainRule', message.ruleId);
  }
}
