/** The view "Blocks": layer → block → its findings by file, then its other files. */
import * as vscode from 'vscode';
import { freshOf } from '../../server/digest/findings.ts';
import type { PanelSnapshot } from '../../server/protocol/panel.ts';
import type { BlockState, ReportBlock, ReportFinding } from '../../server/protocol/report.ts';
import { groupedBy } from '../../server/text/order.ts';
import { counted } from '../../server/text/wording.ts';
import { openCommand } from '../open-location.ts';
import { filesOf } from '../panel/open-block.ts';
import { findingNode } from './finding-nodes.ts';
import { folderNodes, type ReviewedFolder } from './folders.ts';
import { SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';

/** The tree of the latest snapshot. */
export function blockNodes(snapshot: PanelSnapshot): Node[] {
  return folderNodes(snapshot, 'blocks', (folder) => {
    const { layers, blocks } = folder.report.graph;
    const byLayer = groupedBy(blocks, (block) => block.layer ?? '');
    // In the order of the configuration, from top to bottom.
    const ids = [...layers.map(({ id }) => id), ...[...byLayer.keys()].filter((id) => !layers.some((layer) => layer.id === id))];
    return ids.map((id) => layerNode(folder, id, byLayer.get(id) ?? []));
  });
}

function layerNode(folder: ReviewedFolder, layer: string, blocks: ReportBlock[]): Node {
  const id = `blocks:${folder.key}:layer:${layer}`;
  const mayUse = folder.report.graph.layers.find((entry) => entry.id === layer)?.mayUse ?? [];
  return {
    id,
    label: layer === '' ? 'No layer' : layer,
    description: counted(blocks.length, 'block'),
    tooltip: mayUse.length > 0 ? `May use: ${mayUse.join(', ')}` : 'May use no other layer',
    icon: new vscode.ThemeIcon('layers'),
    children: blocks.map((block) => blockNode(id, folder, block)),
    expanded: true,
  };
}

function blockNode(parent: string, folder: ReviewedFolder, block: ReportBlock): Node {
  const id = `${parent}:${block.id}`;
  const findings = freshOf(folder.report.findings).filter((finding) => finding.block === block.id);
  const cyclic = folder.report.graph.cycles.some((cycle) => cycle.includes(block.id));
  const facts = [
    counted(block.files, 'file'),
    findings.length > 0 ? counted(findings.length, 'finding') : '',
    cyclic ? 'in a cycle' : '',
    block.state === 'active' ? '' : block.state,
  ];
  return {
    id,
    label: block.id,
    description: facts.filter(Boolean).join(', '),
    tooltip: `${block.id} ${block.version}, ${block.state}\nUses: ${block.dependsOn.join(', ') || 'no other block'}`,
    icon: blockIcon(block.state, findings),
    kind: 'block',
    block: block.id,
    children: async () => [...fileNodes(id, folder.key, findings), ...await otherFiles(id, folder.key, block, findings)],
  };
}

function blockIcon(state: BlockState, findings: readonly ReportFinding[]): vscode.ThemeIcon {
  const worst = (['error', 'warning'] as const).find((severity) => findings.some((finding) => finding.severity === severity));
  if (worst) return new vscode.ThemeIcon('package', SEVERITY_ICONS[worst].color);
  return state === 'deprecated' ? new vscode.ThemeIcon('archive') : new vscode.ThemeIcon('package');
}

function fileNodes(parent: string, folderKey: string, findings: readonly ReportFinding[]): Node[] {
  return [...groupedBy(findings, ({ path }) => path)].map(([path, inFile]) => ({
    ...fileNode(parent, folderKey, path),
    description: counted(inFile.length, 'finding'),
    children: inFile.map((finding) => findingNode(`${parent}:${path}`, folderKey, finding)),
  }));
}

async function otherFiles(parent: string, folderKey: string, block: ReportBlock, findings: readonly ReportFinding[]): Promise<Node[]> {
  const shown = new Set(findings.map(({ path }) => path));
  const paths = await filesOf(folderKey, block.paths);
  return paths.filter((path) => !shown.has(path)).map((path) => fileNode(parent, folderKey, path));
}

function fileNode(parent: string, folderKey: string, path: string): Node {
  return { id: `${parent}:${path}`, label: path, icon: vscode.ThemeIcon.File, command: openCommand(folderKey, path) };
}
