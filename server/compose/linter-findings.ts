/** Which findings another editor extension may also show. */
import type { Workspace } from '../engine/workspace.ts';
import { DEFAULT_SETTINGS, type LintSettings } from '../languages/python/lint/project-settings.ts';
import type { Finding } from '../findings/finding.ts';

/** @returns whether the finding comes from ruff */
export function isOfRuff(finding: Pick<Finding, 'data'>): boolean {
  return finding.data['engine'] === 'ruff';
}

/**
 * @param workspace of the finding
 * @param finding that comes from ruff
 * @returns whether ruff itself, run with the project's settings, would report it too
 */
export function isSaidByRuffItself(workspace: Workspace, finding: Finding): boolean {
  const { settings } = workspace.ports;
  const { language } = settings.settingsFor(finding.path, workspace.facts(finding.path)?.role ?? 'source');
  // A message of its own for one of ruff's codes names the code; all others are called by it.
  const code = finding.data['code'] ?? finding.messageId;
  return ((language as LintSettings | undefined) ?? DEFAULT_SETTINGS).shown.some((each) => each === code);
}
