/** Which findings of a rule that blocks are blockers. */
import assert from 'node:assert/strict';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { reportFindings } from '../../server/engine/report.ts';
import { Workspace } from '../../server/engine/workspace.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import type { FileRule } from '../../server/rules/kit/rule.ts';
import { rule as preprocessingLeakage } from '../../server/rules/ml/preprocessing-leakage.ts';
import { rule as commandInjection } from '../../server/rules/security/command-injection.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const SHOWS = [
  "import { execSync } from 'node:child_process';",
  "import type { Request } from 'express';",
  'export const asked = (req: Request): Buffer => execSync(`git show ${req.query.ref}`);',
  'export const given = (ref: string): Buffer => execSync(`git show ${ref}`);',
  '',
];

const LEARNS = [
  'import pandas as pd',
  'from sklearn.linear_model import Ridge',
  'from sklearn.model_selection import train_test_split',
  "flats = pd.read_csv('flats.csv')",
  "flats['size'] = flats['size'].fillna(flats['size'].mean())",
  "flats['age'] = flats['age'] / flats['age'].max()",
  "X_train, X_test, y_train, y_test = train_test_split(flats[['size', 'age']], flats['rent'])",
  'print(Ridge().fit(X_train, y_train).score(X_test, y_test))',
  '',
];

/** What a rule says of one file: where, how severe, and whether it blocks. */
async function findingsOf(rule: FileRule, path: string, lines: readonly string[]): Promise<{ line: number; severity: string; blocker: boolean }[]> {
  const [files, rules, text] = [new Map([[path, lines.join('\n')]]), [rule], lines.join('\n')];
  const config = ['archwright.jsonc', '{ "profile": "guidelines" }'] as const;
  const { settings } = makeSettings({ paths: [path, config[0]], texts: new Map([config]), rules });
  const evidence = { coverage: null, tests: null, problems: [] };
  const workspace = new Workspace({ root: MEMORY_ROOT, adapters: tools.adapters, rules, fileSystem: memoryFileSystem(files), settings, evidence });
  workspace.accept(await analyzeFile(workspace.inputFor(path, text, 'source'), { ...tools, rules }));
  const found = reportFindings(workspace, workspace.judge('full'), new Set());
  return found.map(({ range, severity, blocker }) => ({ line: range.start.line, severity, blocker }));
}

describe('blockers', () => {
  it('need a value that certainly comes from outside; a likely one is an error that does not block', async () => {
    assert.deepEqual(await findingsOf(commandInjection, 'src/show.ts', SHOWS), [
      { line: 3, severity: 'error', blocker: true },
      { line: 4, severity: 'error', blocker: false },
    ]);
  });

  it('are steps that learn from the test rows; a number that only fills gaps is an error that does not block', async () => {
    assert.deepEqual(await findingsOf(preprocessingLeakage, 'src/train.py', LEARNS), [
      { line: 5, severity: 'error', blocker: false },
      { line: 6, severity: 'error', blocker: true },
    ]);
  });
});
