/** Days and weeks as a team counts them: in its time zone, weeks by ISO 8601. */

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** @returns whether the runtime knows the time zone, such as `Europe/Madrid` or `UTC` */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Asking the runtime for the day of each of many times takes too long, so that it is asked twice for each day that occurs. */
export class Calendar {
  readonly timeZone: string;
  readonly #format: Intl.DateTimeFormat;
  /** Milliseconds that the zone is ahead at the beginning of a day in UTC; null for a day on which the clock changes. */
  readonly #ahead = new Map<number, number | null>();
  /** Names of days by their number since 1970. */
  readonly #names = new Map<number, { day: string; week: string }>();

  /** @param timeZone that `isTimeZone` knows */
  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /** @param epoch milliseconds since 1970 @returns `2026-01-31` */
  dayOf(epoch: number): string {
    return this.#named(epoch).day;
  }

  /** @param epoch milliseconds since 1970 @returns `2026-W05` */
  weekOf(epoch: number): string {
    return this.#named(epoch).week;
  }

  /** @param day such as `2026-01-31` @returns when it begins, in milliseconds since 1970 */
  startOf(day: string): number {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    // The second look is for a clock that changes in between.
    const near = midnight - this.#aheadAt(midnight);
    return midnight - this.#aheadAt(near);
  }

  #named(epoch: number): { day: string; week: string } {
    const number = Math.floor((epoch + this.#aheadAt(epoch)) / DAY);
    let named = this.#names.get(number);
    if (named === undefined) {
      const day = textOf(number * DAY);
      named = { day, week: weekOfDay(day) };
      this.#names.set(number, named);
    }
    return named;
  }

  #aheadAt(epoch: number): number {
    const day = Math.floor(epoch / DAY);
    let known = this.#ahead.get(day);
    if (known === undefined) {
      const [first, last] = [this.#ask(day * DAY), this.#ask((day + 1) * DAY)];
      known = first === last ? first : null;
      this.#ahead.set(day, known);
    }
    return known ?? this.#ask(epoch);
  }

  #ask(epoch: number): number {
    const parts = new Map(this.#format.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return Math.round((shown - epoch) / MINUTE) * MINUTE;
  }
}

/** @returns the days of whoever sits at this machine */
export function localCalendar(): Calendar {
  return new Calendar(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function textOf(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}

/** @param day such as `2026-01-31` @returns the day so many days later */
export function addDays(day: string, days: number): string {
  return textOf(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/** @param day such as `2026-01-01` @returns its week with the year that the week belongs to, `2026-W01` */
export function weekOfDay(day: string): string {
  const epoch = Date.parse(`${day}T00:00:00Z`);
  // The year of a week is that of its Thursday.
  const weekday = (new Date(epoch).getUTCDay() + 6) % 7;
  const thursday = epoch + (3 - weekday) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** @param week such as `2026-W05` @returns its Monday; null for what is no week of that year */
export function mondayOf(week: string): string | null {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  if (year === undefined || number === undefined) return null;
  // The fourth of January is always in the first week.
  const fourth = Date.UTC(Number(year), 0, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  const monday = textOf(first + (Number(number) - 1) * 7 * DAY);
  return weekOfDay(monday) === week ? monday : null;
}

/** @param week such as `2026-W05` @returns the week so many weeks later */
export function addWeeks(week: string, weeks: number): string {
  return weekOfDay(addDays(mondayOf(week)!, weeks * 7));
}

/** @returns all weeks from the first to the last, both included; none when the last is earlier */
export function weeksFrom(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}
