/** All configuration files of a workspace as one plain value, which can be sent to a worker thread. */
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import { architectureOf, type Architecture } from './architecture.ts';
import type { Config, GateConfig, OverrideConfig, ReviewConfig, RuleConfig, TrackingConfig } from './config.ts';

/** What one configuration file says about the files below its folder. */
export interface Zone {
  /** Relative to the workspace; empty for the workspace itself. */
  dir: string;
  include: string[] | null;
  exclude: string[];
  rules: Record<string, RuleConfig>;
  overrides: OverrideConfig[];
}

export interface ResolvedConfig extends Architecture {
  /** Innermost folders first. */
  zones: Zone[];
  /** Of the workspace's own file: a review is of the workspace as a whole. */
  review: ReviewConfig;
  tracking: TrackingConfig;
  gates: GateConfig[];
}

/**
 * @param configs good configurations by their folder, relative to the workspace; empty for the workspace itself
 * @param inferred what is there without them
 */
export function resolveConfig(configs: ReadonlyMap<string, Config>, inferred: { layers: readonly LayerDefinition[]; blocks: readonly BlockDefinition[] }): ResolvedConfig {
  const own = configs.get('');
  return {
    ...architectureOf(configs, inferred),
    zones: [...configs]
      .map(([dir, { include, exclude, rules, overrides }]) => ({ dir, include, exclude, rules, overrides }))
      .sort((a, b) => b.dir.length - a.dir.length || (a.dir < b.dir ? -1 : 1)),
    review: own?.review ?? { failUnder: null, coverage: [], junit: [], reports: [], minimumCoverage: null },
    tracking: own?.tracking ?? { file: null, issuePattern: null },
    gates: own?.gates ?? [],
  };
}
