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
