/** Faults that fit the schema: duplicate names, unknown names, patterns that cancel out. */
import type { ConfigProblem } from './config.ts';
import { inGates } from './gates.ts';
import { didYouMean } from './nearest.ts';
import { presetLayers } from './presets.ts';
import { problemAt, type Located } from './problems.ts';
import type { ConfigDocument } from './schema.ts';

/**
 * @param config a document that fits the schema
 * @param document the same, with places
 */
export function contradictionsIn(config: ConfigDocument, document: Located): ConfigProblem[] {
  return [
    ...inLayers(config, document),
    ...inBlocks(config, document),
    ...inGates(config, document),
    ...sharedPatterns('layers', config.layers ?? [], document),
    ...sharedPatterns('blocks', config.blocks ?? [], document),
    ...includedAndExcluded(config, document),
  ];
}

function inLayers(config: ConfigDocument, document: Located): ConfigProblem[] {
  const layers = config.layers ?? [];
  const problems = repeatedNames('layers', layers.map((layer) => layer.id), 'id', document);
  const preset = config.preset === undefined ? [] : presetLayers(config.preset);
  const known = new Set([...preset, ...layers].map((layer) => layer.id));
  layers.forEach((layer, at) => {
    if (layer.paths === undefined && !preset.some((each) => each.id === layer.id)) {
      const why = config.preset === undefined ? '' : `: the preset "${config.preset}" has no layer "${layer.id}"`;
      problems.push(problemAt(document, ['layers', at, 'paths'], `"paths" is missing${why}.`));
    }
    layer.mayUse?.forEach((used, position) => {
      const path = ['layers', at, 'mayUse', position];
      if (!known.has(used)) problems.push(problemAt(document, path, `Unknown layer "${used}".${didYouMean(used, known)}`));
    });
  });
  return problems;
}

function inBlocks(config: ConfigDocument, document: Located): ConfigProblem[] {
  const blocks = config.blocks ?? [];
  const problems = repeatedNames('blocks', blocks.map((block) => block.id), 'id', document);
  const layers = new Set([...(config.preset === undefined ? [] : presetLayers(config.preset)), ...(config.layers ?? [])].map((layer) => layer.id));
  const known = new Set(blocks.map((block) => block.id));
  blocks.forEach((block, at) => {
    // A file without layers refers to those of an outer file, or to inferred ones.
    if (block.layer !== undefined && layers.size > 0 && !layers.has(block.layer)) {
      problems.push(problemAt(document, ['blocks', at, 'layer'], `Unknown layer "${block.layer}".${didYouMean(block.layer, layers)}`));
    }
    block.dependsOn?.forEach((used, position) => {
      const path = ['blocks', at, 'dependsOn', position];
      if (used === block.id) problems.push(problemAt(document, path, 'A block cannot depend on itself.', 'warning'));
      // It may be a block of another configuration file, which this file cannot know.
      else if (!known.has(used)) problems.push(problemAt(document, path, `This file has no block "${used}".${didYouMean(used, known)}`, 'warning'));
    });
  });
  return problems;
}

function repeatedNames(list: string, names: readonly string[], key: string, document: Located): ConfigProblem[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [problemAt(document, [list, at, key], `Two ${list} are named "${name}".`)] : []));
}

function sharedPatterns(list: 'layers' | 'blocks', entries: readonly { id: string; paths?: string[] }[], document: Located): ConfigProblem[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry, at) =>
    (entry.paths ?? []).flatMap((pattern, position) => {
      const owner = owners.get(pattern);
      if (owner === undefined) owners.set(pattern, entry.id);
      if (owner === undefined || pattern.startsWith('!')) return [];
      const message = owner === entry.id ? `"${pattern}" is listed twice.` : `"${pattern}" already belongs to "${owner}", which comes first and keeps it.`;
      return [problemAt(document, [list, at, 'paths', position], message, 'warning')];
    }),
  );
}

function includedAndExcluded(config: ConfigDocument, document: Located): ConfigProblem[] {
  const included = new Set(config.include ?? []);
  return (config.exclude ?? []).flatMap((pattern, at) =>
    included.has(pattern) ? [problemAt(document, ['exclude', at], `"${pattern}" is both included and excluded; it is excluded.`, 'warning')] : [],
  );
}
