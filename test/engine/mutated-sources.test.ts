/** Broken, cut and scrambled sources: no rule and no adapter falls over them, and the same text says the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { NotJudged } from '../../server/facts/adapter.ts';
import { tools } from '../../server/compose/tools.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Real code with much syntax in it, and one sample of what real code rarely has. */
const SOURCES: readonly [path: string, text: string][] = [
  ['src/workspace.ts', readFileSync(join(ROOT, 'server/engine/workspace.ts'), 'utf8')],
  ['src/panel.tsx', readFileSync(join(ROOT, 'media/app.tsx'), 'utf8')],
  [
    'src/odd.ts',
    'export default class { #a = 1; static { this.b; } get [x](): any { return `${a`${1}`}`; } }\nexport = y; import z = require("z"); using ' +
      'h = open(); for await (const [a, {b = 1}] of c) { label: break label; }\nfunction f(this: X, ...r: never[]): asserts r is [] {}\ndeclare module "m" ' +
      '{ export * as n from "o"; }\nconst { a: { b: [c] } = {}, ...d } = e;\n',
  ],
  [
    'src/old.js',
    'module.exports = { f: function () {}, async *g() { yield* h; } };\nexports.k = (x) => x?.y?.[0]?.();\nvar [p = require("q")] = [];\ntry ' +
      '{ eval("1"); } catch { }\n',
  ],
  [
    'src/train.py',
    "import yaml\nfrom fastapi import Depends\n\nclass A:\n    def f(self, a=[], *b, **c) -> \"int\":\n        '''Doc {x}'''\n        " +
      'try:\n            return f"{yaml.load(a)!r:>{len(b)}}"  # noqa: S506\n        except:\n            pass\n\n@d\nasync def g(): return [x async for x ' +
      'in y if (z := x)]\nmatch q:\n    case {"k": [*_]}: print(q)\n',
  ],
  [
    'notebooks/a.ipynb',
    JSON.stringify(
      {
        cells: [
          { cell_type: 'code', source: ['%time x = 1\n', 'def f(a=[]):\n', '    return "é\\n"'], outputs: [{ text: 'import x' }] },
          { cell_type: 'code', source: 'try: y()\nexcept: !ls' },
        ],
        metadata: { kernelspec: { language: 'python' } },
      },
      null,
      1,
    ),
  ],
  ['Dockerfile', 'FROM node:latest\nENV TOKEN=x\nRUN curl x | sh\n'],
  ['compose.yml', 'services:\n  a:\n    image: b\n    privileged: true\n'],
];
const { settings } = makeSettings({ paths: SOURCES.map(([path]) => path), texts: new Map(), rules: tools.rules });

type Change = { kind: 'cut' | 'double' | 'swap' | 'insert' | 'reverse'; from: number; length: number; text: string };
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('cut' as const, 'double' as const, 'swap' as const, 'insert' as const, 'reverse' as const),
  from: fc.nat(10_000),
  length: fc.nat(200),
  text: fc.constantFrom(
    '{',
    '}',
    '(',
    '`',
    '${',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '<',
    '=>',
    '\n',
    '\r',
    '\u2028',
    '\uFEFF',
    '\uD800',
    '𝒳',
    '@',
    '#',
    'import',
    'class ',
    'archwright-ignore',
    'any',
    '\\',
    '\t',
  ),
});

function mutate(text: string, changes: readonly Change[]): string {
  return changes.reduce((now, { kind, from, length, text: extra }) => {
    const at = now.length === 0 ? 0 : from % now.length;
    const part = now.slice(at, at + length);
    const rest = now.slice(at + length);
    const middle = { cut: '', double: part + part, swap: [...part].reverse().join(''), insert: extra + part, reverse: part.split('\n').reverse().join('\n') }[
      kind
    ];
    return now.slice(0, at) + middle + rest;
  }, text);
}

const RUNS = 60;

describe('mutated sources', () => {
  for (const [path, text] of SOURCES) {
    it(`of ${path} are reviewed without a failure, twice with the same result`, async function () {
      this.timeout(120_000);
      let judged = 0;
      await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const own = { ...settings.settingsFor(path, 'source'), outlined: true as const };
        const input = { path, text: mutate(text, changes), role: 'source' as const, settings: own };
        // A notebook whose language was changed is rightly left alone.
        const first = await analyzeFile(input, tools).catch((error: unknown) => {
          if (error instanceof NotJudged) return null;
          throw error;
        });
        if (first === null) return;
        judged++;
        assert.deepEqual(first.failures, []);
        const lines = input.text.split(/\r\n|[\n\r\u2028\u2029]/).length;
        for (const finding of first.findings) {
          const [startLine, startColumn, endLine, endColumn] = finding.span;
          assert.ok(
            startLine >= 1 && startColumn >= 1 && endLine <= lines + 1 && (endLine > startLine || (endLine === startLine && endColumn >= startColumn)),
            `${finding.ruleId} ${finding.span.join(':')} of ${lines}`,
          );
        }
        assert.deepEqual(await analyzeFile(input, tools), first);
      }), { numRuns: RUNS });
      assert.ok(judged >= RUNS / 2, `${judged} of ${RUNS} were reviewed`);
    });
  }
});
