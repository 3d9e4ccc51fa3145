/** `archwright graph`: layers, blocks or modules and what they import; `--audit` every interaction between blocks. */
import { Option, type Command } from 'commander';
import { Failure } from '../../app/failure.ts';
import { GRAPH_FLOWS, GRAPH_FORMATS, GRAPH_LEVELS, type GraphFlow, type GraphLevel } from '../../app/graph.ts';
import { INTERACTION_FORMATS, writeInteractions } from '../../report/graph/interactions.ts';
import { chosenFormat, countOption, folderOf, open, say, wantsColor, write, type CommonOptions } from '../context.ts';

interface GraphOptions extends CommonOptions {
  level?: GraphLevel;
  of?: string;
  depth?: number;
  flow?: GraphFlow;
  audit?: boolean;
}

/** Adds `archwright graph`. */
export function addGraph(program: Command): void {
  program.command('graph')
    .description('Draw the graph of layers, blocks or modules (formats: mermaid, json, dot), or list every interaction between blocks (pretty, json, markdown)')
    .argument('[folder]', 'folder to draw', '.')
    .addOption(new Option('--level <level>', 'what a node is (default: "block")').choices([...GRAPH_LEVELS]))
    .option('--of <block>', 'only this block, what uses it and what it uses')
    .addOption(countOption('--depth <number>', 'how many steps around it (default: 1)'))
    .addOption(new Option('--flow <kind>', 'what passes along the arrows between blocks, for Mermaid: types and values, calls, or both')
      .choices([...GRAPH_FLOWS]))
    .option('--audit', 'list every interaction between blocks: its kind, how often, where, and what allows it')
    .addHelpText('after', '\nExamples:\n  archwright graph --format mermaid > architecture.mmd\n'
      + '  archwright graph --level layer --format dot | dot -Tsvg > layers.svg\n  archwright graph --of orders --depth 2\n'
      + '  archwright graph --of orders --flow data\n'
      + '  archwright graph --audit --format markdown\n')
    .action(async (folder: string, _own, command: Command) => graph(folder, command.optsWithGlobals<GraphOptions>()));
}

async function graph(argument: string, options: GraphOptions): Promise<void> {
  if (options.audit === true) return audit(argument, options);
  const format = chosenFormat(options, GRAPH_FORMATS, 'mermaid');
  const folder = await open(folderOf(argument), options);
  const { text, note } = folder.draw({ level: options.level ?? 'block', format, of: options.of, depth: options.depth, flow: options.flow });
  if (note !== null) say(options, note);
  return write(options, text);
}

async function audit(argument: string, options: GraphOptions): Promise<void> {
  if (options.level !== undefined || options.of !== undefined || options.depth !== undefined || options.flow !== undefined) {
    throw new Failure('--audit lists the interactions of all blocks; leave out --level, --of, --depth and --flow.');
  }
  const format = chosenFormat(options, INTERACTION_FORMATS, 'pretty');
  const folder = await open(folderOf(argument), options);
  return write(options, writeInteractions(folder.interactions(), format, wantsColor(options)));
}
