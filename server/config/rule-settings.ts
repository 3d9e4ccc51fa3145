/**
 * Which rules hold for a file, how serious they are there and with which options.
 *
 * From weak to strong: the rule's own severity, in the profile; `category/*`; the rule by name; `overrides` in
 * their order; and a nested configuration file before the ones around it. The strongest that gives
 * options gives all of them. What a rule says about tests, scripts and the like can only soften
 * what `rules` says: `"error"` for a rule that is silent in tests does not make it speak there.
 * `overrides` name their files and are taken at their word.
 */
import { createHash } from 'node:crypto';
import type { FileRole } from '../facts/module-facts.ts';
import { compileGlobs, type PathTest } from '../graph/globs.ts';
import type { FileSettings, RuleSetting } from '../findings/rule-setting.ts';
import type { Severity } from '../findings/severity.ts';
import { compileAllow, type Reported } from './allow.ts';
import type { Profile, ReviewConfig, RuleConfig, RuleEntry } from './config.ts';
import type { ResolvedConfig, Zone } from './resolve.ts';

export interface SettingsReader {
  /**
   * @param path relative to the workspace
   * @param role of the file; results are cached and shared
   */
  settingsFor(path: string, role: FileRole): FileSettings;
  /**
   * @param finding with its rule, its path and what it is about
   * @returns whether a configuration allows it
   */
  allows(finding: Reported & { ruleId: string }): boolean;
  /**
   * @param path relative to the workspace
   * @returns whether the file is reviewed
   */
  isIncluded(path: string): boolean;
}

interface CompiledZone {
  zone: Zone;
  include: PathTest | null;
  exclude: PathTest;
  overrides: PathTest[];
}

/** One group of rule settings in a configuration. */
interface Statement {
  rules: Record<string, RuleConfig>;
  /** It names its files, so the role of a file does not lower its severity. */
  override: boolean;
  dir: string;
}

/**
 * @param resolved configuration of the workspace
 * @param registry all rules
 * @param profile where no configuration chooses one
 */
export function readSettings(
  resolved: Pick<ResolvedConfig, 'zones' | 'review'>,
  registry: readonly RuleEntry[],
  profile: Profile = 'recommended',
): SettingsReader {
  const zones = resolved.zones.map(compileZone);
  const remembered = new Map<string, FileSettings>();
  const allowed = new Map<string, (reported: Reported) => boolean>();

  const statementsFor = (path: string): { key: string; statements: Statement[] } => {
    const key: number[] = [];
    const statements: Statement[] = [];
    for (const [index, { zone, overrides }] of [...zones.entries()].reverse()) {
      if (!isBelow(path, zone.dir)) continue;
      key.push(index);
      statements.push({ rules: zone.rules, override: false, dir: zone.dir });
      overrides.forEach((matches, at) => {
        if (!matches(relative(path, zone.dir))) return;
        key.push(-1 - at);
        statements.push({ rules: zone.overrides[at]!.rules, override: true, dir: zone.dir });
      });
    }
    return { key: key.join(), statements };
  };

  // Innermost first.
  const profileOf = (path: string): Profile => zones.find(({ zone }) => zone.profile !== null && isBelow(path, zone.dir))?.zone.profile ?? profile;

  return {
    settingsFor(path, role) {
      const { key, statements } = statementsFor(path);
      const id = `${role} ${key}`;
      const settings = remembered.get(id) ?? settingsFrom(statements, role, registry, { ...resolved.review, profile: profileOf(path) });
      remembered.set(id, settings);
      return settings;
    },
    allows(finding) {
      const { key, statements } = statementsFor(finding.path);
      const id = `${finding.ruleId} ${key}`;
      const test = allowed.get(id) ?? allowTest(statements, finding.ruleId);
      allowed.set(id, test);
      return test(finding);
    },
    isIncluded(path) {
      const around = zones.filter(({ zone }) => isBelow(path, zone.dir));
      if (around.some(({ zone, exclude }) => exclude(relative(path, zone.dir)))) return false;
      const nearest = around.find(({ include }) => include !== null);
      return nearest === undefined || nearest.include!(relative(path, nearest.zone.dir));
    },
  };
}

function compileZone(zone: Zone): CompiledZone {
  return {
    zone,
    include: zone.include === null ? null : compileGlobs(zone.include),
    exclude: compileGlobs(zone.exclude),
    overrides: zone.overrides.map(({ paths }) => compileGlobs(paths)),
  };
}

/** The rule whose limit `review.minimumCoverage` sets for the whole workspace. */
const COVERAGE_RULE = 'testing/low-coverage';

function settingsFrom(
  statements: readonly Statement[],
  role: FileRole,
  registry: readonly RuleEntry[],
  { minimumCoverage, profile }: Pick<ReviewConfig, 'minimumCoverage'> & { profile: Profile },
): FileSettings {
  const rules: Record<string, RuleSetting> = {};
  for (const rule of registry) {
    const own = rule.roles[role] ?? rule.severity;
    let severity: Severity | 'off' = profile === 'recommended' ? softer(own, rule.recommended) : own;
    let milder = profile === 'recommended' ? (rule.recommendedFor ?? {}) : undefined;
    let options: Record<string, unknown> = {};
    const general = rule.id === COVERAGE_RULE && minimumCoverage !== null ? { min: minimumCoverage } : {};
    for (const statement of statements) {
      for (const config of configsOf(statement, rule.id)) {
        if (config.severity !== null) {
          severity = statement.override ? config.severity : softer(config.severity, rule.roles[role]);
          milder = undefined;
        }
        if (Object.keys(config.options).length > 0) options = config.options;
      }
    }
    if (severity !== 'off') rules[rule.id] = { severity, ...(milder && { milder }), options: rule.options?.parse({ ...general, ...options }) ?? {} };
  }
  return { rules, key: createHash('sha256').update(JSON.stringify(rules)).digest('hex') };
}

function allowTest(statements: readonly Statement[], ruleId: string): (reported: Reported) => boolean {
  const tests = statements.flatMap((statement) => configsOf(statement, ruleId).map(({ allow }) => compileAllow(allow, statement.dir)));
  return (reported) => tests.some((test) => test(reported));
}

/** The category first, then the rule itself, which wins. */
function configsOf({ rules }: Statement, ruleId: string): RuleConfig[] {
  return [rules[`${ruleId.split('/')[0]}/*`], rules[ruleId]].filter((config) => config !== undefined);
}

const ORDER: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

function softer(severity: Severity | 'off', limit: Severity | 'off' | undefined): Severity | 'off' {
  return limit === undefined || ORDER.indexOf(severity) < ORDER.indexOf(limit) ? severity : limit;
}

function isBelow(path: string, dir: string): boolean {
  return dir === '' || path.startsWith(`${dir}/`);
}

function relative(path: string, dir: string): string {
  return dir === '' ? path : path.slice(dir.length + 1);
}
