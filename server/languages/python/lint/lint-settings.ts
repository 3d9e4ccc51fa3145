/** What a project's own settings mean for one file: small and plain, for it travels to the workers. */
export interface LintSettings {
  /** The project keeps the linter away from this file. */
  excluded: boolean;
  /** Codes of our table that the project switched off for this file, sorted. */
  off: readonly string[];
  /** Longest line, or null where the project does not say. */
  lineLength: number | null;
  /** `py312`. */
  target: string;
  /** Calls that are fine as defaults, with their modules. */
  immutable: readonly string[];
}

/** The newest version that the linter knows: a project that names none is not told of syntax that is too new. */
export const NEWEST = 'py314';

export const DEFAULT_SETTINGS: LintSettings = { excluded: false, off: [], lineLength: null, target: NEWEST, immutable: [] };
