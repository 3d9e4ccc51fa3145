/** Which findings another extension of the editor may show as well. */
import type { Workspace } from '../engine/workspace.ts';
import { DEFAULT_SETTINGS, type LintSettings } from '../languages/python/lint/lint-settings.ts';
import type { Finding } from '../findings/finding.ts';

/** @returns whether it is the linter ruff that speaks in this finding */
export function isOfRuff(finding: Pick<Finding, 'data'>): boolean {
  return finding.data['engine'] === 'ruff';
}

/**
 * @param workspace that the finding is of
 * @param finding of ruff
 * @returns whether ruff, run by itself with the settings of the project, would say it too
 */
export function isSaidByRuffItself(workspace: Workspace, finding: Finding): boolean {
  const { settings } = workspace.ports;
  const { language } = settings.settingsFor(finding.path, workspace.facts(finding.path)?.role ?? 'source');
  return ((language as LintSettings | undefined) ?? DEFAULT_SETTINGS).shown.includes(finding.messageId);
}
