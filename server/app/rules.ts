/** The catalogue of rules and their pages, which are generated into `docs/rules` and shipped with the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGE_ROOT } from '../compose/program.ts';
import { didYouMean } from '../config/nearest.ts';
import type { RuleSummary } from '../protocol/lsp.ts';
import type { ListedRule } from '../protocol/rules.ts';
import { rules } from '../rules/registry.ts';
import { Failure } from './failure.ts';

/** A rule as lists show it. */
export interface CataloguedRule extends RuleSummary {
  languages: readonly string[];
  /** Guideline sections that the rule enforces, most important first. */
  guidelines: readonly string[];
  blocker: boolean;
}

/** Every rule, in the order of the registry. */
export const catalogue: readonly CataloguedRule[] = rules.map(({ meta }) => ({
  id: meta.id, title: meta.title, severity: meta.severity, languages: meta.languages, guideline: meta.guidelines[0],
  guidelines: meta.guidelines, fixable: meta.fixable, blocker: meta.blocker,
}));

/** @returns the catalogue as other programs read it */
export function listedRules(): ListedRule[] {
  return catalogue.map(({ id, title, severity, languages, guidelines, fixable, blocker }) => (
    { id, title, severity, languages: [...languages], guidelines: [...guidelines], fixable, blocker }
  ));
}

/** @returns the Markdown of a rule's page, or null for an unknown rule */
export function rulePage(id: string): string | null {
  if (!catalogue.some((rule) => rule.id === id)) return null;
  return readFileSync(pageFile(id), 'utf8');
}

/** @returns the Markdown of a rule's page @throws {Failure} for an unknown rule, suggesting a similar one */
export function explainRule(id: string): string {
  const page = rulePage(id);
  if (page === null) throw new Failure(`There is no rule "${id}".${didYouMean(id, catalogue.map((rule) => rule.id))}`);
  return page;
}

/** URL of a rule's page on this machine, for links in editors. */
export function rulePageUri(id: string): string {
  return pathToFileURL(pageFile(id)).href;
}

function pageFile(id: string): string {
  return join(PACKAGE_ROOT, 'docs/rules', `${id}.md`);
}
