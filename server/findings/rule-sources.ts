/** The codes of other tools for the fault that a rule of ours finds. */

/** A code of ruff that our own facts answer. It is listed so that comments and settings for ruff silence our rule as well. */
export interface FactsSource {
  by: 'facts';
  /** Title of ruff's fix in the menu, where ruff is asked for the code because of its fix. */
  fix?: string;
}

/** A code of ruff that ruff itself answers, in our words and with our severity. */
export interface LinterSource {
  by: 'linter';
  /** Our words for it. */
  says: string;
  /** At most this severity; the rule's own when absent. */
  severity?: 'warning' | 'info';
  /** Title of its fix in the menu: set only where the fix is known to keep what the code does. */
  fix?: string;
  /** The fix may be applied without looking. */
  safe?: true;
  /** The fix that carries it out; ruff's own edits are applied as they are when absent. */
  fixId?: string;
}

export interface RuleSources {
  /**
   * Codes of ruff, which flake8 and (with another letter) bandit share. Each code has one answer: ruff's, or
   * ours where the rule has thresholds, counts in the score, or follows data that ruff does not follow. The first
   * code with `by: 'facts'` stands for the whole rule: a project that switches it off has no use for the rule.
   */
  ruff?: Readonly<Record<string, FactsSource | LinterSource>>;
  /** Codes of flake8 that are no codes of ruff. */
  flake8?: readonly string[];
  /** Rules of ESLint and its plug-ins. */
  eslint?: readonly string[];
  /** Names of pylint's messages. Those that ruff knows by pylint's number are listed under `ruff`. */
  pylint?: readonly string[];
  /** Error codes of mypy. */
  mypy?: readonly string[];
  /** Numbers in the Common Weakness Enumeration, which security scanners name. */
  cwe?: readonly number[];
  /** Tools that look for nothing else, by a part of their names. */
  tools?: readonly string[];
  /** Other tools may repeat a secret in their words for this fault. */
  quotesSecrets?: true;
}
