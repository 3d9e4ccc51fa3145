/** The view "Review Checklist": the ten blockers, the questions for the reviewer, the findings. */
import * as vscode from 'vscode';
import { freshOf } from '../../server/digest/findings.ts';
import type { PanelSnapshot } from '../../server/protocol/panel.ts';
import type { ReportedSeverity, ReportFinding } from '../../server/protocol/report.ts';
import { groupedBy } from '../../server/text/order.ts';
import { counted } from '../../server/text/wording.ts';
import { findingNode } from './finding-nodes.ts';
import { folderNodes, type ReviewedFolder } from './folders.ts';
import { FAILED, NOT_MEASURED, PASSED, SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';
import { REVIEW_BLOCKERS, REVIEWER_QUESTIONS, type ReviewBlocker } from './review-blockers.ts';

/** Whether the reviewer has ticked an item. */
export type IsTicked = (id: string) => boolean;

/** The tree of the latest snapshot. */
export function checklistNodes(snapshot: PanelSnapshot, isTicked: IsTicked): Node[] {
  return folderNodes(snapshot, 'checklist', (folder) => [
    blockersNode(folder, isTicked),
    questionsNode(folder, isTicked),
    ...severityNodes(folder),
  ]);
}

function blockersNode(folder: ReviewedFolder, isTicked: IsTicked): Node {
  const id = `checklist:${folder.key}:blockers`;
  const children = REVIEW_BLOCKERS.map((blocker) => blockerNode(id, folder, blocker, isTicked));
  const unlisted = otherBlockers(id, folder);
  const open = [...children, ...unlisted].filter(({ icon }) => icon === FAILED).length;
  return {
    id,
    label: 'Blockers',
    description: open === 0 ? 'none found' : `${open} of ${REVIEW_BLOCKERS.length + unlisted.length} block approval`,
    icon: open === 0 ? PASSED : FAILED,
    children: [...children, ...unlisted],
    expanded: true,
  };
}

function blockerNode(parent: string, folder: ReviewedFolder, blocker: ReviewBlocker, isTicked: IsTicked): Node {
  const { id, label, found } = blocker;
  const own = `${parent}:${id}`;
  if (!found) {
    const tooltip = `${label}\nNo rule can check this. Tick it when you have checked and found none.`;
    return { id: own, label, description: 'the reviewer decides', checked: isTicked(own), tooltip };
  }
  const count = folder.report.score.blockers.filter(({ ruleId }) => found(ruleId)).reduce((sum, each) => sum + each.count, 0);
  const missing = count === 0 ? missingEvidence(folder, blocker) : undefined;
  if (missing !== undefined)
    return {
      id: own,
      label,
      description: 'not measured',
      tooltip: `${label}: not measured\n${missing}`,
      spoken: `${label}: not measured. ${missing}`,
      icon: NOT_MEASURED,
    };
  if (count === 0) return { id: own, label, description: 'none found', spoken: `${label}: passed, none found`, icon: PASSED };
  const findings = freshOf(folder.report.findings).filter((finding) => finding.blocker && found(finding.ruleId));
  return {
    id: own,
    label,
    description: `${count} found`,
    spoken: `${label}: failed, ${count} found`,
    icon: FAILED,
    children: findings.map((finding) => findingNode(own, folder.key, finding)),
  };
}

/** Why a blocker could not be checked; not checked is not the same as clean. */
function missingEvidence({ report }: ReviewedFolder, { criterion }: ReviewBlocker): string | undefined {
  const judged = report.score.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  if (!judged) return 'No criterion of the score applies here.';
  return judged.measured ? undefined : judged.reason;
}

/** Blockers of rules outside the ten: a team can make any rule a blocker. */
function otherBlockers(parent: string, folder: ReviewedFolder): Node[] {
  return folder.report.score.blockers
    .filter(({ ruleId, count }) => count > 0 && !REVIEW_BLOCKERS.some(({ found }) => found?.(ruleId)))
    .map(({ ruleId, count }) => ({
      id: `${parent}:${ruleId}`,
      label: ruleId,
      description: `${count} found`,
      icon: FAILED,
      kind: 'rule',
      ruleId,
      children: freshOf(folder.report.findings)
        .filter((finding) => finding.ruleId === ruleId && finding.blocker)
        .map((finding) => findingNode(`${parent}:${ruleId}`, folder.key, finding)),
    }));
}

function questionsNode(folder: ReviewedFolder, isTicked: IsTicked): Node {
  const id = `checklist:${folder.key}:questions`;
  const children = REVIEWER_QUESTIONS.map((question): Node => ({
    id: `${id}:${question.id}`,
    label: question.label,
    checked: isTicked(`${id}:${question.id}`),
  }));
  const done = children.filter(({ checked }) => checked).length;
  return { id, label: 'For the reviewer', description: `${done} of ${children.length} ticked`, icon: new vscode.ThemeIcon('checklist'), children };
}

const SEVERITIES: readonly [ReportedSeverity, string][] = [['error', 'Errors'], ['warning', 'Warnings'], ['info', 'Infos']];

function severityNodes(folder: ReviewedFolder): Node[] {
  const current = freshOf(folder.report.findings);
  const frozen = folder.report.findings.filter(({ baseline }) => baseline);
  const nodes = SEVERITIES.flatMap(([severity, label]): Node[] => {
    const findings = current.filter((finding) => finding.severity === severity);
    return findings.length === 0 ? [] : [groupNode(`checklist:${folder.key}:${severity}`, label, SEVERITY_ICONS[severity], folder, findings)];
  });
  if (frozen.length > 0) nodes.push(groupNode(`checklist:${folder.key}:baseline`, 'In the baseline', new vscode.ThemeIcon('archive'), folder, frozen));
  return nodes;
}

function groupNode(id: string, label: string, icon: vscode.ThemeIcon, folder: ReviewedFolder, findings: readonly ReportFinding[]): Node {
  return {
    id,
    label,
    description: counted(findings.length, 'finding'),
    icon,
    children: [...groupedBy(findings, ({ ruleId }) => ruleId)].map(([ruleId, ofRule]): Node => ({
      id: `${id}:${ruleId}`,
      label: ruleId,
      description: `${ofRule.length}, ${ofRule[0]?.guideline ?? ''}`,
      kind: 'rule',
      ruleId,
      icon: new vscode.ThemeIcon('law'),
      children: ofRule.map((finding) => findingNode(`${id}:${ruleId}`, folder.key, finding)),
    })),
  };
}
