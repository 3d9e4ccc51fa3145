/** Entries that come and go: what stays reachable keeps its names. */
import assert from 'node:assert/strict';
import { compareMembers, namedAlike, type NamedInterface } from '../../../server/blocks/exported-names.ts';
import type { InterfaceState } from '../../../server/facts/interface.ts';
import { typescriptInterfaces } from '../../../server/languages/typescript/interface/comparer.ts';
import { stateOf } from './fixture.ts';

const PLUM = 'export const pick = (size: number): number => size;\n';
const STONE = 'export const stone = 1;\n';

function state(files: Record<string, string>): InterfaceState {
  const names = Object.keys(files);
  return { ...stateOf(new Map(Object.entries(files))), entries: names.map((name) => ({ path: name, name: `./${name.replace('.ts', '')}` })) };
}

function changes(before: Record<string, string>, after: Record<string, string>): string[] {
  const [found] = typescriptInterfaces.compare([{ before: state(before), after: state(after) }]);
  return found!.map(({ kind, name, effect, certainty }) => `${kind} ${name} ${effect} ${certainty}`);
}

describe('entries of a TypeScript interface', function () {
  this.timeout(120_000);

  it('a file that joins the only one adds, and takes nothing away', () => {
    assert.deepEqual(changes({ 'plum.ts': PLUM }, { 'plum.ts': PLUM, 'stone.ts': STONE }), [
      'subpath-added ./stone minor proven', 'export-added ./stone#stone minor proven',
    ]);
  });

  it('what changes in the first file is still told as a change', () => {
    assert.deepEqual(changes({ 'plum.ts': PLUM }, { 'plum.ts': PLUM.replace('size: number', 'size: string'), 'stone.ts': STONE }), [
      'parameter-changed ./plum#pick(size) major proven', 'subpath-added ./stone minor proven', 'export-added ./stone#stone minor proven',
    ]);
  });

  it('one of two files that goes takes only its own names along', () => {
    assert.deepEqual(changes({ 'plum.ts': PLUM, 'stone.ts': STONE }, { 'plum.ts': PLUM }), [
      'subpath-removed ./stone major heuristic', 'export-removed ./stone#stone major proven',
    ]);
  });

  it('names by facts alone are held against each other in the same way', () => {
    const entry = (name: string): NamedInterface['entries'][number] => ({ path: `${name}.ts`, name: `./${name}` });
    const member = (name: string, file: string): NamedInterface['members'][number] => ({ name, signature: 'const', path: `${file}.ts`, span: [1, 1, 1, 2] });
    const one: NamedInterface = { by: 'facts', entries: [entry('plum')], members: [member('pick', 'plum')] };
    const two: NamedInterface = {
      by: 'facts', entries: [entry('plum'), entry('stone')], members: [member('./plum: pick', 'plum'), member('./stone: stone', 'stone')],
    };
    const told = (before: NamedInterface, after: NamedInterface): string[] => (
      compareMembers(namedAlike(before, after), namedAlike(after, before), true).map(({ message }) => message));
    assert.deepEqual(told(one, two), ['`./stone: stone` is exported now.']);
    assert.deepEqual(told(two, one), ['`./stone: stone` is no longer exported.']);
    assert.deepEqual(told(one, one), []);
  });
});
