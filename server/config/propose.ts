/** The configuration that `init` proposes: what was inferred, written down, with the reasons as comments. */
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import { VERSION } from './schema.ts';
import type { Inference } from './infer.ts';

export interface ProposalOptions {
  /** Address or path of the JSON schema, for completion in editors; none by default. */
  schema?: string;
}

/**
 * @param inference what was seen; see `infer`
 * @param options what the proposal leaves out or adds
 * @returns text of an `archwright.jsonc` that is valid as it stands
 */
export function proposeConfig(inference: Inference, options: ProposalOptions = {}): string {
  const entries = [
    options.schema === undefined ? null : `  "$schema": ${JSON.stringify(options.schema)},`,
    `  "version": ${VERSION},`,
    ...layersPart(inference.layers),
    ...blocksPart(inference.blocks),
    '',
    '  // Severity and options by rule: "off", "info", "warning", "error", or an object with options.',
    '  // "allow" lists what a rule lets pass: { "allow": ["src/legacy/**", "src/a.ts -> src/b.ts"] }.',
    '  "rules": {}',
  ].filter((line) => line !== null);
  const reasons = inference.explanation.map((sentence) => `//   ${sentence}`);
  return ['// How this software is to be built. Archwright proposed it from what it saw:', ...reasons, '// Change it to what you want it to be.', '{', ...entries, '}', ''].join('\n');
}

function layersPart(layers: readonly LayerDefinition[]): string[] {
  if (layers.length === 0) {
    return ['', '  // No layers. A "preset" gives them with their directions: "layered", "clean", "hexagonal",', '  // "feature-sliced" or "ml-pipeline".'];
  }
  const members = layers.map((layer) => `    { "id": ${JSON.stringify(layer.id)}, "paths": ${list(layer.paths)}, "mayUse": ${list(layer.mayUse)} },`);
  return ['', '  // From top to bottom; "mayUse" says which layers each may import from, besides itself.', ...openDirections(layers), '  "layers": [', ...members, '  ],'];
}

/** Directions that folder names cannot tell were left open both ways; the team knows. */
function openDirections(layers: readonly LayerDefinition[]): string[] {
  return layers.flatMap((layer, at) =>
    layers
      .slice(at + 1)
      .filter((other) => layer.mayUse.includes(other.id) && other.mayUse.includes(layer.id))
      .map((other) => `  // "${layer.id}" and "${other.id}" may use each other so far; strike out the direction that is wrong.`),
  );
}

function blocksPart(blocks: readonly BlockDefinition[]): string[] {
  if (blocks.length === 0) return [];
  const members = blocks.map((block) => `    { "id": ${JSON.stringify(block.id)}, "paths": ${list(block.paths)} },`);
  return [
    '',
    '  // Parts with one responsibility each. "dependsOn" lists the blocks that one may use, "face" the',
    '  // files that others may import.',
    '  "blocks": [',
    ...members,
    '  ],',
  ];
}

function list(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
