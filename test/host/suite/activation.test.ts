import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, archwright, EXTENSION_ID, firstFolder, reviewed } from '../launch/inside.ts';

describe('activation', () => {
  it('starts by itself and reviews the workspace', async () => {
    const api = await archwright();
    assert.equal(vscode.extensions.getExtension(EXTENSION_ID)?.isActive, true);
    await reviewed(api);
    const { folders } = api.state();
    assert.deepEqual(folders.map(({ key, problem }) => ({ key, problem })), [{ key: firstFolder().uri.toString(), problem: null }]);
  });

  it('reads TypeScript and JavaScript', async () => {
    const { files } = await answered({ kind: 'score' });
    assert.equal(files.typescript, 4);
    assert.equal(files.javascript, 1);
  });

  it('gives a complete score', async () => {
    const { score } = await answered({ kind: 'score' });
    assert.ok(score.dimensions.length > 0);
    assert.ok(score.total !== null && score.total >= 0 && score.total <= 100);
    const testing = score.dimensions.find(({ id }) => id === 'testing');
    assert.ok(testing && testing.criteria.every(({ measured, points, max }) => measured || points < max), 'what was not measured is never full marks');
  });

  it('fills the views', async () => {
    const { views } = await archwright();
    for (const tree of Object.values(views)) assert.ok((await tree.getChildren()).length > 0);
    const layers = (await views['archwright.blocks'].getChildren()).map(({ label }) => label);
    assert.deepEqual(layers.slice(0, 4), ['web', 'domain', 'data', 'ml']);
  });
});
