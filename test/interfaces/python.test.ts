/** The comparison of Python interfaces against pairs whose changes were written down by hand. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { InterfaceChange, InterfaceState } from '../../server/facts/interface.ts';
import { pythonInterfaces } from '../../server/languages/python/interface/comparer.ts';
import { CHANGE_KINDS } from '../../server/languages/python/interface/kinds.ts';
import { loadParser } from '../../server/languages/python/parser.ts';
import { readInterfacePairs } from '../kit/interface-fixture.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

const FOLDER = path.join(import.meta.dirname, 'python');
const pairs = readdirSync(FOLDER).filter((file) => file.endsWith('.md')).flatMap((file) => readInterfacePairs(path.join(FOLDER, file)));

const compare = (before: InterfaceState, after: InterfaceState): InterfaceChange[] => pythonInterfaces.compare([{ before, after }])[0]!;
const short = ({ kind, name, effect }: InterfaceChange): string => `${kind} \`${name}\` ${effect}`;
const sorted = (changes: InterfaceChange[]): string[] => changes.map(short).sort();

/** What is left of a state in a snapshot. */
function declared(state: InterfaceState): InterfaceState {
  const { declarations } = pythonInterfaces.describe([state])[0]!;
  const files = new Map(declarations.map(({ path: file, text }) => [file, text]));
  return {
    root: MEMORY_ROOT, fileSystem: memoryFileSystem(files), files: [...files.keys()],
    entries: declarations.filter(({ name }) => name !== '').map(({ path: file, name }) => ({ path: file, name })),
  };
}

/** What `describe` says of a state, without places. */
function described(state: InterfaceState): string[] {
  return pythonInterfaces.describe([state])[0]!.members.map(({ name, signature, deprecated }) => `${name} ${signature} ${deprecated ?? '-'}`);
}

describe('interfaces of Python', () => {
  before(() => loadParser());

  for (const { title, expected, before: one, after: other } of pairs) {
    it(title, () => {
      const changes = compare(one, other);
      assert.deepEqual(sorted(changes), expected.map(({ change }) => change));
      for (const { change, message } of expected) {
        const worded = message === null || changes.some((each) => short(each) === change && each.message === message);
        assert.ok(worded, `${change}: ${String(message)}`);
      }
    });
  }

  describe('a snapshot', () => {
    for (const { title, expected, before: one, after: other } of pairs)
      it(`compares like the sources: ${title}`, () => {
        assert.deepEqual(sorted(compare(declared(one), declared(other))), expected.map(({ change }) => change));
      });
  });

  describe('signatures', () => {
    for (const { title, isSilent, before: one, after: other } of pairs)
      it(`${isSilent ? 'are equal' : 'differ'}: ${title}`, () => {
        if (isSilent) assert.deepEqual(described(other), described(one));
        else assert.notDeepEqual(described(other), described(one));
      });
  });

  it('change in no way between a state and itself', () => {
    for (const { before: one } of pairs) assert.deepEqual(compare(one, one), []);
  });

  it('have an example for every kind of change, with the effect that the catalogue names', () => {
    const shown = new Set(pairs.flatMap(({ expected }) => expected.map(({ change }) => change.replace(/ `.*` /, ' '))));
    assert.deepEqual(CHANGE_KINDS.map(({ id, effect }) => `${id} ${effect}`).filter((each) => !shown.has(each)), []);
    assert.equal(new Set(CHANGE_KINDS.map(({ id }) => id)).size, CHANGE_KINDS.length);
  });
});
