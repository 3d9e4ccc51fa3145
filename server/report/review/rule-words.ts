/** What reports say of a rule besides its findings. */
import type { CriterionId } from '../../findings/criterion.ts';

/** The part of a rule's metadata that reports need; handed in, because reports know no rules. */
export interface RuleWords {
  id: string;
  /** A few words for lists. */
  title: string;
  /** Section that findings link to: `review §2.1`. */
  guideline: string;
  docs: { what: string; why: string; fix: string; limits: string };
  /** Address of the rule's page; an empty string when it has none. */
  url: string;
  /** Where it counts in the score; null when it does not. */
  criterion: CriterionId | null;
}

/** Looks rules up by id. A finding of an unknown rule is still reported, under its bare id. */
export function wordsById(rules: readonly RuleWords[]): ReadonlyMap<string, RuleWords> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
