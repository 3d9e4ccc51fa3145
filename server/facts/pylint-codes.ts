/**
 * Names of pylint's messages and our rules for them; those that ruff knows by pylint's number are in
 * `lint-codes.ts`. Cycles and duplicates are not among them: pylint tells of them at the first line of
 * some file, so that they could not be held against our own findings.
 */
export const PYLINT_SYMBOLS: ReadonlyMap<string, string> = new Map(Object.entries({
  'bare-except': 'quality/bare-except',
  'broad-except': 'quality/bare-except',
  'broad-exception-caught': 'quality/bare-except',
  'dangerous-default-value': 'quality/mutable-default',
  'consider-using-with': 'quality/resource-leak',
  'missing-function-docstring': 'quality/missing-docstring',
  'missing-class-docstring': 'quality/missing-docstring',
  'missing-param-doc': 'quality/missing-docstring',
  'missing-return-doc': 'quality/missing-docstring',
  'missing-raises-doc': 'quality/missing-docstring',
  'invalid-name': 'quality/naming',
  'line-too-long': 'quality/line-length',
  'too-many-arguments': 'quality/long-parameter-list',
  'too-many-positional-arguments': 'quality/long-parameter-list',
  'too-many-branches': 'quality/complex-function',
  'too-complex': 'quality/complex-function',
  'too-many-statements': 'quality/long-function',
  'too-many-nested-blocks': 'quality/deep-nesting',
  'wrong-import-order': 'quality/import-order',
  'wrong-import-position': 'quality/import-order',
  'ungrouped-imports': 'quality/import-order',
  'eval-used': 'security/code-injection',
  'exec-used': 'security/code-injection',
  'syntax-error': 'source/syntax-error',
}));
