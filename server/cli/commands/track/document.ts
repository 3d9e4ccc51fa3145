/** `archwright track document`: documents of Scrum, filled from log and git. */
import { Argument, Option, type Command } from 'commander';
import { DOCUMENT_KINDS, TEMPLATES, type DocumentKind } from '../../../report/scrum/document.ts';
import { chosenFormat, folderOf, namedConfiguration, warn, write, type CommonOptions } from '../../context.ts';

interface DocumentOptions extends CommonOptions {
  folder: string;
  sprint?: string;
  template?: boolean;
}

/** Adds `archwright track document`. */
export function addTrackDocument(track: Command): void {
  track.command('document')
    .description('Write a document of Scrum, filled from log and git (format: markdown)')
    .addArgument(new Argument('<document>', 'which one').choices(DOCUMENT_KINDS))
    .argument('[key]', 'issue of a story')
    .option('--folder <folder>', 'folder of the log', '.')
    .addOption(new Option('--sprint <name>', 'sprint of the log (default: the latest)'))
    .option('--template', 'write the template and not the document, to be changed')
    .addHelpText('after', '\nA file such as .archwright/templates/planning.md takes the place of the template.\n'
      + '\nExamples:\n  archwright track document planning\n  archwright track document story SHOP-42\n'
      + '  archwright track document review --template --output .archwright/templates/review.md\n')
    .action(async (kind: DocumentKind, key: string | undefined, _own, command: Command) => document(kind, key, command.optsWithGlobals<DocumentOptions>()));
}

async function document(kind: DocumentKind, key: string | undefined, options: DocumentOptions): Promise<void> {
  chosenFormat(options, ['markdown'], 'markdown');
  if (options.template) return write(options, TEMPLATES[kind]);
  const configuration = await namedConfiguration(options);
  // Loads the languages.
  const { trackDocument } = await import('../../../app/track/document.ts');
  const { text, notes } = await trackDocument({ root: folderOf(options.folder), configuration, kind, key, sprint: options.sprint, now: new Date() });
  for (const note of notes) warn(note);
  return write(options, text);
}
