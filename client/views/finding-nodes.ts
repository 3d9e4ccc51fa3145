/** Findings as items of a tree. */
import type { ReportFinding } from '../../server/protocol/report.ts';
import { openCommand } from '../open-location.ts';
import { SEVERITY_ICONS } from './icons.ts';
import type { Node } from './node.ts';

/**
 * @param parent id of the parent node, which keeps ids unique.
 * @param folderKey URI of the folder that paths are relative to.
 * @param finding shown by the node.
 */
export function findingNode(parent: string, folderKey: string, finding: ReportFinding): Node {
  const place = `${finding.path}:${finding.range.start.line}`;
  const marks = [place, finding.blocker ? 'blocker' : '', finding.baseline ? 'in the baseline' : ''].filter(Boolean).join(', ');
  return {
    // Two findings in repeated code can have the same fingerprint, so the id includes the place.
    id: `${parent}:${finding.fingerprint}:${place}:${finding.range.start.column}`,
    label: finding.message,
    description: marks,
    tooltip: `${finding.message}\n${marks}\n${finding.ruleId}, ${finding.guideline}`,
    icon: SEVERITY_ICONS[finding.severity],
    command: openCommand(folderKey, finding.path, finding.range),
    kind: finding.baseline ? 'findingInBaseline' : 'finding',
    ruleId: finding.ruleId,
    folder: folderKey,
    fingerprint: finding.fingerprint,
  };
}

/** Number and noun: "1 finding", "3 findings". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Groups in the order in which each first appears. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
