import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { configJsonSchema } from '../../server/config/schema.ts';
import { registry } from './registry.ts';

type Schema = { properties: Record<string, Schema>; description?: string; additionalProperties?: boolean; anyOf?: Schema[] } & Record<string, unknown>;
const schema = configJsonSchema(registry) as Schema;

describe('configJsonSchema', () => {
  it('describes every rule and its options, none of them required', () => {
    assert.deepEqual(schema.properties.rules!.properties['quality/deep-nesting'], {
      description: 'Title of quality/deep-nesting. What quality/deep-nesting finds. Default: "warning".',
      anyOf: [
        { description: 'Severity of its findings. An error fails the review.', type: 'string', enum: ['off', 'info', 'warning', 'error'] },
        {
          type: 'object',
          properties: {
            min: { default: 1, type: 'number' },
            max: { default: 4, type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
            severity: { description: 'Severity of its findings. An error fails the review.', type: 'string', enum: ['off', 'info', 'warning', 'error'] },
            allow: {
              description: 'What this rule does not report: path globs such as "src/legacy/**", or imports as "from -> to" with a glob on each side.',
              type: 'array', items: { type: 'string', minLength: 1 },
            },
          },
          additionalProperties: false,
        },
      ],
    });
    assert.deepEqual(Object.keys(schema.properties.rules!.properties), ['architecture/*', 'quality/*', ...registry.map(({ id }) => id)]);
  });

  it('describes every key of the file but the schema itself', () => {
    const bare = Object.entries(schema.properties).filter(([, each]) => each.description === undefined).map(([key]) => key);
    assert.deepEqual(bare, ['$schema']);
  });

  it('accepts and refuses the same as the parser', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const good = [
      {},
      { $schema: 'x', version: 1, preset: 'clean', rules: { 'quality/*': 'off', 'quality/naming': { style: 'snake', allow: ['a -> b'] } } },
      { blocks: [{ id: 'a', paths: ['a'] }] },
    ];
    const bad = [
      { wombat: 1 },
      { gates: [] },
      { version: 2 },
      { rules: { 'x/y': 'off' } },
      { rules: { 'quality/naming': { max: 1 } } },
      { blocks: [{ id: 'a' }] },
      { review: { failUnder: 101 } },
    ];
    assert.deepEqual([good.map((each) => validate(each)), bad.map((each) => validate(each))], [good.map(() => true), bad.map(() => false)]);
  });
});
