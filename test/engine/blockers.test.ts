/** Which findings of a rule that blocks are blockers. */
import assert from 'node:assert/strict';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { reportFindings } from '../../server/engine/report.ts';
import { Workspace } from '../../server/engine/workspace.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import { rule as commandInjection } from '../../server/rules/security/command-injection.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const FILES = new Map([
  ['src/show.ts', [
    "import { execSync } from 'node:child_process';",
    "import type { Request } from 'express';",
    'export const asked = (req: Request): Buffer => execSync(`git show ${req.query.ref}`);',
    'export const given = (ref: string): Buffer => execSync(`git show ${ref}`);',
    '',
  ].join('\n')],
]);

describe('blockers', () => {
  it('need a value that certainly comes from outside; a likely one is an error that does not block', async () => {
    const rules = [commandInjection];
    const { settings } = makeSettings({ paths: [...FILES.keys()], texts: new Map(), rules });
    const evidence = { coverage: null, tests: null, problems: [] };
    const workspace = new Workspace({ root: MEMORY_ROOT, adapters: tools.adapters, rules, fileSystem: memoryFileSystem(FILES), settings, evidence });
    for (const [path, text] of FILES) workspace.accept(await analyzeFile(workspace.inputFor(path, text, 'source'), { ...tools, rules }));
    const found = reportFindings(workspace, workspace.judge('full'), new Set());
    assert.deepEqual(found.map(({ range, severity, blocker }) => ({ line: range.start.line, severity, blocker })), [
      { line: 3, severity: 'error', blocker: true },
      { line: 4, severity: 'error', blocker: false },
    ]);
  });
});
