/** SARIF against the parts of the standard that it uses. The schema in `schema/` is our own, written after the standard: see its description. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { toSarif } from '../../server/report/review/sarif.ts';
import { empty, hostile, RULES, sample } from './sample.ts';

interface Log {
  runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
}

const ajv = new Ajv({ allErrors: true, strictTypes: false });
formats.default(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(new URL('schema/sarif-2.1.0-written.json', import.meta.url), 'utf8')) as object);

function errors(text: string): unknown {
  valid(JSON.parse(text));
  return valid.errors;
}

describe('SARIF', () => {
  it('is valid for the sample, hostile names and a folder without code', () => {
    for (const report of [sample(), hostile(), empty()]) assert.equal(errors(toSarif(report, RULES)), null);
  });

  it('is checked by a schema that refuses what is wrong', () => {
    const wrong = (change: (text: string) => string): string[] =>
      (errors(change(toSarif(sample(), RULES))) as { instancePath: string }[]).map(({ instancePath }) => instancePath);
    assert.deepEqual(wrong((text) => text.replace('"startLine": 12,', '"startLine": 0,')), ['/runs/0/results/0/locations/0/physicalLocation/region/startLine']);
    assert.deepEqual(
      wrong((text) => text.replace('"uri": "ml/frames.py"', '"uri": "ml/frames two.py"')),
      ['/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri'],
    );
  });

  it('links each result to its rule', () => {
    const [run] = (JSON.parse(toSarif(sample(), RULES.slice(0, 1))) as Log).runs;
    assert.ok(run);
    const ids = run.tool.driver.rules.map(({ id }) => id);
    assert.deepEqual(run.results.map(({ ruleIndex }) => ids[Number(ruleIndex)]), run.results.map(({ ruleId }) => ruleId));
  });

  it('says which results are in the baseline', () => {
    const [run] = (JSON.parse(toSarif(sample(), RULES)) as Log).runs;
    assert.deepEqual(
      run?.results
        .filter(({ suppressions }) => suppressions !== undefined)
        .map(({ partialFingerprints, baselineState, suppressions }) => ({ partialFingerprints, baselineState, suppressions })),
      [
        {
          partialFingerprints: { 'archwright/v1': 'd3b2c3d4e5f60718' },
          baselineState: 'unchanged',
          suppressions: [{ kind: 'external', status: 'accepted', justification: 'Accepted in the baseline.' }],
        },
      ],
    );
  });
});
