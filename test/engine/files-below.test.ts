/** Which files lie in a folder: asked of every file that a checkout brings and nobody reviews. */
import assert from 'node:assert/strict';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import { tools } from '../../server/compose/tools.ts';
import { openInMemory } from '../kit/review-in-memory.ts';

describe('files below a folder', () => {
  it('are known as files come and go, judged or not', async () => {
    const analyze = (input: Parameters<typeof analyzeFile>[0]): ReturnType<typeof analyzeFile> => analyzeFile(input, { ...tools, rules: [] });
    const { workspace } = await openInMemory(new Map([['src/a/one.ts', ''], ['src/ab.ts', ''], ['top.ts', '']]), { rules: [], analyze });
    assert.deepEqual(workspace.below('src').sort(), ['src/a/one.ts', 'src/ab.ts']);
    assert.deepEqual(workspace.below('src/a'), ['src/a/one.ts']);
    for (const none of ['src/ab.ts', 'sr', 'lib/deep']) assert.deepEqual(workspace.below(none), []);
    workspace.skip({ path: 'lib/deep/large.ts', reason: { code: 'binary' } });
    workspace.accept(await analyze(workspace.inputFor('new/two.ts', '', 'source')));
    assert.deepEqual(['lib', 'lib/deep', 'new'].map((folder) => workspace.below(folder)), [['lib/deep/large.ts'], ['lib/deep/large.ts'], ['new/two.ts']]);
    workspace.remove('lib/deep/large.ts');
    workspace.remove('src/a/one.ts');
    assert.deepEqual([workspace.below('lib'), workspace.below('src'), workspace.below('src/a')], [[], ['src/ab.ts'], []]);
  });
});
