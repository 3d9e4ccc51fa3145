import assert from 'node:assert/strict';
import { readContractText } from '../../server/languages/kit/contract-text.ts';

const NOTHING = { block: null, responsibility: null, input: null, output: null, dependencies: null };

describe('the contract in a comment', () => {
  it('is read from documentation comments, docstrings and lines of comments alike', () => {
    const lines = ['Block: Orders', 'Responsible for: taking orders', 'Input: NewOrder', 'Output: Order', 'Dependencies: Stock, Billing.'];
    const expected = { block: 'Orders', responsibility: 'taking orders', input: 'NewOrder', output: 'Order', dependencies: ['Stock', 'Billing'] };
    for (const text of [
      `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */`, `"""\n    ${lines.join('\n    ')}\n    """`, lines.map((line) => `# ${line}`).join('\n'),
      `'''${lines.join('\r\n')}'''`, `/** ${lines.join('\n ')} */`,
    ]) assert.deepEqual(readContractText(text), expected, text);
  });

  it('goes on in lines that are indented further, and in lists', () => {
    const text = '/**\n * Responsible for: taking\n *   orders\n * and no more\n * Dependencies:\n * - Stock: counts\n * - Billing (optional)\n */';
    assert.deepEqual(readContractText(text), {
      ...NOTHING, responsibility: 'taking orders', dependencies: ['Stock', 'Billing'],
    });
  });

  it('ends at the next paragraph, and counts each field once', () => {
    const text = 'Responsible for: a\n\n  more\nResponsible for: b\nDependencies: none';
    assert.deepEqual(readContractText(text), { ...NOTHING, responsibility: 'a', dependencies: [] });
  });

  it('knows tags with and without a colon', () => {
    assert.deepEqual(readContractText('/**\n * @block Orders\n * @dependencies: Stock\n */'), { ...NOTHING, block: 'Orders', dependencies: ['Stock'] });
  });

  it('is not looked for in examples of code', () => {
    for (const text of [
      '/**\n * Makes an editor.\n *\n * @example\n * define({\n *   dependencies: [Base, Other],\n * })\n */',
      '/**\n * Makes an editor:\n * ```\n * Responsible for: a\n * Dependencies: Base\n * ```\n */',
      '/**\n * Makes an editor. define({\n *   dependencies: [\n *     Base,\n *   ],\n * })\n */',
      'Makes one.\n\n>>> make(\n>>> dependencies: Base',
    ]) assert.equal(readContractText(text), null, text);
    const after = '/**\n * Responsible for: a\n * ```\n * Dependencies: Base\n * ```\n * Dependencies: Stock\n */';
    assert.deepEqual(readContractText(after), { ...NOTHING, responsibility: 'a', dependencies: ['Stock'] });
  });

  it('is none where only input and output are described, or the words stand within a sentence', () => {
    for (const text of ['Input: a\nOutput: b', 'It is responsible for: much', 'The dependencies: a', ''])
      assert.equal(readContractText(text), null, text);
  });
});
