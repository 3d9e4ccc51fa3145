/** Settings of a workspace from its configuration files, or from what is there. */
import { parse } from 'jsonc-parser';
import type { Settings, FileSettings } from '../engine/settings.ts';
import type { BlockDefinition, LayerDefinition } from '../graph/model.ts';
import type { Rule } from '../rules/kit/rule.ts';

export function makeSettings(input: { paths: readonly string[]; read(path: string): string | undefined; rules: readonly Rule[] }): { settings: Settings; problems: { message: string; severity: 'error' | 'warning'; path: string }[] } {
  const text = input.read('archwright.jsonc');
  const config = (text === undefined ? {} : parse(text)) as { layers?: Partial<LayerDefinition>[]; blocks?: (Partial<Omit<BlockDefinition, 'dependsOn'>> & { dependsOn?: string[] })[]; rules?: Record<string, string | ({ severity?: string } & Record<string, unknown>)> };
  const memo = new Map<string, FileSettings>();
  const place = { path: 'archwright.jsonc', span: [1, 1, 1, 1] as const };
  return {
    problems: [],
    settings: {
      settingsFor(_path, role) {
        let found = memo.get(role);
        if (found === undefined) {
          const rules: Record<string, FileSettings['rules'][string]> = {};
          for (const { meta } of input.rules) {
            const written = config.rules?.[meta.id];
            const { severity: given = typeof written === 'string' ? written : undefined, allow: _allow, ...options } = typeof written === 'object' ? written : {};
            const severity = given ?? meta.roles[role] ?? meta.severity;
            if (severity === 'off') continue;
            rules[meta.id] = { severity: severity as 'error', options: meta.options?.parse(options) ?? {} };
          }
          found = { rules, key: role + (text ?? '') };
          memo.set(role, found);
        }
        return found;
      },
      allows: () => false,
      layers: (config.layers ?? []).map((each) => ({ mayUse: [], scope: '', sliced: false, inferred: false, places: (each.paths ?? []).map(() => place), ...each } as LayerDefinition)),
      blocks: (config.blocks ?? []).map((each) => ({ layer: null, face: null, state: null, version: null, inferred: false, ...each, places: (each.paths ?? []).map(() => place), dependsOn: each.dependsOn ? { dependencies: each.dependsOn, place } : null } as BlockDefinition)),
      configured: { layers: config.layers !== undefined, blocks: config.blocks !== undefined },
    },
  };
}
