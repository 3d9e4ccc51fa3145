/** How often files are read: blocks that are compared together share what they are read from, and imports without types are not followed. */
import assert from 'node:assert/strict';
import type { InterfacePair, InterfaceState } from '../../../server/facts/interface.ts';
import { typescriptInterfaces } from '../../../server/languages/typescript/interface/comparer.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../../kit/memory-file-system.ts';

/** A workspace in which every block uses the same file, and how often each file of it was read. */
function workspace(blocks: number, argument: string): { states: InterfaceState[]; reads: Map<string, number> } {
  const files = new Map([
    ['shared.ts', "import { log } from './body';\nexport interface Shared { id: string }\nexport const same = (one: Shared): Shared => log(one);\n"],
    ['body.ts', 'export const log = <T>(one: T): T => one;\n'],
    ...Array.from({ length: blocks }, (_, at) => [
      `block${at}.ts`, `import type { Shared } from './shared';\nexport const take${at} = (one: Shared, by: ${argument}): Shared => one;\n`] as const),
  ]);
  const reads = new Map<string, number>();
  const fileSystem = memoryFileSystem(files);
  const counting = { ...fileSystem, readFile: (path: string): string | undefined => {
    reads.set(path, (reads.get(path) ?? 0) + 1);
    return fileSystem.readFile(path);
  } };
  const states = Array.from({ length: blocks }, (_, at): InterfaceState => ({
    root: MEMORY_ROOT, fileSystem: counting, files: [...files.keys()], entries: [{ path: `block${at}.ts`, name: '.' }],
  }));
  return { states, reads };
}

function compare(blocks: number, over: Partial<InterfaceState> = {}): { kinds: string[][]; reads: [number, number]; body: number } {
  const [before, after] = [workspace(blocks, 'string'), workspace(blocks, 'number')];
  const pairs = before.states.map((state, at): InterfacePair => ({ before: { ...state, ...over }, after: { ...after.states[at]!, ...over } }));
  const found = typescriptInterfaces.compare(pairs);
  const of = (name: string): [number, number] => [before, after].map(({ reads }) => reads.get(`${MEMORY_ROOT}/${name}`) ?? 0) as [number, number];
  return { kinds: found.map((changes) => changes!.map(({ kind, certainty }) => `${kind} ${certainty}`)), reads: of('shared.ts'), body: of('body.ts')[0] };
}

describe('comparing many blocks of TypeScript', function () {
  this.timeout(120_000);

  it('reads what they have in common as often as for one', () => {
    const [one, many] = [compare(1), compare(12)];
    assert.deepEqual(many.kinds, Array.from({ length: 12 }, () => ['parameter-changed proven']));
    assert.deepEqual(many.reads, one.reads);
  });

  it('describes them as often as one', () => {
    const reads = [1, 12].map((blocks) => {
      const { states, reads: count } = workspace(blocks, 'string');
      assert.equal(typescriptInterfaces.describe(states).length, blocks);
      return count.get(`${MEMORY_ROOT}/shared.ts`);
    });
    assert.equal(reads[1], reads[0]);
  });

  it('does not follow imports that no type comes through', () => {
    assert.ok(compare(1).body > 0);
    const without = compare(1, { typeless: new Map([['shared.ts', new Set(['./body'])]]) });
    assert.equal(without.body, 0);
    assert.deepEqual(without.kinds, [['parameter-changed proven']]);
  });

  it('keeps a block that fails from the others', () => {
    const [before, after] = [workspace(3, 'string'), workspace(3, 'number')];
    const broken = { path: 'block1.ts', get name(): string { throw new Error('cannot be compared'); } };
    for (const over of [{ entries: [broken] }, { root: null! }]) {
      const now = after.states.map((state, at) => (at === 1 ? { ...state, ...over } : state));
      const found = typescriptInterfaces.compare(before.states.map((state, at) => ({ before: state, after: now[at]! })));
      assert.deepEqual(found.map((changes) => changes?.length ?? null), [1, null, 1]);
    }
  });

  it('stops when nobody wants to know', () => {
    const [before, after] = [workspace(3, 'string'), workspace(3, 'number')];
    let asked = 0;
    const found = typescriptInterfaces.compare(before.states.map((state, at) => ({ before: state, after: after.states[at]! })), () => ++asked > 1);
    assert.deepEqual(found.map((changes) => changes?.length ?? null), [1, null, null]);
  });
});
