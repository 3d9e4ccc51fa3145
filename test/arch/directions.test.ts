/** Which part may import which: the table of ARCHITECTURE.md, held against the sources and against our own configuration. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import { GROUND, LANGUAGE, OUTSIDE, RULE, TABLE } from './direction-table.ts';
import { factsOf, importsOf, ROOT, sourcesOf, type Import } from './sources.ts';

/** The part that a file belongs to; a rule and a language are parts of their own, named like the file. */
function partOf(file: string): string {
  const parts = file.replace(/\.[cm]?tsx?$/, '').split('/');
  if (parts[0] !== 'server') return parts[0] === 'test' ? 'test' : parts[0]!;
  const [, first = '', second = '', third = ''] = parts;
  if (first === 'rules' && second !== 'kit' && third !== '') return `rules/${second}/${third}`;
  return first === 'rules' || first === 'languages' ? `${first}/${second}` : first;
}

/** The row of the table that speaks of a part. */
function rowOf(part: string): string {
  if (/^rules\/[^/]+\/[^/]+$/.test(part)) return RULE;
  return part.startsWith('languages/') && part !== 'languages/kit' ? LANGUAGE : part;
}

/** What is wrong with an import, or null. */
function wrongDirection({ from, to, own }: Pick<Import, 'from' | 'to' | 'own'>): string | null {
  const [a, b] = [partOf(from), partOf(to)];
  if (!own || a === b) return null;
  const allowed = GROUND.includes(a) ? [] : [...GROUND, ...TABLE.get(rowOf(a)) ?? []];
  return allowed.includes(rowOf(b)) ? null : `${a} may not import ${b}`;
}

interface OwnBlock {
  id: string;
  paths: string[];
  dependsOn: string[];
}

describe('import directions', () => {
  const imports = sourcesOf(['server', ...OUTSIDE], /(?<!\.d)\.tsx?$/).flatMap((source) => importsOf(factsOf(source)));

  it('are those of the table', () => {
    const wrong = imports.map((each) => ({ each, fault: wrongDirection(each) })).filter(({ fault }) => fault !== null);
    assert.deepEqual(wrong.map(({ each, fault }) => `${each.from}:${each.line} ${fault} (${each.to})`), []);
  });

  const used = new Set(
    imports
      .filter(({ from, to, own }) => own && partOf(from) !== partOf(to))
      .map(({ from, to }) => `${rowOf(partOf(from))} -> ${rowOf(partOf(to))}`),
  );

  it('are all used', () => {
    const allowed = [...TABLE].flatMap(([part, targets]) => targets.map((target) => `${part} -> ${target}`));
    assert.deepEqual(allowed.filter((each) => !used.has(each)), []);
  });

  it('are given for exactly the existing parts', () => {
    const parts = new Set(
      imports
        .flatMap(({ from, to, own }) => (own ? [from, to] : [from]))
        .map((file) => rowOf(partOf(file)))
        .filter((part) => part !== 'test'),
    );
    assert.deepEqual([...TABLE.keys()].sort(), [...parts].sort());
  });

  it('match the blocks and dependencies in archwright.jsonc, which names the parts of the ground that are used', () => {
    const { blocks } = parse(readFileSync(path.join(ROOT, 'archwright.jsonc'), 'utf8')) as { blocks: OwnBlock[] };
    const declared = blocks.map(({ id, dependsOn }): [string, string[]] => [id, [...dependsOn].sort()]);
    const groundOf = (part: string): string[] => GROUND.filter((ground) => used.has(`${part} -> ${ground}`));
    // The configuration speaks of what is shipped: the scripts stand outside of its layers.
    const table = [...TABLE]
      .filter(([part]) => part !== 'scripts')
      .map(([part, targets]): [string, string[]] => [part, [...targets, ...groundOf(part)].sort()]);
    assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(table));
  });

  it('are read from the sources', () => assert.ok(imports.length > 500, `${imports.length} imports`));

  for (const [from, to, fault] of [
    ['server/rules/security/container.ts', 'server/rules/security/weak-crypto.ts', true],
    ['server/rules/security/container.ts', 'server/rules/kit/rule.ts', false],
    ['server/rules/security/weak-crypto.ts', 'server/rules/security/weak-crypto/python-crypto.ts', false],
    ['server/graph/build.ts', 'server/host/git.ts', true],
    ['server/cli/main.ts', 'server/lsp/session.ts', true],
    ['server/languages/python/adapter.ts', 'server/languages/typescript/adapter.ts', true],
    ['client/extension.ts', 'server/engine/report.ts', true],
    ['media/app.tsx', 'server/report/review/html/html.ts', true],
    ['server/compose/tools.ts', 'server/rules/security/container.ts', true],
    ['server/facts/span.ts', 'test/kit/compile.ts', true],
    ['server/facts/span.ts', 'server/text/compare.ts', true],
    ['server/graph/build.ts', 'server/text/compare.ts', false],
    ['server/app/review.ts', 'server/tracking/fields.ts', false],
    ['server/app/review.ts', 'server/score/formula.ts', true],
  ] as const) {
    it(`${fault ? 'refuse' : 'allow'} ${from} -> ${to}`, () => assert.equal(wrongDirection({ from, to, own: true }) !== null, fault));
  }
});
