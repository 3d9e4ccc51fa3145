/** Writes `server/rules/registry.ts` from the folder: adding a rule is adding one file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param root the repository
 * @returns text of the registry, rules sorted by id
 */
export function generateRegistry(root: string): string {
  const folder = join(root, 'server/rules');
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${entry.name}/${name.slice(0, -'.ts'.length)}`),
    )
    .sort();
  const nameOf = (id: string): string => id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
  return [
    '/** All rules. Generated from the folder by `npm run generate`; do not edit. */',
    "import type { Rule } from './kit/rule.ts';",
    ...ids.map((id) => `import { rule as ${nameOf(id)} } from './${id}.ts';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${nameOf(id)},`),
    '];',
    '',
  ].join('\n');
}
