/** The latest snapshot from the server, for the views, the panel and the status bar. */
import * as vscode from 'vscode';
import type { PanelFolder, PanelSnapshot } from '../server/protocol/panel.ts';

/** Keeps the latest snapshot and announces each new one. */
export class SnapshotStore implements vscode.Disposable {
  private newest: PanelSnapshot = { folders: [], active: null, busy: true };
  private readonly changed = new vscode.EventEmitter<PanelSnapshot>();
  readonly onDidChange = this.changed.event;

  get snapshot(): PanelSnapshot {
    return this.newest;
  }

  set(snapshot: PanelSnapshot): void {
    this.newest = snapshot;
    this.changed.fire(snapshot);
  }

  /** Ends the "busy" state when the server has stopped and cannot do so itself. */
  serverStopped(): void {
    this.set({ ...this.newest, busy: false });
  }

  folder(key: string): PanelFolder | undefined {
    return this.newest.folders.find((folder) => folder.key === key);
  }

  /** The folder of the active editor, otherwise the one that the server shows first. */
  folderInFocus(): PanelFolder | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const workspaceFolder = uri && vscode.workspace.getWorkspaceFolder(uri);
    return (workspaceFolder && this.folder(workspaceFolder.uri.toString()))
      ?? this.newest.folders.find((folder) => folder.key === this.newest.active)
      ?? this.newest.folders[0];
  }

  dispose(): void {
    this.changed.dispose();
  }
}
