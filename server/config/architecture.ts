/** Layers and blocks of a whole workspace, from all its configuration files and from what was inferred. */
import { escapeGlob } from '../graph/globs.ts';
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import type { Config } from './config.ts';

export interface Architecture {
  layers: LayerDefinition[];
  blocks: BlockDefinition[];
  configured: { layers: boolean; blocks: boolean };
}

type Definition = LayerDefinition | BlockDefinition;

/** Layers and blocks that apply wherever no configuration says otherwise. */
export interface InferredArchitecture {
  layers: readonly LayerDefinition[];
  blocks: readonly BlockDefinition[];
}

/**
 * The nearest file decides: where a nested configuration names layers, those of the outer ones do
 * not apply; the same for blocks. An id that is already taken gets the folder as a prefix, and
 * layers of different files are independent of each other.
 * @param configs by folder, relative to the workspace; empty for the workspace itself
 * @param inferred applies wherever no configuration says otherwise
 */
export function architectureOf(configs: ReadonlyMap<string, Config>, inferred: InferredArchitecture): Architecture {
  const zones = [...configs].sort(([a], [b]) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  const layerDirs = zones.filter(([, config]) => config.layers !== null).map(([dir]) => dir);
  const blockDirs = zones.filter(([, config]) => config.blocks !== null).map(([dir]) => dir);
  const layers = layerDirs.includes('') ? [] : inferred.layers.map((layer) => without(layer, layerDirs));
  const blocks = blockDirs.includes('') ? [] : inferred.blocks.map((block) => without(block, blockDirs));

  for (const [dir, config] of zones) {
    const layerNames = freeNames(config.layers ?? [], layers, dir);
    const blockNames = freeNames(config.blocks ?? [], blocks, dir);
    const rename = (id: string): string => layerNames.get(id) ?? id;
    for (const layer of config.layers ?? []) {
      const moved = { ...layer, id: rename(layer.id), mayUse: layer.mayUse.map(rename), scope: dir, paths: layer.paths.map((path) => inFolder(path, dir)) };
      layers.push(without(moved, below(dir, layerDirs)));
    }
    for (const block of config.blocks ?? []) {
      const moved = {
        ...block,
        id: blockNames.get(block.id)!,
        layer: block.layer === null ? null : rename(block.layer),
        paths: block.paths.map((path) => inFolder(path, dir)),
        face: block.face?.map((path) => inFolder(path, dir)) ?? null,
        dependsOn: block.dependsOn && { ...block.dependsOn, dependencies: block.dependsOn.dependencies.map((id) => blockNames.get(id) ?? id) },
      };
      blocks.push(without(moved, below(dir, blockDirs)));
    }
  }
  return { layers, blocks, configured: { layers: layerDirs.length > 0, blocks: blockDirs.length > 0 } };
}

function freeNames(own: readonly Definition[], taken: readonly Definition[], dir: string): Map<string, string> {
  const ids = new Set(taken.map((each) => each.id));
  return new Map(own.map(({ id }) => [id, ids.has(id) ? `${dir}/${id}` : id]));
}

/** Excludes folders. They go to the end, so that places keep the index of their pattern. */
function without<Any extends Definition>(definition: Any, dirs: readonly string[]): Any {
  return dirs.length === 0 ? definition : { ...definition, paths: [...definition.paths, ...dirs.map((dir) => `!${escapeGlob(dir)}/**`)] };
}

function below(dir: string, dirs: readonly string[]): string[] {
  return dirs.filter((each) => each !== dir && (dir === '' || each.startsWith(`${dir}/`)));
}

function inFolder(pattern: string, dir: string): string {
  if (dir === '') return pattern;
  const inside = `${escapeGlob(dir)}/${pattern.replace(/^!/, '').replace(/^(\.\/)+/, '')}`;
  return pattern.startsWith('!') ? `!${inside}` : inside;
}

function depthOf(dir: string): number {
  return dir === '' ? 0 : dir.split('/').length;
}
