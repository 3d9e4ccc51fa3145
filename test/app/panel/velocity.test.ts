/** The velocity that the panel shows is the one that `track report` tells of the same log. */
import assert from 'node:assert/strict';
import { velocityPart } from '../../../server/app/panel/velocity.ts';
import { issuesOf, readLog } from '../../../server/tracking/log.ts';
import { logRows } from '../../../server/tracking/panel-rows.ts';
import { trackedIssues } from '../../../server/progress/issues.ts';
import { velocity } from '../../../server/progress/velocity.ts';
import { Calendar } from '../../../server/text/calendar.ts';
import type { LogRow } from '../../../server/protocol/tracking.ts';

/** Wednesday of 2026-W06. */
const NOW = Date.parse('2026-02-04T12:00:00Z');

interface Row { status?: string; created: string; resolved?: string; points?: string; labels?: string }

const textOf = (rows: readonly Row[]): string => [
  'Issue Key,Summary,Status,Created Date,Resolved Date,Story Points,Labels,Assignee',
  ...rows.map(({ status = 'Done', created, resolved = '', points = '', labels = '' }, at) => (
    `SHOP-${at + 1},Some work,${status},${created},${resolved},${points},${labels},Ada`
  )),
  '',
].join('\n');

const REVIEW: LogRow = {
  kind: 'review', time: '2026-01-31T12:00:00Z', commit: '1a2b3c4', branch: 'main', issue: 'SHOP-1', status: '', summary: '', author: '', score: 80, grade: 'B',
  errors: 0, warnings: 0, infos: 0, delta: null,
};

const partOf = (rows: readonly Row[], timeZone = 'UTC') => velocityPart([...logRows(readLog(textOf(rows)), []), REVIEW], timeZone, NOW);

describe('velocity in the panel', () => {
  const rows: Row[] = [
    { created: '2026-01-05T09:00:00Z', resolved: '2026-01-09T09:00:00Z', points: '5' },
    { created: '2026-01-05T09:00:00Z', resolved: '2026-01-20T09:00:00Z', points: '3' },
    // On Sunday night in UTC, on Monday in Madrid.
    { created: '2026-01-06T09:00:00Z', resolved: '2026-01-25T23:30:00Z', points: '2' },
    { created: '2026-02-02T09:00:00Z', resolved: '2026-02-03T09:00:00Z', points: '8' },
    { status: 'In Progress', created: '2026-01-12T09:00:00Z', points: '13' },
  ];

  it('tells each week with what was finished in it, and the average of whole weeks', () => {
    assert.deepEqual(partOf(rows), {
      words: ['2.5 points a week in the last 4 whole weeks, between 0 and 5; 0.8 issues a week.', '2026-W06 is not over yet.'], unit: 'points',
      weeks: [
        { week: '2026-W02', finished: 5 }, { week: '2026-W03', finished: 0 }, { week: '2026-W04', finished: 5 }, { week: '2026-W05', finished: 0 },
        { week: '2026-W06', finished: 8 },
      ],
    });
  });

  it('is that of the report on the same log, in the time zone of the team', () => {
    for (const timeZone of ['UTC', 'Europe/Madrid']) {
      const { weeks } = velocity(trackedIssues(issuesOf(readLog(textOf(rows)))), new Calendar(timeZone), NOW);
      assert.deepEqual(partOf(rows, timeZone).weeks, weeks.map(({ week, completedPoints }) => ({ week, finished: completedPoints })));
    }
    assert.deepEqual(partOf(rows, 'Europe/Madrid').weeks.map(({ finished }) => finished), [5, 0, 3, 2, 8]);
  });

  it('counts issues where nobody set points', () => {
    const assumed = rows.map((row) => ({ ...row, labels: 'assumed' }));
    const { unit, weeks } = partOf(assumed);
    assert.deepEqual([unit, weeks.map(({ finished }) => finished)], ['issues', [1, 0, 2, 0, 1]]);
  });

  it('says so where there is too little to tell', () => {
    assert.deepEqual(partOf([]), { words: ['No finished issue yet.'], unit: 'issues', weeks: [] });
    assert.deepEqual(partOf([{ status: 'To Do', created: '2026-01-05T09:00:00Z', points: '5' }]).words, ['No finished issue yet.']);
    const one = partOf([{ created: '2026-02-02T09:00:00Z', resolved: '2026-02-03T09:00:00Z', points: '8' }]);
    assert.deepEqual(one, { words: ['No week is over yet.'], unit: 'issues', weeks: [] });
  });
});
