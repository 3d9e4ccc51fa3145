/** Every option of every rule is read: a case that sets it reports other findings without it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import * as z from 'zod';
import { optionsShape } from '../../server/config/schema.ts';
import type { ChangedLines } from '../../server/facts/span.ts';
import { rules } from '../../server/rules/registry.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';
import { readFixture } from '../kit/rule-fixture.ts';

const CONFIG = 'archwright.jsonc';

interface Case {
  files: ReadonlyMap<string, string>;
  changed?: ChangedLines;
}

type Written = Record<string, unknown> & { rules?: Record<string, Record<string, unknown> | string> };

const methods = (count: number, name: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `  ${name(at)}() { return this.f${at}; }\n`).join('');
const files = (path: string, text: string, more: Record<string, string> = {}): ReadonlyMap<string, string> =>
  new Map(Object.entries({ [path]: text, ...more }));
const VERBS = ['validate', 'save', 'send', 'render', 'train', 'parse', 'log', 'format'];
const COVERED = { 'coverage/lcov.info': 'SF:a.ts\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,0\nDA:5,1\nDA:6,1\nend_of_record\n' };
const OBJECT = `export class Everything {\n${methods(8, (at) => `${VERBS[at]}It`).replaceAll(/this\.f\d/g, 'this.all')}}\n`;

/** Options that no fixture sets: what to set, and the files in which it makes a difference. */
const MORE: Record<string, Record<string, { value: unknown } & Case>> = {
  'architecture/god-class': {
    maxMethods: { value: 5, files: files('a.ts', OBJECT) },
    maxLines: { value: 5, files: files('a.ts', OBJECT) },
    maxDuties: { value: 30, files: files('a.ts', `export class Everything {\n${methods(8, (at) => `${VERBS[at]}It`)}}\n`) },
  },
  'quality/import-order': {
    internal: { value: ['@acme/'], files: files('a.ts', "import { a } from '@acme/a';\nimport { z } from 'zod';\nexport const b = a + z;\n") },
  },
  'quality/long-parameter-list': {
    max: { value: 2, files: files('a.ts', 'export function add(a: number, b: number, c: number): number { return a + b + c; }\n') },
    maxInjected: { value: 1, files: files('a.ts', 'export class A { constructor(private readonly a: A, private readonly b: A) {} }\n') },
  },
  'testing/low-coverage': {
    minChanged: { value: 10, files: files('a.ts', 'export const a = 1;\n'.repeat(6), COVERED), changed: new Map([['a.ts', new Set([4, 5])]]) },
    minLines: {
      value: 20,
      files: files('a.ts', 'export const a = 1;\n'.repeat(6), { 'coverage/lcov.info': COVERED['coverage/lcov.info'].replaceAll(',1', ',0') }),
    },
  },
};

function casesOf(ruleId: string, option: string): Case[] {
  const fixture = join(import.meta.dirname, `${ruleId}.md`);
  const shown = !existsSync(fixture) ? [] : readFixture(ruleId, readFileSync(fixture, 'utf8'))
    .map((each): Case => ({ files: new Map(each.files.map(({ path, text }) => [path, text])) }))
    .filter(({ files: own }) => withoutOption(own, ruleId, option) !== null);
  const more = MORE[ruleId]?.[option];
  return more === undefined
    ? shown
    : [...shown, { ...more, files: new Map([...more.files, [CONFIG, JSON.stringify({ rules: { [ruleId]: { [option]: more.value } } })]]) }];
}

/** The same files with a configuration that does not set the option; null when it was not set. */
function withoutOption(own: ReadonlyMap<string, string>, ruleId: string, option: string): ReadonlyMap<string, string> | null {
  const errors: ParseError[] = [];
  const config = parse(own.get(CONFIG) ?? '{}', errors, { allowTrailingComma: true }) as Written;
  const rule = config.rules?.[ruleId];
  if (typeof rule !== 'object' || !Object.hasOwn(rule, option)) return null;
  delete rule[option];
  return new Map([...own, [CONFIG, JSON.stringify(config)]]);
}

async function isRead(ruleId: string, option: string, cases: readonly Case[]): Promise<boolean> {
  for (const { files: own, changed } of cases) {
    const found = async (each: ReadonlyMap<string, string>): Promise<string> => JSON.stringify((await reviewInMemory(each, [ruleId], changed)).findings);
    if (await found(own) !== await found(withoutOption(own, ruleId, option)!)) return true;
  }
  return false;
}

describe('options of the rules', () => {
  for (const { meta } of rules) {
    for (const option of Object.keys(optionsShape(meta) ?? {})) {
      it(`${meta.id}: ${option} is read`, async () => {
        const cases = casesOf(meta.id, option);
        assert.ok(cases.length > 0, 'neither the fixture nor this test sets it');
        assert.ok(await isRead(meta.id, option, cases), 'it changes no finding');
      });
    }
  }

  it('have a shape that can be listed', () => {
    assert.deepEqual(rules.filter(({ meta }) => meta.options !== undefined && optionsShape(meta) === null).map(({ meta }) => meta.id), []);
  });

  it('detects that an invented option is not read', async () => {
    const rule = rules.find(({ meta }) => meta.id === 'quality/deep-nesting')!;
    const before = rule.meta.options;
    rule.meta.options = (before as z.ZodObject).extend({ wombats: z.number().default(1) });
    try {
      const text = 'export function f(a: number): void { if (a) { if (a) { if (a) { if (a) { if (a) { if (a) { f(1); } } } } } } }\n';
      const own = new Map([['a.ts', text], [CONFIG, '{ "rules": { "quality/deep-nesting": { "wombats": 3 } } }']]);
      assert.equal((await reviewInMemory(own, ['quality/deep-nesting'])).findings.length, 1);
      assert.equal(await isRead('quality/deep-nesting', 'wombats', [{ files: own }]), false);
    } finally {
      rule.meta.options = before;
    }
  });
});
