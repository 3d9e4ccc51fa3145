/** What surrounds a run: a cache that is damaged or cannot be written, a disk that is full, a reader that leaves, links and names. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonReport } from '../../server/protocol/report.ts';
import { PROGRAM, reviewJson, runCli, timeless } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const FILES = { 'src/a.ts': 'export function a(b) { return eval(b); }\n', 'src/c.ts': "import { a } from './a';\nexport const c = a;\n" };

function cached(folder: string, cache: string): JsonReport {
  const { stdout, stderr } = runCli(['review', folder, '--format', 'json'], { env: { ARCHWRIGHT_CACHE: cache } });
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return timeless(stdout);
}

describe('what surrounds a run', () => {
  after(removeTemporaryFolders);

  const damages: Record<string, (text: string) => string> = {
    'with facts of another shape': (text) => text.replace('"module":{', '"module":{"imports":7,').replace('"imports":[', '"imports":null,"other":['),
    'with findings of another shape': (text) => text.replace('"findings":[', '"findings":[{},'),
    'cut in the middle': (text) => text.slice(0, text.length / 2),
    'with other characters': (text) => text.replaceAll('a', '\0'),
    'that is empty': () => '',
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`a cache ${what} counts as missing`, () => {
      const folder = temporaryFolder(FILES);
      const cache = temporaryFolder();
      const report = cached(folder, cache);
      const file = join(cache, readdirSync(cache)[0]!);
      const before = readFileSync(file, 'utf8');
      writeFileSync(file, damage(before));
      assert.notEqual(readFileSync(file, 'utf8'), before);
      assert.deepEqual(cached(folder, cache), report);
    });
  }

  it('a cache that cannot be written only costs time', () => {
    const folder = temporaryFolder(FILES);
    const file = join(temporaryFolder({ cache: '' }), 'cache');
    assert.equal(cached(folder, file).files.typescript, 2);
  });

  // Only Linux has a file that is always full.
  if (existsSync('/dev/full')) it('a result that cannot be written is a sentence and exit code 2', () => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'review', temporaryFolder(FILES), '--format', 'json', '--no-cache'],
      { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^archwright: the result could not be written \(ENOSPC\)$/m);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it('a terminal without a width ends like any other', () => {
    const terminal = 'Object.assign(process.stderr, { isTTY: true, columns: 0, clearLine() {}, cursorTo() {}, moveCursor() {} });';
    const preload = join(temporaryFolder({ 'terminal.cjs': terminal }), 'terminal.cjs');
    const args = ['--require', preload, PROGRAM, 'review', temporaryFolder(FILES), '--no-cache'];
    // One that never ends is stopped, and then has no status.
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' });
    assert.equal(status, 1);
    assert.match(stdout, /Score/);
  });

  it('a link that leads out of the folder or back into it is not followed', () => {
    const folder = temporaryFolder(FILES);
    const outside = temporaryFolder({ 'secret.ts': 'export const outside = 1;\n' });
    for (const [name, target] of [['out', outside], ['up', '..'], ['self', '../src'], ['out.ts', join(outside, 'secret.ts')]] as const)
      symlinkSync(target, join(folder, 'src', name));
    const { report } = reviewJson(folder);
    assert.equal(report.files.typescript, 2);
    assert.deepEqual(report.files.skipped.map(({ path }) => path), ['src/out', 'src/out.ts', 'src/self', 'src/up']);
  });

  it('names of what every object has are names like any other', () => {
    const folder = temporaryFolder({
      'constructor/__proto__/toString.ts': "import { one } from '../../src/a';\nexport const valueOf = one;\nexport function constructor(): void {}\n",
      'toString/__proto__.ts': "import { valueOf } from '../constructor/__proto__/toString';\nexport const b = valueOf;\n",
      'src/a.ts': 'export const one = 1;\n',
      'src/__proto__.py': 'x = {"__proto__": 1}\ndef toString(constructor, __proto__): return x["__proto__"]\n',
      'archwright.jsonc': JSON.stringify({
        blocks: [
          { id: '__proto__', paths: ['constructor/**'], layer: 'toString' }, { id: 'constructor', paths: ['toString/**'], layer: '__proto__' },
          { id: 'toString', paths: ['src/**'], layer: 'constructor' },
        ],
        layers: [
          { id: '__proto__', paths: ['toString/**'] }, { id: 'toString', paths: ['constructor/**'], mayUse: ['constructor'] },
          { id: 'constructor', paths: ['src/**'] },
        ],
      }),
    });
    const { report } = reviewJson(folder);
    const layers = report.graph.blocks.map(({ id, layer }) => [id, layer]);
    assert.deepEqual(layers, [['__proto__', 'toString'], ['constructor', '__proto__'], ['toString', 'constructor']]);
    assert.deepEqual(report.graph.edges.map(({ from, to }) => `${from} -> ${to}`), ['__proto__ -> toString', 'constructor -> __proto__']);
    assert.deepEqual(report.findings.filter(({ ruleId }) => ruleId === 'source/rule-failure'), []);
  });
});
