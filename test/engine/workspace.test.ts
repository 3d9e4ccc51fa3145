/** What a change of a folder makes out of date, what stays, and what is judged of it. */
import assert from 'node:assert/strict';
import { analyzeFile, type FileInput } from '../../server/engine/analyze-file.ts';
import { Workspace, type Judgement } from '../../server/engine/workspace.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import type { RuleMeta } from '../../server/findings/rule-meta.ts';
import type { FileRule, GraphRule, Rule } from '../../server/rules/kit/rule.ts';
import { rule as syntaxError } from '../../server/rules/source/syntax-error.ts';
import { rule as unused } from '../../server/rules/suppression/unused.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const META: RuleMeta = { ...syntaxError.meta, id: 'quality/calls', roles: {}, languages: ['typescript'], messages: { called: 'Called.' } };

/** Reports each call. */
const CALLS: FileRule = {
  kind: 'file', meta: META,
  check: (file, report) => file.calls.forEach(({ callee, calleeSpan }) => report({ messageId: 'called', span: calleeSpan, about: callee })),
};

/** Reports each module once, and counts its runs. */
function graphRule(id: string, tier: GraphRule['tier']): GraphRule & { runs: number } {
  const rule: GraphRule & { runs: number } = {
    kind: 'graph', tier, runs: 0, meta: { ...META, id },
    check: ({ model }, report) => {
      rule.runs++;
      for (const path of model.modules.keys()) report(path, { messageId: 'called', span: [1, 1, 1, 2], about: path });
    },
  };
  return rule;
}

const CONFIG = ['archwright.jsonc', '{ "profile": "guidelines", "rules": { "quality/calls": { "allow": ["src/allowed.ts"] } } }'] as const;
const FILES = new Map([
  ['src/b.ts', "import { a } from './a';\nrun(a); first(a);\n"],
  ['src/a.ts', 'export const a = 1;\n// archwright-ignore quality/calls -- once is fine\nonce(a);\n'],
  ['src/allowed.ts', 'run();\n'],
  ['src/page.py', 'run()\n'],
]);

const [fast, slow] = [graphRule('quality/fast', 'fast'), graphRule('quality/slow', 'slow')];
const RULES: Rule[] = [CALLS, fast, slow, unused];
const analyze = (input: FileInput): ReturnType<typeof analyzeFile> => analyzeFile(input, { ...tools, rules: RULES });

async function open({ config = CONFIG[1], rules = RULES, ...more }: { outlined?: boolean; config?: string; rules?: typeof RULES } = {}): Promise<Workspace> {
  const { settings } = makeSettings({ paths: [CONFIG[0], ...FILES.keys()], texts: new Map([[CONFIG[0], config]]), rules });
  const evidence = { coverage: null, tests: null, problems: [] };
  const ports = { root: MEMORY_ROOT, adapters: tools.adapters, rules, fileSystem: memoryFileSystem(FILES), settings, evidence, ...more };
  const workspace = new Workspace(ports);
  for (const [path, text] of FILES) await edit(workspace, path, text);
  return workspace;
}

async function edit(workspace: Workspace, path: string, text: string): Promise<void> {
  workspace.accept(await analyze(workspace.inputFor(path, text, 'source')));
}

const brief = ({ findings }: Judgement): string[] => findings.map(({ path, ruleId, span, about }) => `${path} ${span[0]} ${ruleId} ${about}`);

describe('a workspace', () => {
  it('knows its files, those that were judged and the others', async () => {
    const workspace = await open();
    workspace.skip({ path: 'src/z.ts', reason: { code: 'binary' } });
    workspace.skip({ path: 'src/page.py', reason: { code: 'minified' } });
    assert.deepEqual(workspace.paths().sort(), ['src/a.ts', 'src/allowed.ts', 'src/b.ts']);
    assert.deepEqual(workspace.skipped(), [{ path: 'src/page.py', reason: { code: 'minified' } }, { path: 'src/z.ts', reason: { code: 'binary' } }]);
    assert.deepEqual(['src/a.ts', 'src/z.ts', 'src/none.ts'].map((path) => workspace.has(path)), [true, true, false]);
    assert.deepEqual([workspace.facts('src/a.ts')?.path, workspace.facts('src/z.ts')], ['src/a.ts', undefined]);
    await edit(workspace, 'src/z.ts', '');
    assert.deepEqual(workspace.skipped().map(({ path }) => path), ['src/page.py']);
  });

  it('keeps its model until something changes on which it depends', async () => {
    const workspace = await open();
    const kept = (change: () => unknown): boolean => {
      const before = workspace.model();
      change();
      return workspace.model() === before;
    };
    const { settings, evidence } = workspace.ports;
    const result = await analyze(workspace.inputFor('src/b.ts', 'run();\n', 'source'));
    assert.equal(kept(() => undefined), true);
    const problems = [{ path: 'coverage.xml', reason: 'is empty' }];
    assert.equal(kept(() => workspace.takeEvidence({ ...evidence, problems })), true);
    assert.deepEqual(workspace.ports.evidence.problems, problems);
    assert.equal(kept(() => workspace.remove('src/none.ts')), true);
    assert.equal(kept(() => workspace.accept(result)), false);
    assert.equal(kept(() => workspace.adopt({ settings, evidence })), false);
    assert.equal(kept(() => workspace.forgetResolution()), false);
    assert.equal(kept(() => workspace.skip({ path: 'src/large.ts', reason: { code: 'binary' } })), false);
    assert.equal(kept(() => workspace.remove('src/large.ts')), false);
    assert.equal(kept(() => workspace.remove('src/b.ts')), false);
    assert.deepEqual([...workspace.model().modules.keys()].sort(), ['src/a.ts', 'src/allowed.ts', 'src/page.py']);
  });

  it('keeps how imports resolve until files come or go', async () => {
    const workspace = await open();
    const before = workspace.resolver();
    await edit(workspace, 'src/b.ts', "import { c } from './c';\nrun(c);\n");
    assert.equal(workspace.resolver(), before);
    assert.deepEqual(workspace.resolver().resolve('src/b.ts', './c').kind, 'missing');
    await edit(workspace, 'src/c.ts', 'export const c = 1;\n');
    assert.notEqual(workspace.resolver(), before);
    assert.deepEqual(workspace.model().edgesFrom.get('src/b.ts')?.map(({ to }) => to), ['src/c.ts']);
    workspace.remove('src/c.ts');
    assert.deepEqual(workspace.model().edgesFrom.get('src/b.ts') ?? [], []);
  });

  it('gives up a model and a judgement when it changes between two steps', async () => {
    for (const started of [(of: Workspace) => of.modelSteps(), (of: Workspace) => of.judgingSteps('full')]) {
      const workspace = await open();
      const steps = started(workspace);
      assert.equal(steps.next().done, false);
      await edit(workspace, 'src/b.ts', '');
      let last = steps.next();
      while (last.done !== true) last = steps.next();
      assert.equal(last.value, null);
    }
  });

  it('gives up a judgement when it changes while the last rule has run', async () => {
    const workspace = await open();
    workspace.model();
    const steps = workspace.judgingSteps('full');
    const runs = slow.runs;
    while (slow.runs === runs) assert.equal(steps.next().done, false);
    workspace.remove('src/b.ts');
    assert.deepEqual(steps.next(), { done: true, value: null });
  });

  it('is judged in the order of paths, places and rules, without what is allowed or suppressed', async () => {
    const workspace = await open();
    assert.deepEqual(brief(workspace.judge('full')), [
      'src/a.ts 1 quality/fast src/a.ts', 'src/a.ts 1 quality/slow src/a.ts',
      'src/allowed.ts 1 quality/fast src/allowed.ts', 'src/allowed.ts 1 quality/slow src/allowed.ts',
      'src/b.ts 1 quality/fast src/b.ts', 'src/b.ts 1 quality/slow src/b.ts', 'src/b.ts 2 quality/calls run', 'src/b.ts 2 quality/calls first',
    ]);
    await edit(workspace, 'src/a.ts', '// archwright-ignore quality/calls -- once is fine\nexport const a = 1;\n');
    assert.deepEqual(brief(workspace.judge('full')).filter((each) => each.includes('suppression')), ['src/a.ts 1 suppression/unused quality/calls']);
    const without = await open({ config: '{ "profile": "guidelines", "rules": { "suppression/unused": "off" } }' });
    await edit(without, 'src/a.ts', '// archwright-ignore quality/calls -- once is fine\nexport const a = 1;\n');
    assert.deepEqual(brief(without.judge('full')).filter((each) => each.includes('suppression')), []);
  });

  it('is judged in one order, whatever the order in which a rule reports', async () => {
    const places = [[2, 1, 'b'], [2, 1, 'a'], [1, 9, 'c'], [1, 2, 'd'], [10, 1, 'e']] as const;
    const scattered: GraphRule = {
      kind: 'graph', tier: 'fast', meta: { ...META, id: 'quality/scattered' },
      check: (_, report) => places.forEach(([line, column, about]) =>
        report('src/b.ts', { messageId: 'called', span: [line, column, line, column + 1], about })),
    };
    const workspace = await open({ rules: [scattered] });
    assert.equal(workspace.judge('full').findings.map(({ about }) => about).join(''), 'dcabe');
  });

  it('has in its model what can be imported, not settings of containers', async () => {
    const workspace = await open();
    await edit(workspace, 'Dockerfile', 'FROM node:22\n');
    assert.deepEqual([workspace.has('Dockerfile'), workspace.model().modules.has('Dockerfile')], [true, false]);
  });

  it('keeps what slow rules found while it is judged fast, but not of files that are gone', async () => {
    const workspace = await open();
    workspace.judge('full');
    const runs = slow.runs;
    await edit(workspace, 'src/c.ts', '');
    workspace.remove('src/b.ts');
    const found = brief(workspace.judge('fast'));
    assert.equal(slow.runs, runs);
    assert.deepEqual(found.filter((each) => each.includes('slow')), ['src/a.ts 1 quality/slow src/a.ts', 'src/allowed.ts 1 quality/slow src/allowed.ts']);
    assert.ok(found.includes('src/c.ts 1 quality/fast src/c.ts'));
    assert.ok(brief(workspace.judge('full')).includes('src/c.ts 1 quality/slow src/c.ts'));
  });

  it('shows one file anew before the whole is judged', async () => {
    const workspace = await open();
    const before = workspace.judge('full');
    await edit(workspace, 'src/b.ts', "\n\nother(1);\n// archwright-ignore quality/calls -- once is fine\nonce(1);\n");
    assert.deepEqual(brief(workspace.judgeFile('src/b.ts', before)), [
      'src/b.ts 1 quality/fast src/b.ts', 'src/b.ts 1 quality/slow src/b.ts', 'src/b.ts 3 quality/calls other',
    ]);
    await edit(workspace, 'src/allowed.ts', 'run(); more();\n');
    const allowed = brief(workspace.judgeFile('src/allowed.ts', before));
    assert.deepEqual(allowed, ['src/allowed.ts 1 quality/fast src/allowed.ts', 'src/allowed.ts 1 quality/slow src/allowed.ts']);
    assert.deepEqual(brief(workspace.judgeFile('src/none.ts', before)), []);
  });

  it('asks for outlines only where they are wanted, and says so in the key of the cache', async () => {
    const { key, outlined } = (await open()).inputFor('src/a.ts', '', 'source').settings;
    assert.equal(outlined, undefined);
    const other = (await open({ outlined: true })).inputFor('src/a.ts', 'text', 'source');
    assert.deepEqual([other.path, other.text, other.role, other.settings.outlined], ['src/a.ts', 'text', 'source', true]);
    assert.notEqual(other.settings.key, key);
  });
});
