/**
 * Conventions of the project. A rule about taste is reported where a clear majority keeps to it, because then a
 * departure stands out. Where it is split, or written the other way, a list of all places helps nobody.
 */
import type { FileRole, Language, ModuleFacts } from '../facts/module-facts.ts';
import type { Finding } from '../findings/finding.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';
import type { FileSettings } from '../findings/rule-setting.ts';

/** With fewer files or items there is no telling what the project's convention is. */
const FEWEST = 20;
/** From this share of departures on, no clear majority keeps to the rule. */
const SPLIT = 0.25;

/** Rules that no clear majority of the project keeps to, with the language in which that is so. */
export type Conventions = ReadonlySet<string>;

export interface ConventionInput {
  rules: readonly { meta: RuleMeta }[];
  modules: readonly ModuleFacts[];
  settingsFor: (path: string, role: FileRole) => FileSettings;
}

/** The production code of a language. */
interface Written { files: number; items: number }

/** What departs from a rule in a language. */
interface Departures { rule: RuleMeta; language: Language; files: Set<string>; places: number }

/** @returns the rules that production code does not keep to by convention */
export function conventionsOf(findings: readonly Finding[], input: ConventionInput): Conventions {
  const written = new Map<Language, Written>();
  for (const { role, language, metrics } of input.modules) {
    if (role !== 'source') continue;
    const own = written.get(language) ?? { files: 0, items: 0 };
    written.set(language, { files: own.files + 1, items: own.items + metrics.publicItems });
  }
  const departures = new Map<string, Departures>();
  const isConventional = conventionalBy(input);
  for (const finding of findings) {
    const found = isConventional(finding);
    if (found === null || found.module.role !== 'source') continue;
    const { rule, module: { language } } = found;
    const key = keyOf(rule.id, language);
    const own = departures.get(key) ?? { rule, language, files: new Set<string>(), places: 0 };
    own.files.add(finding.path);
    own.places += 1;
    departures.set(key, own);
  }
  return new Set([...departures].filter(([, { rule, language, files, places }]) => {
    const { files: allFiles, items } = written.get(language)!;
    const [part, whole] = rule.convention!.per === 'files' ? [files.size, allFiles] : [places, items];
    return whole >= FEWEST && part / whole >= SPLIT;
  }).map(([key]) => key));
}

/** @returns the findings that are no convention, in the same order */
export function withoutConventions(findings: readonly Finding[], conventions: Conventions, input: ConventionInput): Finding[] {
  if (conventions.size === 0) return [...findings];
  const isConventional = conventionalBy(input);
  return findings.filter((finding) => {
    const found = isConventional(finding);
    return found === null || !conventions.has(keyOf(found.rule.id, found.module.language));
  });
}

/** Tells the rule and the file of a finding that may be a matter of convention: by its rule and message, where no configuration chose the severity. */
function conventionalBy({ rules, modules, settingsFor }: ConventionInput): (finding: Finding) => { rule: RuleMeta; module: ModuleFacts } | null {
  const byId = new Map(rules.flatMap(({ meta }) => (meta.convention === undefined ? [] : [[meta.id, meta] as const])));
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return ({ ruleId, messageId, path }) => {
    const rule = byId.get(ruleId);
    const module = byPath.get(path);
    if (rule === undefined || module === undefined || rule.convention?.messages?.includes(messageId) === false) return null;
    return settingsFor(path, module.role).rules[ruleId]?.milder === undefined ? null : { rule, module };
  };
}

function keyOf(ruleId: string, language: Language): string {
  return `${ruleId} ${language}`;
}
