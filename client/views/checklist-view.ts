/** The view "Review Checklist": the ten blockers, the questions for the reviewer, the findings. */
import * as vscode from 'vscode';
import type { ScorePart } from '../../server/protocol/answers.ts';
import type { FindingFilter } from '../../server/protocol/question.ts';
import type { ReportedSeverity } from '../../server/protocol/report.ts';
import { counted } from '../../server/text/wording.ts';
import { findingNode } from './finding-nodes.ts';
import type { StateStore } from '../state-store.ts';
import { folderNodes } from './folders.ts';
import { FAILED, NOT_MEASURED, PASSED, SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';
import { REVIEW_BLOCKERS, REVIEWER_QUESTIONS, type ReviewBlocker } from './review-blockers.ts';

/** Whether the reviewer has ticked an item. */
export type IsTicked = (id: string) => boolean;

/** A reviewed folder, and where to ask for its findings. */
interface Shown extends ScorePart {
  states: StateStore;
  /** Key of the folder. */
  key: string;
}

/** The tree of the latest state. */
export async function checklistNodes(states: StateStore, isTicked: IsTicked): Promise<Node[]> {
  return folderNodes(states.state, 'checklist', async (key) => {
    const folder: Shown = { states, key, ...await states.ask(key, { kind: 'score' }) };
    return [blockersNode(folder, isTicked), questionsNode(folder, isTicked), ...severityNodes(folder)];
  });
}

/** Findings as nodes below one of theirs. */
async function findingNodes(parent: string, { states, key }: Shown, filter: FindingFilter): Promise<Node[]> {
  return (await states.findings(key, filter)).map((finding) => findingNode(parent, key, finding));
}

function blockersNode(folder: Shown, isTicked: IsTicked): Node {
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

function blockerNode(parent: string, folder: Shown, blocker: ReviewBlocker, isTicked: IsTicked): Node {
  const { id, label, found } = blocker;
  const own = `${parent}:${id}`;
  if (!found) {
    const tooltip = `${label}\nNo rule can check this. Tick it when you have checked and found none.`;
    return { id: own, label, description: 'the reviewer decides', checked: isTicked(own), tooltip };
  }
  const rules = folder.score.blockers.filter(({ ruleId }) => found(ruleId));
  const count = rules.reduce((sum, each) => sum + each.count, 0);
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
  return {
    id: own,
    label,
    description: `${count} found`,
    spoken: `${label}: failed, ${count} found`,
    icon: FAILED,
    children: async () =>
      (await Promise.all(rules.map(({ ruleId }) => findingNodes(own, folder, { rule: ruleId, blocker: true, baseline: false })))).flat(),
  };
}

/** Why a blocker could not be checked; not checked is not the same as clean. */
function missingEvidence({ score }: Shown, { criterion }: ReviewBlocker): string | undefined {
  const judged = score.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  if (!judged) return 'No criterion of the score applies here.';
  return judged.measured ? undefined : judged.reason;
}

/** Blockers of rules outside the ten: a team can make any rule a blocker. */
function otherBlockers(parent: string, folder: Shown): Node[] {
  return folder.score.blockers
    .filter(({ ruleId, count }) => count > 0 && !REVIEW_BLOCKERS.some(({ found }) => found?.(ruleId)))
    .map(({ ruleId, count }) => ({
      id: `${parent}:${ruleId}`,
      label: ruleId,
      description: `${count} found`,
      icon: FAILED,
      kind: 'rule',
      ruleId,
      children: () => findingNodes(`${parent}:${ruleId}`, folder, { rule: ruleId, blocker: true, baseline: false }),
    }));
}

function questionsNode(folder: Shown, isTicked: IsTicked): Node {
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

function severityNodes(folder: Shown): Node[] {
  const { key, fresh, accepted } = folder;
  const nodes = SEVERITIES.flatMap(([severity, label]): Node[] => {
    const count = fresh[severity];
    return count === 0 ? [] : [groupNode(`checklist:${key}:${severity}`, label, SEVERITY_ICONS[severity], folder, { count, severity, baseline: false })];
  });
  if (accepted > 0)
    nodes.push(groupNode(`checklist:${key}:baseline`, 'In the baseline', new vscode.ThemeIcon('archive'), folder, { count: accepted, baseline: true }));
  return nodes;
}

function groupNode(id: string, label: string, icon: vscode.ThemeIcon, folder: Shown, { count, ...filter }: FindingFilter & { count: number }): Node {
  return {
    id,
    label,
    description: counted(count, 'finding'),
    icon,
    children: async () =>
      (await folder.states.groups(folder.key, 'rule', filter)).map(({ id: ruleId, count: ofRule, guideline }): Node => ({
        id: `${id}:${ruleId}`,
        label: ruleId,
        description: `${ofRule}, ${guideline}`,
        kind: 'rule',
        ruleId,
        icon: new vscode.ThemeIcon('law'),
        children: () => findingNodes(`${id}:${ruleId}`, folder, { rule: ruleId, ...filter }),
      })),
  };
}
