/**
 * Comments for bandit, which checks the same code: what a comment for it declares harmless need not be reported
 * again. Ruff took over bandit's codes but does not read these comments.
 */
import type { SuppressionFact } from '../../../facts/module-facts.ts';
import type { LintTable } from './lint-table.ts';
import { foreign } from './noqa.ts';

/** With the text after it, up to the next comment on the line. */
const COMMENT = /#\s*nosec\b:?([^#]*)/gi;
/** A test by its code, or by its name (`assert_used`), which always contains an underscore. */
const TESTS = /^\s*(?:B\d{3}|[a-z]+_[a-z_]+)(?:[\s,]+(?:B\d{3}|[a-z]+_[a-z_]+))*/i;

/**
 * @param text of a Python file
 * @param table codes of the rules
 * @returns the effect of its bandit comments on our rules: all bandit tests, or those listed
 */
export function readNosec(text: string, { ofBandit }: LintTable): SuppressionFact[] {
  if (!/nosec/i.test(text)) return [];
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => [...line.matchAll(COMMENT)].flatMap((match) => {
    const [all, rest = ''] = match;
    const listed = TESTS.exec(rest)?.[0];
    // Names are not resolved: a list of names alone suppresses nothing, since it does not mean everything either.
    const codes = listed === undefined ? null : (listed.toUpperCase().match(/\bB\d{3}\b/g) ?? []).map((code) => `S${code.slice(1)}`);
    const rules = new Set(ofBandit.filter(({ code }) => codes === null || codes.includes(code)).map(({ rule }) => rule));
    const [from, to] = [match.index + 1, match.index + all.trimEnd().length + 1];
    return [...rules].map((ruleId) => foreign(ruleId, 'next-line', index + 1, index + 1, [index + 1, from, index + 1, to]));
  }));
}
