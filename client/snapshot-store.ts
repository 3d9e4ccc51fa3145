/** Keeps the newest snapshot that the server sent; views, panel and status bar read it from here. */
import * as vscode from 'vscode';
import type { PanelFolder, PanelSnapshot } from '../server/protocol/panel.ts';

/** Keeps the newest snapshot and tells who wants to know of each new one. */
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

  /** Ends the "busy" state when there is no server left that would do it. */
  serverStopped(): void {
    this.set({ ...this.newest, busy: false });
  }

  folder(key: string): PanelFolder | undefined {
    return this.newest.folders.find((folder) => folder.key === key);
  }

  /** The folder of the active editor, or else the one that the server shows first. */
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
