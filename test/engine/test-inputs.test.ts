/** Files that tests read and nobody runs, while a folder is edited. */
import assert from 'node:assert/strict';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import { Workspace } from '../../server/engine/workspace.ts';
import { rule as undefinedName } from '../../server/rules/source/undefined-name.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const RULES = [undefinedName];
const PATHS = ['one', 'three', 'two'].map((name) => `tests/cases_of/${name}.py`);
const FAULT = 'def lost():\n    return missing()\n';

describe('inputs of tests', () => {
  it('are so as long as nobody runs them', async () => {
    const files = new Map(PATHS.map((path) => [path, FAULT]));
    const { settings } = makeSettings({ paths: PATHS, texts: new Map(), rules: RULES });
    const evidence = { coverage: null, tests: null, problems: [] };
    const ports = { root: MEMORY_ROOT, adapters: tools.adapters, rules: RULES, fileSystem: memoryFileSystem(files), settings, evidence };
    const workspace = new Workspace(ports);
    const edit = async (path: string, text: string): Promise<void> => {
      workspace.accept(await analyzeFile(workspace.inputFor(path, text, 'test'), { ...tools, rules: RULES }));
    };
    const severities = (): (string | undefined)[] => workspace.judge('fast').findings.map(({ severity }) => severity);
    for (const path of PATHS) await edit(path, FAULT);
    assert.deepEqual(severities(), ['info', 'info', 'info']);

    // Before the whole is judged again, a file is still what it was.
    const before = workspace.judge('fast');
    await edit(PATHS[0]!, `${FAULT}\n`);
    assert.deepEqual(workspace.judgeFile(PATHS[0]!, before).findings.map(({ path, severity }) => `${path} ${severity}`).sort(), [`${PATHS[0]} info`]);

    // With a test in it a runner finds it by name, and two others are few.
    await edit(PATHS[0]!, `${FAULT}\n\ndef test_lost():\n    assert lost() == 1\n`);
    assert.deepEqual(severities(), [undefined, undefined, undefined]);
    await edit(PATHS[0]!, FAULT);
    assert.deepEqual(severities(), ['info', 'info', 'info']);

    // Whoever imports it runs it.
    await edit('tests/test_all.py', 'from tests.cases_of.one import lost\n\n\ndef test_all():\n    assert lost() == 1\n');
    workspace.forgetResolution();
    assert.deepEqual(severities(), [undefined, undefined, undefined]);
  });
});
