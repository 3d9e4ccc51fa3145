/** What becomes of each message of other tools: what counts, where, how much, and what is listed of it. */
import assert from 'node:assert/strict';
import { judgeReports, type ToolContext } from '../../server/engine/tool-messages.ts';
import type { ToolMessage, ToolReport } from '../../server/facts/tool-messages.ts';
import type { ReportFinding } from '../../server/protocol/report.ts';

function message(rule: string | null, line: number, more: Partial<ToolMessage> = {}): ToolMessage {
  const topic = rule === null ? 'types' : null;
  return { fault: rule ?? 'types', rule, topic, secret: false, code: 'E1', path: 'src/a.py', line, level: 'error', text: 'Bad.', ...more };
}

function report(messages: ToolMessage[], more: Partial<ToolReport> = {}): ToolReport {
  return { tool: 'mypy', levels: 'mypy', path: 'mypy.txt', messages, outside: 0, olderThan: 0, topic: 'types', incomplete: false, ...more };
}

function finding(ruleId: string, from: number, to = from): ReportFinding {
  return {
    ruleId, path: 'src/a.py', severity: 'warning', message: '', range: { start: { line: from, column: 1 }, end: { line: to, column: 2 } },
    block: null, layer: null, guideline: 'style §9', fixable: false, blocker: false, baseline: false, fingerprint: '', related: [],
  };
}

const CONTEXT: ToolContext = {
  findings: [], roleOf: (path) => (path.startsWith('test/') ? 'test' : path.startsWith('scripts/') ? 'script' : 'source'),
  severityOf: (rule) => (rule === 'a/off' ? undefined : rule === 'a/mild' ? 'info' : 'error'), criterionOf: (rule) => (rule === 'a/none' ? null : 'practices'),
  isAllowed: (_, { line }) => line === 99,
};

const judged = (reports: ToolReport[], findings: ReportFinding[] = []): ReturnType<typeof judgeReports> => judgeReports(reports, { ...CONTEXT, findings });
const whys = (...of: Parameters<typeof judged>): (string | null)[][] => judged(...of).tools.map(({ messages }) => messages.map(({ why }) => why));

describe('a report of another tool', () => {
  it('is told whole: what was read, what counts and why the rest does not', () => {
    const flake8 = report(
      [message('a/rule', 3), message('a/rule', 20), message('a/off', 30), message('a/none', 40), message('a/rule', 99), message('a/rule', 50)],
      { tool: 'flake8', levels: 'flake8', path: 'flake8.txt', topic: null, outside: 2, olderThan: 1 },
    );
    const pylint = report([message('a/rule', 51)], { tool: 'pylint', levels: 'pylint', path: 'pylint.txt', topic: null, incomplete: true });
    const { counts, tools } = judged([flake8, pylint], [finding('a/rule', 3)]);
    const source = 'flake8.txt, older than 1 file it names';
    assert.deepEqual(counts, [{ tool: 'flake8', source, criterion: 'practices', severity: 'warning', role: 'source', count: 2 }]);
    const told = { code: 'E1', path: 'src/a.py', severity: 'warning', message: 'Bad.', criterion: null };
    assert.deepEqual(tools, [
      {
        tool: 'flake8', path: 'flake8.txt', read: 6, counted: 2, alreadyFound: 1, toldTwice: 0, notCounted: 3, outside: 2, olderThan: 1, complete: true,
        messages: [
          { ...told, ruleId: 'a/rule', line: 3, why: 'already-found' }, { ...told, ruleId: 'a/rule', line: 20, why: null, criterion: 'practices' },
          { ...told, ruleId: 'a/off', line: 30, why: 'rule-off' }, { ...told, ruleId: 'a/none', line: 40, why: 'no-criterion' },
          { ...told, ruleId: 'a/rule', line: 99, why: 'allowed' }, { ...told, ruleId: 'a/rule', line: 50, why: null, criterion: 'practices' },
        ],
      },
      {
        tool: 'pylint', path: 'pylint.txt', read: 1, counted: 0, alreadyFound: 0, toldTwice: 1, notCounted: 0, outside: 0, olderThan: 0, complete: false,
        messages: [{ ...told, ruleId: 'a/rule', line: 51, why: 'told-twice' }],
      },
    ]);
  });

  it('lists its first two hundred messages and counts all', () => {
    const { counts, tools: [tool] } = judged([report(Array.from({ length: 250 }, (_, at) => message('a/rule', at * 3 + 100)))]);
    assert.deepEqual([tool!.read, tool!.counted, tool!.messages.length, tool!.messages.at(-1)!.line], [250, 250, 200, 697]);
    assert.deepEqual(counts.map(({ count }) => count), [250, 0]);
  });

  it('is as severe as its tool says, and never more than our rule for the same fault', () => {
    const severities = (levels: ToolReport['levels'], ...messages: ToolMessage[]): string[] =>
      judged([report(messages, { levels })]).tools[0]!.messages.map(({ severity }) => severity);
    const level = (name: string, rule = 'a/rule'): ToolMessage => message(rule, 1, { level: name });
    assert.deepEqual(severities('bandit', level('HIGH'), level('MEDIUM'), level('LOW'), level('UNDEFINED')), ['error', 'warning', 'info', 'warning']);
    assert.deepEqual(severities('bandit', level('HIGH', 'a/mild'), level('HIGH', 'a/off')), ['info', 'error']);
  });

  it('counts by criterion, severity and role', () => {
    const { counts } = judged([report([
      message('a/rule', 1), message('a/rule', 4, { path: 'test/a.py' }), message('a/mild', 1), message('a/rule', 9), message(null, 1),
      message(null, 1, { path: 'scripts/a.py' }), message(null, 1, { path: 'test/a.py' }),
      message(null, 1, { path: 'src/b.py', topic: 'security' }), message(null, 1, { path: 'src/c.py', topic: null }),
    ])]);
    assert.deepEqual(counts.map(({ criterion, severity, role, count }) => `${criterion} ${severity} ${role} ${count}`), [
      'practices warning source 3', 'practices warning test 1', 'practices info source 1', 'types-and-docs warning source 1', 'types-and-docs warning script 1',
    ]);
  });

  it('vouches for its subject where it is clean', () => {
    const clean = { tool: 'mypy', source: 'mypy.txt', criterion: 'types-and-docs', severity: 'info', role: 'source', count: 0 };
    assert.deepEqual(judged([report([])]).counts, [clean]);
    assert.deepEqual(judged([report([message('a/off', 1), message('a/rule', 99)])]).counts, [clean]);
    const counts = (one: ToolMessage): unknown => judged([report([one])]).counts.map(({ criterion, count }) => [criterion, count]);
    assert.deepEqual(counts(message('a/rule', 5)), [['practices', 1], ['types-and-docs', 0]]);
    assert.deepEqual(counts(message(null, 1)), [['types-and-docs', 1]]);
    assert.deepEqual(judged([report([], { incomplete: true })]).counts, []);
    assert.deepEqual(judged([report([], { topic: null })]).counts, []);
    assert.deepEqual(judged([report([message(null, 1, { topic: null })])]).counts, []);
  });

  it('repeats what our rules found of the same handler, whether it catches too much or drops the error', () => {
    const [bare, swallowed] = ['quality/bare-except', 'quality/swallowed-error'] as const;
    for (const [told, ours] of [[bare, bare], [bare, swallowed], [swallowed, bare], [swallowed, swallowed]] as const)
      assert.deepEqual(whys([report([message(told, 5)])], [finding(ours, 4, 6)]), [['already-found']], `${told} ${ours}`);
    assert.deepEqual(whys([report([message('a/rule', 5)])], [finding(bare, 4, 6)]), [[null]]);
    assert.deepEqual(whys([report([message(bare, 5)])], [{ ...finding(bare, 4, 6), path: 'src/b.py' }]), [[null]]);
  });

  it('repeats a finding once, each report for itself', () => {
    const reports = [report([message('a/rule', 5), message('a/rule', 5)]), report([message('a/rule', 5)], { path: 'other.txt' })];
    assert.deepEqual(whys(reports, [finding('a/rule', 5)]), [['already-found', null], ['already-found']]);
  });

  it('is left out for the first reason there is, and what is allowed answers no finding', () => {
    assert.deepEqual(whys([report([message('a/rule', 99), message('a/rule', 100)])], [finding('a/rule', 99)]), [['allowed', 'already-found']]);
    assert.deepEqual(whys([report([message('a/none', 5), message('a/off', 7)])], [finding('a/none', 5), finding('a/off', 7)]), [['already-found', 'rule-off']]);
    assert.deepEqual(whys([report([message('quality/missing-docstring', 5)])]), [['measured-otherwise']]);
  });

  it('tells another fault, or one of another file, beside the same line', () => {
    const more = report([message('a/other', 5), message('a/rule', 5, { path: 'src/b.py' }), message('a/rule', 6)]);
    assert.deepEqual(whys([report([message('a/rule', 5)]), more]), [[null], [null, null, 'told-twice']]);
  });

  it('tells the graver of two at the same place', () => {
    const [error, low] = [message('a/rule', 5, { level: 'HIGH' }), message('a/rule', 5, { level: 'LOW' })];
    assert.deepEqual(whys([report([low], { levels: 'bandit' }), report([error], { levels: 'bandit' })]), [['told-twice'], [null]]);
  });
});
