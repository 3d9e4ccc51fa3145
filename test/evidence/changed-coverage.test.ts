/** Coverage of the lines that a change brought, from each form that tells lines apart. */
import assert from 'node:assert/strict';
import type { ChangedLines } from '../../server/facts/span.ts';
import { rulesByCode } from '../../server/compose/foreign-codes.ts';
import { readEvidence } from '../../server/evidence/read-evidence.ts';

/** Lines 1 to 5 can run; 2, 4 and 5 did not. */
const HITS = [3, 0, 1, 0, 0];
const FORMS: Record<string, string> = {
  'coverage/lcov.info': `SF:/ci/src/a.ts\n${HITS.map((count, at) => `DA:${at + 1},${count}`).join('\n')}\nend_of_record\n`,
  'coverage.xml': '<coverage><packages><package><classes><class filename="src/a.ts">'
    + `<lines>${HITS.map((count, at) => `<line number="${at + 1}" hits="${count}"/>`).join('')}</lines>`
    + '</class></classes></package></packages></coverage>',
  'coverage/coverage-final.json': JSON.stringify({
    '/ci/src/a.ts': {
      statementMap: Object.fromEntries(HITS.map((_, at) => [at, { start: { line: at + 1 } }])),
      s: Object.fromEntries(HITS.map((count, at) => [at, count])),
    },
  }),
  'coverage.json': JSON.stringify({
    meta: { version: '7.6.1' },
    files: { 'src/a.ts': { executed_lines: [3, 1], missing_lines: [5, 2, 4], summary: { covered_lines: 2, num_statements: 5 } } },
  }),
};
const SUMS = JSON.stringify({ 'src/a.ts': { lines: { total: 5, covered: 2 } } });

async function read(files: Readonly<Record<string, string>>, changed: ChangedLines, times: Readonly<Record<string, number>> = {}): Promise<unknown> {
  const { coverage, problems } = await readEvidence({
    paths: ['src/a.ts', 'src/b.ts'], coverage: Object.keys(files), junit: [], codes: rulesByCode, changed,
    read: (path) => Promise.resolve(files[path]), list: () => Promise.resolve([]),
    stat: (path) => Promise.resolve({ size: 10, modified: times[path] ?? 5 }),
  });
  return { changed: Object.fromEntries(coverage?.changed ?? []), problems };
}

describe('coverage of changed lines', () => {
  for (const [path, text] of Object.entries(FORMS)) {
    it(`comes from ${path}, for executable lines only`, async () => {
      assert.deepEqual(
        await read(
          { [path]: text },
          new Map<string, ReadonlySet<number> | 'all'>([
            ['src/a.ts', new Set([2, 3, 4, 9])],
            ['src/b.ts', 'all'],
          ]),
        ),
        { changed: { 'src/a.ts': { covered: 1, total: 3, missed: [2, 4] } }, problems: [] },
      );
      assert.deepEqual(await read({ [path]: text }, new Map([['src/a.ts', 'all']])), {
        changed: { 'src/a.ts': { covered: 2, total: 5, missed: [2, 4, 5] } },
        problems: [],
      });
      assert.deepEqual(await read({ [path]: text }, new Map([['src/a.ts', new Set([7])]])), { changed: {}, problems: [] });
    });
  }

  it('is unknown when the report has only totals', async () => {
    assert.deepEqual(await read({ 'coverage/coverage-summary.json': SUMS }, new Map([['src/a.ts', 'all']])), { changed: {}, problems: [] });
  });

  it('comes from the report that counts for the file, even if that one does not know', async () => {
    const better = SUMS.replace('"covered":2', '"covered":4');
    assert.deepEqual(await read({ 'coverage/lcov.info': FORMS['coverage/lcov.info']!, 'sums.json': better }, new Map([['src/a.ts', 'all']])), {
      changed: {},
      problems: [],
    });
  });

  it('is not taken from a report older than the file, which is said', async () => {
    assert.deepEqual(await read({ 'coverage.xml': FORMS['coverage.xml']! }, new Map([['src/a.ts', 'all']]), { 'coverage.xml': 4 }), {
      changed: {}, problems: [{ path: 'coverage.xml', reason: 'is older than src/a.ts, so its changed lines are not judged; run the tests again' }],
    });
  });
});
