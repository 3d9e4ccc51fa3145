/** The file of a snapshot. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readSnapshot, writeSnapshot, type Snapshot } from '../../server/blocks/snapshot.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';
import { block, digest, state, states } from './states.ts';

const origin = { at: '2026-01-02T03:04:05.000Z', commit: null, changed: false };
const write = (snapshot: Partial<Snapshot>): string => writeSnapshot({ origin, state: state([]), ...snapshot }, digest);

describe('snapshot', () => {
  after(removeTemporaryFolders);

  it('is read as it was written, and is JSON', () => {
    fc.assert(fc.property(states, (one) => {
      const text = write({ state: one });
      assert.deepEqual(readSnapshot(text, digest), { origin, state: one });
      assert.ok(Array.isArray(JSON.parse(text)));
    }));
  });

  it('is merged by git where two branches changed different blocks, also neighbours', () => {
    const before = state([block('a', ['x']), block('b', ['x']), block('c', ['x'])]);
    const folder = temporaryFolder({ 'now.json': write({ state: before }) });
    const changed = (...blocks: ReturnType<typeof block>[]): string => write({ state: state(blocks) });
    commitAll(folder, 'before');
    gitIn(folder, 'branch', '-M', 'main');
    gitIn(folder, 'checkout', '-q', '-b', 'other');
    writeIn(folder, 'now.json', changed(block('a', ['x', 'y']), block('b', ['x']), block('c', ['x'])));
    commitAll(folder, 'other');
    gitIn(folder, 'checkout', '-q', 'main');
    writeIn(folder, 'now.json', changed(block('a', ['x']), block('b', ['x', 'z']), block('c', ['x'])));
    commitAll(folder, 'main');
    gitIn(folder, 'merge', '-q', '--no-edit', 'other');
    const merged = readSnapshot(readFileSync(join(folder, 'now.json'), 'utf8'), digest) as Snapshot;
    assert.deepEqual(merged.state, state([block('a', ['x', 'y']), block('b', ['x', 'z']), block('c', ['x'])]));
  });

  it('that cannot be used says where and why', () => {
    const text = write({ state: state([block('a', ['x']), block('b', ['y'])]) });
    const lines = text.split('\n');
    const problem = (broken: string): string => {
      const read = readSnapshot(broken, digest);
      return 'message' in read ? `${read.line}: ${read.message}` : 'none';
    };
    const conflict = ['<<<<<<< HEAD', lines[5], '=======', lines[5], '>>>>>>> other'];
    assert.match(problem([...lines.slice(0, 5), ...conflict, ...lines.slice(6)].join('\n')), /^6: A merge conflict/);
    assert.match(problem(text.replace('"version":"1.0.0"', '"version":"1.0.1"')), /^6: The content of "a" does not fit its hash/);
    const newer = { record: 'archwright-snapshot', schemaVersion: 9 };
    const head = JSON.stringify({ ...newer, digest: digest(JSON.stringify(newer)) });
    assert.match(problem(text.replace(lines[1]!, head)), /^2: .*version 9, made by a newer Archwright/);
    assert.match(problem([...lines.slice(0, 7), lines[5], ...lines.slice(8)].join('\n')), /^8: The block "a" is here twice/);
    assert.match(problem(lines.slice(0, 6).join('\n')), /^6: The end of the snapshot is missing/);
    assert.match(problem(text.slice(0, 300)), /This line is not whole|end of the snapshot/);
    for (const other of ['', '{}', '[]', '[1]', 'hello']) assert.match(problem(other), /^1: This is not a snapshot/, other);
  });
});
