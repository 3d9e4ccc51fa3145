/** Which findings of a file the editor shows, and how it counts their lines. */
import { isOfRuff, isSaidByRuffItself } from '../../compose/linter-findings.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Finding } from '../../findings/finding.ts';

/** How the editor shows the findings of a file. */
export interface Showing {
  /** Findings of the linter ruff to leave out: none, those that another extension shows too, or all. */
  hidden: 'none' | 'doubles' | 'all';
  /** How the user counts a line of the file, to be put after "line"; null for as it is. Absent where the file is shown by its lines. */
  lineWords?: ((line: number) => string | null) | undefined;
  /** Findings of the baseline are shown too. */
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
