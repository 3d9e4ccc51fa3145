/** The shape of a command. The files beside this one define them. */
import type * as vscode from 'vscode';
import type { PanelTab } from '../../server/protocol/panel.ts';
import type { ServerConnection } from '../server/connection.ts';
import type { SnapshotStore } from '../snapshot-store.ts';

/** Services for commands. */
export interface CommandContext {
  connection: ServerConnection;
  snapshots: SnapshotStore;
  output: vscode.LogOutputChannel;
  /** Opens the panel at a tab, and at a block if one is given. */
  showPanel(tab: PanelTab, block?: string): void;
}

export interface Command {
  id: string;
  /** Completes "Archwright could not …" when it fails. */
  task: string;
  run(context: CommandContext, argument: unknown): Promise<void>;
}
