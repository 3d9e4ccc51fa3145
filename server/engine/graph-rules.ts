/** Runs the rules that look at the whole workspace, each in one step. */
import type { WorkspaceModel } from '../graph/model.ts';
import type { Finding } from '../findings/finding.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { GraphRule, GraphRuleInput, Rule } from '../rules/kit/rule.ts';
import type { Steps } from '../text/steps.ts';
import { checked, type RuleFailure } from './analyze-file.ts';
import type { ReviewSettings } from './review-settings.ts';

/**
 * @param rules all rules; file rules are skipped
 * @param model the whole workspace
 * @param settings which rules are on for which file
 * @param evidence coverage and test results
 * @param tier which rules to run; `all` for a review, `fast` while typing
 * @param isVacant whether nothing is on the disk under a path
 * @returns findings of rules that are on for their file, and rules that threw
 */
export function* runGraphRules(
  rules: readonly Rule[],
  model: WorkspaceModel,
  settings: ReviewSettings,
  evidence: Evidence,
  tier: 'fast' | 'slow' | 'all',
  isVacant: GraphRuleInput<unknown>['isVacant'],
): Steps<{ findings: Finding[]; failures: RuleFailure[] }> {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const settingOf = (path: string, rule: GraphRule) => settings.settingsFor(path, model.modules.get(path)?.facts.role ?? 'source').rules[rule.meta.id];
  for (const rule of rules) {
    if (rule.kind !== 'graph' || (tier !== 'all' && rule.tier !== tier)) continue;
    const defaults = rule.meta.options?.parse({}) ?? {};
    try {
      rule.check({ model, evidence, isVacant, optionsFor: (path) => settingOf(path, rule)?.options ?? defaults }, (path, draft) => {
        const language = model.modules.get(path)?.facts.language;
        if (language !== undefined && !rule.meta.languages.includes(language)) return;
        if (settingOf(path, rule) !== undefined) findings.push(checked(rule.meta, path, draft));
      });
    } catch (error) {
      failures.push({ ruleId: rule.meta.id, path: '', reason: error instanceof Error ? error.message : String(error) });
    }
    yield;
  }
  return { findings, failures };
}
