/** Finding reports, joining them, and saying what cannot be used. */
import assert from 'node:assert/strict';
import { rulesByCode } from '../../server/compose/foreign-codes.ts';
import { readEvidence, type EvidenceSources } from '../../server/evidence/read-evidence.ts';

const LCOV = 'SF:/ci/src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\nSF:/ci/src/b.ts\nDA:1,0\nend_of_record\n';
const COBERTURA = '<coverage><packages><package><classes><class filename="src/b.ts"><lines><line number="1" '
  + 'hits="2"/></lines></class></classes></package></packages></coverage>';
const JUNIT = '<testsuite><testcase name="x"/><testcase name="y"><failure/></testcase></testsuite>';

function sources(files: Record<string, string>, over: Partial<EvidenceSources> = {}): EvidenceSources {
  return {
    paths: ['src/a.ts', 'src/b.ts'],
    read: (path) => Promise.resolve(files[path]),
    list: (folder) => Promise.resolve(Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))),
    coverage: [], junit: [], codes: rulesByCode, ...over,
  };
}

async function read(files: Record<string, string>, over: Partial<EvidenceSources> = {}): Promise<unknown> {
  const { coverage, tests, problems } = await readEvidence(sources(files, over));
  return { coverage: coverage && { source: coverage.source, ...Object.fromEntries(coverage.files) }, tests, problems };
}

describe('evidence', () => {
  it('is empty, without a problem, when there is no report', async () => {
    assert.deepEqual(await read({}), { coverage: null, tests: null, problems: [] });
  });

  it('comes from the usual places: one form of each run, all test reports', async () => {
    assert.deepEqual(
      await read({
        'coverage/lcov.info': LCOV,
        'coverage/coverage-final.json': '{',
        'test-results/a.xml': JUNIT,
        'test-results/b.xml': JUNIT,
        'test-results/log.txt': 'x',
      }),
      {
        coverage: { 'source': 'coverage/lcov.info', 'src/a.ts': { covered: 1, total: 2 }, 'src/b.ts': { covered: 0, total: 1 } },
        tests: { source: 'test-results/a.xml, test-results/b.xml', passed: 2, failed: 2, skipped: 0 },
        problems: [],
      },
    );
  });

  it('joins two runs, keeping the better count of each file', async () => {
    assert.deepEqual(await read({ 'coverage/lcov.info': LCOV, 'coverage.xml': COBERTURA }), {
      coverage: { 'source': 'coverage/lcov.info, coverage.xml', 'src/a.ts': { covered: 1, total: 2 }, 'src/b.ts': { covered: 1, total: 1 } },
      tests: null,
      problems: [],
    });
    assert.deepEqual(await read({ 'a.xml': COBERTURA, 'b.info': LCOV }, { coverage: ['a.xml', 'b.info'] }), {
      coverage: { source: 'a.xml, b.info', 'src/a.ts': { covered: 1, total: 2 }, 'src/b.ts': { covered: 1, total: 1 } }, tests: null, problems: [],
    });
  });

  it('says why a broken report is not used, and takes the next form', async () => {
    assert.deepEqual(await read({ 'coverage/lcov.info': 'SF:src/a.ts\nDA:1,1', 'coverage/cobertura-coverage.xml': COBERTURA, 'junit.xml': ' ' }), {
      coverage: { source: 'coverage/cobertura-coverage.xml', 'src/b.ts': { covered: 1, total: 1 } },
      tests: null,
      problems: [{ path: 'coverage/lcov.info', reason: 'is truncated: the last record is incomplete' }, { path: 'junit.xml', reason: 'is empty' }],
    });
  });

  it('says which files of a report are not ours', async () => {
    assert.deepEqual(await read({ 'lcov.info': `${LCOV}SF:/ci/dist/z.js\nDA:1,1\nend_of_record\n` }), {
      coverage: { source: 'lcov.info', 'src/a.ts': { covered: 1, total: 2 }, 'src/b.ts': { covered: 0, total: 1 } },
      tests: null,
      problems: [{ path: 'lcov.info', reason: '1 of 3 files not found in this workspace (/ci/dist/z.js)' }],
    });
    assert.deepEqual(await read({ 'lcov.info': 'SF:other.ts\nDA:1,1\nend_of_record\n' }), {
      coverage: null, tests: null, problems: [{ path: 'lcov.info', reason: '1 of 1 file not found in this workspace (other.ts)' }],
    });
  });

  it('comes only from the configured reports, whatever their names, and says which are missing', async () => {
    const files = { 'coverage/lcov.info': LCOV, 'out/cov.txt': COBERTURA, 'junit.xml': JUNIT, 'out/unit-1.xml': JUNIT };
    assert.deepEqual(await read(files, { coverage: ['out/cov.txt', 'out/none.info'], junit: ['out/unit-*.xml'] }), {
      coverage: { source: 'out/cov.txt', 'src/b.ts': { covered: 1, total: 1 } },
      tests: { source: 'out/unit-1.xml', passed: 1, failed: 1, skipped: 0 },
      problems: [{ path: 'out/none.info', reason: 'is named in the configuration but does not exist' }],
    });
  });

  it('says when a report is older than the sources', async () => {
    const stat = (path: string): Promise<{ size: number; modified: number }> => Promise.resolve({ size: 10, modified: path === 'junit.xml' ? 200 : 50 });
    assert.deepEqual(await read({ 'lcov.info': LCOV, 'junit.xml': JUNIT }, { stat, newestSource: () => Promise.resolve(100) }), {
      coverage: { source: 'lcov.info, older than the newest source', 'src/a.ts': { covered: 1, total: 2 }, 'src/b.ts': { covered: 0, total: 1 } },
      tests: { source: 'junit.xml', passed: 1, failed: 1, skipped: 0 },
      problems: [],
    });
  });

  it('does not read what is too large, and survives a disk that fails', async () => {
    const stat = (path: string): Promise<{ size: number; modified: number } | undefined> =>
      Promise.resolve(path === 'lcov.info' ? { size: 1e12, modified: 0 } : undefined);
    assert.deepEqual(await read({ 'lcov.info': LCOV }, { stat }), {
      coverage: null,
      tests: null,
      problems: [{ path: 'lcov.info', reason: 'is too large to read' }],
    });
    const failing = {
      read: (path: string) => (path === 'junit.xml' ? Promise.reject(new Error('EIO')) : Promise.resolve(undefined)),
      list: () => Promise.reject(new Error('EIO')),
    };
    assert.deepEqual(await read({}, failing), { coverage: null, tests: null, problems: [{ path: 'junit.xml', reason: 'cannot be read: EIO' }] });
  });
});
