/** Which program runs a file of tests, as far as the file itself says it. */
import type { FileFacts } from '../../facts/file-facts.ts';

export type TestRunner = 'Vitest' | 'Jest' | 'Mocha' | 'Playwright' | 'Cypress' | 'Deno' | 'node:test' | 'Bun';

const BY_IMPORT: readonly (readonly [RegExp, TestRunner])[] = [
  [/^vitest(\/|$)/, 'Vitest'], [/^@jest\/globals$/, 'Jest'], [/^@playwright\/(test|experimental-ct-\w+)$/, 'Playwright'], [/^mocha$/, 'Mocha'],
  [/^cypress$/, 'Cypress'], [/^node:test$/, 'node:test'], [/^bun:test$/, 'Bun'],
];
/** Objects that only one of them has. */
const BY_GLOBAL: readonly (readonly [RegExp, TestRunner])[] = [
  [/^vi\.\w+$/, 'Vitest'], [/^jest\.\w+$/, 'Jest'], [/^Deno\.test\b/, 'Deno'], [/^cy\.\w+$/, 'Cypress'],
];

/** Names by which runners find tests. */
const COLLECTED = /[._-](tests?|specs?|e2e|cy)\.[cm]?[jt]sx?$|(^|\/)__tests__\//i;

/**
 * Calls that look like tests, in a file that reaches no other code and has no name that a runner looks for: what a parser or a formatter
 * is tried on.
 * @param file of tests
 */
export function isInputOfTests({ path, language, imports }: FileFacts): boolean {
  return /^(typescript|javascript)$/.test(language) && imports.length === 0 && !COLLECTED.test(path);
}

/**
 * @param file of tests, in TypeScript or JavaScript
 * @returns what runs it, by its imports and by objects that only one runner has; null when it does not say
 */
export function runnerOf(file: FileFacts): TestRunner | null {
  for (const { specifier } of file.imports) for (const [pattern, runner] of BY_IMPORT) if (pattern.test(specifier)) return runner;
  for (const { callee, ownRoot } of file.calls) if (ownRoot !== true) for (const [pattern, runner] of BY_GLOBAL) if (pattern.test(callee)) return runner;
  return null;
}
