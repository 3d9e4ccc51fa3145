/** Marks that git leaves in a text where it could not merge. */

/** @param lines of a text, with or without carriage returns @returns where the first mark of a conflict stands, counted from 0; -1 when there is none */
export function conflictAt(lines: readonly string[]): number {
  // Equals signs may underline a heading: beside no other mark they are that.
  if (!lines.some((line) => /^(<{7}|>{7})( |\r?$)/.test(line))) return -1;
  return lines.findIndex((line) => /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/.test(line));
}
