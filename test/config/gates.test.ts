/** Quality gates in the configuration: presets, changes of them, and what is refused with its place. */
import assert from 'node:assert/strict';
import { FAMILY_CONDITIONS, GATE_FAMILIES } from '../../server/config/gate-families.ts';
import { parseConfig } from '../../server/config/parse.ts';
import { registry } from './registry.ts';

function problems(gates: string): string[] {
  return parseConfig(`{ "gates": ${gates} }`, registry).problems.map(({ message, span, severity }) => `${span[0]}:${span[1]} ${severity}: ${message}`);
}

function conditions(gate: object): { metric: string; operator: string; threshold: unknown; severity: string; file: string | null }[] {
  const parsed = parseConfig(JSON.stringify({ gates: { g: gate } }), registry);
  assert.deepEqual(parsed.problems, []);
  return [...parsed.config!.gates[0]!.conditions];
}

describe('gates in the configuration', () => {
  for (const preset of GATE_FAMILIES) {
    it(`take the conditions of the preset ${preset}, with the file of the gate for what is not about the review`, () => {
      const found = conditions({ preset, file: 'm.json' });
      assert.deepEqual(found.map(({ file: _, ...rest }) => rest), FAMILY_CONDITIONS[preset]);
      for (const { metric, file } of found) assert.equal(file, /^(new|tests|coverage)\./.test(metric) ? null : 'm.json', metric);
    });
  }

  it('change single conditions of a preset, leave some out, and keep two of their own on one metric', () => {
    const found = conditions({
      preset: 'model', file: 'm.json',
      conditions: [
        { metric: 'accuracy', threshold: 0.9, severity: 'warning' }, { metric: 'bias', severity: 'off' },
        { metric: 'loss', operator: '>', threshold: 0, file: 'other.csv' }, { metric: 'loss', operator: '<', threshold: 1 },
      ],
    });
    assert.ok(!found.some(({ metric }) => metric === 'bias'));
    assert.deepEqual(found.filter(({ metric }) => metric === 'accuracy' || metric === 'loss'), [
      { metric: 'accuracy', operator: '>=', threshold: 0.9, severity: 'warning', file: 'm.json' },
      { metric: 'loss', operator: '>', threshold: 0, severity: 'blocking', file: 'other.csv' },
      { metric: 'loss', operator: '<', threshold: 1, severity: 'blocking', file: 'm.json' },
    ]);
  });

  const refused: Record<string, [gates: string, ...problems: string[]]> = {
    'a list': ['[]', '1:12 error: Expected an object, found a list.'],
    'a name that is none': ['{ "a b": { "preset": "data" } }', '1:14 error: A name begins with a letter and has letters, digits, ".", "_" and "-".'],
    'the name of the own gate of a review': ['{ "review": { "preset": "data" } }',
      '1:24 error: "review" is the gate of every review; give this one another name.'],
    'the prototype as a name': ['{ "__proto__": { "preset": "data" } }',
      '1:27 error: "__proto__" cannot be the name of a gate.'],
    'a gate that would always pass': ['{ "a": { "conditions": [] } }',
      '1:19 error: A gate without conditions would always pass; give it "conditions" or a "preset".'],
    'a preset that is not there': ['{ "a": { "preset": "modle" } }',
      '1:31 error: "modle" is not one of "data", "model", "deployment", "production". Did you mean "model"?'],
    'an unknown key': ['{ "a": { "condition": [] } }', '1:21 error: Unknown key "condition". Did you mean "conditions"?'],
    'a condition without operator and threshold': ['{ "a": { "conditions": [{ "metric": "x" }] } }',
      '1:36 error: "operator" is missing; it must be one of >=, >, <=, <, ==, !=.',
      '1:36 error: "threshold" is missing; it must be a number, text, true or false.'],
    'an operator that is not there': ['{ "a": { "conditions": [{ "metric": "x", "operator": "=>", "threshold": 1 }] } }',
      '1:65 error: "=>" is not one of ">=", ">", "<=", "<", "==", "!=". Did you mean ">="?'],
    'an order of truths': ['{ "a": { "conditions": [{ "metric": "x", "operator": ">", "threshold": true }] } }',
      '1:65 error: true can only be compared with "==" and "!=", not with ">".'],
    'a threshold that is null': ['{ "a": { "conditions": [{ "metric": "x", "operator": ">", "threshold": null }] } }',
      '1:83 error: Expected a number, found null.'],
    'a file that leads out': ['{ "a": { "preset": "data", "file": "../m.json" } }', '1:47 error: A path cannot lead out of the folder of this file.'],
  };
  for (const [name, [gates, ...expected]] of Object.entries(refused)) it(`refuse ${name}`, () => assert.deepEqual(problems(gates), expected));
});
