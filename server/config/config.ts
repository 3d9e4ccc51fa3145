/** The configuration as the rest of Archwright sees it: plain data, every default filled in. */
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import type { Severity } from '../findings/severity.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';
import type { AskedGate } from '../protocol/gates.ts';
import type { Span } from '../facts/span.ts';

/** What the configuration needs to know about each rule. */
export type RuleEntry = Pick<RuleMeta, 'id' | 'title' | 'severity' | 'recommended' | 'recommendedFor' | 'roles' | 'options' | 'docs'>;

export const CONFIG_FILE = 'archwright.jsonc';

export const PRESETS = ['layered', 'clean', 'hexagonal', 'feature-sliced', 'ml-pipeline'] as const;
export type PresetName = (typeof PRESETS)[number];

/** `recommended`: what a maintainer would act on. `guidelines`: every rule of the documents at full severity. */
export const PROFILES = ['recommended', 'guidelines'] as const;
export type Profile = (typeof PROFILES)[number];

/** Settings of one rule, or of all rules of a category. */
export interface RuleConfig {
  /** Null: not set. */
  severity: Severity | 'off' | null;
  /** Path globs, or `from -> to` globs, for what is not reported. */
  allow: string[];
  /** Options as written. */
  options: Record<string, unknown>;
}

export interface OverrideConfig {
  paths: string[];
  rules: Record<string, RuleConfig>;
}

export interface ReviewConfig {
  /** Lowest score that passes `review`; null: the bar of the guidelines. */
  failUnder: number | null;
  /** Coverage reports, relative to the configuration's folder. */
  coverage: string[];
  /** Test reports, relative to the configuration's folder. */
  junit: string[];
  /** Reports of other tools, relative to the configuration's folder. */
  reports: string[];
  /** Results of benchmarks, relative to the configuration's folder. */
  benchmarks: string[];
  /** Lowest line coverage of a file, in percent; null: the rule's own. */
  minimumCoverage: number | null;
  rehearsal: RehearsalConfig;
}

/** What the rehearsal of a rollback runs. */
export interface RehearsalConfig {
  /** Each as its words; none when nothing is configured. */
  commands: string[][];
  /** Longest time for each of them. */
  minutes: number;
}

export const NO_REHEARSAL: RehearsalConfig = { commands: [], minutes: 10 };

/** Where the log is brought to. */
export interface JiraConfig {
  /** Site; null: that of the token. */
  host: string | null;
  project: string;
  /** Name of the repository, where several share the project; empty: none. */
  source: string;
  /** Name or id in Jira by field of the log; null: left alone. */
  fields: Record<string, string | null>;
  /** Status in Jira by status of the log. */
  statuses: Record<string, string>;
  /** Type of issue in Jira by type of the log. */
  types: Record<string, string>;
}

export interface TrackingConfig {
  /** Regular expression for the key of an issue; null: as Jira writes them. */
  issuePattern: string | null;
  /** Branch that finished work ends up in; null: the default branch of git. */
  mainBranch: string | null;
  /** In which days and weeks are counted; null: UTC. */
  timeZone: string | null;
  /** Regular expression for tags that tell of a deployment; null: tags that name a version. */
  deploymentTags: string | null;
  /** Null: nowhere. */
  jira: JiraConfig | null;
}

export interface Config {
  /** The file, relative to the workspace. */
  path: string;
  preset: PresetName | null;
  /** Null: that of the configuration around it, `recommended` at the top. */
  profile: Profile | null;
  /** Null: everything. */
  include: string[] | null;
  exclude: string[];
  /** Layers of the preset and of the file; null when it has neither. Globs are relative to the file's folder. */
  layers: LayerDefinition[] | null;
  /** Null when it has none. Globs are relative to the file's folder. */
  blocks: BlockDefinition[] | null;
  rules: Record<string, RuleConfig>;
  overrides: OverrideConfig[];
  review: ReviewConfig;
  gates: AskedGate[];
  tracking: TrackingConfig;
}

/** A fault in a configuration file. */
export interface ConfigProblem {
  message: string;
  /** Where in the document: `rules/architecture/layer-crossing` is `['rules', 'architecture/layer-crossing']`. */
  path: (string | number)[];
  span: Span;
  /** An error makes the file unusable; a warning does not. */
  severity: 'error' | 'warning';
}
