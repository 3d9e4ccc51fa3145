/** A comparison of two states as a page, made in a thread of its own for editors: reading both and asking the compiler takes seconds. */
import { serverFile } from '../../compose/program.ts';
import { createBackground } from '../../host/background.ts';
import { GitError } from '../../host/git.ts';
import { writeDiff } from '../../report/diff/formats.ts';
import { isSilent, sumWords } from '../../report/diff/words.ts';
import { compareStates, type CompareOptions } from '../diff.ts';
import { Failure } from '../failure.ts';

/** The page in Markdown with its sum as a sentence, or why there is none. */
export type ComparisonPage = { headline: string; text: string } | { problem: string };

/** What the thread does. @param options plain data */
export async function writeComparison(options: CompareOptions): Promise<ComparisonPage> {
  try {
    const compared = await compareStates(options);
    const remarks = compared.remarks.map((remark) => `\n${remark}\n`).join('');
    const headline = isSilent(compared.diff) ? 'Nothing changed in the architecture.' : `${sumWords(compared.diff)}.`;
    return { headline, text: `${writeDiff(compared, 'markdown', { color: false, width: 100 })}${remarks}` };
  } catch (error) {
    // Their classes do not survive the way between threads.
    if (error instanceof Failure || error instanceof GitError) return { problem: error.message };
    throw error;
  }
}

/** @throws {Failure} when there is no page */
export async function comparisonPage(options: CompareOptions): Promise<Exclude<ComparisonPage, { problem: string }>> {
  const file = serverFile();
  const background = file === null ? null : createBackground(file);
  try {
    const page = background === null ? await writeComparison(options) : await background.run('writeComparison', options) as ComparisonPage;
    if ('problem' in page) throw new Failure(page.problem);
    return page;
  } finally {
    await background?.close();
  }
}
