import assert from 'node:assert/strict';
import { infer } from '../../server/config/infer.ts';
import { parseConfig } from '../../server/config/parse.ts';
import { proposeConfig } from '../../server/config/propose.ts';
import { registry } from './registry.ts';

const seen = (...paths: string[]) => infer({ files: paths.map((path) => ({ path, role: 'source' })), packages: [{ dir: '', name: 'shop' }] });

describe('proposeConfig', () => {
  it('writes what was inferred, with the reasons', () => {
    assert.equal(
      proposeConfig(seen('src/index.ts', 'src/services/a.ts', 'src/persistence/b.ts'), { schema: './schema.json', profile: 'recommended' }),
      `// The architecture of this software, as Archwright found it:
//   "persistence" and "services" in "src" are names of the layered architecture, so they are the layers business and data.
//   The folders of "src" are the blocks.
//   The files of "src/*" lie beside them and are kept together.
// Change it to what you intend.
{
  "$schema": "./schema.json",
  "version": 1,

  // "recommended": what a maintainer would act on. "guidelines": every rule at full severity.
  "profile": "recommended",

  // Layers and blocks as proposed: departures are warnings at most, as without this file. Write "agreed" when they are what you intend.
  "architecture": "proposed",

  // From top to bottom; "mayUse" lists the layers that each may import from, besides itself.
  "layers": [
    { "id": "business", "paths": ["src/services/**"], "mayUse": ["data"] },
    { "id": "data", "paths": ["src/persistence/**"], "mayUse": [] },
  ],

  // Parts with one responsibility each. "dependsOn" lists the blocks that a block may use, "face" the
  // files that other blocks may import.
  "blocks": [
    { "id": "shop", "paths": ["src/*"] },
    { "id": "persistence", "paths": ["src/persistence/**"] },
    { "id": "services", "paths": ["src/services/**"] },
  ],

  // Severity and options by rule: "off", "info", "warning", "error", or an object with options.
  // "allow" lists what a rule accepts: { "allow": ["src/legacy/**", "src/a.ts -> src/b.ts"] }.
  "rules": {}
}
`,
    );
  });

  const workspaces: Record<string, string[]> = {
    'nothing at all': [],
    'no layers': ['src/a/x.ts', 'src/b/y.ts'],
    'four layers': ['src/presentation/a.py', 'src/business/b.py', 'src/data/c.py', 'src/infrastructure/d.py'],
    'two families': ['a/domain/x.ts', 'a/application/x.ts', 'b/adapters/x.ts', 'b/ports/x.ts'],
    'names that look like patterns': ['app/(shop)/a.ts', 'app/[id]/b.ts', 'app/a,b/c.ts', 'app/"quoted"/d.ts'],
  };
  for (const [name, paths] of Object.entries(workspaces)) {
    it(`is valid, and says what was inferred: ${name}`, () => {
      const inference = seen(...paths);
      const { config, problems } = parseConfig(proposeConfig(inference, { profile: 'guidelines' }), registry);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        (config!.layers ?? []).map(({ id, paths: globs, mayUse }) => ({ id, globs, mayUse })),
        inference.layers.map(({ id, paths: globs, mayUse }) => ({ id, globs, mayUse })),
      );
      assert.deepEqual((config!.blocks ?? []).map(({ id, paths: globs }) => ({ id, globs })), inference.blocks.map(({ id, paths: globs }) => ({ id, globs })));
    });
  }
});
