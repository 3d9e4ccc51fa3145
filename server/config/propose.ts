/** The configuration that `init` proposes: the inferred architecture, with the reasons as comments. */
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import type { Profile } from './config.ts';
import { VERSION } from './schema.ts';
import type { Inference } from './infer.ts';

export interface ProposalOptions {
  /** Address or path of the JSON schema, for completion in editors; none by default. */
  schema?: string;
  /** The severities to start from. */
  profile: Profile;
}

/**
 * @param inference result of `infer`
 * @param options of the proposal
 * @returns text of a valid `archwright.jsonc`
 */
export function proposeConfig(inference: Inference, options: ProposalOptions): string {
  const entries = [
    options.schema === undefined ? null : `  "$schema": ${JSON.stringify(options.schema)},`,
    `  "version": ${VERSION},`,
    '',
    '  // "recommended": what a maintainer would act on. "guidelines": every rule at full severity.',
    `  "profile": "${options.profile}",`,
    '',
    '  // Layers and blocks as proposed: departures are warnings at most, as without this file. Write "agreed" when they are what you intend.',
    '  "architecture": "proposed",',
    ...layersPart(inference.layers),
    ...blocksPart(inference.blocks),
    '',
    '  // Severity and options by rule: "off", "info", "warning", "error", or an object with options.',
    '  // "allow" lists what a rule accepts: { "allow": ["src/legacy/**", "src/a.ts -> src/b.ts"] }.',
    '  "rules": {}',
  ].filter((line) => line !== null);
  const reasons = inference.explanation.map((sentence) => `//   ${sentence}`);
  const head = ['// The architecture of this software, as Archwright found it:', ...reasons, '// Change it to what you intend.'];
  return [...head, '{', ...entries, '}', ''].join('\n');
}

function layersPart(layers: readonly LayerDefinition[]): string[] {
  if (layers.length === 0) {
    return ['', '  // No layers. A "preset" adds layers with their directions: "layered", "clean", "hexagonal",', '  // "feature-sliced" or "ml-pipeline".'];
  }
  const members = layers.map((layer) => `    { "id": ${JSON.stringify(layer.id)}, "paths": ${list(layer.paths)}, "mayUse": ${list(layer.mayUse)} },`);
  const comment = '  // From top to bottom; "mayUse" lists the layers that each may import from, besides itself.';
  return ['', comment, '  "layers": [', ...members, '  ],'];
}

function blocksPart(blocks: readonly BlockDefinition[]): string[] {
  if (blocks.length === 0) return [];
  const members = blocks.map((block) => `    { "id": ${JSON.stringify(block.id)}, "paths": ${list(block.paths)} },`);
  return [
    '',
    '  // Parts with one responsibility each. "dependsOn" lists the blocks that a block may use, "face" the',
    '  // files that other blocks may import.',
    '  "blocks": [',
    ...members,
    '  ],',
  ];
}

function list(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
