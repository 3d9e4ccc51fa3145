/** Settings of a workspace: from its configuration files, and from what is there where they say nothing. */
import type { Config, Profile } from '../config/config.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { infer, type PackageManifest } from '../config/infer.ts';
import { parseConfig } from '../config/parse.ts';
import { resolveConfig } from '../config/resolve.ts';
import { readSettings } from '../config/rule-settings.ts';
import { roleOf } from '../engine/role.ts';
import type { ReviewSettings } from '../engine/review-settings.ts';
import type { Span } from '../facts/span.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';
import type { NamedReports } from './evidence.ts';
import { withLanguageSettings } from './language-settings.ts';
import { tools } from './tools.ts';

/** Something wrong in a configuration file, with its place. */
export interface LocatedProblem {
  path: string;
  span: Span;
  message: string;
  severity: 'error' | 'warning';
}

export interface MadeSettings {
  settings: ReviewSettings;
  problems: LocatedProblem[];
  isIncluded(path: string): boolean;
  /** Reports that the configuration names. */
  evidence: NamedReports;
  /** Score under which the gate fails; null when the configuration does not say. */
  failUnder: number | null;
  /** Why layers and blocks are what they are, where no configuration names them. */
  explanation: string[];
}

export interface SettingsInput {
  /** Source files. */
  paths: readonly string[];
  /** Every `archwright.jsonc`, `package.json` and settings file of a language, by relative path. */
  texts: ReadonlyMap<string, string>;
  rules: readonly { meta: RuleMeta }[];
  /** Used where no configuration chooses one; `recommended` when left out. */
  profile?: Profile;
  /** Used in the place of the file at the top. */
  configuration?: { path: string; text: string } | undefined;
}

/** Never throws: what is wrong in a file is a problem, and the file counts as absent. */
export function makeSettings(input: SettingsInput): MadeSettings {
  const registry = input.rules.map((rule) => rule.meta);
  const configs = new Map<string, Config>();
  const problems: LocatedProblem[] = [];
  for (const [folder, file] of configurationsOf(input)) {
    // What an outer configuration leaves out does not speak for itself either.
    if (!readSettings(resolveConfig(configs, { layers: [], blocks: [] }), registry).isIncluded(file.path)) continue;
    const parsed = parseConfig(file.text, registry, file.path);
    problems.push(...parsed.problems.map(({ message, span, severity }) => ({ path: file.path, message, span, severity })));
    if (parsed.config !== null) configs.set(folder, parsed.config);
  }
  const inferred = infer({ files: input.paths.map((path) => ({ path, role: roleOf(path) })), packages: packagesOf(input.texts) });
  const resolved = resolveConfig(configs, inferred);
  const reader = readSettings(resolved, registry, input.profile);
  return {
    settings: {
      settingsFor: withLanguageSettings((path, role) => reader.settingsFor(path, role), tools.adapters, input.texts),
      allows: (finding) => reader.allows(finding),
      layers: resolved.layers,
      blocks: resolved.blocks,
      configured: resolved.configured,
    },
    problems,
    isIncluded: (path) => reader.isIncluded(path),
    evidence: { coverage: resolved.review.coverage, junit: resolved.review.junit, reports: resolved.review.reports },
    failUnder: resolved.review.failUnder,
    explanation: inferred.explanation,
  };
}

/** Configuration files by the folder that they speak for, outer ones first. */
function configurationsOf({ texts, configuration }: SettingsInput): Map<string, { path: string; text: string }> {
  const found = new Map<string, { path: string; text: string }>();
  for (const [path, text] of texts) {
    if (path === CONFIG_FILE) found.set('', { path, text });
    else if (path.endsWith(`/${CONFIG_FILE}`)) found.set(path.slice(0, -CONFIG_FILE.length - 1), { path, text });
  }
  if (configuration) found.set('', configuration);
  return new Map([...found].sort(([a], [b]) => a.length - b.length));
}

/** The packages of the folder; one that cannot be read has no name. */
export function packagesOf(texts: ReadonlyMap<string, string>): PackageManifest[] {
  return [...texts].filter(([path]) => /(^|\/)package\.json$/.test(path)).map(([path, text]) => ({ dir: path.split('/').slice(0, -1).join('/'), name: nameIn(text) }));
}

function nameIn(text: string): string | null {
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
