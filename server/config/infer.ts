/** Infers an architecture without a configuration: layers from names, blocks from folders. */
import type { FileRole } from '../facts/module-facts.ts';
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import { folderTree } from './folder-tree.ts';
import { inferBlocks, type PackageManifest } from './infer-blocks.ts';
import { inferLayers } from './infer-layers.ts';

export type { PackageManifest } from './infer-blocks.ts';

export interface InferenceInput {
  /** All reviewed files with their roles. Only `source` counts: tests, examples and the like belong to no block. */
  files: Iterable<{ path: string; role: FileRole }>;
  packages: readonly PackageManifest[];
}

export interface Inference {
  layers: LayerDefinition[];
  blocks: BlockDefinition[];
  /** Sentences that say why each was chosen. */
  explanation: string[];
}

/**
 * Pure.
 * @param input paths and packages
 * @returns possibly no layers; blocks whenever there is a source
 */
export function infer(input: InferenceInput): Inference {
  const paths = [...input.files].filter(({ role }) => role === 'source').map(({ path }) => path);
  const layers = inferLayers(folderTree(paths));
  const blocks = inferBlocks(paths, input.packages, layers.members);
  const noLayers = 'No layers: the folder names do not clearly show any.';
  return {
    layers: layers.layers,
    blocks: blocks.blocks,
    explanation: [...(layers.layers.length > 0 ? layers.explanation : [noLayers]), ...blocks.explanation.map(capitalised)],
  };
}

function capitalised(sentence: string): string {
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}
