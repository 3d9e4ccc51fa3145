/** What a tree is made of, and the provider that shows it. One shape serves all three views. */
import * as vscode from 'vscode';
import type { SnapshotStore } from '../snapshot-store.ts';

/** One line of a tree. Menus hand it to commands, which read the optional names. */
export interface Node {
  /** Stable, so that what is open stays open when a new snapshot arrives. */
  id: string;
  label: string;
  description?: string;
  tooltip?: string;
  icon?: vscode.ThemeIcon;
  /** Opens a place when it is clicked. */
  command?: vscode.Command;
  /** What menus ask for: `rule`, `finding`, `block`. */
  kind?: string;
  children?: Node[] | (() => Promise<Node[]>);
  expanded?: boolean;
  checked?: boolean;
  /** What a screen reader says in place of label and description. */
  spoken?: string;
  ruleId?: string;
  block?: string;
  folder?: string;
  fingerprint?: string;
}

/** A tree view that is built anew from every snapshot. */
export class NodeTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private readonly build: () => Node[];

  /**
   * @param snapshots tells of each new snapshot.
   * @param build makes the whole tree from the newest snapshot.
   */
  constructor(snapshots: SnapshotStore, build: () => Node[]) {
    this.build = build;
    this.subscription = snapshots.onDidChange(() => this.changed.fire());
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.build();
    return typeof node.children === 'function' ? await node.children() : node.children ?? [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children ? (node.expanded ? Expanded : Collapsed) : None);
    item.id = node.id;
    item.description = node.description ?? '';
    item.tooltip = node.tooltip ?? [node.label, node.description].filter(Boolean).join(' – ');
    if (node.icon) item.iconPath = node.icon;
    if (node.command) item.command = node.command;
    if (node.kind) item.contextValue = node.kind;
    if (node.checked !== undefined) {
      item.checkboxState = node.checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
    }
    if (node.spoken) item.accessibilityInformation = { label: node.spoken };
    return item;
  }

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
