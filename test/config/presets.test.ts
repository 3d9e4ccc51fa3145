import assert from 'node:assert/strict';
import { PRESETS } from '../../server/config/config.ts';
import { presetLayers } from '../../server/config/presets.ts';
import { createAssigner } from '../../server/graph/assign.ts';
import { stronglyConnected } from '../../server/graph/components.ts';

const directions = (preset: (typeof PRESETS)[number]): Record<string, string> =>
  Object.fromEntries(presetLayers(preset).map(({ id, mayUse }) => [id, mayUse.join(' ')]));

describe('presets', () => {
  it('let each of the four layers use only the next one and the infrastructure', () => {
    assert.deepEqual(directions('layered'), {
      presentation: 'business infrastructure',
      business: 'data infrastructure',
      data: 'infrastructure',
      infrastructure: '',
    });
  });

  it('let imports point only inwards in clean and hexagonal architectures', () => {
    assert.deepEqual(directions('clean'), {
      infrastructure: 'presentation application domain',
      presentation: 'application domain',
      application: 'domain',
      domain: '',
    });
    assert.deepEqual(directions('hexagonal'), { adapters: 'application ports domain', application: 'ports domain', ports: 'domain', domain: '' });
  });

  it('let slices use only the layers below, and mark the layers that have slices', () => {
    assert.deepEqual(directions('feature-sliced'), {
      app: 'processes pages widgets features entities shared', processes: 'pages widgets features entities shared', pages: 'widgets features entities shared',
      widgets: 'features entities shared', features: 'entities shared', entities: 'shared', shared: '',
    });
    assert.deepEqual(
      presetLayers('feature-sliced')
        .filter(({ sliced }) => sliced)
        .map(({ id }) => id),
      ['processes', 'pages', 'widgets', 'features', 'entities'],
    );
    assert.deepEqual(PRESETS.filter((preset) => preset !== 'feature-sliced').flatMap((preset) => presetLayers(preset).filter(({ sliced }) => sliced)), []);
  });

  it('let pipeline stages use the stages before them, but keep raw data and training out of deployment', () => {
    assert.deepEqual(directions('ml-pipeline'), {
      pipeline: 'deployment evaluation training models features preprocessing ingestion',
      deployment: 'evaluation models features preprocessing',
      evaluation: 'training models features preprocessing ingestion',
      training: 'models features preprocessing ingestion',
      models: 'features preprocessing',
      features: 'preprocessing ingestion',
      preprocessing: 'ingestion',
      ingestion: '',
    });
  });

  it('recognise folders and, for pipeline stages, modules', () => {
    const layerOf = (preset: (typeof PRESETS)[number], ...paths: string[]): (string | null)[] => paths.map(createAssigner(presetLayers(preset)).idOf);
    assert.deepEqual(layerOf('layered', 'src/business/a.ts', 'business/data/a.py', 'src/index.ts'), ['business', 'business', null]);
    assert.deepEqual(layerOf('ml-pipeline', 'ai/model_training.py', 'ai/training/a.py', 'ai/features/b.py', 'ai/data_pipeline.py', 'ai/x.py'), [
      'training',
      'training',
      'features',
      'pipeline',
      null,
    ]);
    assert.deepEqual(layerOf('clean', 'src/use-cases/a.ts', 'src/entities/a.ts', 'src/infra/a.ts'), ['application', 'domain', 'infrastructure']);
  });

  for (const preset of PRESETS) {
    it(`name only existing layers, without a cycle: ${preset}`, () => {
      const layers = new Map(presetLayers(preset).map(({ id, mayUse }) => [id, mayUse]));
      for (const used of [...layers.values()].flat()) assert.ok(layers.has(used), used);
      assert.equal(stronglyConnected({ nodes: [...layers.keys()], next: (id) => layers.get(id)! }).length, layers.size);
    });
  }

  it('return a new object each time', () => {
    presetLayers('clean')[0]!.mayUse.push('spoilt');
    assert.deepEqual(presetLayers('clean')[0]!.mayUse, ['presentation', 'application', 'domain']);
  });
});
