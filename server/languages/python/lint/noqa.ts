/**
 * Comments and settings that silence the linter silence our own rules about the same fault too.
 * The linter minds its comments itself.
 */
import type { SuppressionFact } from '../../../facts/module-facts.ts';
import type { LintTable } from './lint-table.ts';

const COMMENT = /#\s*(ruff\s*:\s*|flake8\s*[:=]\s*)?noqa(?:\s*:\s*([A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*))?/gi;

/**
 * @param text of a Python file
 * @param table codes that rules answer
 * @returns what its comments for the linter mean for rules that our own facts answer
 */
export function readNoqa(text: string, table: LintTable): SuppressionFact[] {
  if (!/noqa/i.test(text)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => [...line.matchAll(COMMENT)].flatMap((match) => {
    const [all, file, list] = match;
    const codes = list?.toUpperCase().split(/[\s,]+/);
    // For the whole file, the comment stands alone on its line.
    const whole = file !== undefined && line.slice(0, match.index).trim() === '';
    const rules = codes === undefined ? [...table.chief.keys()] : whole ? silencedBy(codes, table) : table.byFacts.filter(({ code }) => codes.includes(code)).map(({ rule }) => rule);
    const [from, to] = whole ? [1, lines.length] : [index + 1, index + 1];
    return [...new Set(rules)].map((ruleId) => foreign(ruleId, whole ? 'file' : 'next-line', from, to, [index + 1, match.index + 1, index + 1, match.index + all.length + 1]));
  }));
}

/**
 * @param codes that the project switched off for a file
 * @param lines of the file
 * @param table codes that rules answer
 * @returns the rules that are switched off with them, as comments for the whole file
 */
export function silence(codes: readonly string[], lines: number, table: LintTable): SuppressionFact[] {
  return silencedBy(codes, table).map((ruleId) => foreign(ruleId, 'file', 1, lines, [1, 1, 1, 1]));
}

function silencedBy(codes: readonly string[], { chief }: LintTable): string[] {
  return [...chief].filter(([, code]) => codes.includes(code)).map(([rule]) => rule);
}

/**
 * A comment for another tool, as one of ours.
 * @param ruleId the rule that it silences
 * @param scope `next-line` for certain lines
 * @param from first line that it covers
 * @param to last line that it covers
 * @param span of the comment
 */
export function foreign(ruleId: string, scope: SuppressionFact['scope'], from: number, to: number, span: SuppressionFact['span']): SuppressionFact {
  return { ruleId, reason: '', scope, from, to, span, foreign: true };
}
