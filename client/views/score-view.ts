/** The view "Score": the total, its dimensions, their criteria and the evidence for each. */
import {
  APPROVAL,
  causeWords,
  criterionPoints,
  criterionTitle,
  dimensionPoints,
  dimensionTitle,
  measuredMax,
  measuredWords,
  pointsText,
  unmeasuredIn,
} from '../../server/digest/score.ts';
import type { ReportCriterion, ReportDimension, ReportScore } from '../../server/protocol/report.ts';
import type { StateStore } from '../state-store.ts';
import { folderNodes } from './folders.ts';
import { NOT_MEASURED, PASSED, FAILED, pointsIcon } from './icons.ts';
import type { Node } from './node.ts';

/** The tree of the latest state. */
export async function scoreNodes(states: StateStore): Promise<Node[]> {
  return folderNodes(states.state, 'score', async (folder) => {
    const { score } = await states.ask(folder, { kind: 'score' });
    return [totalNode(folder, score), ...score.dimensions.map((dimension) => dimensionNode(folder, dimension))];
  });
}

function totalNode(key: string, score: ReportScore): Node {
  const node = { id: `score:${key}:total`, command: { command: 'archwright.showScore', title: 'Show Score' } };
  if (score.total === null) {
    return { ...node, label: 'Not measured', description: score.action, icon: NOT_MEASURED };
  }
  return {
    ...node,
    label: `${score.grade ?? ''} ${pointsText(score.total)} of 100`.trim(),
    description: score.action,
    tooltip: `${score.action}. ${measuredWords(score)}. ${score.approved ? 'Approved.' : `Not approved: approval needs ${APPROVAL.words}.`}`,
    icon: score.approved ? PASSED : FAILED,
  };
}

function dimensionNode(folderKey: string, dimension: ReportDimension): Node {
  const id = `score:${folderKey}:${dimension.id}`;
  const missing = unmeasuredIn([dimension]).length;
  const most = measuredMax(dimension);
  const nothing = most === 0;
  const reached = dimensionPoints(dimension);
  const name = dimensionTitle(dimension.id);
  return {
    id,
    label: name,
    description: missing > 0 && !nothing ? `${reached}, ${missing} not measured` : reached,
    spoken: `${name}, ${nothing ? reached : `${reached} points`}`,
    icon: nothing ? NOT_MEASURED : pointsIcon(dimension.points, most),
    children: dimension.criteria.map((criterion) => criterionNode(id, criterion)),
  };
}

function criterionNode(parent: string, criterion: ReportCriterion): Node {
  const name = criterionTitle(criterion.id);
  const reached = criterionPoints(criterion);
  const lost = criterion.lost.map((one) => `${causeWords(one)}: ${pointsText(one.points)}`);
  return {
    id: `${parent}:${criterion.id}`,
    label: name,
    description: `${reached} – ${criterion.reason}`,
    tooltip: [`${name}: ${reached}`, criterion.reason, ...(lost.length > 0 ? ['', 'Points lost:', ...lost] : [])].join('\n'),
    spoken: `${name}, ${reached}. ${criterion.reason}`,
    icon: criterion.measured ? pointsIcon(criterion.points, criterion.max) : NOT_MEASURED,
  };
}
