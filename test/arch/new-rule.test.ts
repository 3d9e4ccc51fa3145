/** What `npm run new-rule` writes: a rule that loads, and a fixture that fails until the rule is written. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../server/rules/kit/rule.ts';
import { newRule } from '../../scripts/new-rule.ts';
import { typeErrors } from '../kit/type-errors.ts';
import { readFixture } from '../kit/rule-fixture.ts';
import { ROOT } from './sources.ts';

describe('a new rule', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'archwright-rule-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const graph of [false, true]) {
    it(`of ${graph ? 'the workspace' : 'a file'} compiles and loads`, async () => {
      const [file] = newRule('quality/odd-name', graph);
      assert.equal(file!.path, 'server/rules/quality/odd-name.ts');
      assert.deepEqual(typeErrors(path.join(ROOT, file!.path), file!.text), []);
      const copy = path.join(folder, `rule-${graph}.ts`);
      writeFileSync(copy, file!.text.replaceAll("'../kit/", `'${pathToFileURL(path.join(ROOT, 'server/rules/kit')).href}/`));
      const { rule } = await import(pathToFileURL(copy).href) as { rule: Rule };
      assert.equal(rule.meta.id, 'quality/odd-name');
      assert.equal(rule.kind, graph ? 'graph' : 'file');
    });
  }

  it('has a fixture that fails until the rule is written', () => {
    const fixture = newRule('quality/odd-name', false)[1]!;
    assert.equal(fixture.path, 'test/rules/quality/odd-name.md');
    const cases = readFixture('quality/odd-name', fixture.text);
    assert.deepEqual(cases.map(({ kind, expected }) => [kind, expected.length]), [['fires', 1], ['silent', 0]]);
  });

  for (const id of ['oddname', 'quality/OddName', 'quality/odd_name', '../odd/name']) {
    it(`is not made of "${id}"`, () => assert.throws(() => newRule(id, false), /category\/kebab-name/));
  }

  it('has its type errors reported', () => {
    assert.notDeepEqual(typeErrors(path.join(ROOT, 'server/rules/quality/odd-name.ts'), "import { defineFileRule } from '../kit/rule.ts';\nexport const "
      + "rule: number = defineFileRule;\n"), []);
  });
});
