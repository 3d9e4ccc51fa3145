/** Days and weeks as a team counts them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addWeeks, Calendar, isTimeZone, mondayOf, weekOfDay, weeksFrom } from '../../server/text/calendar.ts';

const at = (text: string): number => Date.parse(text);

describe('the calendar', () => {
  it('gives a week the year that it belongs to', () => {
    assert.deepEqual(
      ['2024-12-29', '2024-12-30', '2026-12-31', '2027-01-03', '2027-01-04', '2021-01-01', '2020-12-31'].map(weekOfDay),
      ['2024-W52', '2025-W01', '2026-W53', '2026-W53', '2027-W01', '2020-W53', '2020-W53'],
    );
    assert.deepEqual(['2026-W53', '2025-W53', '2026-W00', '2026-W5', 'last'].map(mondayOf), ['2026-12-28', null, null, null, null]);
    assert.deepEqual(weeksFrom('2026-W52', '2027-W02'), ['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    assert.deepEqual(weeksFrom('2027-W02', '2026-W52'), []);
  });

  it('counts every week once, and none twice', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 30_000 }), (day) => {
      const week = weekOfDay(new Date(day * 86_400_000).toISOString().slice(0, 10));
      assert.equal(weekOfDay(mondayOf(week)!), week);
      assert.equal(addWeeks(addWeeks(week, 1), -1), week);
    }));
  });

  it('ends the week where the team is', () => {
    const sunday = at('2026-11-29T23:30:00Z');
    assert.deepEqual(
      ['UTC', 'Europe/Madrid', 'America/New_York', 'Pacific/Kiritimati'].map((zone) => new Calendar(zone).weekOf(sunday)),
      ['2026-W48', '2026-W49', '2026-W48', '2026-W49'],
    );
    assert.equal(new Calendar('Asia/Kathmandu').dayOf(at('2026-01-31T18:20:00Z')), '2026-02-01');
  });

  it('knows when a day begins, also on days on which the clock changes', () => {
    const madrid = new Calendar('Europe/Madrid');
    assert.deepEqual(
      ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map((day) => new Date(madrid.startOf(day)).toISOString()),
      ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    );
    assert.deepEqual([madrid.dayOf(at('2026-10-25T22:59:59Z')), madrid.dayOf(at('2026-10-25T23:00:00Z'))], ['2026-10-25', '2026-10-26']);
  });

  it('knows time zones', () => assert.deepEqual(['UTC', 'Europe/Madrid', 'Europe/Atlantis', ''].map(isTimeZone), [true, true, false, false]));
});
