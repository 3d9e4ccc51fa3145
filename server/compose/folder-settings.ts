/** Settings of a workspace: from its configuration files, with defaults inferred from its contents. */
import type { Config, Profile, RehearsalConfig, TrackingConfig } from '../config/config.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { infer, type PackageManifest } from '../config/infer.ts';
import { parseConfig } from '../config/parse.ts';
import { resolveConfig } from '../config/resolve.ts';
import { readSettings } from '../config/rule-settings.ts';
import { rolesAmong } from '../engine/role.ts';
import type { ReviewSettings } from '../engine/review-settings.ts';
import type { FileRole } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import type { AskedGate } from '../protocol/gates.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';
import type { NamedReports } from './evidence.ts';
import { withLanguageSettings } from './language-settings.ts';
import { tools } from './tools.ts';

/** A problem in a configuration file, with its place. */
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
  /** What a file is for. */
  roleOf(path: string): FileRole;
  /** Reports that the configuration names. */
  evidence: NamedReports;
  /** Minimum score for the gate; null when the configuration sets none. */
  failUnder: number | null;
  /** Quality gates of the configuration at the top. */
  gates: readonly AskedGate[];
  tracking: TrackingConfig;
  /** What the rehearsal of a rollback runs, by the configuration at the top. */
  rehearsal: RehearsalConfig;
  /** How layers and blocks were inferred, where no configuration declares them. */
  explanation: string[];
  /** Texts of the configurations that are used, by path. */
  used: ReadonlyMap<string, string>;
}

export interface SettingsInput {
  /** Source files. */
  paths: readonly string[];
  /** Every `archwright.jsonc`, `package.json` and settings file of a language, by relative path. */
  texts: ReadonlyMap<string, string>;
  rules: readonly { meta: RuleMeta }[];
  /** Profile to use when no configuration sets one; defaults to `recommended`. */
  profile?: Profile;
  /** Used instead of the configuration at the top. */
  configuration?: { path: string; text: string } | undefined;
  /** Texts of configurations that could be read before: each is used while the file of its path is broken. */
  lastGood?: ReadonlyMap<string, string> | undefined;
}

/** Never throws: errors in a file become problems, and the file is then ignored, or used as it last was without them. */
export function makeSettings(input: SettingsInput): MadeSettings {
  const registry = input.rules.map((rule) => rule.meta);
  const configs = new Map<string, Config>();
  const problems: LocatedProblem[] = [];
  const used = new Map<string, string>();
  for (const [folder, file] of configurationsOf(input)) {
    // What an outer configuration excludes, its own files included, is excluded here too.
    if (!readSettings(resolveConfig(configs, { layers: [], blocks: [] }), registry).isIncluded(file.path)) continue;
    const parsed = parseConfig(file.text, registry, file.path);
    problems.push(...parsed.problems.map(({ message, span, severity }) => ({ path: file.path, message, span, severity })));
    const before = input.lastGood?.get(file.path);
    const text = parsed.config === null && before !== undefined ? before : file.text;
    const config = text === file.text ? parsed.config : parseConfig(text, registry, file.path).config;
    if (config === null) continue;
    configs.set(folder, config);
    used.set(file.path, text);
  }
  const packages = packagesOf(input.texts);
  const roleOf = rolesAmong(packages);
  const inferred = infer({ files: input.paths.map((path) => ({ path, role: roleOf(path) })), packages });
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
    roleOf,
    evidence: {
      coverage: resolved.review.coverage, junit: resolved.review.junit, reports: resolved.review.reports,
      // Without a budget nobody asks for them.
      benchmarks: resolved.blocks.some(({ budgets = [] }) => budgets.length > 0) ? resolved.review.benchmarks : null,
    },
    failUnder: resolved.review.failUnder,
    gates: resolved.gates,
    tracking: resolved.tracking,
    rehearsal: resolved.review.rehearsal,
    explanation: inferred.explanation,
    used,
  };
}

/** Configuration files by the folder they apply to, outermost first. */
function configurationsOf({ texts, configuration }: SettingsInput): Map<string, { path: string; text: string }> {
  const found = new Map<string, { path: string; text: string }>();
  for (const [path, text] of texts) {
    if (path === CONFIG_FILE) found.set('', { path, text });
    else if (path.endsWith(`/${CONFIG_FILE}`)) found.set(path.slice(0, -CONFIG_FILE.length - 1), { path, text });
  }
  if (configuration) found.set('', configuration);
  return new Map([...found].sort(([a], [b]) => a.length - b.length));
}

/** The packages in the folder; one that cannot be read has no name. */
export function packagesOf(texts: ReadonlyMap<string, string>): PackageManifest[] {
  return [...texts]
    .filter(([path]) => /(^|\/)package\.json$/.test(path))
    .map(([path, text]) => ({ dir: path.split('/').slice(0, -1).join('/'), name: nameIn(text) }));
}

function nameIn(text: string): string | null {
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
