/** `archwright/rules` and `archwright/explain`: the catalogue and one rule's page. */
import { catalogue, rulePage } from '../../app/rules.ts';
import { EXPLAIN, RULES, type ExplainParams, type ExplainResult, type RuleSummary } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';

/** Answers requests for the rule catalogue and for one rule's page. */
export function onRules({ connection }: Session): void {
  connection.onRequest(RULES, (): RuleSummary[] =>
    catalogue.map(({ id, title, guideline, severity, fixable }) => ({ id, title, guideline, severity, fixable })),
  );
  connection.onRequest(EXPLAIN, ({ ruleId }: ExplainParams): ExplainResult => ({ markdown: rulePage(ruleId) }));
}
