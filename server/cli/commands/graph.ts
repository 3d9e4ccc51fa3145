/** `archwright graph`: layers, blocks or modules and what they import. */
import { Option, type Command } from 'commander';
import { moduleGraph, reportGraph } from '../../engine/report.ts';
import { toDot } from '../../diagram/dot.ts';
import { toGraphJson } from '../../report/graph/graph-json.ts';
import { layerGraph } from '../../diagram/layer-graph.ts';
import { toMermaid } from '../../diagram/mermaid.ts';
import { chosenFormat, folderOf, open, say, write, type CommonOptions } from '../context.ts';

const LEVELS = ['layer', 'block', 'module'] as const;

interface GraphOptions extends CommonOptions {
  level: (typeof LEVELS)[number];
}

/** Adds `archwright graph`. */
export function addGraph(program: Command): void {
  program.command('graph')
    .description('Draw the graph of layers, blocks or modules (formats: mermaid, json, dot)')
    .argument('[folder]', 'folder to draw', '.')
    .addOption(new Option('--level <level>', 'what a node is').choices([...LEVELS]).default('block'))
    .addHelpText('after', '\nExamples:\n  archwright graph --format mermaid > architecture.mmd\n  archwright graph --level layer --format dot | dot -Tsvg > layers.svg\n')
    .action(async (folder: string, _own, command: Command) => graph(folder, command.optsWithGlobals<GraphOptions>()));
}

async function graph(argument: string, options: GraphOptions): Promise<void> {
  const format = chosenFormat(options, ['mermaid', 'json', 'dot'], 'mermaid');
  const { workspace } = await open(folderOf(argument), options);
  const model = workspace.model();
  const drawn = options.level === 'module' ? moduleGraph(model) : reportGraph(model);
  const level = options.level === 'layer' ? 'layer' : 'block';
  if (format === 'json') return write(options, toGraphJson(level === 'layer' ? layerGraph(drawn) : drawn));
  if (format === 'dot') return write(options, toDot(drawn, level));
  const { text, note } = toMermaid(drawn, { level });
  if (note !== null) say(options, note);
  return write(options, text.endsWith('\n') ? text : `${text}\n`);
}
