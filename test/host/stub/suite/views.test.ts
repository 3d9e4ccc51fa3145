import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArchwrightApi } from '../../../../client/extension.ts';
import type { Node, NodeTree } from '../../../../client/views/node.ts';
import { archwright, reviewed } from '../../launch/inside.ts';

/** A tree as indented lines: label and description, as a reader sees them. */
async function lines(tree: NodeTree, node?: Node, depth = 0): Promise<string[]> {
  const children = await tree.getChildren(node);
  const parts = await Promise.all(children.map(async (child) => {
    const item = tree.getTreeItem(child);
    const box = item.checkboxState === undefined ? '' : '[ ] ';
    return [
      `${'  '.repeat(depth)}${box}${String(item.label)}${item.description ? ` | ${String(item.description)}` : ''}`,
      ...(await lines(tree, child, depth + 1)),
    ];
  }));
  return parts.flat();
}

describe('the client with a scripted server: views', () => {
  let api: ArchwrightApi;
  before(async () => {
    api = await archwright();
    await reviewed(api);
  });

  it('shows the score with its dimensions and criteria, and what was not measured', async () => {
    assert.deepEqual(await lines(api.views['archwright.score']), [
      'B+ 87.5 of 100 | Request improvements, approve after fixes',
      'Code quality | 26 of 30',
      '  Types and documentation | 8 of 10 – 94% of 212 functions are typed and documented',
      '  Error handling | 10 of 10 – no finding',
      '  Performance | 8 of 10 – 2 findings in 5,000 lines',
      'Security | 9 of 10',
      '  Security practices | 9 of 10 – 1 blocker',
      'Testing | not measured',
      '  Coverage and test quality | not measured – no coverage report; write coverage/lcov.info',
    ]);
  });

  it('shows the blocks by layer, with their findings and files', async () => {
    assert.deepEqual(await lines(api.views['archwright.blocks']), [
      'presentation | 1 block',
      '  web | 1 file, 1 finding',
      '    src/web/page.ts | 1 finding',
      '      Something about long-function | src/web/page.ts:2',
      'data | 1 block',
      '  store | 1 file, 2 findings, modified',
      '    src/data/store.ts | 2 findings',
      '      Something about hardcoded-secret | src/data/store.ts:3, blocker',
      '      Something about long-function | src/data/store.ts:5',
    ]);
  });

  it('shows the checklist: blockers, questions, findings by severity and rule', async () => {
    const shown = await lines(api.views['archwright.checklist']);
    assert.deepEqual(shown.slice(0, 12), [
      'Blockers | 1 of 10 block approval',
      '  Security vulnerabilities | 1 found',
      '    Something about hardcoded-secret | src/data/store.ts:3, blocker',
      '  Data leakage in ML pipelines | not measured',
      '  No type hints on public interfaces | none found',
      '  Bare except clauses | none found',
      '  Hardcoded file paths or URLs | none found',
      '  Missing tests for new functionality | not measured',
      '  [ ] Breaking changes without version updates | the reviewer decides',
      '  Memory leaks or resource leaks | none found',
      '  [ ] API breaking changes without deprecation | the reviewer decides',
      '  Compliance violations (license, privacy) | not measured',
    ]);
    assert.deepEqual(shown.slice(19), [
      'Errors | 1 finding',
      '  security/hardcoded-secret | 1, review §3.1',
      '    Something about hardcoded-secret | src/data/store.ts:3, blocker',
      'Warnings | 2 findings',
      '  quality/long-function | 2, review §3.1',
      '    Something about long-function | src/web/page.ts:2',
      '    Something about long-function | src/data/store.ts:5',
      'In the baseline | 1 finding',
      '  quality/line-length | 1, review §3.1',
      '    Something about line-length | src/web/page.ts:4, in the baseline',
    ]);
  });

  it('opens the file of a finding at its place', async () => {
    const tree = api.views['archwright.checklist'];
    const errors = (await tree.getChildren()).find(({ label }) => label === 'Errors');
    const [rule] = await tree.getChildren(errors);
    const [finding] = await tree.getChildren(rule);
    const command = finding?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[]);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /src\/data\/store\.ts$/u);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
