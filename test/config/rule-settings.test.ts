import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Config, RuleEntry } from '../../server/config/config.ts';
import { parseConfig } from '../../server/config/parse.ts';
import { resolveConfig } from '../../server/config/resolve.ts';
import { readSettings, type SettingsReader } from '../../server/config/rule-settings.ts';
import { registry } from './registry.ts';

const NOTHING = { layers: [], blocks: [] };

/** Settings from configuration texts by folder. */
function settings(texts: Record<string, unknown>, rules: readonly RuleEntry[] = registry): SettingsReader {
  const configs = new Map<string, Config>();
  for (const [dir, value] of Object.entries(texts)) {
    const { config, problems } = parseConfig(JSON.stringify(value), rules);
    assert.deepEqual(problems, []);
    configs.set(dir, config!);
  }
  // Through JSON, as a worker thread gets it.
  return readSettings(JSON.parse(JSON.stringify(resolveConfig(configs, NOTHING))) as ReturnType<typeof resolveConfig>, rules);
}

const severities = (reader: SettingsReader, path: string, role: 'source' | 'test' = 'source'): Record<string, string> =>
  Object.fromEntries(Object.entries(reader.settingsFor(path, role).rules).map(([id, rule]) => [id, rule.severity]));

const DEFAULTS = { 'architecture/layer-crossing': 'error', 'quality/deep-nesting': 'warning', 'quality/naming': 'info', 'quality/range': 'warning' };

describe('settingsFor', () => {
  it('uses the defaults of the rules without a configuration, by role', () => {
    const reader = settings({});
    assert.deepEqual(severities(reader, 'src/a.ts'), DEFAULTS);
    assert.deepEqual(severities(reader, 'a.test.ts', 'test'), { 'quality/deep-nesting': 'info', 'quality/naming': 'info', 'quality/range': 'warning' });
    assert.deepEqual(reader.settingsFor('a.ts', 'source').rules['quality/deep-nesting'], { severity: 'warning', milder: {}, options: { min: 1, max: 4 } });
    assert.deepEqual(reader.settingsFor('a.ts', 'source').rules['architecture/layer-crossing'], { severity: 'error', milder: {}, options: {} });
  });

  it('prefers the setting of a rule to that of its category, and leaves out what is off', () => {
    assert.deepEqual(severities(settings({ '': { rules: { 'quality/naming': 'error', 'quality/*': 'off' } } }), 'a.ts'), {
      'architecture/layer-crossing': 'error',
      'quality/naming': 'error',
    });
  });

  it('never exceeds the severity that a rule allows for a role', () => {
    const reader = settings({ '': { rules: { 'architecture/layer-crossing': 'error', 'quality/deep-nesting': 'error', 'quality/naming': 'error' } } });
    assert.deepEqual(severities(reader, 'a.test.ts', 'test'), { 'quality/deep-nesting': 'info', 'quality/naming': 'error', 'quality/range': 'warning' });
  });

  it('applies overrides in their order', () => {
    const reader = settings({ '': { rules: { 'quality/*': 'off' }, overrides: [
      { paths: ['test/**'], rules: { 'architecture/layer-crossing': 'error', 'quality/deep-nesting': 'error' } },
      { paths: ['test/old/**'], rules: { 'quality/*': 'info' } },
    ] } });
    assert.deepEqual(severities(reader, 'src/a.ts'), { 'architecture/layer-crossing': 'error' });
    assert.deepEqual(severities(reader, 'test/a.ts', 'test'), { 'architecture/layer-crossing': 'error', 'quality/deep-nesting': 'error' });
    assert.deepEqual(severities(reader, 'test/old/a.ts', 'test'), {
      'architecture/layer-crossing': 'error',
      'quality/deep-nesting': 'info',
      'quality/naming': 'info',
      'quality/range': 'info',
    });
  });

  it('starts with the severities of the profile that the nearest file chooses', () => {
    const own: RuleEntry[] = registry.map((rule) =>
      rule.id === 'quality/range' ? { ...rule, recommended: 'info' } : rule.id === 'architecture/layer-crossing' ? { ...rule, recommended: 'off' } : rule,
    );
    const read = (texts: Record<string, unknown>, path: string, role: 'source' | 'test' = 'source'): Record<string, string> =>
      severities(settings(texts, own), path, role);
    const recommended = { 'quality/deep-nesting': 'warning', 'quality/naming': 'info', 'quality/range': 'info' };
    assert.deepEqual(read({}, 'a.ts'), recommended);
    assert.deepEqual(read({ '': { profile: 'recommended' } }, 'a.ts'), recommended);
    assert.deepEqual(read({ '': { profile: 'guidelines' } }, 'a.ts'), DEFAULTS);
    assert.deepEqual(read({ '': { profile: 'guidelines' }, legacy: { profile: 'recommended' } }, 'legacy/a.ts'), recommended);
    assert.deepEqual(read({ '': { profile: 'guidelines' }, legacy: {} }, 'legacy/a.ts'), DEFAULTS);
    // What the configuration says of a rule wins over the profile; what the rule says of a role still softens it.
    assert.deepEqual(read({ '': { rules: { 'quality/range': 'error', 'architecture/layer-crossing': 'error' } } }, 'a.test.ts', 'test'), {
      'quality/deep-nesting': 'info',
      'quality/naming': 'info',
      'quality/range': 'error',
    });
  });

  it('prefers the nearest file, and takes what that leaves out from the next', () => {
    const reader = settings({
      '': {
        rules: { 'quality/naming': 'error', 'quality/deep-nesting': { max: 9 } },
        overrides: [{ paths: ['**/gen/**'], rules: { 'quality/range': 'off' } }],
      },
      'packages/a': { rules: { 'quality/naming': 'warning' }, overrides: [{ paths: ['gen/**'], rules: { 'quality/naming': 'off' } }] },
    });
    assert.deepEqual(severities(reader, 'packages/a/src/x.ts'), { ...DEFAULTS, 'quality/naming': 'warning' });
    assert.deepEqual(severities(reader, 'packages/ab/src/x.ts'), { ...DEFAULTS, 'quality/naming': 'error' });
    assert.deepEqual(severities(reader, 'packages/a/gen/x.ts'), { 'architecture/layer-crossing': 'error', 'quality/deep-nesting': 'warning' });
    assert.deepEqual(reader.settingsFor('packages/a/src/x.ts', 'source').rules['quality/deep-nesting']!.options, { min: 1, max: 9 });
  });

  it('takes all options from the strongest setting that has any', () => {
    const reader = settings({
      '': {
        rules: { 'quality/range': { min: 2, max: 8 } },
        overrides: [
          { paths: ['x/**'], rules: { 'quality/range': { max: 3 } } },
          { paths: ['y/**'], rules: { 'quality/range': 'error' } },
        ],
      },
    });
    assert.deepEqual(
      ['a.ts', 'x/a.ts', 'y/a.ts'].map((path) => reader.settingsFor(path, 'source').rules['quality/range']),
      [
        { severity: 'warning', milder: {}, options: { min: 2, max: 8 } },
        { severity: 'warning', milder: {}, options: { min: 1, max: 3 } },
        { severity: 'error', options: { min: 2, max: 8 } },
      ],
    );
  });

  it('lets findings be milder in the profile "recommended" alone, unless the configuration chose the severity', () => {
    const milderIn = (config: object): unknown => settings({ '': config }).settingsFor('a.ts', 'source').rules['quality/range']!.milder;
    assert.deepEqual(milderIn({ profile: 'recommended' }), {});
    assert.equal(milderIn({ profile: 'guidelines' }), undefined);
    assert.equal(milderIn({ profile: 'recommended', rules: { 'quality/range': 'warning' } }), undefined);
  });

  it('takes the coverage limit from the review, unless the rule sets its own', () => {
    const options = z.strictObject({ min: z.number().default(80), minLines: z.number().default(5) });
    const rules = [...registry, { ...registry[0]!, id: 'testing/low-coverage', roles: {}, options }];
    const minimum = (text: string): unknown => {
      const { config, problems } = parseConfig(text, rules);
      assert.deepEqual(problems, []);
      return (
        readSettings(resolveConfig(new Map([['', config!]]), NOTHING), rules).settingsFor('a.ts', 'source').rules['testing/low-coverage']!.options as {
          min: number;
        }
      ).min;
    };
    assert.equal(minimum('{}'), 80);
    assert.equal(minimum('{ "review": { "minimumCoverage": 60 } }'), 60);
    assert.equal(minimum('{ "review": { "minimumCoverage": 60 }, "rules": { "testing/low-coverage": { "minLines": 9 } } }'), 60);
    assert.equal(minimum('{ "review": { "minimumCoverage": 60 }, "rules": { "testing/low-coverage": { "min": 70 } } }'), 70);
  });

  it('has equal keys for equal settings across runs, and caches its answers', () => {
    const one = settings({ '': { rules: { 'quality/naming': 'off' } } });
    const same = settings({ '': { overrides: [{ paths: ['**'], rules: { 'quality/naming': 'off' } }] } });
    assert.equal(one.settingsFor('a.ts', 'source').key, same.settingsFor('b.ts', 'source').key);
    assert.notEqual(one.settingsFor('a.ts', 'source').key, settings({}).settingsFor('a.ts', 'source').key);
    assert.equal(one.settingsFor('a.ts', 'source'), one.settingsFor('b/c.ts', 'source'));
  });
});

describe('allows', () => {
  const allowed = (reader: SettingsReader, ruleId: string, ...reported: [path: string, about: string][]): boolean[] =>
    reported.map(([path, about]) => reader.allows({ ruleId, path, about }));

  it('accepts paths, and imports by both ends', () => {
    const reader = settings({ '': { rules: { 'architecture/layer-crossing': { allow: ['src/old', 'src/a/** -> src/b/**'] } } } });
    assert.deepEqual(
      allowed(
        reader,
        'architecture/layer-crossing',
        ['src/old/x.ts', 'src/old/x.ts -> src/c.ts'],
        ['src/a/x.ts', 'src/a/x.ts -> src/b/y.ts'],
        ['src/a/x.ts', 'src/a/x.ts -> src/c/y.ts'],
        ['src/b/y.ts', 'src/b/y.ts -> src/a/x.ts'],
        ['src/a/x.ts', 'src/a'],
      ),
      [true, true, false, false, false],
    );
    assert.deepEqual(allowed(reader, 'quality/naming', ['src/old/x.ts', 'x']), [false]);
  });

  it('accepts dependencies between blocks by name', () => {
    const reader = settings({ '': { rules: { 'architecture/layer-crossing': { allow: ['users -> *'] } } } });
    assert.deepEqual(allowed(reader, 'architecture/layer-crossing', ['src/users/a.ts', 'users -> orders'], ['src/b.ts', 'orders -> users']), [true, false]);
  });

  it('reads entries of nested files relative to their folder, in categories and overrides too', () => {
    const reader = settings({
      '': { rules: { 'quality/*': { allow: ['legacy/**'] } } },
      'packages/a': {
        rules: { 'architecture/layer-crossing': { allow: ['x.ts -> y.ts'] } },
        overrides: [{ paths: ['gen/**'], rules: { 'quality/naming': { allow: ['**'] } } }],
      },
    });
    assert.deepEqual(allowed(reader, 'architecture/layer-crossing', ['packages/a/x.ts', 'packages/a/x.ts -> packages/a/y.ts'], ['x.ts', 'x.ts -> y.ts']), [
      true,
      false,
    ]);
    assert.deepEqual(allowed(reader, 'quality/naming', ['legacy/a.ts', 'a'], ['packages/a/gen/a.ts', 'a'], ['packages/a/b.ts', 'a']), [true, true, false]);
  });
});

describe('isIncluded', () => {
  it('is true without a configuration', () => {
    assert.equal(settings({}).isIncluded('x/y.ts'), true);
  });

  it('uses the nearest include, and every exclude around the file', () => {
    const reader = settings({ '': { include: ['src/**'], exclude: ['**/gen/**'] }, lib: { include: ['deep/**'], exclude: ['deep/b.ts'] }, other: {} });
    const paths = ['src/a.ts', 'a.ts', 'src/gen/a.ts', 'lib/deep/a.ts', 'lib/deep/b.ts', 'lib/deep/gen/a.ts', 'lib/a.ts', 'other/a.ts'];
    assert.deepEqual(paths.filter((path) => reader.isIncluded(path)), ['src/a.ts', 'lib/deep/a.ts']);
  });
});
