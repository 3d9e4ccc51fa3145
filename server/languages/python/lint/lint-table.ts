/** The ruff codes of the rules, grouped once for all files. */
import type { LintCode } from '../../../facts/adapter.ts';

export interface LintTable {
  /** Every code, in rule order. */
  all: readonly LintCode[];
  byCode: ReadonlyMap<string, LintCode>;
  /** What ruff is run for: each additional code costs time on every file. */
  asked: readonly string[];
  /** Codes covered by our own facts. */
  byFacts: readonly LintCode[];
  /** For each rule with such codes, the one that stands for the whole rule. */
  chief: ReadonlyMap<string, string>;
  /** Codes that ruff took over from bandit, sorted. */
  ofBandit: readonly LintCode[];
  /** Our rules by the names and codes of pylint's messages. */
  ofPylint: ReadonlyMap<string, string>;
}

/**
 * @param codes of the rules; a rule's first code covered by our own facts stands for the whole rule
 * @param ofPylint the rules by the names and codes of pylint's messages
 */
export function lintTable(codes: readonly LintCode[], ofPylint: ReadonlyMap<string, string> = new Map()): LintTable {
  const byFacts = codes.filter((each) => each.by === 'facts');
  return {
    all: codes,
    byCode: new Map(codes.map((each) => [each.code, each])),
    asked: codes.filter((each) => each.by === 'linter' || each.fix !== undefined).map((each) => each.code),
    byFacts,
    chief: new Map(byFacts.map(({ rule, code }): [string, string] => [rule, code]).reverse()),
    ofBandit: codes.filter(({ code }) => /^S\d{3}$/.test(code)).sort((a, b) => (a.code < b.code ? -1 : 1)),
    ofPylint,
  };
}
