import * as vscode from 'vscode';
import { CLIENT_COMMANDS, EXPLAIN, RULES, type ExplainParams, type ExplainResult, type RuleSummary } from '../../server/protocol/lsp.ts';
import { showMarkdown } from '../virtual-documents.ts';
import type { Command, CommandContext } from './command.ts';

/** Shows the page of a rule: the given one, or one chosen from a list. */
export const explainRule: Command = {
  id: CLIENT_COMMANDS.explainRule,
  task: 'explain the rule',
  async run(context, argument) {
    const ruleId = ruleOf(argument) ?? await pickRule(context);
    if (ruleId === undefined) return;
    const params: ExplainParams = { ruleId };
    const { markdown } = await context.connection.request<ExplainResult>(EXPLAIN, params);
    if (markdown === null) throw new Error(`there is no rule "${ruleId}"`);
    await showMarkdown(ruleId, markdown);
  },
};

/** A code action passes the id of the rule, a tree item an object that has one. */
function ruleOf(argument: unknown): string | undefined {
  const ruleId = typeof argument === 'string' ? argument : (argument as { ruleId?: unknown } | undefined)?.ruleId;
  return typeof ruleId === 'string' ? ruleId : undefined;
}

async function pickRule({ connection }: CommandContext): Promise<string | undefined> {
  const rules = connection.request<RuleSummary[]>(RULES);
  const items = rules.then((list) => list.map((rule) => ({
    label: rule.id,
    description: rule.severity === 'off' ? 'off' : rule.severity,
    detail: `${rule.title} (${rule.guideline}${rule.fixable ? '; has a fix' : ''})`,
  })));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Choose a rule', matchOnDescription: true, matchOnDetail: true });
  return picked?.label;
}
