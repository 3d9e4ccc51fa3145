/** Fills in, under each section of the guidelines, the rules that enforce it, or a note that none does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from '../../server/report/markdown-text.ts';
import type { Rule } from '../../server/rules/kit/rule.ts';
import type { Generated } from './index.ts';

const PLACE = /<!-- rules:(\w+ §[\d.]+) -->[\s\S]*?<!-- \/rules -->/g;

/** @returns every guideline document with its tables up to date */
export function generateGuidelineTables(root: string, rules: readonly Rule[]): Generated[] {
  const folder = join(root, 'docs/guidelines');
  const reasons = JSON.parse(readFileSync(join(folder, 'unenforced.json'), 'utf8')) as Record<string, string>;
  return readdirSync(folder)
    .filter((name) => /^\d\d-.*\.md$/.test(name))
    .sort()
    .map((name) => ({
      path: `docs/guidelines/${name}`,
      text: readFileSync(join(folder, name), 'utf8').replace(
        PLACE,
        (_, section: string) => `<!-- rules:${section} -->\n${tableFor(section, rules, reasons)}\n<!-- /rules -->`,
      ),
    }));
}

function tableFor(section: string, rules: readonly Rule[], reasons: Readonly<Record<string, string>>): string {
  const enforcing = rules.filter((rule) => rule.meta.guidelines.includes(section));
  if (enforcing.length === 0) return `*No rule enforces this section.*${reasons[section] ? ` ${reasons[section]}` : ''}`;
  return markdownTable(['Enforced by', 'Finds'], enforcing.map(({ meta }) => [`[${meta.id}](../rules/${meta.id}.md)`, meta.title])).join('\n');
}
