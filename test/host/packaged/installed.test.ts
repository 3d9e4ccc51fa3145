import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { archwright, eventually, EXTENSION_ID, file, reviewed } from '../launch/inside.ts';

describe('the packaged extension', () => {
  it('runs from where it was installed', async () => {
    await archwright();
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    assert.equal(path.dirname(extension.extensionPath), process.env.ARCHWRIGHT_TEST_EXTENSIONS);
    assert.equal(extension.isActive, true);
  });

  it('holds what it needs and nothing of the sources', () => {
    const root = vscode.extensions.getExtension(EXTENSION_ID)?.extensionPath ?? '';
    for (const part of [
      'dist/extension.cjs',
      'dist/server.cjs',
      'dist/panel/panel.js',
      'dist/panel/panel.css',
      'dist/archwright.schema.json',
      'media/icons/archwright.svg',
      'media/icons/archwright.png',
      'media/walkthrough/review.md',
      'package.nls.es.json',
      'client/l10n/bundle.l10n.es.json',
    ]) {
      assert.ok(existsSync(path.join(root, part)), `${part} is in the package`);
    }
    for (const part of ['node_modules', 'server', 'test', 'scripts', 'tsconfig.json']) {
      assert.equal(existsSync(path.join(root, part)), false, `${part} is not in the package`);
    }
    assert.deepEqual(readdirSync(path.join(root, 'client')), ['l10n']);
    assert.deepEqual(readdirSync(path.join(root, 'media')).sort(), ['icons', 'walkthrough']);
  });

  it('names its commands in words', () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON as { contributes: { commands: { command: string; title: string }[] } };
    assert.deepEqual(contributes.commands.filter(({ title }) => title.includes('%')), []);
    assert.equal(contributes.commands.find(({ command }) => command === 'archwright.evaluateGate')?.title, 'Evaluate Quality Gates');
  });

  it('reviews a workspace and shows findings of both languages', async () => {
    const api = await archwright();
    await reviewed(api);
    for (const path of ['src/data/store.ts', 'src/ml/report.js']) {
      await eventually(`findings in ${path}`, () => vscode.languages.getDiagnostics(file(path)).some(({ source }) => source === 'archwright') || undefined);
    }
  });

  it('answers its commands', async () => {
    await vscode.commands.executeCommand('archwright.explainRule', 'quality/deep-nesting');
    const uri = vscode.Uri.from({ scheme: 'archwright', path: '/quality/deep-nesting.md' });
    await eventually('the page', async () => (await vscode.workspace.openTextDocument(uri)).getText().includes('deep-nesting') || undefined);
    await vscode.commands.executeCommand('archwright.showGraph');
    await eventually('the panel', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Archwright')) || undefined);
  });

  it('names a schema for archwright.jsonc that is there', () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    const manifest = extension?.packageJSON as { contributes: { jsonValidation: { url: string }[] } };
    assert.ok(manifest.contributes.jsonValidation.length > 0);
    for (const { url } of manifest.contributes.jsonValidation) {
      const schema = JSON.parse(readFileSync(path.join(extension?.extensionPath ?? '', url), 'utf8')) as object;
      assert.ok('properties' in schema);
    }
  });
});
