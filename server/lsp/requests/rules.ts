/** `archwright/rules` and `archwright/explain`: the catalogue and one rule's page. */
import { rulePage } from '../../compose/rule-pages.ts';
import { EXPLAIN, RULES, type ExplainParams, type ExplainResult, type RuleSummary } from '../../protocol/lsp.ts';
import { rules } from '../../rules/registry.ts';
import type { Session } from '../session.ts';

/** Answers the request for the catalogue of rules. */
export function onRules(session: Session): void {
  session.connection.onRequest(RULES, (): RuleSummary[] => rules.map(({ meta }) => ({
    id: meta.id, title: meta.title, guideline: meta.guidelines[0], severity: meta.severity, fixable: meta.fixable,
  })));
  session.connection.onRequest(EXPLAIN, (params: ExplainParams): ExplainResult => ({ markdown: rulePage(params.ruleId) }));
}
