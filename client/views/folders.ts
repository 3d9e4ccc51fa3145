/** The top of every view: a node for each folder where there are several, and a message before the first review. */
import * as vscode from 'vscode';
import type { PanelFolder, PanelSnapshot } from '../../server/protocol/panel.ts';
import type { JsonReport } from '../../server/protocol/report.ts';
import { SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';

/** A folder that has been reviewed. */
export type ReviewedFolder = PanelFolder & { report: JsonReport };

/**
 * @param snapshot latest state of all folders.
 * @param view name of the view, which keeps ids unique.
 * @param build creates the nodes of a reviewed folder.
 * @returns nothing while no folder is known, so that the view's welcome content is shown.
 */
export function folderNodes(snapshot: PanelSnapshot, view: string, build: (folder: ReviewedFolder) => Node[]): Node[] {
  const parts = snapshot.folders.map((folder) => ({ folder, nodes: nodesOf(folder, view, snapshot.busy, build) }));
  const [only] = parts;
  if (parts.length === 1 && only) return only.nodes;
  return parts.map(({ folder, nodes }) => ({
    id: `${view}:${folder.key}`,
    label: folder.name,
    icon: vscode.ThemeIcon.Folder,
    children: nodes,
    expanded: true,
  }));
}

function nodesOf(folder: PanelFolder, view: string, busy: boolean, build: (folder: ReviewedFolder) => Node[]): Node[] {
  const problem: Node[] = folder.problem === null ? [] : [{
    id: `${view}:${folder.key}:problem`,
    label: folder.problem,
    icon: SEVERITY_ICONS.error,
    command: { command: 'archwright.showOutput', title: 'Show Output' },
  }];
  if (folder.report) return [...problem, ...build({ ...folder, report: folder.report })];
  if (problem.length > 0) return problem;
  return [{
    id: `${view}:${folder.key}:waiting`,
    label: busy ? 'Reviewing…' : 'Not reviewed yet',
    icon: new vscode.ThemeIcon(busy ? 'sync~spin' : 'circle-outline'),
    ...(!busy && { command: { command: 'archwright.reviewWorkspace', title: 'Review Workspace' } }),
  }];
}
