/** Descriptions of interfaces: the same signature for what no consumer can tell apart, and declarations that compare like the sources. */
import assert from 'node:assert/strict';
import type { InterfaceChange, InterfaceState } from '../../../server/facts/interface.ts';
import { typescriptInterfaces } from '../../../server/languages/typescript/interface/comparer.ts';
import { stateOf } from './fixture.ts';

const compare = (before: InterfaceState, after: InterfaceState): InterfaceChange[] => typescriptInterfaces.compare([{ before, after }])[0]!;

const signatures = (text: string): string[] =>
  typescriptInterfaces.describe([stateOf(new Map([['index.ts', text]]))])[0]!.members.map(({ name, signature }) => `${name}: ${signature}`);

describe('descriptions of TypeScript interfaces', () => {
  it('say the same of what is only written otherwise', () => {
    const one = 'interface Options { host: string; port?: number }\nexport function connect<T>(options: Options, list: T[]): T | null { return null; }\n';
    const other = 'interface Settings { port?: number; host: string }\n'
      + 'export function connect<A>(o: Settings, l: Array<A>): null | A { return l[0] ?? null; }\n';
    assert.deepEqual(signatures(one), ['connect: value (<T0>(#1, Array<T0>) => T0 | null); #1 = type { host: string; port?: number }']);
    assert.deepEqual(signatures(other), signatures(one));
  });

  it('differ where a consumer can notice', () => {
    const base = 'export class Shop { private a = 1; protected b = ""; open(): void {} }\n';
    for (const changed of [base.replace('private a = 1; ', ''), base.replace('protected ', ''), base.replace('void', 'number | void'), `abstract ${base}`]) {
      assert.notDeepEqual(signatures(changed.replace(/^abstract export/, 'export abstract')), signatures(base));
    }
    assert.deepEqual(signatures(base.replace('a = 1', 'a = ""')), signatures(base));
  });

  it('tell places and deprecations', () => {
    const [description] = typescriptInterfaces.describe([stateOf(new Map([['index.ts',
      'const x = 1;\n/** @deprecated use `b` */\nexport function a(): void {}\n']]))]);
    assert.deepEqual(description!.members, [{ name: 'a', signature: 'value (() => void)', path: 'index.ts', span: [3, 17, 3, 18], deprecated: 'use `b`' }]);
  });

  it('hold declarations that compare like the sources', () => {
    const sources = new Map([['index.ts', "export { place } from './place';\n"], ['place.ts', 'export const place = (id: string) => ({ id });\n']]);
    const { declarations } = typescriptInterfaces.describe([stateOf(sources, ['index.ts'])])[0]!;
    assert.deepEqual(declarations.map(({ path, name }) => `${path} ${name}`), ['index.d.ts .', 'place.d.ts ']);
    const snapshot = stateOf(new Map(declarations.map(({ path, text }) => [path, text])), ['index.d.ts']);
    assert.deepEqual(compare(snapshot, stateOf(sources, ['index.ts'])), []);
    const changed = stateOf(new Map([...sources, ['place.ts', 'export const place = (id: number) => ({ id });\n']]), ['index.ts']);
    assert.deepEqual(compare(snapshot, changed).map(({ kind, certainty }) => `${kind} ${certainty}`), [
      'parameter-changed proven', 'property-changed proven',
    ]);
  });
});
