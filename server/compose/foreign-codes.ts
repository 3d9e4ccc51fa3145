/** Tables from codes of other tools to our rules, built once from the rules. */
import type { RulesByCode } from '../evidence/tools/meanings.ts';
import type { LintCode } from '../facts/adapter.ts';
import type { RuleSources } from '../findings/rule-sources.ts';
import { rules } from '../rules/registry.ts';

const sources: readonly { rule: string; of: RuleSources }[] = rules.flatMap(({ meta }) =>
  meta.sources === undefined ? [] : [{ rule: meta.id, of: meta.sources }],
);

/** Every ruff code that a rule answers; each rule's codes are in its own order. */
export const lintCodes: readonly LintCode[] = sources.flatMap(({ rule, of }) => Object.entries(of.ruff ?? {}).map(
  ([code, { by, fix }]): LintCode => ({ code, rule, by, ...(fix === undefined ? {} : { fix }) }),
));

/** Our rules by the codes of other tools. */
export const rulesByCode: RulesByCode = {
  lint: byCode((of) => [...Object.keys(of.ruff ?? {}), ...of.flake8 ?? []]),
  eslint: byCode((of) => of.eslint),
  pylint: byCode((of) => of.pylint),
  mypy: byCode((of) => of.mypy),
  cwe: byCode((of) => of.cwe?.map(String)),
  tools: byCode((of) => of.tools),
  quotesSecrets: new Set(sources.filter(({ of }) => of.quotesSecrets === true).map(({ rule }) => rule)),
};

function byCode(codesOf: (of: RuleSources) => readonly string[] | undefined): ReadonlyMap<string, string> {
  return new Map(sources.flatMap(({ rule, of }) => (codesOf(of) ?? []).map((code): [string, string] => [code, rule])));
}
