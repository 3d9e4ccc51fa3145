/** What `rules --format json` writes. */

/** A rule in the list. */
export interface ListedRule {
  id: string;
  title: string;
  severity: 'error' | 'warning' | 'info' | 'off';
  languages: string[];
  /** Guideline sections that the rule enforces, most important first. */
  guidelines: string[];
  /** Whether some of its findings have a fix. */
  fixable: boolean;
  /** Whether it can block approval. */
  blocker: boolean;
}
