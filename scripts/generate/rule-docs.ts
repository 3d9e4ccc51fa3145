/** Writes a page for each rule from its metadata and its fixture, and the catalogue of all. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RuleSources } from '../../server/findings/rule-sources.ts';
import { markdownTable } from '../../server/report/markdown-text.ts';
import type { Rule } from '../../server/rules/kit/rule.ts';
import { readFixture, type FixtureCase } from '../../test/kit/rule-fixture.ts';
import type { Generated } from './index.ts';

const LANGUAGE_NAMES: Readonly<Record<Rule['meta']['languages'][number], string>> = {
  typescript: 'TypeScript', javascript: 'JavaScript', python: 'Python', notebook: 'notebooks', container: 'container files', plain: 'other text files',
};
const ROLE_NAMES: Readonly<Record<string, string>> = {
  test: 'tests',
  fixture: 'fixtures',
  example: 'examples',
  docs: 'documentation',
  script: 'scripts',
  config: 'configuration files',
  declaration: 'declaration files',
  source: 'source',
};

/** Documents of the guidelines by the word that references such as `review §2.1` begin with. */
const GUIDELINES: Readonly<Record<string, string>> = {
  architecture: '01-architecture', blocks: '02-blocks', style: '03-style', review: '04-review', patterns: '05-patterns',
  general: '06-general', tracking: '07-tracking', scrum: '08-scrum', workflow: '09-workflow',
};

/** @returns `docs/rules/<category>/<rule>.md` for each rule, and `docs/rules/README.md` */
export function generateRuleDocs(root: string, rules: readonly Rule[]): Generated[] {
  return [
    { path: 'docs/rules/README.md', text: catalogue(rules) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.meta.id}.md`, text: page(root, rule) })),
  ];
}

function catalogue(rules: readonly Rule[]): string {
  const categories = [...new Set(rules.map((rule) => rule.meta.id.split('/')[0]!))];
  const tables = categories.map((category) => {
    const rows = rules
      .filter((rule) => rule.meta.id.startsWith(`${category}/`))
      .map(({ meta }) => [
        `[${meta.id}](${meta.id}.md)`, meta.title, meta.recommended ?? meta.severity, meta.severity,
        guidelineLink(meta.guidelines[0], '..'), meta.fixable ? 'yes' : '', meta.blocker ? 'yes' : '',
      ]);
    const table = markdownTable(['Rule', 'Finds', 'Severity', 'In "guidelines"', 'Guideline', 'Fix', 'Blocker'], rows);
    return `## ${category}\n\n${table.join('\n')}\n`;
  });
  return `# Rules\n\n<!-- Generated from the rules by \`npm run generate\`; do not edit. -->\n\nEach rule enforces sections of `
    + `the [guidelines](../guidelines/README.md). A blocker prevents approval regardless of the score.\n\n${tables.join('\n')}`;
}

function page(root: string, { meta }: Rule): string {
  const fixture = join(root, 'test/rules', `${meta.id}.md`);
  const cases = existsSync(fixture) ? readFixture(meta.id, readFileSync(fixture, 'utf8')) : [];
  const sections = [
    `# ${meta.id}`,
    '<!-- Generated from the rule and its fixture by `npm run generate`; do not edit. -->',
    `**${meta.title}.** ${facts(meta)}`,
    meta.docs.what,
    alsoKnownAs(meta.sources),
    `## Why it matters\n\n${meta.docs.why}`,
    `## How to fix it\n\n${meta.docs.fix}`,
    examples(cases),
    optionsTable(meta),
    meta.docs.limits === '' ? '' : `## What it cannot see\n\n${meta.docs.limits}`,
    `## Guidelines\n\n${meta.guidelines.map((section) => `- ${guidelineLink(section, '../..')}`).join('\n')}`,
    `## Switching it off\n\nFor one line, with the reason: \`// archwright-ignore ${meta.id} -- why it is right here\` on `
      + `the line above. For a file: \`archwright-ignore-file\`. For the workspace, in \`archwright.jsonc\`:\n\n\`\`\`jsonc\n{ `
      + `"rules": { "${meta.id}": "off" } }\n\`\`\``,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function facts(meta: Rule['meta']): string {
  const languages = meta.languages.map((language) => LANGUAGE_NAMES[language]).join(', ');
  const silent = Object.entries(meta.roles).filter(([, severity]) => severity === 'off').map(([role]) => ROLE_NAMES[role]);
  return [
    meta.recommended === undefined
      ? `Severity: ${meta.severity}.`
      : `Severity: ${meta.severity} in the profile "guidelines", ${meta.recommended} in "recommended", the default.`,
    meta.recommendedFor === undefined ? '' : 'Some of its messages are only information in "recommended".',
    meta.convention === undefined
      ? ''
      : `A matter of convention: in "recommended" `
        + `${meta.convention.messages === undefined ? 'it is' : 'some of its messages are'} not reported where a quarter of the `
        + `project or more departs from it.`,
    meta.blocker ? 'A blocker: stops approval.' : '',
    meta.fixable ? 'Has a quick fix.' : '',
    `Languages: ${languages}.`,
    silent.length > 0 ? `Silent in ${silent.join(', ')}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The codes of other tools for the same fault. */
function alsoKnownAs(sources: RuleSources = {}): string {
  const codes = (tool: string, list: readonly (string | number)[] = []): string[] => {
    const named = list.filter((code) => code !== '').map((code) => `\`${code}\``);
    return named.length === 0 ? [] : [`${tool} ${named.join(', ')}`];
  };
  const all = [
    ...codes('ruff', Object.keys(sources.ruff ?? {})), ...codes('flake8', sources.flake8), ...codes('pylint', sources.pylint), ...codes('mypy', sources.mypy),
    ...codes('ESLint', sources.eslint), ...codes('CWE', sources.cwe),
  ];
  return all.length === 0 ? '' : `Also known as: ${all.join('; ')}.`;
}

/** The first cases of the fixture, which the tests run. */
function examples(cases: readonly FixtureCase[]): string {
  const fires = cases.find((each) => each.kind === 'fires');
  const silent = cases.find((each) => each.kind === 'silent');
  const fixed = cases.find((each) => each.kind === 'fixed');
  const parts: string[] = [];
  if (fires)
    parts.push(
      `### Found: ${fires.title}\n\n${files(fires.files)}\n\nWhat it says:\n\n${fires.expected
        .filter((line) => !line.startsWith('  >'))
        .map(said)
        .join('\n')}`,
    );
  if (silent) parts.push(`### Left alone: ${silent.title}\n\n${files(silent.files)}`);
  if (fixed?.fix) parts.push(`### Fixed: ${fixed.title}\n\nBefore:\n\n${files(fixed.files)}\n\nAfter "${fixed.fix.title}":\n\n${files(fixed.fix.after)}`);
  return parts.length === 0 ? '' : `## Examples\n\n${parts.join('\n\n')}`;
}

function files(list: readonly { path: string; text: string }[]): string {
  return list.map(({ path, text }) => {
    const fence = text.includes('```') ? '````' : '```';
    return `${fence}${path.split('.').at(-1)} ${path}\n${text.replace(/\n+$/, '')}\n${fence}`;
  }).join('\n\n');
}

/** `path 1:2-1:5 error words` as a list item. */
function said(line: string): string {
  const match = /^(.+?) (\d+):(\d+)-\S+ (error|warning|info) (.*)$/.exec(line);
  return match ? `- \`${match[1]}:${match[2]}\` ${match[4]}: ${match[5]}` : `- ${line.trim()}`;
}

function optionsTable(meta: Rule['meta']): string {
  if (meta.options === undefined) return '';
  const schema = z.toJSONSchema(meta.options, { io: 'input' }) as { properties?: Record<string, { description?: string; default?: unknown; type?: string }> };
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, option]) => [`\`${name}\``, option.description ?? '', `\`${JSON.stringify(option.default)}\``],
  );
  return rows.length === 0 ? '' : `## Options\n\n${markdownTable(['Option', 'Meaning', 'Default'], rows).join('\n')}`;
}

/**
 * A reference to a section of the guidelines, as a link.
 * @param section as rules name it
 * @param docs path to the folder `docs` from the linking page
 * @throws when the section does not have that form
 */
function guidelineLink(section: string, docs: string): string {
  const match = /^(\w+) §(\d+)(?:\.(\d+))?$/.exec(section);
  const file = match ? GUIDELINES[match[1]!] : undefined;
  if (match === null || file === undefined) throw new Error(`"${section}" is not a section such as "review §2.1"`);
  return `[${section}](${docs}/guidelines/${file}.md#s${match[2]}${match[3] === undefined ? '' : `-${match[3]}`})`;
}
