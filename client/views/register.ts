/** Registers the three views in the activity bar. */
import * as vscode from 'vscode';
import type { StateStore } from '../state-store.ts';
import { blockNodes } from './blocks-view.ts';
import { checklistNodes } from './checklist-view.ts';
import { NodeTree, type Node } from './node.ts';
import { scoreNodes } from './score-view.ts';

const TICKS = 'archwright.checklist';

/** The trees, by the ids of their views. */
export interface Views {
  'archwright.score': NodeTree;
  'archwright.blocks': NodeTree;
  'archwright.checklist': NodeTree;
}

/**
 * @param states shown by the views.
 * @param memory stores the ticks of the reviewer, per workspace.
 * @param subscriptions receives the disposables.
 */
export function registerViews(states: StateStore, memory: vscode.Memento, subscriptions: vscode.Disposable[]): Views {
  const ticked = new Set(memory.get<string[]>(TICKS, []));
  const views: Views = {
    'archwright.score': new NodeTree(states, ['score'], () => scoreNodes(states)),
    'archwright.blocks': new NodeTree(states, ['graph', 'figures', 'findings'], () => blockNodes(states)),
    'archwright.checklist': new NodeTree(states, ['score', 'findings'], () => checklistNodes(states, (id) => ticked.has(id))),
  };
  for (const [id, treeDataProvider] of Object.entries(views) as [keyof Views, NodeTree][]) {
    const view = vscode.window.createTreeView<Node>(id, { treeDataProvider, showCollapseAll: true, manageCheckboxStateManually: true });
    subscriptions.push(view, treeDataProvider);
    if (id !== 'archwright.checklist') continue;
    subscriptions.push(view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [node, state] of items) {
        if (state === vscode.TreeItemCheckboxState.Checked) ticked.add(node.id);
        else ticked.delete(node.id);
      }
      treeDataProvider.refresh();
      await memory.update(TICKS, [...ticked]);
    }));
  }
  return views;
}
