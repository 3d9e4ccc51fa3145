/**
 * `npm run new-rule -- category/name [--graph]`: the file of a rule and its fixture. Both compile;
 * the fixture fails until the rule is written.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateRegistry } from './generate/registry.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export interface NewFile {
  /** Relative to the repository. */
  path: string;
  text: string;
}

/**
 * @param id `category/kebab-name`, naming the bad thing
 * @param graph whether it looks at the whole workspace rather than one file
 * @returns rule and fixture
 * @throws when the id does not have that form
 */
export function newRule(id: string, graph: boolean): NewFile[] {
  if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(id)) throw new Error(`"${id}" does not have the form category/kebab-name, such as quality/long-function.`);
  const name = id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
  const title = name[0]!.toUpperCase() + name.slice(1);
  return [
    { path: `server/rules/${id}.ts`, text: graph ? graphRule(id, title) : fileRule(id, title) },
    { path: `test/rules/${id}.md`, text: fixture(id) },
  ];
}

function meta(id: string, title: string): string {
  return `  meta: {
    id: '${id}',
    title: '${title}',
    severity: 'warning',
    roles: GENTLE_OUTSIDE,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    // The sections that it enforces, the most telling first: docs/guidelines.
    guidelines: ['review §2.1'],
    // Where it counts in the score; null: nowhere.
    criterion: null,
    blocker: false,
    fixable: false,
    // Codes of other tools for the same fault: server/findings/rule-sources.ts.
    sources: {},
    docs: {
      what: 'What it finds, in a sentence or two.',
      why: 'Why that is bad.',
      fix: 'How to fix it.',
      limits: 'What it cannot see.',
    },
    // Findings are held against these: an id that is not here, or a {name} without a value, does not compile.
    messages: { found: '{name} is what this rule is about. Say what to do instead.' },
  },`;
}

function heading(title: string): string {
  return `/**
 * ${title}: what it finds.
 *
 * Bad, because …
 */`;
}

function fileRule(id: string, title: string): string {
  return `${heading(title)}
import { defineFileRule } from '../kit/rule.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';

export const rule = defineFileRule({
${meta(id, title)}
  check(file, report) {
    for (const fn of file.functions) {
      // Facts of a file: server/facts/file-facts.ts.
      const found = false;
      if (found) report({ messageId: 'found', data: { name: fn.name }, span: fn.nameSpan, about: fn.name });
    }
  },
});
`;
}

function graphRule(id: string, title: string): string {
  return `${heading(title)}
import { defineGraphRule } from '../kit/rule.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';

export const rule = defineGraphRule({
${meta(id, title)}
  check({ model }, report) {
    for (const module of model.modules.values()) {
      // Modules, blocks, layers and their edges: server/graph/model.ts.
      const found = false;
      if (found) report(module.path, { messageId: 'found', data: { name: module.path }, span: [1, 1, 1, 1], about: module.path });
    }
  },
});
`;
}

function fixture(id: string): string {
  return `# ${id}

## fires: say in a few words what is wrong here

\`\`\`ts src/example.ts
export function example(): number {
  return 1;
}
\`\`\`

\`\`\`findings
src/example.ts 1:17-1:24 warning example is what this rule is about. Say what to do instead.
\`\`\`

## silent: say what looks alike and is right

\`\`\`ts src/example.ts
export function other(): number {
  return 2;
}
\`\`\`
`;
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { graph: { type: 'boolean', default: false } }, allowPositionals: true });
  const [id] = positionals;
  if (id === undefined) throw new Error('Name the rule: npm run new-rule -- category/kebab-name');
  const files = newRule(id, values.graph);
  const taken = files.find((file) => existsSync(path.join(ROOT, file.path)));
  if (taken !== undefined) throw new Error(`${taken.path} already exists.`);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(ROOT, file.path)), { recursive: true });
    writeFileSync(path.join(ROOT, file.path), file.text);
  }
  writeFileSync(path.join(ROOT, 'server/rules/registry.ts'), generateRegistry(ROOT));
  process.stdout.write(
    `${files.map((file) => `wrote ${file.path}`).join('\n')}\nwrote server/rules/registry.ts\n\nNext: write the fixture, `
      + `then the rule, until "npm test -- rules" passes; "npm run generate" writes its page.\n`,
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
