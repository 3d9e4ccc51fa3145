/** Which findings the editor shows, and how it counts their lines. */
import { isOfRuff, isSaidByRuffItself } from '../compose/linter-findings.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Finding } from '../findings/finding.ts';
import type { OpenNotebook } from './notebooks/open-notebooks.ts';

/** How the editor shows the findings of a file. */
export interface Showing {
  /** Which findings of the linter ruff are left out: none, those that the user sees from another extension, or all. */
  hidden: 'none' | 'doubles' | 'all';
  /** The notebook whose cells are shown in the place of the file. */
  notebook: OpenNotebook | undefined;
}

/**
 * @param workspace that the findings are of
 * @param findings of one file
 * @param showing how they are shown
 */
export function shownFindings(workspace: Workspace, findings: readonly Finding[], { hidden, notebook }: Showing): Finding[] {
  const isHidden = (finding: Finding): boolean => isOfRuff(finding) && (hidden === 'all' || (hidden === 'doubles' && isSaidByRuffItself(workspace, finding)));
  const shown = hidden === 'none' ? [...findings] : findings.filter((finding) => !isHidden(finding));
  if (notebook === undefined) return shown;
  return shown.map((finding) => {
    const { line } = finding.data;
    const words = typeof line === 'number' ? notebook.lineWords(line) : null;
    return words === null ? finding : { ...finding, data: { ...finding.data, line: words } };
  });
}
