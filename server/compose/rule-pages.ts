/** The page of each rule, as generated into `docs/rules` and shipped with the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../rules/registry.ts';
import { PACKAGE_ROOT } from './package-root.ts';

/** Ids of all rules. */
export const ruleIds: readonly string[] = rules.map((rule) => rule.meta.id);

/** Markdown of a rule's page, or null when there is no such rule. */
export function rulePage(id: string): string | null {
  if (!ruleIds.includes(id)) return null;
  return readFileSync(join(PACKAGE_ROOT, 'docs/rules', `${id}.md`), 'utf8');
}

/** Address of a rule's page on this machine, for links in editors. */
export function rulePageUri(id: string): string {
  return pathToFileURL(join(PACKAGE_ROOT, 'docs/rules', `${id}.md`)).href;
}
