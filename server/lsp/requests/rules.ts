/** `archwright/rules` and `archwright/explain`: the catalogue and one rule's page. */
import { catalogue, rulePage } from '../../app/rules.ts';
import { EXPLAIN, RULES, type ExplainParams, type ExplainResult, type RuleSummary } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';

/** Answers the request for the catalogue of rules. */
export function onRules({ connection }: Session): void {
  connection.onRequest(RULES, (): RuleSummary[] => catalogue.map(({ id, title, guideline, severity, fixable }) => ({ id, title, guideline, severity, fixable })));
  connection.onRequest(EXPLAIN, ({ ruleId }: ExplainParams): ExplainResult => ({ markdown: rulePage(ruleId) }));
}
