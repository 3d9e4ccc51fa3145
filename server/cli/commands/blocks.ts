/** `archwright blocks`: each block with contract, state, version, health and checklist. */
import { Option, type Command } from 'commander';
import { readAccepted } from '../../app/baseline.ts';
import { checklistItem } from '../../app/checklist.ts';
import { decide } from '../../app/decisions.ts';
import { Failure } from '../../app/failure.ts';
import { blocksHtml } from '../../report/blocks/html.tsx';
import { blocksMarkdown } from '../../report/blocks/markdown.ts';
import { blocksPretty } from '../../report/blocks/pretty.ts';
import {
  chosenFormat, EXIT_GATE, folderOf, namedConfiguration, open, repeatable, say, wantsColor, warn, write, type CommonOptions,
} from '../context.ts';

interface BlocksOptions extends CommonOptions {
  of?: string[];
}

interface TickOptions extends CommonOptions {
  by?: string;
  remove?: boolean;
  folder: string;
}

interface DocsOptions extends CommonOptions {
  check?: boolean;
  folder: string;
}

interface DecideOptions extends CommonOptions {
  block?: string[];
  folder: string;
}

const FORMATS = ['pretty', 'json', 'markdown', 'html'] as const;
const USUAL_WIDTH = 100;

/** Adds `archwright blocks` and what it has below it. */
export function addBlocks(program: Command): void {
  const blocks = program.command('blocks')
    .description('Show each block with contract, state, version, health and checklist (formats: pretty, json, markdown, html)')
    .argument('[folder]', 'folder to read', '.')
    .addOption(repeatable('--of <block>', 'only this block, in detail; can be given several times'))
    .addHelpText('after', '\nExamples:\n  archwright blocks\n  archwright blocks --of orders\n  archwright blocks tick orders code-review --by "Ada Lovelace"\n'
      + '  archwright blocks decide "Keep orders in one table" --block orders\n')
    .action(async (folder: string, _own, command: Command) => show(folder, command.optsWithGlobals<BlocksOptions>()));
  blocks.command('tick')
    .description('Say that an item of a block\'s checklist is done; the tick expires when the block\'s interface changes')
    .argument('<block>', 'id of the block')
    .argument('<item>', 'id of the item, as in "blocks --format json"')
    .option('--by <name>', 'who says so (default: user.name of git)')
    .option('--remove', 'take the tick back')
    .addOption(folderOption())
    .action(async (block: string, item: string, _own, command: Command) => tick(block, item, command.optsWithGlobals<TickOptions>()));
  blocks.command('docs')
    .description('Write the interface of each block to architecture/blocks; text around the generated part stays as it is')
    .option('--check', 'write nothing; fail when a document is out of date')
    .addOption(folderOption())
    .action(async (_own, command: Command) => docs(command.optsWithGlobals<DocsOptions>()));
  blocks.command('decide')
    .description('Start a decision record under architecture/decisions')
    .argument('<title>', 'what is decided')
    .addOption(repeatable('--block <block>', 'a block it is about; can be given several times'))
    .addOption(folderOption())
    .action(async (title: string, _own, command: Command) => startDecision(title, command.optsWithGlobals<DecideOptions>()));
}

function folderOption(): Option {
  return new Option('--folder <folder>', 'folder of the blocks').default('.');
}

async function show(argument: string, options: BlocksOptions): Promise<void> {
  const format = chosenFormat(options, FORMATS, 'pretty');
  const root = folderOf(argument);
  const folder = await open(root, options);
  const { json, notes } = await folder.blocks({ accepted: await readAccepted(root), of: options.of });
  for (const note of notes) say(options, note);
  if (format === 'json') return write(options, `${JSON.stringify(json, null, 2)}\n`);
  if (format === 'markdown') return write(options, blocksMarkdown(json));
  if (format === 'html') return write(options, blocksHtml(json));
  const width = options.output === undefined ? process.stdout.columns || USUAL_WIDTH : USUAL_WIDTH;
  return write(options, blocksPretty(json, { width, color: wantsColor(options), detail: options.of !== undefined }));
}

async function tick(block: string, item: string, options: TickOptions): Promise<void> {
  const id = checklistItem(item);
  const folder = await open(folderOf(options.folder), options);
  await folder.tick(block, id, { by: options.by, remove: options.remove === true });
  say(options, options.remove === true ? `Took back "${id}" of block "${block}".` : `Ticked "${id}" of block "${block}".`);
}

async function docs(options: DocsOptions): Promise<void> {
  const root = folderOf(options.folder);
  if (options.format !== undefined || options.output !== undefined) throw new Failure('"blocks docs" writes its own files; leave out --format and --output.');
  const folder = await open(root, options);
  const made = await folder.blockDocs({ root, configuration: await namedConfiguration(options), cache: options.cache !== false });
  for (const path of made.stray) warn(`${path} describes a block that is not there; delete it.`);
  if (options.check !== true) {
    const { writeBlockDocs } = await import('../../app/block-docs.ts');
    const count = await writeBlockDocs(root, made);
    return say(options, count === 0 ? 'The documents of all blocks are up to date' : `Wrote ${count} of ${made.documents.length} documents`);
  }
  const outdated = made.documents.filter(({ isUpToDate }) => !isUpToDate);
  for (const { path } of outdated) warn(`${path} is out of date; "archwright blocks docs" writes it.`);
  if (outdated.length + made.stray.length > 0) process.exitCode = EXIT_GATE;
  else say(options, 'The documents of all blocks are up to date');
}

async function startDecision(title: string, options: DecideOptions): Promise<void> {
  const root = folderOf(options.folder);
  if (options.format !== undefined || options.output !== undefined) throw new Failure('"blocks decide" writes its own file; leave out --format and --output.');
  const named = options.block ?? [];
  const about = named.length > 0 ? (await open(root, options)).blockIds(named) : [];
  say(options, `Wrote ${await decide(root, title, about, new Date().toISOString().slice(0, 10))}`);
}
