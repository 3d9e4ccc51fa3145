/** What fits the schema and still makes no sense: names used twice, names of nothing, patterns that cancel out. */
import type { ConfigProblem } from './config.ts';
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
    ...sharedPatterns('layers', config.layers ?? [], document),
    ...sharedPatterns('blocks', config.blocks ?? [], document),
    ...includedAndExcluded(config, document),
    ...repeatedNames('gates', (config.gates ?? []).map((gate) => gate.name), 'name', document),
  ];
}

function inLayers(config: ConfigDocument, document: Located): ConfigProblem[] {
  const layers = config.layers ?? [];
  const problems = repeatedNames('layers', layers.map((layer) => layer.id), 'id', document);
  const preset = config.preset === undefined ? [] : presetLayers(config.preset);
  const known = new Set([...preset, ...layers].map((layer) => layer.id));
  layers.forEach((layer, at) => {
    if (layer.paths === undefined && !preset.some((each) => each.id === layer.id)) {
      const of = config.preset === undefined ? '' : `, because "${layer.id}" is no layer of the preset "${config.preset}"`;
      problems.push(problemAt(document, ['layers', at, 'paths'], `"paths" is missing${of}.`));
    }
    layer.mayUse?.forEach((used, position) => {
      const path = ['layers', at, 'mayUse', position];
      if (!known.has(used)) problems.push(problemAt(document, path, `There is no layer "${used}".${didYouMean(used, known)}`));
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
    // Without layers of its own, the file means those of a file around it or those that were inferred.
    if (block.layer !== undefined && layers.size > 0 && !layers.has(block.layer)) {
      problems.push(problemAt(document, ['blocks', at, 'layer'], `There is no layer "${block.layer}".${didYouMean(block.layer, layers)}`));
    }
    block.dependsOn?.forEach((used, position) => {
      const path = ['blocks', at, 'dependsOn', position];
      if (used === block.id) problems.push(problemAt(document, path, 'A block does not depend on itself.', 'warning'));
      // A block of another configuration file may be meant, which this file cannot know.
      else if (!known.has(used)) problems.push(problemAt(document, path, `There is no block "${used}" in this file.${didYouMean(used, known)}`, 'warning'));
    });
  });
  return problems;
}

function repeatedNames(list: string, names: readonly string[], key: string, document: Located): ConfigProblem[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [problemAt(document, [list, at, key], `There are two ${list} with the name "${name}".`)] : []));
}

function sharedPatterns(list: 'layers' | 'blocks', entries: readonly { id: string; paths?: string[] }[], document: Located): ConfigProblem[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry, at) =>
    (entry.paths ?? []).flatMap((pattern, position) => {
      const owner = owners.get(pattern);
      if (owner === undefined) owners.set(pattern, entry.id);
      if (owner === undefined || pattern.startsWith('!')) return [];
      const message = owner === entry.id ? `"${pattern}" stands here twice.` : `"${pattern}" belongs to "${owner}" already, and the first one has it.`;
      return [problemAt(document, [list, at, 'paths', position], message, 'warning')];
    }),
  );
}

function includedAndExcluded(config: ConfigDocument, document: Located): ConfigProblem[] {
  const included = new Set(config.include ?? []);
  return (config.exclude ?? []).flatMap((pattern, at) =>
    included.has(pattern) ? [problemAt(document, ['exclude', at], `"${pattern}" is included and excluded; excluding wins.`, 'warning')] : [],
  );
}
