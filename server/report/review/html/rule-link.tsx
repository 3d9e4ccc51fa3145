/** Rules in the HTML report, linked to their pages. */
import type { RuleWords } from '../rule-words.ts';

export type RulesById = ReadonlyMap<string, RuleWords>;

/** URL of a rule's page; null if it has none that a browser should open. */
export function ruleAddress(rule: RuleWords | undefined): string | null {
  return rule !== undefined && /^https?:\/\//.test(rule.url) ? rule.url : null;
}

/** The rule's id, as a link if its page has a URL. */
export function RuleLink({ id, rules }: { id: string; rules: RulesById }) {
  const address = ruleAddress(rules.get(id));
  return address === null ? <code>{id}</code> : <a href={address}><code>{id}</code></a>;
}
