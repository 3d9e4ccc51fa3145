/** A code of a language's linter and the rule of ours that it belongs to; the rules say which there are. */
export interface LintCode {
  /** The linter's code: `E722`. */
  code: string;
  /** Our rule that it belongs to. */
  rule: string;
  /** Who answers: the linter, in the rule's words, or our own facts. Then comments for the linter silence our rule too. */
  by: 'linter' | 'facts';
  /** Title of the linter's fix in the menu; absent where its fix is not used. */
  fix?: string;
}
