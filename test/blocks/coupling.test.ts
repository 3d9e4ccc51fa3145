import assert from 'node:assert/strict';
import { couplingOf } from '../../server/blocks/health/coupling.ts';
import { buildModel } from '../../server/graph/build.ts';
import { allSteps } from '../../server/text/steps.ts';
import type { ModuleFacts } from '../../server/facts/module-facts.ts';
import { asWritten, block, moduleFacts, SPAN } from '../graph/modules.ts';

const interfaceNamed = (name: string) => ({ name, kind: 'interface' as const, typeOnly: true, from: null, imported: null, span: SPAN });
const classNamed = (name: string, abstract: boolean) => ({ name, public: true, abstract, extends: [], implements: [], methods: 1, fields: 0, span: SPAN });

function coupling(modules: ModuleFacts[], id = 'a') {
  const model = allSteps(buildModel({
    modules, resolver: asWritten, layers: [], blocks: [block('a', ['a/**']), block('b', ['b/**'])], configured: { layers: false, blocks: true },
  }));
  return couplingOf(model, model.blocks.get(id)!);
}

describe('the coupling of a block', () => {
  it('counts files outside that use it and that it uses, each once, without tests', () => {
    const modules = [
      moduleFacts('a/1.ts', ['b/1.ts', 'a/2.ts']), moduleFacts('a/2.ts', ['b/1.ts']), moduleFacts('b/1.ts', []), moduleFacts('b/2.ts', ['a/1.ts', 'a/2.ts']),
      moduleFacts('b/3.ts', ['a/1.ts']), moduleFacts('b/3.test.ts', ['a/1.ts'], { role: 'test' }), moduleFacts('a/1.test.ts', ['b/2.ts'], { role: 'test' }),
    ];
    assert.deepEqual(coupling(modules), { instability: 1 / 3, abstractness: null, distance: null });
  });

  it('has the distance of its abstractness and instability from the main sequence', () => {
    const facts = { exports: [interfaceNamed('I')], classes: [classNamed('A', true), classNamed('B', false), classNamed('C', false)] };
    assert.deepEqual(coupling([moduleFacts('a/1.ts', ['b/1.ts'], facts), moduleFacts('b/1.ts')]), { instability: 1, abstractness: 0.5, distance: 0.5 });
  });

  it('is not known of a block that stands alone', () => {
    assert.deepEqual(coupling([moduleFacts('a/1.ts')]), { instability: null, abstractness: null, distance: null });
  });
});
