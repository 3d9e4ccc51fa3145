import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { logCsv } from '../../../server/app/panel/log-csv.ts';
import { log } from '../../panel/example.ts';

describe('the log of the panel as CSV', () => {
  it('is safe from formulas, with numbers as numbers', () => {
    const rows = log(3);
    const [first, second, third] = rows;
    assert.ok(first && second && third);
    Object.assign(first, { summary: '=HYPERLINK("http://x","y")', author: '+1', branch: '@me', issue: '-2+3' });
    second.summary = 'say "hi",\nthen\tgo';
    Object.assign(third, { delta: -3.5, summary: '\tx' });
    first.cells = { 'Story Points': '5', 'Epic Link': '=1+1' };
    const text = logCsv(rows, ['Epic Link', 'Story Points']);
    assert.equal(text.codePointAt(0), 0xfeff);
    const table = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(Object.keys(table[0] ?? {}), [
      'time', 'kind', 'summary', 'status', 'issue', 'author', 'score', 'grade', 'delta', 'errors', 'warnings', 'infos', 'branch', 'commit',
      'Epic Link', 'Story Points',
    ]);
    assert.deepEqual(table.map((row) => [row['Epic Link'], row['Story Points']]), [["'=1+1", '5'], ['', '2'], ['', '']]);
    assert.deepEqual(table.map(({ summary }) => summary), [`'=HYPERLINK("http://x","y")`, 'say "hi",\nthen\tgo', "'\tx"]);
    assert.deepEqual([table[0]?.['author'], table[0]?.['branch'], table[0]?.['issue'], table[2]?.['delta']], ["'+1", "'@me", "'-2+3", '-3.5']);
  });
});
