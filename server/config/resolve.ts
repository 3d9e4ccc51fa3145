/** All configuration files of a workspace as one plain value that can be sent to a worker thread. */
import type { AskedGate } from '../protocol/gates.ts';
import { architectureOf, type Architecture, type InferredArchitecture } from './architecture.ts';
import { NO_REHEARSAL, type Config, type OverrideConfig, type Profile, type ReviewConfig, type RuleConfig, type TrackingConfig } from './config.ts';

/** What one configuration file says about the files below its folder. */
export interface Zone {
  /** Relative to the workspace; empty for the workspace itself. */
  dir: string;
  /** Null: that of the zone around it. */
  profile: Profile | null;
  include: string[] | null;
  exclude: string[];
  rules: Record<string, RuleConfig>;
  overrides: OverrideConfig[];
}

export interface ResolvedConfig extends Architecture {
  /** Innermost folders first. */
  zones: Zone[];
  /** Of the workspace's own file: a review covers the whole workspace. */
  review: ReviewConfig;
  /** Of the workspace's own file. */
  gates: readonly AskedGate[];
  /** Likewise: git knows one history. */
  tracking: TrackingConfig;
}

/**
 * @param configs valid configurations by folder, relative to the workspace; empty for the workspace itself
 * @param inferred architecture without them
 */
export function resolveConfig(configs: ReadonlyMap<string, Config>, inferred: InferredArchitecture): ResolvedConfig {
  const own = configs.get('');
  return {
    ...architectureOf(configs, inferred),
    zones: [...configs]
      .map(([dir, { profile, include, exclude, rules, overrides }]) => ({ dir, profile, include, exclude, rules, overrides }))
      .sort((a, b) => b.dir.length - a.dir.length || (a.dir < b.dir ? -1 : 1)),
    review: own?.review ?? { failUnder: null, coverage: [], junit: [], reports: [], benchmarks: [], minimumCoverage: null, rehearsal: NO_REHEARSAL },
    gates: own?.gates ?? [],
    tracking: own?.tracking ?? { issuePattern: null, mainBranch: null, timeZone: null, deploymentTags: null, jira: null },
  };
}
