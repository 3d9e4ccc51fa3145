/** Layers and blocks of one configuration file, including those of its preset. */
import type { BlockDefinition, LayerDefinition, Place } from '../graph/model.ts';
import { readBudget } from './budgets.ts';
import type { JsonPath } from './positions.ts';
import { presetLayers } from './presets.ts';
import type { ConfigDocument } from './schema.ts';

/**
 * @param config a document that fits the schema and does not contradict itself
 * @param placeOf returns the place of a value
 * @returns null for what the file does not define
 */
export function readDefinitions(
  config: ConfigDocument,
  placeOf: (path: JsonPath) => Place,
): { layers: LayerDefinition[] | null; blocks: BlockDefinition[] | null } {
  const inferred = config.architecture === 'proposed';
  return {
    layers: config.preset === undefined && config.layers === undefined ? null : readLayers(config, inferred, placeOf),
    blocks: config.blocks === undefined ? null : readBlocks(config.blocks, inferred, placeOf),
  };
}

/** The preset's layers in their order, with the changes of the file, then the file's own. */
function readLayers(config: ConfigDocument, inferred: boolean, placeOf: (path: JsonPath) => Place): LayerDefinition[] {
  const layers = new Map<string, LayerDefinition>();
  for (const layer of config.preset === undefined ? [] : presetLayers(config.preset)) {
    layers.set(layer.id, { ...layer, scope: '', inferred, places: [] });
  }
  (config.layers ?? []).forEach(({ id, paths, mayUse }, at) => {
    const preset = layers.get(id);
    layers.set(id, {
      id,
      paths: paths ?? preset?.paths ?? [],
      mayUse: mayUse ?? preset?.mayUse ?? [],
      scope: '',
      sliced: preset?.sliced ?? false,
      inferred,
      places: (paths ?? []).map((_, position) => placeOf(['layers', at, 'paths', position])),
    });
  });
  return [...layers.values()];
}

function readBlocks(blocks: NonNullable<ConfigDocument['blocks']>, inferred: boolean, placeOf: (path: JsonPath) => Place): BlockDefinition[] {
  return blocks.map(({ id, paths, layer = null, face = null, dependsOn, version = null, state = null, budgets, responsibility, input, output }, at) => ({
    id,
    paths,
    layer,
    face,
    dependsOn: dependsOn === undefined ? null : { dependencies: dependsOn, place: placeOf(['blocks', at, 'dependsOn']) },
    stated: [responsibility, input, output].every((words) => words === undefined) ? null : {
      responsibility: responsibility ?? null, input: input ?? null, output: output ?? null, place: placeOf(['blocks', at]),
    },
    state,
    version: version?.replace(/^v/, '') ?? null,
    ...(budgets === undefined ? {} : { budgets: budgets.map((each, position) => readBudget(each, placeOf(['blocks', at, 'budgets', position]))) }),
    inferred,
    places: paths.map((_, position) => placeOf(['blocks', at, 'paths', position])),
  }));
}
