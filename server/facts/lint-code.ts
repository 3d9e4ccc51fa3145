/** A code of a language's linter and the rule it belongs to; the rules define these codes. */
export interface LintCode {
  /** The linter's code: `E722`. */
  code: string;
  /** The rule it belongs to. */
  rule: string;
  /** Who reports it: the linter, in the rule's wording, or our own facts. In the second case comments for the linter also suppress our rule. */
  by: 'linter' | 'facts';
  /** Title of the linter's fix in the menu; absent when its fix is not used. */
  fix?: string;
}
