/** Rules of ESLint and of its usual plug-ins, and our rules for the same faults. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'quality/explicit-any': ['@typescript-eslint/no-explicit-any'],
  'quality/missing-type': ['@typescript-eslint/explicit-function-return-type', '@typescript-eslint/explicit-module-boundary-types', '@typescript-eslint/typedef'],
  'quality/missing-docstring': ['require-jsdoc', 'valid-jsdoc', 'jsdoc/require-jsdoc', 'jsdoc/require-description', 'jsdoc/require-param', 'jsdoc/require-returns'],
  'quality/deep-nesting': ['max-depth'],
  'quality/long-parameter-list': ['max-params', '@typescript-eslint/max-params'],
  'quality/long-function': ['max-lines-per-function', 'max-statements'],
  'quality/complex-function': ['complexity', 'sonarjs/cognitive-complexity'],
  'quality/line-length': ['max-len', '@stylistic/max-len'],
  'quality/naming': ['camelcase', '@typescript-eslint/naming-convention'],
  'quality/import-order': ['sort-imports', 'import/order', 'import-x/order', 'simple-import-sort/imports'],
  'quality/print-logging': ['no-console'],
  'performance/await-in-loop': ['no-await-in-loop'],
  'performance/sync-io-in-async': ['no-sync', 'n/no-sync', 'node/no-sync'],
  'security/code-injection': ['no-eval', 'no-implied-eval', 'no-new-func', '@typescript-eslint/no-implied-eval', 'security/detect-eval-with-expression', 'sonarjs/code-eval'],
  'security/command-injection': ['security/detect-child-process', 'sonarjs/os-command'],
  'security/path-traversal': ['security/detect-non-literal-fs-filename'],
  'security/sql-injection': ['sonarjs/sql-queries'],
  'security/weak-crypto': ['security/detect-pseudoRandomBytes', 'sonarjs/pseudo-random', 'sonarjs/hashing'],
  'security/hardcoded-secret': ['no-secrets/no-secrets', 'sonarjs/no-hardcoded-passwords', 'sonarjs/no-hardcoded-secrets', 'sonarjs/no-hardcoded-credentials', '@microsoft/sdl/no-hardcoded-credentials'],
  'architecture/import-cycle': ['import/no-cycle', 'import-x/no-cycle'],
  'architecture/layer-crossing': ['boundaries/element-types', 'boundaries/dependencies'],
  'architecture/private-import': ['import/no-internal-modules', 'import-x/no-internal-modules', 'boundaries/entry-point'],
  'testing/focused-test': ['jest/no-focused-tests', 'vitest/no-focused-tests', 'mocha/no-exclusive-tests', 'no-only-tests/no-only-tests', 'playwright/no-focused-test'],
  'testing/meaningless-test': ['jest/expect-expect', 'vitest/expect-expect', 'playwright/expect-expect'],
};

/** Our rule by the name of ESLint's. */
export const ESLINT_RULES: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME).flatMap(([rule, names]) => names.map((name): [string, string] => [name, rule])),
);
