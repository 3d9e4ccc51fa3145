/** Which findings of a file the editor shows, and how it numbers their lines. */
import { isOfRuff, isSaidByRuffItself } from '../../compose/linter-findings.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ReportFinding } from '../../protocol/report.ts';
import type { Fix } from '../fixes.ts';

/** A finding as the editor shows it. */
export interface ShownFinding {
  reported: ReportFinding;
  fixes(): Fix[];
}

/** How the editor shows the findings of a file. */
export interface Showing {
  /** Which ruff findings to hide: none, those another extension also shows, or all. */
  hidden: 'none' | 'doubles' | 'all';
  /** How the user sees a line number, to follow "line"; null if unchanged. Absent if the file is shown as it is. */
  lineWords?: ((line: number) => string | null) | undefined;
  /** Also show findings of the baseline. */
  showsBaseline: boolean;
}

/** @param findings of one file */
export function shownFindings(workspace: Workspace, findings: readonly Finding[], { hidden, lineWords }: Showing): Finding[] {
  const isHidden = (finding: Finding): boolean => isOfRuff(finding) && (hidden === 'all' || (hidden === 'doubles' && isSaidByRuffItself(workspace, finding)));
  const shown = hidden === 'none' ? [...findings] : findings.filter((finding) => !isHidden(finding));
  if (lineWords === undefined) return shown;
  return shown.map((finding) => {
    const { line } = finding.data;
    const words = typeof line === 'number' ? lineWords(line) : null;
    return words === null ? finding : { ...finding, data: { ...finding.data, line: words } };
  });
}
