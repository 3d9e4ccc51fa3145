/** What the engine needs from the configuration. Built by `config/`; tests may write it by hand. */
import type { FileRole } from '../facts/module-facts.ts';
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import type { Finding } from '../findings/finding.ts';
import type { FileSettings } from '../findings/rule-setting.ts';

export interface ReviewSettings {
  settingsFor(path: string, role: FileRole): FileSettings;
  /** Whether the configuration allows what a finding reports. */
  allows(finding: Finding): boolean;
  layers: readonly LayerDefinition[];
  blocks: readonly BlockDefinition[];
  configured: { layers: boolean; blocks: boolean };
}
