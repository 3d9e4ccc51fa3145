/** docs/configuration.md: its examples are valid, and it names every setting that there is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRESETS } from '../../server/config/config.ts';
import { configJsonSchema } from '../../server/config/schema.ts';
import { parseConfig } from '../../server/config/parse.ts';
import { presetLayers } from '../../server/config/presets.ts';
import { rules } from '../../server/rules/registry.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const registry = rules.map((rule) => rule.meta);
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const examplesIn = (markdown: string): string[] => [...markdown.matchAll(/^```jsonc\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);

interface Schema { properties?: Record<string, Schema>; items?: Schema }

describe('configuration in the documentation', () => {
  for (const file of ['docs/configuration.md', 'docs/gates.md', 'README.md']) {
    it(`is valid in every example of ${file}`, () => {
      const examples = examplesIn(read(file));
      assert.ok(examples.length > 0);
      assert.deepEqual(examples.flatMap((text) => parseConfig(text, registry).problems.map(({ message }) => `${message}\n${text}`)), []);
    });
  }

  it('names every setting', () => {
    const { properties = {} } = configJsonSchema(registry) as Schema;
    const page = read('docs/configuration.md');
    const inner = ['layers', 'blocks', 'overrides'].flatMap((name) => Object.keys(properties[name]?.items?.properties ?? {}));
    const gates = (properties['gates'] as { additionalProperties?: Schema } | undefined)?.additionalProperties?.properties ?? {};
    const ofGates = [...Object.keys(gates), ...Object.keys(gates['conditions']?.items?.properties ?? {})];
    assert.ok(ofGates.length > 6, 'the schema of gates has the shape that this test knows');
    assert.deepEqual(ofGates.filter((name) => !read('docs/gates.md').includes(`| \`${name}\` |`)), []);
    const nested = ['review'].flatMap((name) => Object.keys(properties[name]?.properties ?? {}));
    assert.ok(inner.length > 8 && nested.length > 4, 'the schema has the shape that this test knows');
    assert.deepEqual([...Object.keys(properties), ...inner, ...nested].filter((name) => !new RegExp(`[\`".]${name.replace('$', '\\$')}[\`"]`).test(page)), []);
  });

  it('lists the layers of every preset', () => {
    const lines = read('docs/configuration.md').split('\n');
    for (const preset of PRESETS) {
      const layers = presetLayers(preset).map(({ id, mayUse }) => `**${id}**${mayUse.length > 0 ? ` → ${mayUse.join(', ')}` : ''}`);
      assert.equal(lines.find((line) => line.startsWith(`| \`${preset}\` |`)), `| \`${preset}\` | ${layers.join('<br>')} |`);
    }
  });

  for (const shop of ['shop', 'shop-clean']) {
    it(`is valid in examples/${shop}`, () => assert.deepEqual(parseConfig(read(`examples/${shop}/archwright.jsonc`), registry).problems, []));
  }
});
