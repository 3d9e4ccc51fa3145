/** The top of every view: a node for each folder where there are several, and a message before the first review. */
import * as vscode from 'vscode';
import type { FolderState, WorkspaceState } from '../../server/protocol/answers.ts';
import { SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';

/**
 * @param state latest state of all folders.
 * @param view name of the view, which keeps ids unique.
 * @param build creates the nodes of a reviewed folder, given its key.
 * @returns nothing while no folder is known, so that the view's welcome content is shown.
 */
export async function folderNodes(state: WorkspaceState, view: string, build: (folder: string) => Promise<Node[]>): Promise<Node[]> {
  const { folders, busy } = state;
  const [only] = folders;
  if (folders.length === 1 && only) return nodesOf(only, view, busy, build);
  return folders.map((folder) => ({
    id: `${view}:${folder.key}`,
    label: folder.name,
    icon: vscode.ThemeIcon.Folder,
    children: () => nodesOf(folder, view, busy, build),
    expanded: true,
  }));
}

async function nodesOf(folder: FolderState, view: string, busy: boolean, build: (folder: string) => Promise<Node[]>): Promise<Node[]> {
  const problem: Node[] = folder.problem === null ? [] : [{
    id: `${view}:${folder.key}:problem`,
    label: folder.problem,
    icon: SEVERITY_ICONS.error,
    command: { command: 'archwright.showOutput', title: 'Show Output' },
  }];
  if (folder.versions.score !== undefined) return [...problem, ...await build(folder.key)];
  if (problem.length > 0) return problem;
  return [{
    id: `${view}:${folder.key}:waiting`,
    label: busy ? 'Reviewing…' : 'Not reviewed yet',
    icon: new vscode.ThemeIcon(busy ? 'sync~spin' : 'circle-outline'),
    ...(!busy && { command: { command: 'archwright.reviewWorkspace', title: 'Review Workspace' } }),
  }];
}
