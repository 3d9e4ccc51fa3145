/** Dates and durations as people write them into cells. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/** @param text such as `2026-01-31 10:30:00`; in UTC unless it names another zone @returns milliseconds since 1970; null for anything else */
export function epochOf(text: string): number | null {
  const found = DATE.exec(text.trim());
  if (found === null) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part: string | undefined) => (part === undefined ? 0 : Number(part)));
  const epoch = Date.UTC(year!, month! - 1, day, hour, minute, second);
  const made = new Date(epoch);
  // The 31st of February becomes a day of March.
  if (made.getUTCMonth() !== month! - 1 || made.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return null;
  const zone = /^([+-])(\d\d):?(\d\d)$/.exec(found[7] ?? '');
  const ahead = zone === null ? 0 : (Number(zone[2]) * HOUR + Number(zone[3]) * MINUTE) * (zone[1] === '-' ? -1 : 1);
  return epoch - ahead * 1000;
}

/** @param epoch milliseconds since 1970 @returns as the log writes it, in UTC: `2026-01-31 10:30:00` */
export function dateText(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * @param text such as `1w 2d 3h 30m`
 * @param perDay hours of a day: 8 of work, with 5 days to a week, or 24
 * @returns seconds; null for anything else
 */
export function secondsOf(text: string, perDay: 8 | 24): number | null {
  const units: Readonly<Record<string, number>> = {
    ms: 0.001, s: 1, m: MINUTE, h: HOUR, d: perDay * HOUR, w: perDay * HOUR * (perDay === 8 ? 5 : 7),
  };
  let seconds = 0;
  for (const part of text.trim().replace(/(?<=[a-z])(?=\d)/g, ' ').split(/\s+/)) {
    const found = /^(\d{1,12}(?:\.\d{1,12})?)(ms|[smhdw])$/.exec(part);
    if (found === null) return null;
    seconds += Number(found[1]) * units[found[2]!]!;
  }
  return seconds;
}
