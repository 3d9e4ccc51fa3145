/** The nodes of a tree, and the provider that shows them, for all three views. */
import * as vscode from 'vscode';
import type { SnapshotStore } from '../snapshot-store.ts';

/** One item of a tree. Menus pass it to commands, which read the optional ids. */
export interface Node {
  /** Stable, so that expanded nodes stay expanded when a new snapshot arrives. */
  id: string;
  label: string;
  description?: string;
  tooltip?: string;
  icon?: vscode.ThemeIcon;
  /** Runs when the item is clicked. */
  command?: vscode.Command;
  /** For the `when` clauses of menus: `rule`, `finding`, `block`. */
  kind?: string;
  children?: Node[] | (() => Promise<Node[]>);
  expanded?: boolean;
  checked?: boolean;
  /** Text for screen readers, instead of label and description. */
  spoken?: string;
  ruleId?: string;
  block?: string;
  folder?: string;
  fingerprint?: string;
}

/** A tree view that is rebuilt from every snapshot. */
export class NodeTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private readonly build: () => Node[];

  /**
   * @param snapshots announces each new snapshot.
   * @param build creates the whole tree from the latest snapshot.
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
