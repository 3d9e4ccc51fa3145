/** What a project's own settings mean for one file: small and plain, for it travels to the workers. */
export interface LintSettings {
  /** The project keeps the linter away from this file. */
  excluded: boolean;
  /** Codes of our table that the project switched off for this file, sorted. */
  off: readonly string[];
  /** Codes that our table leaves to the linter and that the linter, run by itself in the project, says of this file too, sorted. */
  shown: readonly string[];
  /** Longest line, or null where the project does not say. */
  lineLength: number | null;
  /** `py312`. */
  target: string;
  /** Calls that are fine as defaults, with their modules. */
  immutable: readonly string[];
}

/** The newest version that the linter knows: a project that names none is not told of syntax that is too new. */
export const NEWEST = 'py314';

/** Of the codes that our table leaves to the linter, those that it selects where nobody says anything. */
export const SHOWN_BY_DEFAULT: readonly string[] = ['B006', 'B008', 'BLE001', 'E722', 'RUF008'];

export const DEFAULT_SETTINGS: LintSettings = { excluded: false, off: [], shown: SHOWN_BY_DEFAULT, lineLength: null, target: NEWEST, immutable: [] };
