/** `archwright blocks` of the built program. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonBlocks } from '../../server/protocol/blocks.ts';
import { commitAll } from '../kit/git-repository.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILES = {
  'archwright.jsonc': '{ "blocks": [{ "id": "orders", "paths": ["src/orders/**"], "version": "1.2.0" }, { "id": "stock", "paths": ["src/stock/**"] }] }\n',
  'src/orders/index.ts': '/**\n * Responsible for: taking orders\n * Input: a name (string)\n * Output: a number (number)\n * Dependencies: Stock\n */\n'
    + "import { count } from '../stock/stock';\n/** Places an order. @param name who @returns its number */\n"
    + 'export const place = (name: string): number => count(name);\n',
  'src/stock/stock.ts': '/** Counts. @param name what @returns how many */\nexport const count = (name: string): number => name.length;\n',
  'test/orders.test.ts': "import { place } from '../src/orders/index';\nit('places', () => expect(place('a')).toBe(1));\n",
};

describe('archwright blocks', () => {
  after(removeTemporaryFolders);
  const json = (folder: string, ...more: string[]): JsonBlocks => JSON.parse(runCli(['blocks', folder, '--format', 'json', ...more]).stdout) as JsonBlocks;

  it('shows contract, figures and checklist of each, with figures from git where there is a repository', () => {
    const folder = temporaryFolder(FILES);
    const outside = json(folder);
    assert.deepEqual(outside.blocks.map(({ id }) => id), ['orders', 'stock']);
    const [orders, stock] = outside.blocks;
    assert.deepEqual(orders!.contract, {
      responsibility: 'taking orders', input: 'a name (string)', output: 'a number (number)', dependencies: ['stock'], source: 'contract',
    });
    assert.deepEqual([orders!.version, orders!.state, orders!.layer], ['1.2.0', 'active', null]);
    assert.deepEqual(stock!.contract, { responsibility: null, input: null, output: null, dependencies: null, source: null });
    assert.equal(orders!.checklist.length, 12);
    const { score, grade, ...figures } = orders!.health;
    assert.ok(score !== null && grade !== null);
    assert.deepEqual(figures, {
      tests: 1, coverage: null, findings: { error: 0, warning: 0, info: 0 }, instability: 1, abstractness: null, distance: null, churn: null, hotspot: null,
      busFactor: null, changesWith: null, changedAt: null, reviewedAt: null,
    });
    commitAll(folder, 'first');
    const { churn, hotspot, busFactor, changesWith } = json(folder).blocks[0]!.health;
    assert.deepEqual([churn, hotspot, busFactor, changesWith], [9, 100, 1, []]);
  });

  it('shows one in detail, and what could not be measured', () => {
    const folder = temporaryFolder(FILES);
    const { stdout, stderr, status } = runCli(['blocks', '--of', 'orders', folder]);
    assert.equal(status, 0);
    assert.match(stderr, /Churn, hotspots and authors are not known: not a git repository/);
    assert.match(stdout, /^orders {2}1\.2\.0 · active/);
    assert.match(stdout, /\n {2}Responsible for {2}taking orders\n/);
    assert.match(stdout, /\n {2}✔ Contract stated, interface typed +Contract stated and public functions typed\n/);
    assert.doesNotMatch(stdout, /\nstock/);
    assert.match(runCli(['blocks', folder, '--format', 'markdown']).stdout, /^# Blocks\n\n\| Block \|/);
    assert.match(runCli(['blocks', folder, '--format', 'html']).stdout, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(runCli(['blocks', folder]).stdout, /^Block +State +Version/);
  });

  it('ticks an item until the interface changes, and takes it back', () => {
    const folder = temporaryFolder(FILES);
    const item = () => json(folder).blocks[0]!.checklist.find(({ id }) => id === 'code-review')!;
    assert.equal(runCli(['blocks', 'tick', 'orders', 'code-review', '--by', 'Ada', '--folder', folder]).status, 0);
    assert.deepEqual([item().done, item().by, item().expired], [true, 'Ada', false]);
    assert.equal(json(folder).blocks[0]!.health.reviewedAt, item().at);
    writeIn(folder, 'src/orders/index.ts', `${FILES['src/orders/index.ts']}/** More. */\nexport const more = 1;\n`);
    assert.deepEqual([item().done, item().expired], [false, true]);
    assert.equal(runCli(['blocks', 'tick', 'orders', 'code-review', '--remove', '--folder', folder]).status, 0);
    assert.deepEqual([item().done, item().expired], [null, false]);
  });

  it('lets a tick expire with a signature, and not with what nobody outside can notice', () => {
    const typescript = (parameter: string, body: string): string => `export function place(${parameter}): string {\n  return ${body};\n}\n`;
    const python = (parameter: string, body: string): string => `def place(${parameter}) -> str:\n    return ${body}\n`;
    for (const [path, text] of [['src/orders/index.ts', typescript], ['src/orders/__init__.py', python]] as const) {
      const blocks = [{ id: 'orders', paths: ['src/orders/**'] }];
      const folder = temporaryFolder({ 'archwright.jsonc': JSON.stringify({ blocks }), [path]: text('id: string', 'id') });
      const expired = () => json(folder).blocks[0]!.checklist.find(({ id }) => id === 'code-review')!.expired;
      assert.equal(runCli(['blocks', 'tick', 'orders', 'code-review', '--by', 'Ada', '--folder', folder]).status, 0);
      writeIn(folder, path, text('id: string', '"x" + id'));
      assert.equal(expired(), false, path);
      writeIn(folder, path, text('id: number', '"x" + id'));
      assert.equal(expired(), true, path);
    }
  });

  it('reads in the matrix what `matrix` wrote, whatever a block is called', () => {
    const folder = temporaryFolder({ ...FILES, 'archwright.jsonc': FILES['archwright.jsonc'].replace('"stock"', '"my_stock*"') });
    const diagrams = () => json(folder).blocks.map(({ id, checklist }) => [id, checklist.find((each) => each.id === 'diagram')!.done]);
    assert.deepEqual(diagrams(), [['my_stock*', null], ['orders', null]]);
    assert.equal(runCli(['matrix', folder]).status, 0);
    assert.deepEqual(diagrams(), [['my_stock*', true], ['orders', true]]);
    writeIn(folder, 'src/orders/index.ts', 'export const place = 1;\n');
    assert.deepEqual(diagrams(), [['my_stock*', true], ['orders', false]]);
  });

  it('starts decision records, and shows them at their blocks', () => {
    const folder = temporaryFolder(FILES);
    for (const title of ['Keep orders in one table', 'Count "stock" — once?'])
      assert.equal(runCli(['blocks', 'decide', title, '--block', 'stock', '--folder', folder]).status, 0);
    assert.match(readFileSync(join(folder, 'architecture/decisions/0002-count-stock-once.md'), 'utf8'), /\n# Count "stock" — once\?\n/);
    assert.deepEqual(json(folder).blocks.map(({ decisions }) => decisions.map(({ number, title, status }) => [number, title, status])), [
      [], [[1, 'Keep orders in one table', 'proposed'], [2, 'Count "stock" — once?', 'proposed']],
    ]);
  });

  it('says what it does not know, and overwrites nothing that it cannot read', () => {
    const folder = temporaryFolder({ ...FILES, 'architecture/checklist.json': '{\n<<<<<<< ours\n' });
    for (const [args, words] of [
      [['--of', 'ordrs', folder], 'There is no block "ordrs". Did you mean "orders"?'],
      [['tick', 'orders', 'nothing', '--folder', folder], 'The checklist has no item "nothing"'],
      [['tick', 'orders', 'rollback', '--by', 'Ada', '--folder', folder], 'architecture/checklist.json holds a merge conflict; resolve it first.'],
      [['decide', '—', '--folder', folder], 'A decision needs a title'],
      [['decide', 'A', '--block', 'x', '--folder', folder], 'There is no block "x". The blocks are orders, stock.'],
    ] as const) {
      const { status, stderr } = runCli(['blocks', ...args]);
      assert.equal(status, 2, stderr);
      assert.ok(stderr.includes(words), stderr);
    }
    assert.equal(readFileSync(join(folder, 'architecture/checklist.json'), 'utf8'), '{\n<<<<<<< ours\n');
  });
});
