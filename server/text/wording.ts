/** Numbers and names as they are shown. Independent of the locale, so that the same score reads the same everywhere. */

/** Rounds to one decimal, the precision of all points. The tiny addition makes up for differences such as 1.15 - 0.9, which fall just short of 0.25. */
export function toTenth(value: number): number {
  return Math.round(value * 10 + 1e-9) / 10;
}

/**
 * A number with thousands separators.
 * `1,234,567`
 */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A number with its noun: `1 warning`, `2 warnings`.
 * @param count how many
 * @param noun singular
 * @param plural for nouns whose plural is not formed by adding -s
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A share as a whole percentage. Never says 100% of a part, nor 0% of something. */
export function percent(part: number, whole: number): string {
  if (part === whole) return '100%';
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 100) return '99%';
  return part > 0 && rounded === 0 ? 'under 1%' : `${rounded}%`;
}

/** The sentence with an initial capital. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * @param names in order
 * @param most names to list; the others are only counted
 * @returns `a, b, c and 2 more`
 */
export function firstNames(names: readonly string[], most = 3): string {
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}
