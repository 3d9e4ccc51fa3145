/** `archwright graph`: layers, blocks or modules and what they import. */
import { Option, type Command } from 'commander';
import { GRAPH_FORMATS, GRAPH_LEVELS, type GraphLevel } from '../../app/graph.ts';
import { chosenFormat, folderOf, open, say, write, type CommonOptions } from '../context.ts';

interface GraphOptions extends CommonOptions {
  level: GraphLevel;
}

/** Adds `archwright graph`. */
export function addGraph(program: Command): void {
  program.command('graph')
    .description('Draw the graph of layers, blocks or modules (formats: mermaid, json, dot)')
    .argument('[folder]', 'folder to draw', '.')
    .addOption(new Option('--level <level>', 'what a node is').choices([...GRAPH_LEVELS]).default('block'))
    .addHelpText('after', '\nExamples:\n  archwright graph --format mermaid > architecture.mmd\n'
      + '  archwright graph --level layer --format dot | dot -Tsvg > layers.svg\n')
    .action(async (folder: string, _own, command: Command) => graph(folder, command.optsWithGlobals<GraphOptions>()));
}

async function graph(argument: string, options: GraphOptions): Promise<void> {
  const format = chosenFormat(options, GRAPH_FORMATS, 'mermaid');
  const folder = await open(folderOf(argument), options);
  const { text, note } = folder.draw(options.level, format);
  if (note !== null) say(options, note);
  return write(options, text);
}
