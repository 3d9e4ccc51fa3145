/** Ids of the TypeScript and JavaScript fixes, available without loading the fixes, which need the compiler. */
export const FIX_IDS = [
  'exec-file', 'constructor-parameter', 'contract-add', 'contract-remove', 'extract-interface', 'import-from-face',
  'import-type', 'infer-type', 'log-error', 'random-token', 'remove-property', 'rethrow',
  'secret-to-environment', 'unfocus-test', 'options-object', 'unknown', 'use-logger', 'await-file',
  'hoist', 'parallel-await', 'doc-skeleton', 'rename', 'sort-imports', 'close-in-finally',
  'scoped-resource',
] as const;
