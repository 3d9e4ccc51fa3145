/** A rule that throws: said once, with its words, and all other rules go on. */
import assert from 'node:assert/strict';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { reportFindings } from '../../server/engine/report.ts';
import { Workspace } from '../../server/engine/workspace.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { rule as ruleFailure } from '../../server/rules/source/rule-failure.ts';
import { rule as syntaxError } from '../../server/rules/source/syntax-error.ts';
import type { RuleMeta } from '../../server/findings/rule-meta.ts';
import { defineFileRule, defineGraphRule, type FileRule, type GraphRule, type Rule } from '../../server/rules/kit/rule.ts';
import type { Draft } from '../../server/findings/finding.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const META: RuleMeta = { ...syntaxError.meta, id: 'test/breaks', title: 'Breaks down', recommended: 'warning', roles: {}, messages: {} };

const FILES = new Map([
  ['src/a.ts', 'export const a = ;\n'],
  ['src/b.ts', 'export const b = 1;\n'],
  ['src/c.ts', 'export const c = 1;\n'],
]);

function brokenFileRule(paths: readonly string[]): Rule {
  return defineFileRule({
    meta: META,
    check(file) {
      if (paths.includes(file.path)) throw new TypeError('no such thing');
    },
  });
}

async function review(broken: readonly Rule[]): Promise<ReportFinding[]> {
  const rules = [...broken, ruleFailure, syntaxError];
  const { settings } = makeSettings({ paths: [...FILES.keys()], texts: new Map(), rules });
  const evidence = { coverage: null, tests: null, problems: [] };
  const workspace = new Workspace({ root: MEMORY_ROOT, adapters: tools.adapters, rules, fileSystem: memoryFileSystem(FILES), settings, evidence });
  for (const [path, text] of FILES) workspace.accept(await analyzeFile(workspace.inputFor(path, text, 'source'), { ...tools, rules }));
  return reportFindings(workspace, workspace.judge('full'), new Set());
}

function brief(findings: readonly ReportFinding[]): string[] {
  return findings.map((each) => `${each.path} ${each.range.start.line}:${each.range.start.column} ${each.severity} ${each.ruleId} ${each.message}`);
}

const SYNTAX = 'src/a.ts 1:18 info source/syntax-error Syntax error; findings in this file may be incomplete: Expression expected.';

describe('source/rule-failure', () => {
  it('fires once, at the first file where the rule fails, and other rules go on', async () => {
    const findings = await review([brokenFileRule(['src/b.ts', 'src/c.ts'])]);
    assert.deepEqual(brief(findings), [
      SYNTAX,
      'src/b.ts 1:1 warning source/rule-failure Rule test/breaks failed here, so its findings are incomplete: no such thing',
    ]);
  });

  it('fires for a rule of the whole workspace', async () => {
    const broken = defineGraphRule({ meta: META, check() { throw new Error('lost'); } });
    const failures = (await review([broken])).filter((each) => each.ruleId === 'source/rule-failure');
    assert.deepEqual(failures.map((each) => each.message), ['Rule test/breaks failed here, so its findings are incomplete: lost']);
  });

  for (const [what, draft, reason] of [
    ['a message that is not there', { messageId: 'gone' }, 'test/breaks has no message "gone"'],
    ['a message by the name of what every object has', { messageId: 'constructor' }, 'test/breaks has no message "constructor"'],
    ['a placeholder without a value', { messageId: 'named' }, 'test/breaks, message "named": no value for {name}'],
    [
      'a related place without its message',
      { messageId: 'named', data: { name: 'x' }, related: [{ path: 'src/c.ts', span: [1, 1, 1, 2], messageId: 'beside' }] },
      'test/breaks has no message "beside"',
    ],
    [
      'a related place without a value',
      { messageId: 'named', data: { name: 'x' }, related: [{ path: 'src/c.ts', span: [1, 1, 1, 2], messageId: 'named' }] },
      'test/breaks, message "named": no value for {name}',
    ],
  ] satisfies [string, Pick<Draft, 'messageId' | 'data' | 'related'>, string][]) {
    it(`fires for ${what}, which the compiler cannot see in an untyped rule, before words are made`, async () => {
      const meta: RuleMeta = { ...META, messages: { named: 'This is {name}.' } };
      const full: Draft = { span: [1, 1, 1, 2], about: 'x', ...draft };
      const fine: Draft = { ...full, messageId: 'named', data: { name: 'fine' }, related: [] };
      const ofFile: FileRule = {
        kind: 'file',
        meta,
        check: (file, report) => (file.path === 'src/b.ts' ? [fine, full] : [fine]).forEach((each) => report(each)),
      };
      const ofGraph: GraphRule = { kind: 'graph', tier: 'fast', meta, check: (_, report) => report('src/b.ts', full) };
      const failed = (path: string): string =>
        `${path} 1:1 warning source/rule-failure Rule test/breaks failed here, so its findings are incomplete: ${reason}`;
      const others = ['src/a.ts 1:1 warning test/breaks This is fine.', SYNTAX];
      assert.deepEqual(brief(await review([ofFile])), [...others, failed('src/b.ts'), 'src/c.ts 1:1 warning test/breaks This is fine.']);
      assert.deepEqual(brief(await review([ofGraph])), [failed(''), SYNTAX]);
    });
  }

  it('stays silent when every rule runs', async () => {
    assert.deepEqual(brief(await review([brokenFileRule([])])), [SYNTAX]);
  });
});
