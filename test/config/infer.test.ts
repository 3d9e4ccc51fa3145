import assert from 'node:assert/strict';
import fc from 'fast-check';
import { infer, type Inference, type PackageManifest } from '../../server/config/infer.ts';
import type { FileRole } from '../../server/facts/module-facts.ts';
import { createAssigner } from '../../server/graph/assign.ts';

/** Infers from paths, separated by blanks; `a/{b,c}.ts` is two. */
function inferred(text: string, packages: PackageManifest[] = [], role: FileRole = 'source'): Inference {
  const paths = text.split(/\s+/).filter(Boolean).flatMap((path) => {
    const braces = /^(.*)\{(.*)\}(.*)$/.exec(path);
    return braces === null ? [path] : braces[2]!.split(',').map((each) => braces[1]! + each + braces[3]!);
  });
  return infer({ files: paths.map((path) => ({ path, role })), packages });
}

const blocks = (text: string, packages?: PackageManifest[]): Record<string, string> =>
  Object.fromEntries(inferred(text, packages).blocks.map(({ id, paths }) => [id, paths.join(' ')]));
const layers = (text: string): Record<string, string> =>
  Object.fromEntries(inferred(text).layers.map(({ id, paths, mayUse }) => [id, `${paths.join(' ')} -> ${mayUse.join(' ')}`.trim()]));

describe('layers from folder names', () => {
  it('are those of the guidelines, each closed to the layers above it', () => {
    assert.deepEqual(layers('src/presentation/a.py src/business/b.py src/data/c.py src/infrastructure/d.py'), {
      presentation: 'src/presentation/** -> business data infrastructure',
      business: 'src/business/** -> data infrastructure',
      data: 'src/data/** -> infrastructure',
      infrastructure: 'src/infrastructure/** ->',
    });
  });

  it('are recognised by other names, in the order of their family; all around a core is one layer', () => {
    assert.deepEqual(layers('src/controllers/a.ts src/routes/a.ts src/services/b.ts src/repositories/c.ts src/infra/d.ts src/utils/e.ts'), {
      presentation: 'src/controllers/** src/routes/** -> business data infrastructure',
      business: 'src/services/** -> data infrastructure',
      data: 'src/repositories/** -> infrastructure',
      infrastructure: 'src/infra/** ->',
    });
    assert.deepEqual(layers('src/ui/a.ts src/domain/b.ts src/persistence/c.ts'), {
      presentation: 'src/ui/** -> inside',
      inside: 'src/domain/** src/persistence/** ->',
    });
  });

  it('of a clean architecture keep the inside independent of the outside', () => {
    assert.deepEqual(layers('src/domain/a.ts src/use-cases/b.ts src/infrastructure/c.ts src/web/d.ts'), {
      outside: 'src/infrastructure/** src/web/** -> application domain',
      application: 'src/use-cases/** -> domain',
      domain: 'src/domain/** ->',
    });
  });

  it('are collected from all features that have them', () => {
    const { layers: found, explanation } = inferred('src/users/{domain,application}/a.ts src/orders/{domain,application}/a.ts');
    assert.deepEqual(found.map(({ id, paths, mayUse, scope, inferred: guessed, places }) => ({ id, paths, mayUse, scope, guessed, places })), [
      { id: 'application', paths: ['src/orders/application/**', 'src/users/application/**'], mayUse: ['domain'], scope: 'clean', guessed: true, places: [] },
      { id: 'domain', paths: ['src/orders/domain/**', 'src/users/domain/**'], mayUse: [], scope: 'clean', guessed: true, places: [] },
    ]);
    assert.equal(explanation[0], '"application" and "domain" in "src/orders" and "src/users" are names of the clean architecture, so they are the layers '
      + 'application and domain.');
  });

  it('of hexagons and slices are recognised', () => {
    assert.deepEqual(layers('src/adapters/a.ts src/ports/b.ts src/domain/c.ts src/application/d.ts'), {
      adapters: 'src/adapters/** -> application domain',
      application: 'src/application/** -> domain',
      domain: 'src/domain/** ->',
    });
    assert.deepEqual(layers('src/adapters/a.ts src/ports/b.ts src/model/c.ts'), { adapters: 'src/adapters/** -> ports', ports: 'src/ports/** ->' });
    assert.deepEqual(layers('src/app/a.ts src/features/x/a.ts src/entities/b.ts src/shared/c.ts'), {
      app: 'src/app/** -> features entities shared',
      features: 'src/features/** -> entities shared',
      entities: 'src/entities/** -> shared',
      shared: 'src/shared/** ->',
    });
  });

  it('of a pipeline may be modules', () => {
    assert.deepEqual(layers('ml/{data_preprocessing,feature_engineering,model_training,model_evaluation,other}.py'), {
      training: 'ml/model_evaluation.py ml/model_training.py -> features preprocessing',
      features: 'ml/feature_engineering.py -> preprocessing',
      preprocessing: 'ml/data_preprocessing.py ->',
    });
  });

  it('put controllers beside use cases into the outermost layer', () => {
    const found = layers('src/useCases/pay/{Pay,PayController}.ts src/domain/a.ts src/infra/b.ts');
    assert.match(found['application']!, /^src\/useCases\/\*\* !src\/useCases\/\*\*\/\*Controller\.\* /);
    const assigner = createAssigner(inferred('src/useCases/pay/{Pay,PayController}.ts src/domain/a.ts src/infra/b.ts').layers);
    assert.deepEqual(['src/useCases/pay/Pay.ts', 'src/useCases/pay/PayController.ts'].map((path) => assigner.idOf(path)), ['application', 'infrastructure']);
  });

  it('are not inferred from two families in one tree, unless one holds nearly all files', () => {
    const hexagon = 'b/adapters/x.ts b/domain/x.ts';
    assert.deepEqual(layers(`a/domain/x.ts a/application/x.ts ${hexagon}`), {});
    assert.deepEqual(layers(`a/domain/{p,q,r}.ts a/application/{p,q,r,s,t}.ts ${hexagon}`), {
      application: 'a/application/** -> domain',
      domain: 'a/domain/** ->',
    });
    assert.deepEqual(layers(`a/domain/{p,q,r}.ts a/application/{p,q,r}.ts ${hexagon}`), {});
  });

  it('have one direction between any two, and are at least two', () => {
    const names = [
      'presentation',
      'controllers',
      'ui',
      'business',
      'domain',
      'application',
      'services',
      'repositories',
      'data',
      'infrastructure',
      'adapters',
      'ports',
      'training',
      'evaluation',
      'serving',
      'preprocessing',
      'app',
      'shared',
      'entities',
      'features',
    ];
    fc.assert(fc.property(fc.subarray(names), fc.subarray(names), (one, other) => {
      const found = inferred([...one.map((name) => `src/${name}/a.py`), ...other.map((name) => `lib/${name}/a.py`)].join(' ')).layers;
      assert.notEqual(found.length, 1);
      for (const [at, layer] of found.entries()) assert.deepEqual(layer.mayUse, found.slice(at + 1).map(({ id }) => id));
    }));
  });

  const proveNothing: Record<string, string> = {
    'names that say little': 'src/core/a.ts src/api/b.ts src/models/c.ts src/lib/d.ts src/components/e.ts src/utils/f.ts src/types/g.ts',
    'one layer under several names': 'src/controllers/a.ts src/views/b.ts src/routes/c.ts',
    'a Vue application': 'src/views/a.ts src/components/b.ts src/services/c.ts src/store/d.ts src/router/e.ts',
    'a React application': 'src/app/store.ts src/features/counter/a.ts src/features/todo/b.ts src/pages/c.ts src/shared/d.ts',
    'strong names that do not stand side by side': 'src/controllers/a.ts src/x/repositories/b.ts',
    'adapters alone': 'src/adapters/a.ts src/observable/b.ts src/core/c.ts',
    'entities alone': 'src/entities/a.ts src/query/b.ts src/react/c.ts',
    'a data science template': 'src/data/a.py src/features/b.py src/models/c.py src/visualization/d.py',
    'a layer inside of another layer': 'src/services/ui/a.ts src/services/domain/b.ts src/services/controllers/b.ts src/controllers/c.ts',
  };
  for (const [name, text] of Object.entries(proveNothing)) {
    it(`are not made from ${name}`, () => {
      const expected = name === 'a layer inside of another layer' ? { presentation: 'src/controllers/** -> business', business: 'src/services/** ->' } : {};
      assert.deepEqual(layers(text), expected);
    });
  }

  it('count sources only', () => {
    assert.deepEqual(inferred('test/controllers/a.ts test/services/a.ts', [], 'test'), {
      layers: [],
      blocks: [],
      explanation: ['No layers: the folder names do not clearly show any.'],
    });
  });
});

describe('blocks from folders', () => {
  it('are the folders of the source root; loose files, the index among them, are left over together', () => {
    assert.deepEqual(blocks('src/index.ts src/errors.ts src/users/a.ts src/users/api/b.ts src/db/c.ts'), {
      main: 'src/*', db: 'src/db/**', users: 'src/users/**',
    });
  });

  it('name loose files after the package', () => {
    const many = Array.from({ length: 13 }, (_, at) => `src/f${at}.ts`).join(' ');
    assert.deepEqual(blocks(`src/index.ts ${many} src/internal/x.ts`, [{ dir: '', name: '@acme/effect' }]), { effect: 'src/*', internal: 'src/internal/**' });
    assert.deepEqual(blocks(`pkg/__init__.py ${many.replaceAll('src/', 'pkg/').replaceAll('.ts', '.py')} pkg/json/x.py`), {
      pkg: 'pkg/*',
      json: 'pkg/json/**',
    });
  });

  it('call loose files `top` when a folder beside them has the name', () => {
    const many = Array.from({ length: 13 }, (_, at) => `src/f${at}.ts`).join(' ');
    assert.deepEqual(blocks(`${many} src/core/x.ts`, [{ dir: '', name: '@acme/core' }]), { top: 'src/*', core: 'src/core/**' });
  });

  it('join a file with the folder of its name', () => {
    assert.deepEqual(blocks('src/index.ts src/links.ts src/links/http.ts src/other/a.ts'), {
      links: 'src/links.ts src/links/**',
      main: 'src/*',
      other: 'src/other/**',
    });
  });

  it('are one when there are no folders, named after the package', () => {
    assert.deepEqual(blocks('src/a.ts src/b.ts', [{ dir: '', name: 'query-core' }]), { 'query-core': 'src/**' });
    assert.deepEqual(blocks('mypkg/__init__.py mypkg/a.py'), { mypkg: 'mypkg/**' });
    assert.deepEqual(blocks('index.ts'), { main: '**' });
  });

  it('look inside a folder that only holds folders', () => {
    assert.deepEqual(blocks('src/mypkg/__init__.py src/mypkg/core.py src/mypkg/io/a.py src/mypkg/plot/a.py'), {
      mypkg: 'src/mypkg/*',
      io: 'src/mypkg/io/**',
      plot: 'src/mypkg/plot/**',
    });
    assert.deepEqual(blocks('client/panel/a.ts server/worker.ts server/cli/a.ts server/engine/{a,b,c}.ts server/rules/{a,b,c}.ts media/a.ts'), {
      client: 'client/**', media: 'media/**', server: 'server/*', cli: 'server/cli/**', engine: 'server/engine/**', rules: 'server/rules/**',
    });
  });

  it('are whole folders if these hold few of the sources, one kind of thing, or routes', () => {
    assert.deepEqual(blocks('core/a/x.ts core/b/x.ts one/{a,b,c}.ts two/{a,b,c}.ts'), { core: 'core/**', one: 'one/**', two: 'two/**' });
    assert.deepEqual(blocks('data/a/{x,y,z}.ts data/b/{x,y,z}.ts one/a.ts'), { data: 'data/**', one: 'one/**' });
    assert.deepEqual(blocks('app/page.tsx app/cart/{page,list}.tsx app/[id]/page.tsx lib/db.ts'), { app: 'app/**', lib: 'lib/**' });
  });

  it('are the folders of layers and of collections', () => {
    assert.deepEqual(blocks('src/presentation/api.py src/business/users/a.py src/business/orders/a.py src/business/rules.py'), {
      presentation: 'src/presentation/**', business: 'src/business/*', orders: 'src/business/orders/**', users: 'src/business/users/**',
    });
    assert.deepEqual(blocks('src/main.ts src/modules/users/a.ts src/modules/orders/a.ts src/shared/x.ts'), {
      main: 'src/*',
      shared: 'src/shared/**',
      orders: 'src/modules/orders/**',
      users: 'src/modules/users/**',
    });
  });

  it('are the modules of a pipeline', () => {
    assert.deepEqual(blocks('ml/{data_preprocessing,model_training,model_evaluation,plots}.py'), {
      data_preprocessing: 'ml/data_preprocessing.py', model_evaluation: 'ml/model_evaluation.py', model_training: 'ml/model_training.py', ml: 'ml/*',
    });
  });

  it('have the shortest distinct names', () => {
    assert.deepEqual(Object.keys(blocks('src/presentation/users/a.ts src/presentation/home/a.ts src/business/users/a.ts src/business/orders/a.ts '
      + 'src/mini/a.ts')), ['mini', 'orders', 'business/users', 'home', 'presentation/users']);
  });

  it('escape names that look like patterns', () => {
    assert.deepEqual(blocks('src/a/x.ts src/(group)/y.ts'), { '(group)': 'src/\\(group\\)/**', a: 'src/a/**' });
  });

  it('start with the package when there are several; a small package is one block', () => {
    assert.deepEqual(
      blocks('packages/core/src/index.ts packages/core/src/x/a.ts packages/core/src/y/a.ts packages/cli/src/index.ts shared/types.ts', [
        { dir: '', name: 'root' },
        { dir: 'packages/core', name: '@acme/core' },
        { dir: 'packages/cli', name: '@acme/cli' },
        { dir: 'packages/empty', name: 'empty' },
      ]),
      {
        'shared': 'shared/**',
        'cli': 'packages/cli/**',
        'core/core': 'packages/core/src/*',
        'core/x': 'packages/core/src/x/**',
        'core/y': 'packages/core/src/y/**',
      },
    );
  });

  it('are the packages when there would be too many', () => {
    const names = Array.from({ length: 7 }, (_, at) => `p${at}`);
    const text = names.flatMap((name) => Array.from({ length: 9 }, (_, at) => `packages/${name}/src/d${at}/a.ts`)).join(' ');
    assert.deepEqual(
      blocks(
        text,
        names.map((name) => ({ dir: `packages/${name}`, name })),
      ),
      Object.fromEntries(names.map((name) => [name, `packages/${name}/**`])),
    );
  });

  it('hold each source file exactly once, with distinct ids', () => {
    const segment = fc.constantFrom('src', 'lib', 'a', 'b', 'index', 'main', 'users', 'business', 'data', 'controllers', 'services', '[id]');
    const path = fc
      .tuple(fc.array(segment, { maxLength: 4 }), segment, fc.constantFrom('.ts', '.py'))
      .map(([dirs, name, ending]) => [...dirs, name + ending].join('/'));
    const packages = fc.subarray([{ dir: 'a', name: 'a' }, { dir: 'lib', name: null }, { dir: 'src/b', name: 'users' }]);
    fc.assert(fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 25 }), packages, (paths, manifests) => {
      const { blocks: found } = infer({ files: paths.map((each) => ({ path: each, role: 'source' })), packages: manifests });
      assert.equal(new Set(found.map(({ id }) => id)).size, found.length, found.map(({ id }) => id).join(' '));
      const assigner = createAssigner(found);
      const used = new Set(paths.map((each) => assigner.idOf(each)));
      assert.ok(!used.has(null), `${paths.filter((each) => assigner.idOf(each) === null).join(' ')} in ${JSON.stringify(found)}`);
      assert.deepEqual([...used].sort(), found.map(({ id }) => id).sort());
    }), { numRuns: 500 });
  });
});
