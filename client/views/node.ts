/** The nodes of a tree, and the provider that shows them, for all three views. */
import * as vscode from 'vscode';
import type { Part, WorkspaceState } from '../../server/protocol/answers.ts';
import { wordsOf } from '../messages.ts';
import type { StateStore } from '../state-store.ts';

/** One item of a tree. Menus pass it to commands, which read the optional ids. */
export interface Node {
  /** Stable, so that expanded nodes stay expanded when a new state arrives. */
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

/** A tree view. It is built anew when a part that it shows has changed, and asks only for what is unfolded. */
export class NodeTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscription: vscode.Disposable;
  private readonly build: () => Promise<Node[]>;

  /**
   * @param states announces each new state.
   * @param parts that the tree shows.
   * @param build creates the top of the tree.
   */
  constructor(states: StateStore, parts: readonly Part[], build: () => Promise<Node[]>) {
    this.build = build;
    let shown = '';
    this.subscription = states.onDidChange((state) => {
      const next = shownOf(state, parts);
      if (next === shown) return;
      shown = next;
      this.changed.fire();
    });
  }

  async getChildren(node?: Node): Promise<Node[]> {
    try {
      if (!node) return await this.build();
      return typeof node.children === 'function' ? await node.children() : node.children ?? [];
    } catch (error) {
      const icon = new vscode.ThemeIcon('warning');
      return [{ id: `${node?.id ?? ''}:failed`, label: `This cannot be shown: ${wordsOf(error)}`, icon }];
    }
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

/** What a tree shows of a state, as text. */
function shownOf({ folders, busy }: WorkspaceState, parts: readonly Part[]): string {
  const isWaiting = folders.some(({ versions }) => versions.score === undefined);
  return JSON.stringify([folders.map(({ key, name, problem, versions }) => [key, name, problem, parts.map((part) => versions[part])]), isWaiting && busy]);
}
