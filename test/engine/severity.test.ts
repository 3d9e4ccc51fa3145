/** How severe a finding is in the report, and whether it blocks: by its rule, the profile and what the rule says of it. */
import assert from 'node:assert/strict';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { reportFindings } from '../../server/engine/report.ts';
import { Workspace } from '../../server/engine/workspace.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import type { Draft } from '../../server/findings/finding.ts';
import type { RuleMeta } from '../../server/findings/rule-meta.ts';
import type { FileRule } from '../../server/rules/kit/rule.ts';
import { rule as syntaxError } from '../../server/rules/source/syntax-error.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const META: RuleMeta = {
  ...syntaxError.meta, id: 'quality/some', severity: 'error', blocker: true, roles: {}, languages: ['typescript'],
  messages: { plain: 'Plain.', lesser: 'Lesser.' }, recommended: 'error', recommendedFor: { lesser: 'warning' },
};
const PATH = 'src/a.ts';

/** What the report makes of drafts: severity, and `!` where it blocks. */
async function reported(config: object, meta: Partial<RuleMeta>, ...drafts: Omit<Draft, 'span' | 'about'>[]): Promise<string[]> {
  const rule: FileRule = {
    kind: 'file', meta: { ...META, ...meta },
    check: (_, report) => drafts.forEach((draft, at) => report({ ...draft, span: [at + 1, 1, at + 1, 2], about: `${at}` })),
  };
  const [files, rules] = [new Map([[PATH, 'export const a = 1;\n']]), [rule]];
  const { settings } = makeSettings({ paths: [PATH, 'archwright.jsonc'], texts: new Map([['archwright.jsonc', JSON.stringify(config)]]), rules });
  const evidence = { coverage: null, tests: null, problems: [] };
  const workspace = new Workspace({ root: MEMORY_ROOT, adapters: tools.adapters, rules, fileSystem: memoryFileSystem(files), settings, evidence });
  workspace.accept(await analyzeFile(workspace.inputFor(PATH, files.get(PATH)!, 'source'), { ...tools, rules }));
  return reportFindings(workspace, workspace.judge('full'), new Set()).map(({ severity, blocker }) => `${severity}${blocker ? '!' : ''}`);
}

describe('a finding in the report', () => {
  const guidelines = { profile: 'guidelines' };
  const drafts = [
    { messageId: 'plain' }, { messageId: 'lesser' }, { messageId: 'plain', severity: 'warning' as const }, { messageId: 'plain', recommended: 'info' as const },
    { messageId: 'plain', blocks: false as const },
  ];

  it('is as severe as its rule in the profile "guidelines", unless the rule is less sure of it', async () => {
    assert.deepEqual(await reported(guidelines, {}, ...drafts), ['error!', 'error!', 'warning', 'error!', 'error']);
  });

  it('is milder in the profile "recommended", by its message or by what the rule says of it', async () => {
    assert.deepEqual(await reported({}, {}, ...drafts), ['error!', 'warning', 'warning', 'info', 'error']);
  });

  it('has the severity that a configuration chose for its rule, but never one above what the rule is sure of', async () => {
    const chosen = (severity: string): object => ({ rules: { 'quality/some': severity } });
    assert.deepEqual(await reported(chosen('error'), {}, ...drafts), ['error!', 'error!', 'warning', 'error!', 'error']);
    assert.deepEqual(await reported(chosen('info'), {}, ...drafts), ['info', 'info', 'info', 'info', 'info']);
    assert.deepEqual(await reported(chosen('off'), {}, ...drafts), []);
  });

  it('blocks only by a rule that blocks', async () => {
    assert.deepEqual(await reported(guidelines, { blocker: false }, { messageId: 'plain' }), ['error']);
  });

  it('comes from no rule for other languages', async () => {
    assert.deepEqual(await reported(guidelines, { languages: ['python'] }, { messageId: 'plain' }), []);
  });
});
