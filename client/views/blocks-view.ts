/** The view "Blocks": layer → block → its findings by file, then its other files. */
import * as vscode from 'vscode';
import type { BlockFigures } from '../../server/protocol/answers.ts';
import type { BlockState, ReportBlock, ReportGraph } from '../../server/protocol/report.ts';
import { compareText, groupedBy } from '../../server/text/order.ts';
import { counted } from '../../server/text/wording.ts';
import { openCommand } from '../open-location.ts';
import { filesOf } from '../panel/open-block.ts';
import { findingNode } from './finding-nodes.ts';
import type { StateStore } from '../state-store.ts';
import { folderNodes } from './folders.ts';
import { SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';

/** A reviewed folder, and where to ask for its findings. */
interface Shown {
  states: StateStore;
  /** Key of the folder. */
  folder: string;
  graph: ReportGraph;
}

/** The tree of the latest state. */
export async function blockNodes(states: StateStore): Promise<Node[]> {
  return folderNodes(states.state, 'blocks', async (folder) => {
    const [graph, figures] = await Promise.all([states.ask(folder, { kind: 'graph' }), states.ask(folder, { kind: 'figures' })]);
    const { layers, blocks } = graph;
    const byLayer = groupedBy(blocks, (block) => block.layer ?? '');
    // In the order of the configuration, from top to bottom.
    const ids = [...layers.map(({ id }) => id), ...[...byLayer.keys()].filter((id) => !layers.some((layer) => layer.id === id))];
    return ids.map((id) => layerNode({ states, folder, graph }, id, byLayer.get(id) ?? [], figures));
  });
}

function layerNode(shown: Shown, layer: string, blocks: ReportBlock[], figures: Readonly<Record<string, BlockFigures>>): Node {
  const id = `blocks:${shown.folder}:layer:${layer}`;
  const mayUse = shown.graph.layers.find((entry) => entry.id === layer)?.mayUse ?? [];
  return {
    id,
    label: layer === '' ? 'No layer' : layer,
    description: counted(blocks.length, 'block'),
    tooltip: mayUse.length > 0 ? `May use: ${mayUse.join(', ')}` : 'May use no other layer',
    icon: new vscode.ThemeIcon('layers'),
    children: blocks.map((block) => blockNode(id, shown, block, figures[block.id])),
    expanded: true,
  };
}

function blockNode(parent: string, { states, folder, graph }: Shown, block: ReportBlock, figures: BlockFigures | undefined): Node {
  const id = `${parent}:${block.id}`;
  const fresh = figures?.fresh ?? { error: 0, warning: 0, info: 0 };
  const findings = fresh.error + fresh.warning + fresh.info;
  const cyclic = graph.cycles.some((cycle) => cycle.includes(block.id));
  const facts = [
    counted(block.files, 'file'),
    findings > 0 ? counted(findings, 'finding') : '',
    cyclic ? 'in a cycle' : '',
    block.state === 'active' ? '' : block.state,
  ];
  return {
    id,
    label: block.id,
    description: facts.filter(Boolean).join(', '),
    tooltip: `${block.id} ${block.version}, ${block.state}\nUses: ${block.dependsOn.join(', ') || 'no other block'}`,
    icon: blockIcon(block.state, fresh),
    kind: 'block',
    block: block.id,
    children: async () => {
      const nodes = await fileNodes(id, states, folder, block.id);
      return [...nodes, ...await otherFiles(id, folder, block, new Set(nodes.map(({ label }) => label)))];
    },
  };
}

function blockIcon(state: BlockState, fresh: BlockFigures['fresh']): vscode.ThemeIcon {
  const worst = (['error', 'warning'] as const).find((severity) => fresh[severity] > 0);
  if (worst) return new vscode.ThemeIcon('package', SEVERITY_ICONS[worst].color);
  return state === 'deprecated' ? new vscode.ThemeIcon('archive') : new vscode.ThemeIcon('package');
}

async function fileNodes(parent: string, states: StateStore, folder: string, block: string): Promise<Node[]> {
  const files = await states.groups(folder, 'file', { block, baseline: false });
  return files.sort((a, b) => compareText(a.id, b.id)).map(({ id: path, count }) => ({
    ...fileNode(parent, folder, path),
    description: counted(count, 'finding'),
    children: async () =>
      (await states.findings(folder, { block, path, baseline: false })).map((finding) => findingNode(`${parent}:${path}`, folder, finding)),
  }));
}

async function otherFiles(parent: string, folder: string, block: ReportBlock, shown: ReadonlySet<string>): Promise<Node[]> {
  const paths = await filesOf(folder, block.paths);
  return paths.filter((path) => !shown.has(path)).map((path) => fileNode(parent, folder, path));
}

function fileNode(parent: string, folderKey: string, path: string): Node {
  return { id: `${parent}:${path}`, label: path, icon: vscode.ThemeIcon.File, command: openCommand(folderKey, path) };
}
