/** What `diff` tells in an editor. */
import type { DiffParams, Told } from '../../protocol/commands.ts';
import { showable } from '../../text/plain-text.ts';
import { comparisonPage } from './comparison-page.ts';
import { readingOf, type CommandFolder } from './folder.ts';

/** Compares the folder, unsaved edits included, with another state. @throws {Failure} like the command */
export async function tellDiff(folder: CommandFolder, { from }: DiffParams): Promise<Told> {
  const { texts } = readingOf(folder);
  const { headline, text } = await comparisonPage({ root: folder.root, configuration: folder.configuration, cache: true, from, buffers: texts });
  return { headline: showable(headline), holds: null, document: { name: 'architecture-changes', text, use: 'page' } };
}
