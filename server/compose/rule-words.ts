/** What reports say of each rule. */
import type { RuleWords } from '../report/review/rule-words.ts';
import { rules } from '../rules/registry.ts';

export const ruleWords: readonly RuleWords[] = rules.map(({ meta }) => ({
  id: meta.id, title: meta.title, guideline: meta.guidelines[0], docs: meta.docs, url: '', criterion: meta.criterion,
}));
