/** What a command wrote, made fit to be shown: its end, without secrets and control characters. */
import { stripVTControlCharacters } from 'node:util';
import { withoutSecrets } from '../../compose/evidence.ts';
import { showable, shortened } from '../../text/plain-text.ts';

const MOST_LINES = 30;
const LONGEST_LINE = 300;
/** Of an output that is cut: a secret of several lines, such as a key, is known by its first one, which may be missing. */
const UNSURE = 4096;
const SECRET_NAME = /secret|token|passw|pwd|credential|(api|access|private|auth).?key|_key$|^key$/i;
const SHORTEST_SECRET = 8;

/**
 * @param tail of the output
 * @param isCut whether there was more before
 * @returns its last lines, the last one last
 */
export async function shownOutput(tail: string, isCut: boolean): Promise<string[]> {
  const whole = isCut ? tail.slice(tail.indexOf('\n', UNSURE) + 1) : tail;
  const masked = await maskOutput(stripVTControlCharacters(whole).replace(/\r\n?/g, '\n'));
  const lines = masked.split('\n').map((line) => shortened(showable(line).trimEnd(), LONGEST_LINE));
  while (lines.at(-1) === '') lines.pop();
  return lines.slice(-MOST_LINES);
}

/** @returns the text with secrets masked: those that are recognized, and those that the environment holds */
export async function maskOutput(text: string): Promise<string> {
  const values = Object.entries(process.env)
    .filter(([name, value]) => SECRET_NAME.test(name) && (value ?? '').trim().length >= SHORTEST_SECRET)
    .flatMap(([, value]) => value!.trim().split('\n'))
    .filter((line) => line.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  let known = text;
  for (const value of values) known = known.replaceAll(value, '*'.repeat(value.length));
  return withoutSecrets(known);
}
