/** Writes every generated file, or with `--check` reports which are out of date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accuracyPage } from '../accuracy/page.ts';
import { generateGates } from './gates.ts';
import { generateGlobalNames } from './global-names.ts';
import { generateGuidelineTables } from './guideline-tables.ts';
import { generateInterfaceChanges } from './interface-changes.ts';
import { generateRegistry } from './registry.ts';
import { generateRuleDocs } from './rule-docs.ts';
import { generateScoring } from './scoring.ts';

export interface Generated {
  /** Relative to the repository. */
  path: string;
  text: string;
}

/** Everything that is generated. The registry comes first, because the others read the rules through it. */
export async function generateAll(root: string): Promise<Generated[]> {
  const registry: Generated = { path: 'server/rules/registry.ts', text: generateRegistry(root) };
  if (outOfDate(root, [registry]).length > 0 && !process.argv.includes('--check')) writeFileSync(join(root, registry.path), registry.text);
  const { rules } = await import('../../server/rules/registry.ts');
  return [
    registry,
    ...generateRuleDocs(root, rules),
    ...generateGuidelineTables(root, rules),
    generateGates(root),
    { path: 'server/languages/typescript/global-names.ts', text: generateGlobalNames(root) },
    { path: 'docs/scoring.md', text: generateScoring() },
    { path: 'docs/accuracy.md', text: accuracyPage() },
    { path: 'docs/interface-changes.md', text: generateInterfaceChanges(root) },
  ];
}

/** Paths of generated files that differ from what is on disk. */
export function outOfDate(root: string, files: readonly Generated[]): string[] {
  return files.filter((file) => !existsSync(join(root, file.path)) || readFileSync(join(root, file.path), 'utf8') !== file.text).map((file) => file.path);
}

async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  const files = await generateAll(root);
  const stale = outOfDate(root, files);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(`Out of date, run "npm run generate":\n${stale.map((path) => `  ${path}`).join('\n')}`);
      process.exitCode = 1;
    }
    return;
  }
  for (const file of files.filter((each) => stale.includes(each.path))) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
    console.log(`wrote ${file.path}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
