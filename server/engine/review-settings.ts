/** What the engine needs to know of the configuration. `config/` makes it; tests may write it by hand. */
import type { FileRole } from '../facts/module-facts.ts';
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import type { Severity } from '../findings/severity.ts';
import type { Finding } from '../findings/finding.ts';

export interface RuleSetting {
  severity: Severity;
  /** Milder severities of single messages, by id. */
  milder?: Readonly<Partial<Record<string, Severity>>>;
  options: unknown;
}

/** Rules that run on a file, with severity and options. Rules that are off are not in it. Plain data. */
export interface FileSettings {
  rules: Readonly<Record<string, RuleSetting>>;
  /** What the project's own settings for its language say of the file; plain data, absent for nothing. */
  language?: unknown;
  /** Equal settings have equal keys: part of the key of cached results. */
  key: string;
}

export interface ReviewSettings {
  settingsFor(path: string, role: FileRole): FileSettings;
  /** The configuration allows what a finding reports. */
  allows(finding: Finding): boolean;
  layers: readonly LayerDefinition[];
  blocks: readonly BlockDefinition[];
  configured: { layers: boolean; blocks: boolean };
}
