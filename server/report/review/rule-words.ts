/** What reports say about a rule besides its findings. */
import type { CriterionId } from '../../findings/rule-meta.ts';

/** The part of a rule's metadata that reports need; passed in, because reports do not import rules. */
export interface RuleWords {
  id: string;
  /** A few words for lists. */
  title: string;
  /** Section that findings link to: `review §2.1`. */
  guideline: string;
  docs: { what: string; why: string; fix: string; limits: string };
  /** URL of the rule's page; empty if it has none. */
  url: string;
  /** The criterion it counts in; null when it does not count. */
  criterion: CriterionId | null;
}

/** Looks rules up by id. A finding of an unknown rule is still reported, with its bare id. */
export function wordsById(rules: readonly RuleWords[]): ReadonlyMap<string, RuleWords> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
