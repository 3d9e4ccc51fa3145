/** What a change is called in words: as the project writes its types, without a trace of how they were compared. */
import assert from 'node:assert/strict';
import { typescriptInterfaces } from '../../../server/languages/typescript/interface/comparer.ts';
import { stateOf } from './fixture.ts';

function messages(before: Record<string, string>, after: Record<string, string>): string[] {
  const state = (files: Record<string, string>) => stateOf(new Map(Object.entries(files)), ['index.ts']);
  return typescriptInterfaces.compare([{ before: state(before), after: state(after) }])[0]!.map(({ message }) => message);
}

describe('words for changes of TypeScript interfaces', function () {
  this.timeout(120_000);

  it('a module that is a value is named from the root of the project', () => {
    const index = (file: string): string => `import * as fruit from './${file}';\nexport const all = fruit;\n`;
    const before = { 'index.ts': index('plum'), 'plum.ts': 'export const a = 1;\n' };
    const after = { 'index.ts': index('pear'), 'pear.ts': 'export const b = 1;\n' };
    assert.deepEqual(messages(before, after), [
      'The value all changed from typeof import("./plum") to typeof import("./pear").',
    ]);
  });

  it('a module that only moved its text is no change', () => {
    const index = "import * as fruit from './plum';\nexport const all = fruit;\n";
    const of = (plum: string): Record<string, string> => ({ 'index.ts': index, 'plum.ts': plum });
    assert.deepEqual(messages(of('export const a = 1;\n'), of('\n// Sweet.\nexport const a = 1;\n')), []);
  });

  it('a member of an enum is named with its enum', () => {
    const kinds = 'export enum Kind { Plum, Pear }\n';
    const index = (type: string): string => `import { Kind } from './kinds';\nexport const best${type} = Kind.Pear;\n`;
    assert.deepEqual(messages({ 'index.ts': index(''), 'kinds.ts': kinds }, { 'index.ts': index(': Kind'), 'kinds.ts': kinds }), [
      'The value best was widened from Kind.Pear to Kind (read as output).',
    ]);
  });
});
