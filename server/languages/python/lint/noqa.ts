/** Comments and settings that silence the linter also silence our own rules about the same fault. The linter handles its comments itself. */
import type { SuppressionFact } from '../../../facts/module-facts.ts';
import type { LintTable } from './lint-table.ts';

const COMMENT = /#\s*(ruff\s*:\s*|flake8\s*[:=]\s*)?noqa(?:\s*:\s*([A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*))?/gi;

/**
 * @param text of a Python file
 * @param table codes of the rules
 * @returns the effect of its linter comments on rules that our own facts cover
 */
export function readNoqa(text: string, table: LintTable): SuppressionFact[] {
  if (!/noqa/i.test(text)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => [...line.matchAll(COMMENT)].flatMap((match) => {
    const [all, file, list] = match;
    const codes = list?.toUpperCase().split(/[\s,]+/);
    // A comment for the whole file is alone on its line.
    const whole = file !== undefined && line.slice(0, match.index).trim() === '';
    const rules = codes === undefined ? [...table.chief.keys()]
      : whole ? silencedBy(codes, table)
      : table.byFacts.filter(({ code }) => codes.includes(code)).map(({ rule }) => rule);
    const [from, to] = whole ? [1, lines.length] : [index + 1, index + 1];
    return [...new Set(rules)].map((ruleId) => foreign(
      ruleId, whole ? 'file' : 'next-line', from, to,
      [index + 1, match.index + 1, index + 1, match.index + all.length + 1],
    ));
  }));
}

/**
 * @param codes that the project switches off for a file
 * @param lines of the file
 * @param table codes of the rules
 * @returns the rules that are thereby off, as comments for the whole file
 */
export function silence(codes: readonly string[], lines: number, table: LintTable): SuppressionFact[] {
  return silencedBy(codes, table).map((ruleId) => foreign(ruleId, 'file', 1, lines, [1, 1, 1, 1]));
}

function silencedBy(codes: readonly string[], { chief }: LintTable): string[] {
  return [...chief].filter(([, code]) => codes.includes(code)).map(([rule]) => rule);
}

/**
 * A comment for another tool, converted to one of ours.
 * @param ruleId the rule it silences
 * @param scope `next-line` for certain lines
 * @param from first line it covers
 * @param to last line it covers
 * @param span of the comment
 */
export function foreign(ruleId: string, scope: SuppressionFact['scope'], from: number, to: number, span: SuppressionFact['span']): SuppressionFact {
  return { ruleId, reason: '', scope, from, to, span, foreign: true };
}
