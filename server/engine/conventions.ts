/**
 * Conventions of the project. Where most of it departs from a rule about taste, the departure is how the project
 * is written, and a list of all its places helps nobody.
 */
import type { FileRole, Language, ModuleFacts } from '../facts/module-facts.ts';
import type { Finding } from '../findings/finding.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';
import type { FileSettings } from '../findings/rule-setting.ts';

/** With fewer files or items there is no telling what the project's convention is. */
const FEWEST = 20;
/** A convention from this share on. */
const MOST = 0.5;

/** Rules that most of the project departs from, with the language in which it does. */
export type Conventions = ReadonlySet<string>;

export interface ConventionInput {
  rules: readonly { meta: RuleMeta }[];
  modules: Iterable<ModuleFacts>;
  settingsFor: (path: string, role: FileRole) => FileSettings;
}

interface Sums { files: Set<string>; places: number; allFiles: number; items: number }

/** @returns what production code departs from by convention */
export function conventionsOf(findings: readonly Finding[], { rules, modules, settingsFor }: ConventionInput): Conventions {
  const byPath = new Map([...modules].filter(({ role }) => role === 'source').map((module) => [module.path, module]));
  const found = new Set<string>();
  for (const { meta } of rules) {
    if (meta.convention === undefined) continue;
    const sums = new Map<Language, Sums>();
    for (const module of byPath.values()) {
      const own = sumOf(sums, module.language);
      own.allFiles += 1;
      own.items += module.metrics.publicItems;
    }
    for (const finding of findings) {
      const module = byPath.get(finding.path);
      if (module === undefined || !isConventional(meta, finding) || settingsFor(finding.path, 'source').rules[meta.id]?.milder === undefined) continue;
      const own = sumOf(sums, module.language);
      own.files.add(finding.path);
      own.places += 1;
    }
    for (const [language, { files, places, allFiles, items }] of sums) {
      const [part, whole] = meta.convention.per === 'files' ? [files.size, allFiles] : [places, items];
      if (whole >= FEWEST && part / whole >= MOST) found.add(keyOf(meta.id, language));
    }
  }
  return found;
}

/** @returns the findings that are no convention, in the same order */
export function withoutConventions(findings: readonly Finding[], conventions: Conventions, { rules, modules, settingsFor }: ConventionInput): Finding[] {
  if (conventions.size === 0) return [...findings];
  const byPath = new Map([...modules].map((module) => [module.path, module]));
  const byId = new Map(rules.map(({ meta }) => [meta.id, meta]));
  return findings.filter((finding) => {
    const meta = byId.get(finding.ruleId);
    const module = byPath.get(finding.path);
    if (meta === undefined || module === undefined || !isConventional(meta, finding) || !conventions.has(keyOf(meta.id, module.language))) return true;
    return settingsFor(finding.path, module.role).rules[meta.id]?.milder === undefined;
  });
}

function sumOf(sums: Map<Language, Sums>, language: Language): Sums {
  const own = sums.get(language) ?? { files: new Set<string>(), places: 0, allFiles: 0, items: 0 };
  sums.set(language, own);
  return own;
}

function isConventional({ id, convention }: RuleMeta, { ruleId, messageId }: Finding): boolean {
  return ruleId === id && convention !== undefined && (convention.messages === undefined || convention.messages.includes(messageId));
}

function keyOf(ruleId: string, language: Language): string {
  return `${ruleId} ${language}`;
}
