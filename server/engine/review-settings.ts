/** What the engine needs from the configuration. Built by `config/`; tests may write it by hand. */
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

/** Rules that run on a file, with severity and options. Rules that are off are left out. Plain data. */
export interface FileSettings {
  rules: Readonly<Record<string, RuleSetting>>;
  /** What the project's language settings say about the file; plain data, absent if nothing. */
  language?: unknown;
  /** Equal settings have equal keys; used in the cache key. */
  key: string;
}

export interface ReviewSettings {
  settingsFor(path: string, role: FileRole): FileSettings;
  /** Whether the configuration allows what a finding reports. */
  allows(finding: Finding): boolean;
  layers: readonly LayerDefinition[];
  blocks: readonly BlockDefinition[];
  configured: { layers: boolean; blocks: boolean };
}
