/** Each form of report by itself. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCobertura } from '../../server/evidence/coverage/cobertura.ts';
import { readJsonCoverage } from '../../server/evidence/coverage/json-coverage.ts';
import { readJunit } from '../../server/evidence/junit.ts';
import { readLcov } from '../../server/evidence/coverage/lcov.ts';
import { UnusableReport, type ReportedCoverage } from '../../server/evidence/report-files.ts';

function plain({ files, roots }: ReportedCoverage): unknown {
  return { files: Object.fromEntries(files), roots };
}

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof UnusableReport, String(error));
    return error.message;
  }
  return 'was read';
}

describe('lcov', () => {
  it('counts lines, and joins the records of one file', () => {
    const text = 'TN:one\r\nSF:src/a.ts\r\nDA:1,1\r\nDA:2,0\r\nDA:3,0,abc\r\nend_of_record\r\nTN:two\r\nSF:src/a.ts\r\nDA:2,4\r\nend_of_record\r\nSF:C:\\w\\b '
      + 'c.ts\r\nLF:10\r\nLH:4\r\nend_of_record\r\n';
    assert.deepEqual(plain(readLcov(text)), { files: { 'src/a.ts': { covered: 2, total: 3 }, 'C:\\w\\b c.ts': { covered: 4, total: 10 } }, roots: [] });
  });

  it('refuses what is not a tracefile or was cut off', () => {
    assert.equal(refusal(() => readLcov('hello\n')), 'is not an lcov tracefile: it names no source file');
    assert.equal(refusal(() => readLcov('SF:a.ts\nDA:1,1\n')), 'is truncated: the last record is incomplete');
  });
});

describe('Cobertura', () => {
  const lines = (...hits: number[]): string => `<lines>${hits.map((count, at) => `<line number="${at + 1}" hits="${count}"/>`).join('')}</lines>`;
  const report = (classes: string): string => `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.5"><sources><source>/ci/app/src</source></sources>
<packages><package name="."><classes>${classes}</classes></package></packages></coverage>`;

  it('counts each line of a file once, whatever classes it holds', () => {
    const text =
      report(`<class filename="pkg/a.py" name="A"><methods><method><lines><line number="1" hits="1"/></lines></method></methods>${lines(1, 0, 3)}</class>
      <class filename="pkg/a.py" name="B">${lines(0, 2)}</class><class filename="R&amp;D &#x2f; b.py" name="C">${lines(0)}</class>`);
    assert.deepEqual(plain(readCobertura(text)), {
      files: { 'pkg/a.py': { covered: 3, total: 3 }, 'R&D / b.py': { covered: 0, total: 1 } },
      roots: ['/ci/app/src'],
    });
  });

  it('refuses other XML, broken XML, and XML that declares entities', () => {
    assert.equal(refusal(() => readCobertura('<html/>')), 'is not a Cobertura report: it has no "coverage" element');
    assert.equal(refusal(() => readCobertura(report(''))), 'names no source file');
    assert.match(refusal(() => readCobertura('<coverage>\n<packages></coverage>')), /^is not well-formed XML \(line 2: /);
    const laughs = `<!DOCTYPE coverage [<!ENTITY a `
      + `"ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "&a;&a;">`).join('')}]><coverage><x>&a29;</x></coverage>`;
    assert.equal(refusal(() => readCobertura(laughs)), 'declares XML entities, which are not supported');
    assert.match(
      refusal(() => readCobertura(`<coverage>${'<a>'.repeat(500)}${'</a>'.repeat(500)}</coverage>`)),
      /^cannot be read as XML: Maximum nested tags exceeded/,
    );
  });
});

describe('coverage.py', () => {
  const report = (files: unknown): string =>
    JSON.stringify({
      meta: { format: 3, version: '7.6.1', timestamp: '2026-11-27T10:00:00', branch_coverage: false },
      files,
      totals: { covered_lines: 5, num_statements: 9 },
    });
  const file = (covered: number, statements: number): unknown => ({
    executed_lines: [1, 2],
    summary: { covered_lines: covered, num_statements: statements, percent_covered: 50, missing_lines: statements - covered, excluded_lines: 0 },
    missing_lines: [],
    excluded_lines: [],
  });

  it('takes the totals of each file', () => {
    assert.deepEqual(plain(readJsonCoverage(report({ 'src/train.py': file(5, 9), 'src/__init__.py': file(0, 0) }))), {
      files: { 'src/train.py': { covered: 5, total: 9 }, 'src/__init__.py': { covered: 0, total: 0 } },
      roots: [],
    });
  });

  it('refuses what has no totals or names no file', () => {
    assert.equal(refusal(() => readJsonCoverage(report({ 'a.py': { executed_lines: [1] } }))), 'is not coverage.py JSON: its files have no line totals');
    assert.equal(refusal(() => readJsonCoverage(report({}))), 'names no source file');
  });
});

describe('Istanbul', () => {
  it('counts the lines on which statements start', () => {
    const statement = (line: number): unknown => ({ start: { line, column: 0 }, end: { line, column: 9 } });
    const text = JSON.stringify({
      '/w/src/a.ts': {
        path: '/w/src/a.ts',
        statementMap: { 0: statement(1), 1: statement(1), 2: statement(2) },
        s: { 0: 0, 1: 5, 2: 0 },
        fnMap: {},
        f: {},
        branchMap: {},
        b: {},
      },
    });
    assert.deepEqual(plain(readJsonCoverage(text)), { files: { '/w/src/a.ts': { covered: 1, total: 2 } }, roots: [] });
  });

  it('reads the totals of files, and ignores the overall one', () => {
    const sums = (total: number, covered: number): unknown => ({ lines: { total, covered, skipped: 0, pct: 1 }, statements: {} });
    assert.deepEqual(plain(readJsonCoverage(JSON.stringify({ 'total': sums(9, 9), 'a.ts': sums(8, 3) }))), {
      files: { 'a.ts': { covered: 3, total: 8 } },
      roots: [],
    });
  });

  it('refuses other JSON, and text that is not JSON', () => {
    assert.equal(refusal(() => readJsonCoverage('{"a":1}')), 'is not Istanbul coverage: it has neither statements nor line totals');
    assert.equal(refusal(() => readJsonCoverage('{}')), 'names no source file');
    assert.match(refusal(() => readJsonCoverage('{')), /^is not JSON: /);
  });
});

describe('JUnit', () => {
  it('counts test cases in nested suites, not the totals that these state', () => {
    const text = `<testsuites tests="99" failures="0"><testsuite name="a"><testcase name="1"/><testcase name="2"><failure message="no"/></testcase>
      <testsuite name="inner"><testcase name="3"><skipped/></testcase><testcase name="4"><error>x</error></testcase></testsuite></testsuite>
      <testsuite name="b"><testcase name="5"><system-out>&lt;failure&gt;</system-out></testcase></testsuite></testsuites>`;
    assert.deepEqual(readJunit(text), { passed: 2, failed: 2, skipped: 1 });
  });

  it('reads a single suite, and an empty run', () => {
    assert.deepEqual(readJunit('<testsuite><testcase name="1"/></testsuite>'), { passed: 1, failed: 0, skipped: 0 });
    assert.deepEqual(readJunit('<testsuites/>'), { passed: 0, failed: 0, skipped: 0 });
  });

  it('refuses other XML', () => {
    assert.equal(refusal(() => readJunit('<coverage/>')), 'is not a JUnit report: it has no test suites');
  });
});

describe('every reader', () => {
  it('refuses broken text with a reason and never fails otherwise', () => {
    const pieces = fc.constantFrom(
      '<coverage>',
      '</coverage>',
      '<class filename="',
      '"',
      '>',
      'SF:',
      'DA:1,',
      '\n',
      'end_of_record',
      '{',
      '}',
      '"s":',
      '[',
      '<!DOCTYPE',
      '&#x110000;',
      '<testsuite>',
      'constructor',
      '__proto__',
      '\u0000',
    );
    const text = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 15 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (broken) => {
      for (const read of [readLcov, readCobertura, readJsonCoverage, readJunit]) assert.notEqual(refusal(() => read(broken)), '');
    }), { numRuns: 1000 });
  });
});
