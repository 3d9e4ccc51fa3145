import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, finding, replace, rulesIn, silence } from '../launch/inside-findings.ts';
import { archwright, eventually, file, reviewed } from '../launch/inside.ts';

const EXPECTED: [path: string, rule: string, line: number][] = [
  ['src/data/store.ts', 'architecture/layer-crossing', 1],
  ['src/domain/orders/orders.ts', 'architecture/block-cycle', 1],
  ['src/domain/prices/prices.ts', 'architecture/import-cycle', 1],
  ['src/domain/orders/orders.ts', 'architecture/import-cycle', 1],
  ['src/data/store.ts', 'quality/deep-nesting', 15],
  ['src/ml/report.js', 'quality/swallowed-error', 11],
];

describe('diagnostics', () => {
  before(async () => reviewed(await archwright()));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [path, rule, line] of EXPECTED) {
    it(`shows ${rule} in ${path}`, async () => {
      const { range, message } = await finding(file(path), rule);
      assert.equal(range.start.line + 1, line);
      assert.ok(message.length > 10);
    });
  }

  it('links a finding to the page of its rule', async () => {
    const { code } = await finding(file('src/data/store.ts'), 'architecture/layer-crossing');
    assert.ok(typeof code === 'object' && code.target.toString().length > 0);
  });

  it('reviews unsaved text, and applies a quick fix there', async () => {
    const path = 'src/data/store.ts';
    const document = await vscode.workspace.openTextDocument(file(path));
    await vscode.window.showTextDocument(document);
    await replace(document, `import { Page } from '../web/page';\n`, `\n\nimport { Page } from '../web/page';\n`);
    const moved = await finding(document.uri, 'architecture/layer-crossing', 2);
    const explain = await action(document.uri, moved, /^Explain architecture\/layer-crossing$/u);
    assert.equal(explain.command?.command, 'archwright.explainRule');
    const suppress = await action(document.uri, moved, /^Suppress architecture\/layer-crossing for this line/u);
    assert.equal(suppress.command?.command, 'archwright.suppressWithReason');
    const fix = await action(document.uri, moved, /^Import only the types$/u);
    assert.ok(fix.edit, 'the fix brings its edits');
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    assert.match(document.getText(), /^\n\nimport type \{ Page \} from '\.\.\/web\/page';\n/u);
    assert.equal(document.isDirty, true);
    await silence('architecture/layer-crossing', document.uri);
  });

  it('clears a cycle from both files when one is fixed, and brings it back', async () => {
    const prices = await vscode.workspace.openTextDocument(file('src/domain/prices/prices.ts'));
    await vscode.window.showTextDocument(prices);
    await finding(file('src/domain/orders/orders.ts'), 'architecture/block-cycle');
    await replace(prices, `import { CURRENCY } from '../orders/orders';`, `const CURRENCY: string = 'EUR';`);
    await eventually('no cycle in either file', () => ['src/domain/orders/orders.ts', 'src/domain/prices/prices.ts']
      .every((path) => !rulesIn(file(path)).some((rule) => rule.endsWith('-cycle'))) || undefined);
    await vscode.commands.executeCommand('undo');
    await finding(file('src/domain/orders/orders.ts'), 'architecture/block-cycle');
    await finding(file('src/domain/prices/prices.ts'), 'architecture/import-cycle');
  });

  it('shows a bad configuration at its place', async () => {
    const document = await vscode.workspace.openTextDocument(file('archwright.jsonc'));
    assert.equal(document.languageId, 'jsonc');
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    await replace(document, '"mayUse": ["data"]', '"mayUse": ["nowhere"]');
    await document.save();
    const problem = await eventually('the problem', () =>
      vscode.languages.getDiagnostics(document.uri).find(({ source, message }) => source === 'archwright' && message.includes('nowhere')),
    );
    assert.equal(problem.range.start.line, 4);
    await replace(document, document.getText(), before);
    await document.save();
    await eventually('no problem', () => vscode.languages.getDiagnostics(document.uri).every(({ message }) => !message.includes('nowhere')) || undefined);
  });
});
