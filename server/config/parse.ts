/** Reads `archwright.jsonc`: text in, configuration and problems out. */
import { getNodeValue, parseTree, type ParseError } from 'jsonc-parser';
import type * as z from 'zod';
import type { Place } from '../graph/model.ts';
import { commandWords } from '../text/command-words.ts';
import {
  CONFIG_FILE, NO_REHEARSAL, type Config, type ConfigProblem, type JiraConfig,
  type RehearsalConfig, type RuleConfig, type RuleEntry,
} from './config.ts';
import { contradictionsIn } from './contradictions.ts';
import { readDefinitions } from './definitions.ts';
import { readGates } from './gates.ts';
import { SpanFinder, nearestNode, type JsonPath } from './positions.ts';
import { problemAt, problemsFrom, repeatedKeys, type Located } from './problems.ts';
import { keysAt } from './schema-keys.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { VERSION, configSchema, type ConfigDocument, type DocumentRule } from './schema.ts';

export interface ParsedConfig {
  /** Null when a problem is an error. */
  config: Config | null;
  /** In order of their places. */
  problems: ConfigProblem[];
}

/**
 * @param text of the file; comments and trailing commas are allowed
 * @param registry all rules
 * @param path of the file relative to the workspace, so that findings can point into it
 * @returns never throws: every fault is a problem with its place
 */
export function parseConfig(text: string, registry: readonly RuleEntry[], path: string = CONFIG_FILE): ParsedConfig {
  // A byte order mark is not part of the document; a blank in its place keeps all offsets.
  const source = text.replace(/^\uFEFF/, ' ');
  const spans = new SpanFinder(source);
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true });
  if (root === undefined || errors.length > 0) return { config: null, problems: syntaxProblems(root === undefined ? [] : errors, spans) };

  const schema = configSchema(registry);
  const value: unknown = getNodeValue(root);
  const document: Located = { root, value, spans, keysAt: (at) => keysAt(schema, at) };
  const newer = newerVersion(document);
  if (newer !== null) return { config: null, problems: [newer] };

  const problems = [...repeatedKeys(root, spans), ...checked(document, schema, registry)];
  if (problems.length === 0) problems.push(...contradictionsIn(value as ConfigDocument, document));
  problems.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const broken = problems.some((problem) => problem.severity === 'error');
  return { config: broken ? null : read(value as ConfigDocument, document, path), problems };
}

function checked(document: Located, schema: z.ZodType, registry: readonly RuleEntry[]): ConfigProblem[] {
  const result = schema.safeParse(document.value);
  if (!result.success) return problemsFrom(result.error.issues, document);
  const config = document.value as ConfigDocument;
  return [
    ...checkedOptions(config.rules ?? {}, ['rules'], document, registry),
    ...(config.overrides ?? []).flatMap((override, at) => checkedOptions(override.rules, ['overrides', at, 'rules'], document, registry)),
  ];
}

/** Conditions of a rule on its options as a whole, which its single keys cannot express. */
function checkedOptions(rules: Record<string, DocumentRule>, path: JsonPath, document: Located, registry: readonly RuleEntry[]): ConfigProblem[] {
  return registry.flatMap((rule) => {
    const written = rules[rule.id];
    if (rule.options === undefined || written === undefined || typeof written === 'string') return [];
    const result = rule.options.safeParse(ruleConfig(written).options);
    return result.success ? [] : problemsFrom(result.error.issues, document, [...path, rule.id]);
  });
}

function newerVersion(document: Located): ConfigProblem | null {
  const version = (document.value as { version?: unknown } | null)?.version;
  if (typeof version !== 'number' || !(version > VERSION)) return null;
  return problemAt(document, ['version'], `This file uses format ${version}; this version of Archwright reads up to ${VERSION}. Update Archwright.`);
}

function read(config: ConfigDocument, document: Located, path: string): Config {
  const placeOf = (at: JsonPath): Place => ({ path, span: document.spans.of(nearestNode(document.root, at)) });
  return {
    path,
    preset: config.preset ?? null,
    profile: config.profile ?? null,
    include: config.include ?? null,
    exclude: config.exclude ?? [],
    ...readDefinitions(config, placeOf),
    rules: ruleConfigs(config.rules ?? {}),
    overrides: (config.overrides ?? []).map(({ paths, rules }) => ({ paths, rules: ruleConfigs(rules) })),
    review: {
      failUnder: config.review?.failUnder ?? null,
      coverage: config.review?.coverage ?? [],
      junit: config.review?.junit ?? [],
      reports: config.review?.reports ?? [],
      benchmarks: config.review?.benchmarks ?? [],
      minimumCoverage: config.review?.minimumCoverage ?? null,
      rehearsal: readRehearsal(config),
    },
    gates: readGates(config),
    tracking: {
      issuePattern: config.tracking?.issuePattern ?? null, mainBranch: config.tracking?.mainBranch ?? null,
      timeZone: config.tracking?.timeZone ?? null, deploymentTags: config.tracking?.deploymentTags ?? null,
      jira: readJira(config.tracking?.jira),
    },
  };
}

function readRehearsal({ review }: ConfigDocument): RehearsalConfig {
  const { commands = [], minutes = NO_REHEARSAL.minutes } = review?.rehearsal ?? {};
  const words = (command: string): string[] => {
    const read = commandWords(command);
    return 'words' in read ? read.words : [];
  };
  return { commands: commands.map((command) => (typeof command === 'string' ? words(command) : command)), minutes };
}

function readJira(jira: NonNullable<ConfigDocument['tracking']>['jira']): JiraConfig | null {
  if (jira === undefined) return null;
  const { host = null, project, source = '', fields = {}, statuses = {}, types = {} } = jira;
  return { host, project, source, fields: { ...fields }, statuses: { ...statuses }, types: { ...types } };
}

function ruleConfigs(rules: Record<string, DocumentRule>): Record<string, RuleConfig> {
  return Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, ruleConfig(rule)]));
}

function ruleConfig(rule: DocumentRule): RuleConfig {
  if (typeof rule === 'string') return { severity: rule, allow: [], options: {} };
  const { severity = null, allow = [], ...options } = rule;
  return { severity, allow, options };
}
