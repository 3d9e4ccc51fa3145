/**
 * What the linter of Python's world may say, and which of our rules each of its codes belongs to.
 * One fault has one finding: either the linter's code answers it (`linter`), in our words and with
 * our severity, or our own facts do (`facts`), because the rule has thresholds, counts for the
 * score, or follows data that the linter does not. Codes of the second kind are here so that
 * `# noqa`, `ignore` and `per-file-ignores` silence our rule as they silence the linter, and some
 * for the fix that the linter knows.
 */
export interface LintCode {
  /** The linter's code: `E722`. */
  code: string;
  /** Our rule that it belongs to. */
  rule: string;
  by: 'linter' | 'facts';
  /** Our words, for codes that the linter answers. */
  says?: string;
  /** At most this severity; the rule's own when absent. */
  severity?: 'warning' | 'info';
  /** Title of its fix in the menu: set only where the fix is known to keep what the code does. */
  fix?: string;
  /** The fix may be applied without looking. */
  safe?: true;
  /** Name of the provider that carries the fix out; the linter's edits are applied as they are when absent. */
  provider?: string;
}

const linter = (code: string, rule: string, says: string, more: Pick<LintCode, 'severity' | 'fix' | 'safe' | 'provider'> = {}): LintCode => ({ code, rule, by: 'linter', says, ...more });
/** The first code stands for the rule as a whole: a project that switches it off has no use for the rule. */
const facts = (rule: string, ...codes: string[]): LintCode[] => codes.map((code) => ({ code, rule, by: 'facts' }));
const fixed = (rule: string, fix: string, ...codes: string[]): LintCode[] => codes.map((code) => ({ code, rule, by: 'facts', fix }));

export const LINT_CODES: readonly LintCode[] = [
  // Errors that are caught. What is dropped without a word is seen by our facts.
  linter('E722', 'quality/bare-except', 'A bare except catches everything, the stop by the user and the end of the program included. Name the exceptions that you expect.', { fix: 'Catch Exception' }),
  linter('BLE001', 'quality/bare-except', 'This catches every error there is, so a mistake in the code looks like the failure that was expected. Name the exceptions, or log the error with its trace.', { severity: 'warning' }),
  ...facts('quality/swallowed-error', 'S110', 'S112', 'SIM105'),

  // Defaults that are made once and then shared by all calls.
  linter('B006', 'quality/mutable-default', 'The default is made once and shared by all calls: what one changes, the next one finds. Default to None and make it inside.', { fix: 'Default to None and make it inside', provider: 'python/none-default' }),
  linter('B008', 'quality/mutable-default', 'The call in the default runs once, when the function is defined, and every call gets the same result. Default to None and call it inside.', { severity: 'warning' }),
  linter('RUF008', 'quality/mutable-default', 'The default is shared by all objects of the class. Give it with field(default_factory=…).'),

  // What is opened and not closed: our facts follow it to where it is closed.
  ...facts('quality/resource-leak', 'SIM115'),

  // Signatures, documentation, form and size: ours, for they count in the score or have thresholds in the configuration.
  ...facts('quality/missing-type', 'ANN001', 'ANN002', 'ANN003'),
  ...fixed('quality/missing-type', 'Write the return type that the code shows', 'ANN201', 'ANN202', 'ANN204', 'ANN205', 'ANN206'),
  ...facts('quality/explicit-any', 'ANN401'),
  ...facts('quality/missing-docstring', 'D103', 'D102', 'D101', 'D417'),
  ...facts('quality/naming', 'N802', 'N801', 'N803', 'N806', 'N815', 'N816'),
  ...facts('quality/line-length', 'E501'),
  ...facts('quality/print-logging', 'T201', 'T203'),
  ...facts('quality/complex-function', 'C901', 'PLR0912'),
  ...facts('quality/long-function', 'PLR0915'),
  ...facts('quality/long-parameter-list', 'PLR0913', 'PLR0917'),
  ...facts('quality/deep-nesting', 'PLR1702'),
  ...fixed('quality/import-order', 'Sort the imports', 'I001'),

  // Security: where our rules follow the data, they answer; where a call is wrong by itself, the linter does.
  ...facts('security/hardcoded-secret', 'S105', 'S106', 'S107'),
  ...facts('security/code-injection', 'S102', 'S307'),
  ...facts('security/command-injection', 'S602', 'S604', 'S605', 'S609'),
  ...facts('security/sql-injection', 'S608', 'S610', 'S611'),
  ...facts('security/unsafe-deserialization', 'S301', 'S302', 'S506', 'S614'),
  ...facts('security/weak-crypto', 'S324', 'S303', 'S304', 'S305', 'S311', 'S505'),
  ...facts('security/insecure-transport', 'S501', 'S323', 'S502', 'S503', 'S504', 'S507', 'S312', 'S321'),
  ...facts('security/hardcoded-path', 'S108'),
  linter('S701', 'security/code-injection', 'Templates of this environment insert text as markup, scripts included. Pass autoescape=True.', { severity: 'warning' }),
  linter('S702', 'security/code-injection', 'Mako inserts text as markup, scripts included. Pass default_filters=["h"].', { severity: 'warning' }),
  linter('S202', 'security/path-traversal', 'The archive decides where its files are written, outside of the folder too. Pass filter="data".', { severity: 'warning' }),
];

const BY_CODE: ReadonlyMap<string, LintCode> = new Map(LINT_CODES.map((each) => [each.code, each]));

/** @returns what the table says of a code; undefined for one that no rule of ours stands for */
export function lintCode(code: string): LintCode | undefined {
  return BY_CODE.get(code);
}
