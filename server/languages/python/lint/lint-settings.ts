/** What a project's own settings mean for one file: small plain data, because it is sent to the workers. */
export interface LintSettings {
  /** The project excludes this file from linting. */
  excluded: boolean;
  /** Codes of our table that the project switches off for this file, sorted. */
  off: readonly string[];
  /** Codes that our table leaves to the linter and that the linter, run by itself in the project, would also report for this file, sorted. */
  shown: readonly string[];
  /** Maximum line length, or null when the project sets none. */
  lineLength: number | null;
  /** `py312`. */
  target: string;
  /** Calls that are allowed as defaults, with their modules. */
  immutable: readonly string[];
}

/** The newest version that the linter knows: a project without a version gets no reports about syntax that is too new. */
export const NEWEST = 'py314';

/** Codes, among those our table leaves to the linter, that it selects by default. */
export const SHOWN_BY_DEFAULT: readonly string[] = ['B006', 'B008', 'BLE001', 'E722', 'RUF008'];

export const DEFAULT_SETTINGS: LintSettings = { excluded: false, off: [], shown: SHOWN_BY_DEFAULT, lineLength: null, target: NEWEST, immutable: [] };
