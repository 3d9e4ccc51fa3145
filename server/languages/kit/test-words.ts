/** What the comments and the documentation of a test say, in any language. */
import type { TestFact } from '../../facts/file-facts.ts';

/** How many characters are kept. */
const MOST = 500;
const TO_DO = /\b(TODO|FIXME|XXX)\b/i;

/**
 * @param texts comments and documentation as written
 * @param marks what begins, ends and decorates them; white space is left out anyway
 * @returns the words on one line, or nothing when there are none
 */
export function testWords(texts: readonly string[], marks: RegExp): Pick<TestFact, 'words'> {
  const words = texts.join(' ').replace(marks, ' ').replace(/\s+/g, ' ').trim().slice(0, MOST);
  return words === '' ? {} : { words };
}

/** @returns whether they say that the test is still to be written */
export function isToBeWritten({ words = '' }: Pick<TestFact, 'words'>): boolean {
  return TO_DO.test(words);
}
