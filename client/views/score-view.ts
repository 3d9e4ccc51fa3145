/** The view "Score": the total, its dimensions, their criteria and the evidence for each. */
import type { PanelSnapshot } from '../../server/protocol/panel.ts';
import type { ReportCriterion, ReportDimension } from '../../server/protocol/report.ts';
import { folderNodes, type ReviewedFolder } from './folders.ts';
import { NOT_MEASURED, PASSED, FAILED, pointsIcon } from './icons.ts';
import type { Node } from './node.ts';
import { scoreName } from './score-names.ts';

/** The tree of the latest snapshot. */
export function scoreNodes(snapshot: PanelSnapshot): Node[] {
  return folderNodes(snapshot, 'score', (folder) => [
    totalNode(folder),
    ...folder.report.score.dimensions.map((dimension) => dimensionNode(folder.key, dimension)),
  ]);
}

function totalNode({ key, report: { score } }: ReviewedFolder): Node {
  const node = { id: `score:${key}:total`, command: { command: 'archwright.showScore', title: 'Show Score' } };
  if (score.total === null) {
    return { ...node, label: 'Not measured', description: score.action, icon: NOT_MEASURED };
  }
  return {
    ...node,
    label: `${score.grade ?? ''} ${points(score.total)} of 100`.trim(),
    description: score.action,
    tooltip: `${score.action}. ${score.approved ? 'Approved.' : 'Not approved: approval needs 85 points and no blocker.'}`,
    icon: score.approved ? PASSED : FAILED,
  };
}

function dimensionNode(folderKey: string, dimension: ReportDimension): Node {
  const id = `score:${folderKey}:${dimension.id}`;
  const missing = dimension.criteria.filter(({ measured }) => !measured).length;
  const nothing = dimension.criteria.length > 0 && missing === dimension.criteria.length;
  const reached = nothing ? 'not measured' : `${points(dimension.points)} of ${points(dimension.max)}`;
  const name = scoreName(dimension.id);
  return {
    id,
    label: name,
    description: missing > 0 && !nothing ? `${reached}, ${missing} not measured` : reached,
    spoken: `${name}, ${nothing ? reached : `${reached} points`}`,
    icon: nothing ? NOT_MEASURED : pointsIcon(dimension.points, dimension.max),
    children: dimension.criteria.map((criterion) => criterionNode(id, criterion)),
  };
}

function criterionNode(parent: string, criterion: ReportCriterion): Node {
  const name = scoreName(criterion.id);
  const reached = criterion.measured ? `${points(criterion.points)} of ${points(criterion.max)}` : 'not measured';
  return {
    id: `${parent}:${criterion.id}`,
    label: name,
    description: `${reached} – ${criterion.reason}`,
    tooltip: `${name}: ${reached}\n${criterion.reason}`,
    spoken: `${name}, ${reached}. ${criterion.reason}`,
    icon: criterion.measured ? pointsIcon(criterion.points, criterion.max) : NOT_MEASURED,
  };
}

/** Points with at most one decimal: 26, 87.5. */
export function points(value: number): string {
  return String(Math.round(value * 10) / 10);
}
