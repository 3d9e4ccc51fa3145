/** Codes of other tools for the fault that a rule finds. */

/** A code of ruff that our own facts cover. It is listed so that comments and settings for ruff also suppress our rule. */
export interface FactsSource {
  by: 'facts';
  /** Title of ruff's fix in the menu, when ruff is run for this code because of its fix. */
  fix?: string;
}

/** A code of ruff that ruff itself reports, with our message and severity. */
export interface LinterSource {
  by: 'linter';
  /** Our message. */
  says: string;
  /** At most this severity; the rule's own when absent. */
  severity?: 'warning' | 'info';
  /** Title of its fix in the menu: set only when the fix is known not to change behaviour. */
  fix?: string;
  /** The fix is safe to apply without review. */
  safe?: true;
  /** The fix that applies it; when absent, ruff's own edits are applied unchanged. */
  fixId?: string;
}

export interface RuleSources {
  /**
   * Codes of ruff, which flake8 and (with another letter) bandit share. Each code is reported by one side: by ruff,
   * or by us when the rule has thresholds, counts in the score, or follows data that ruff does not. The first code
   * with `by: 'facts'` stands for the whole rule: a project that switches it off does not want the rule.
   */
  ruff?: Readonly<Record<string, FactsSource | LinterSource>>;
  /** Codes of flake8 that ruff does not have. */
  flake8?: readonly string[];
  /** Rules of ESLint and its plugins. */
  eslint?: readonly string[];
  /** Names of pylint messages. Those that ruff knows by their pylint number are listed under `ruff`. */
  pylint?: readonly string[];
  /** Error codes of mypy. */
  mypy?: readonly string[];
  /** Numbers in the Common Weakness Enumeration, as security scanners report them. */
  cwe?: readonly number[];
  /** Tools that check for nothing else, by a part of their names. */
  tools?: readonly string[];
  /** Other tools may repeat a secret in their message for this fault. */
  quotesSecrets?: true;
}
