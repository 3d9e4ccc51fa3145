/** The settings of the user, as the client hands them over. */
import type { Showing } from '../app/editing/shown-findings.ts';
import type { EditorSettings } from '../protocol/lsp.ts';

export const DEFAULT_SETTINGS: EditorSettings = {
  enable: true,
  run: 'onType',
  configPath: '',
  showBaseline: true,
  trackReviews: false,
  codeLens: { enable: true },
  python: { hideRuffDoubles: 'auto' },
};

/** @returns the settings; those that are missing keep their defaults */
export function settingsFrom(given: Partial<EditorSettings> | null): EditorSettings {
  const defined = Object.entries(given ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(defined) };
}

/** @returns which of ruff's findings the editor hides @param ruffRuns another extension shows them */
export function hiddenOf({ python: { hideRuffDoubles } }: EditorSettings, ruffRuns: boolean): Showing['hidden'] {
  if (hideRuffDoubles === 'always') return 'all';
  return hideRuffDoubles !== 'never' && ruffRuns ? 'doubles' : 'none';
}
