/** What messages of other tools do to the score, through the real engine and rules. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeReport } from '../../server/engine/report.ts';
import type { JsonReport, ReportTool } from '../../server/protocol/report.ts';
import { reviewInMemory, type MemoryReview } from '../kit/review-in-memory.ts';

const CODE = `"""Loads."""
import pickle


def load(path: str, cache: list[str] = []) -> object:
    """Loads."""
    try:
        with open(path, "rb") as stream:
            return pickle.load(stream)
    except:
        return None


def other(value: int) -> int:
    """Other."""
    return value
`;

const CONFIG = (more: object = {}): string => JSON.stringify({ review: { reports: ['reports/*'] }, ...more });

function reported({ workspace, judgement }: MemoryReview): JsonReport {
  return makeReport(workspace, judgement, { version: '0', baseline: new Set(), durationMs: 0 });
}

async function review(reports: Readonly<Record<string, string>>, config: object = {}, code = CODE): Promise<JsonReport> {
  const names = Object.keys(reports);
  const text = JSON.stringify({ review: { reports: names.length > 0 ? names : ['none/*.txt'] }, ...config });
  return reported(await reviewInMemory(new Map([['src/load.py', code], ['src/__init__.py', ''], ['archwright.jsonc', text], ...Object.entries(reports)])));
}

function reasonOf(report: JsonReport, id: string): string {
  return report.score.dimensions.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)!.reason;
}

function pointsOf(report: JsonReport, id: string): number {
  return report.score.dimensions.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)!.points;
}

function whys({ messages }: ReportTool): string[] {
  return messages.map(({ code, line, why }) => `${code}:${line} ${why ?? 'counts'}`);
}

const MYPY = (lines: readonly number[]): string =>
  `${lines.map((line) => `src/load.py:${line}: error: Bad  [arg-type]`).join('\n')}\nFound ${lines.length} errors in 1 file (checked 2 source files)\n`;

describe('messages of other tools in the score', () => {
  it('name their report in the reason, and cost points', async () => {
    const before = await review({});
    const after = await review({ 'reports/mypy.txt': MYPY([5, 9, 16]) });
    assert.match(reasonOf(after, 'types-and-docs'), /; 3 errors from mypy \(reports\/mypy\.txt\); 25% less, because hardly anything is tested$/);
    assert.ok(pointsOf(after, 'types-and-docs') < pointsOf(before, 'types-and-docs'));
    assert.deepEqual(after.findings, before.findings, 'they are no findings');
    assert.deepEqual(after.score.blockers, before.score.blockers, 'they block nothing');
  });

  it('of a clean report are mentioned and change nothing', async () => {
    const before = await review({});
    const after = await review({ 'reports/mypy.txt': 'Success: no issues found in 2 source files\n' });
    assert.match(reasonOf(after, 'types-and-docs'), /; nothing more from mypy \(reports\/mypy\.txt\); 25% less, because hardly anything is tested$/);
    assert.equal(after.score.total, before.score.total);
  });

  it('of an incomplete report are not called clean', async () => {
    const after = await review({ 'reports/mypy.txt': 'Found 1 error in 1 file (errors prevented further checking)\n' });
    assert.doesNotMatch(reasonOf(after, 'types-and-docs'), /mypy/);
    assert.equal(after.evidence?.problems[0]?.path, 'reports/mypy.txt');
  });

  it('count once with our own finding, whichever tool reports them', async () => {
    const before = await review({});
    assert.deepEqual(
      before.findings.filter(({ ruleId }) => /bare-except|mutable-default/.test(ruleId)).map(({ ruleId, range }) => `${ruleId}:${range.start.line}`),
      ['quality/mutable-default:5', 'quality/bare-except:10'],
    );
    const after = await review({
      'reports/flake8.txt': 'src/load.py:10:5: E722 do not use bare \'except\'\nsrc/load.py:5:1: B006 default\n',
      'reports/pylint.txt':
        'src/load.py:10:4: W0702: No exception type(s) specified (bare-except)\nsrc/load.py:5:0: W0102: Dangerous default value [] as argument '
        + '(dangerous-default-value)\n',
    });
    assert.deepEqual(after.evidence?.tools.flatMap(whys), [
      'B006:5 already-found',
      'E722:10 already-found',
      'dangerous-default-value:5 already-found',
      'bare-except:10 already-found',
    ]);
    assert.equal(after.score.total, before.score.total);
  });

  it('count once over several reports', async () => {
    const line = JSON.stringify({ file: 'src/load.py', line: 9, column: 4, message: 'Bad', hint: null, code: 'arg-type', severity: 'error' });
    const one = await review({ 'reports/mypy.txt': MYPY([9]) });
    const undefinedName = { 'reports/flake8.txt': "src/load.py:3:1: F821 undefined name 'x'\n" };
    const both = await review({
      ...undefinedName,
      'reports/mypy.txt': MYPY([9]),
      'reports/mypy.json': `${line}\n`,
      'reports/pylint.txt': "src/load.py:3:0: E0602: Undefined variable 'x' (undefined-variable)\n",
    });
    assert.deepEqual(
      both.evidence?.tools.map((tool) => `${tool.path} ${whys(tool).join(', ')}`),
      [
        'reports/flake8.txt F821:3 counts',
        'reports/mypy.json arg-type:9 counts',
        'reports/mypy.txt arg-type:9 told-twice',
        'reports/pylint.txt undefined-variable:3 told-twice',
      ],
    );
    const twoFaults = await review({ ...undefinedName, 'reports/mypy.txt': MYPY([9]) });
    assert.ok(one.score.total! > both.score.total!);
    assert.equal(both.score.total, twoFaults.score.total);
  });

  it('do not count where the rule is off, allowed or silenced, nor where a share counts it', async () => {
    const flake8 = {
      'reports/flake8.txt':
        "src/load.py:16:5: E722 do not use bare 'except'\nsrc/load.py:14:1: D103 Missing docstring\nsrc/load.py:16:80: E501 line too long\n",
    };
    assert.deepEqual((await review(flake8)).evidence?.tools.flatMap(whys), ['D103:14 measured-otherwise', 'E722:16 counts', 'E501:16 no-criterion']);
    assert.deepEqual((await review(flake8, { rules: { 'quality/bare-except': 'off' } })).evidence?.tools.flatMap(whys)[1], 'E722:16 rule-off');
    assert.deepEqual((await review(flake8, { rules: { 'quality/bare-except': { allow: ['src/**'] } } })).evidence?.tools.flatMap(whys)[1], 'E722:16 allowed');
    const silenced = CODE.replace('    """Other."""\n', '    # archwright-ignore quality/bare-except -- flake8 is wrong here\n');
    assert.deepEqual((await review(flake8, {}, silenced)).evidence?.tools.flatMap(whys)[1], 'E722:16 allowed');
  });

  it('outside production code count only for rules that apply there', async () => {
    const files = new Map([
      ['src/load.py', CODE],
      ['tests/test_load.py', 'def test_it():\n    assert 1 + 1 == 2\n'],
      ['archwright.jsonc', CONFIG().replace('reports/*', 'mypy.txt')],
      ['mypy.txt', 'tests/test_load.py:1: error: Bad  [arg-type]\n'],
    ]);
    assert.deepEqual(reported(await reviewInMemory(files)).evidence?.tools.flatMap(whys), ['arg-type:1 no-criterion']);
  });
});

describe('reports of other tools', () => {
  const message = fc.record({
    file: fc.constantFrom('mypy.txt', 'mypy-report.txt', 'flake8.txt', 'pylint.txt', 'bandit.json', 'ruff.sarif'),
    line: fc.integer({ min: 1, max: 18 }),
    kind: fc.nat({ max: 3 }),
  });
  type Message = { file: string; line: number; kind: number };

  const writers: Readonly<Record<string, (messages: readonly Message[]) => string>> = {
    'mypy.txt': mypy,
    'mypy-report.txt': mypy,
    'flake8.txt': (messages) => messages.map(({ line, kind }) => `src/load.py:${line}:1: ${['E722', 'F821', 'S301', 'B006'][kind]} words\n`).join(''),
    'pylint.txt': (messages) =>
      messages
        .map(
          ({ line, kind }) =>
            `src/load.py:${line}:0: `
              + `${['W0702: x (bare-except)', 'E0602: x (undefined-variable)', 'R0913: x (too-many-arguments)', 'E1101: x (no-member)'][kind]}\n`,
        )
        .join(''),
    'bandit.json': (messages) =>
      JSON.stringify({
        errors: [],
        generated_at: '',
        metrics: {},
        results: messages.map(({ line, kind }) => ({
          filename: 'src/load.py',
          line_number: line,
          test_id: ['B301', 'B404', 'B602', 'B110'][kind],
          issue_severity: ['LOW', 'MEDIUM', 'HIGH', 'LOW'][kind],
          issue_text: 'words',
        })),
      }),
    'ruff.sarif': (messages) =>
      JSON.stringify({
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'ruff' } },
            results: messages.map(({ line, kind }) => ({
              ruleId: ['E722', 'F821', 'S301', 'B006'][kind],
              level: ['error', 'warning', 'note', 'error'][kind],
              message: { text: 'words' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'src/load.py' }, region: { startLine: line } } }],
            })),
          },
        ],
      }),
  };

  function mypy(messages: readonly Message[]): string {
    return messages.map(({ line, kind }) => `src/load.py:${line}: error: words  [${['arg-type', 'name-defined', 'attr-defined', 'misc'][kind]}]\n`).join('');
  }

  function written(messages: readonly Message[]): Record<string, string> {
    return Object.fromEntries(Object.entries(writers).flatMap(([file, write]) => {
      const own = messages.filter((one) => one.file === file);
      return own.length === 0 ? [] : [[file, write(own)]];
    }));
  }

  it('never raise the score by another message, in any report', async () => {
    await fc.assert(fc.asyncProperty(fc.array(message, { maxLength: 14 }), message, async (messages, one) => {
      const [none, before, after] = [await review({}), await review(written(messages)), await review(written([...messages, one]))];
      assert.ok(after.score.total! <= before.score.total!, `${before.score.total} became ${after.score.total}`);
      assert.ok(before.score.total! <= none.score.total!);
      for (const [at, dimension] of after.score.dimensions.entries()) assert.ok(dimension.points <= before.score.dimensions[at]!.points);
    }), { numRuns: 60 });
  });
});
