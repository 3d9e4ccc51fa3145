/** The shape of `archwright.jsonc`, with the registered rules and their options in it, and the JSON schema for editors. */
import * as z from 'zod';
import { globRefusal } from '../graph/globs.ts';
import { OPERATORS } from '../protocol/gates.ts';
import { isTimeZone } from '../text/calendar.ts';
import { commandWords } from '../text/command-words.ts';
import { expressionRefusal } from '../text/patterns/expression.ts';
import { FIELDS } from '../tracking/fields.ts';
import { budget } from './budgets.ts';
import { PRESETS, PROFILES, type RuleEntry } from './config.ts';
import { GATE_FAMILIES } from './gate-families.ts';

export const VERSION = 1;

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

/** @returns why a path cannot be one inside the folder; null when it can */
function placeRefusal(path: string): string | null {
  if (/^(\/|[A-Za-z]:)/.test(path)) return 'Use a path relative to the folder of this file, not an absolute one.';
  if (/(^|\/)\.\.(\/|$)/.test(path)) return 'A path cannot lead out of the folder of this file.';
  return /\\[\w.]/.test(path) ? 'Separate folders with "/", on Windows too.' : null;
}

/** Globs are relative to the file and stay inside its folder. */
const glob = z
  .string()
  .min(1)
  .superRefine((pattern, context) => {
    const plain = pattern.replace(/^!/, '');
    const refusal = placeRefusal(plain);
    if (refusal !== null) context.addIssue({ code: 'custom', message: refusal });
    else if (globRefusal(plain) !== null) context.addIssue({ code: 'custom', message: `This glob cannot be used, because ${globRefusal(plain)}.` });
  })
  .describe('A glob relative to the folder of this file, such as "src/users/**". A leading "!" excludes files.');

const globs = z.array(glob);

/** Names appear in lists separated by commas, and in `from -> to`. */
const id = z
  .string()
  .min(1)
  .regex(/^[^,\n]+$/, 'A name cannot contain a comma.');

const allowEntry = z
  .string()
  .min(1)
  .refine((entry) => !entry.includes('->') || /^.*\S -> \S.*$/.test(entry), 'Write "from -> to", with a space on both sides of the arrow.')
  .superRefine((entry, context) => {
    for (const side of entry.split(' -> ')) {
      const refusal = globRefusal(side.trim());
      if (refusal !== null) context.addIssue({ code: 'custom', message: `The glob "${side.trim()}" cannot be used, because ${refusal}.` });
    }
  });

const allow = z
  .array(allowEntry)
  .describe('What this rule does not report: path globs such as "src/legacy/**", or imports as "from -> to" with a glob on each side.');

const severity = z.enum(SEVERITIES).describe('Severity of its findings. An error fails the review.');

const layer = z
  .strictObject({
    id: id.describe('Name of the layer.'),
    paths: globs.optional().describe('Files of the layer. Default: those of the preset.'),
    mayUse: z.array(id).optional().describe('Layers that it may import from, besides itself. Default: those of the preset, otherwise none.'),
  })
  .describe('A layer: its files, and the other layers that they may import.');

const block = z
  .strictObject({
    id: id.describe('Name of the block.'),
    paths: globs.min(1).describe('Files of the block.'),
    layer: id.optional().describe('Layer that the block belongs to. Default: the layer of most of its files.'),
    face: globs.optional().describe('Public face: the only files that other blocks may import. Default: the index file, if there is one.'),
    dependsOn: z.array(id).optional().describe('Blocks that it may depend on. Default: those that contract comments in its files declare.'),
    responsibility: z.string().min(1).optional().describe('What it is responsible for, in words. Default: "Responsible for:" of a contract comment.'),
    input: z.string().min(1).optional().describe('What it takes, in words, with the types in brackets. Default: "Input:" of a contract comment.'),
    output: z.string().min(1).optional().describe('What it gives, in words, with the types in brackets. Default: "Output:" of a contract comment.'),
    version: z
      .string()
      .regex(/^v?\d+\.\d+\.\d+([-+].+)?$/, 'Expected a version such as "1.2.0".')
      .optional()
      .describe('Version of its interface.'),
    state: z.enum(['pending', 'active', 'completed', 'failed', 'modified', 'deprecated']).optional().describe('State of its development. Default: "active".'),
    budgets: z.array(budget).optional().describe('How fast it must be, by its benchmarks.'),
  })
  .describe('A block: a part of the product with one responsibility.');

/** One place in the folder, not a pattern. */
const place = z
  .string()
  .min(1)
  .superRefine((path, context) => {
    const refusal = placeRefusal(path);
    if (refusal !== null) context.addIssue({ code: 'custom', message: refusal });
  });

const condition = z
  .strictObject({
    metric: z.string().min(1).max(200).describe('A metric of the review, such as "score.total" or "new.errors", or one of the file, such as "accuracy".'),
    operator: z.enum(OPERATORS).optional().describe('How the value is compared with the threshold. Default: that of the preset.'),
    threshold: z.union([z.number(), z.boolean(), z.string().min(1)]).optional().describe('What the value is compared with. Default: that of the preset.'),
    severity: z.enum(['blocking', 'warning', 'off']).optional().describe(
      'Whether it decides on the gate ("blocking", the default), is only told ("warning"), or is left out ("off"), for one of the preset.',
    ),
    file: place.optional().describe(
      'Metrics file: JSON (also of benchmarks), CSV, or a folder of MLflow: a run, an experiment or "mlruns". Default: that of the gate.',
    ),
  })
  .describe('A condition: a metric, compared with a threshold.');

const gateName = z.string().regex(/^[A-Za-z][\w.-]*$/, 'A name begins with a letter and has letters, digits, ".", "_" and "-".');

const gate = z
  .strictObject({
    preset: z.enum(GATE_FAMILIES).optional().describe('Conditions to begin with: of data, of a model, of a deployment, of what runs in production.'),
    file: place.optional().describe('Metrics file of the conditions that name none and are not about the review.'),
    conditions: z.array(condition).optional().describe('The conditions, all of which must hold. One on a metric of the preset changes that of the preset.'),
  })
  .describe('A quality gate, which "archwright gate" evaluates.');

const percent = z.number().min(0).max(100);

const command = z.union([
  z.string().superRefine((text, context) => {
    const read = commandWords(text);
    if ('refusal' in read) context.addIssue({ code: 'custom', message: read.refusal });
  }),
  z.array(z.string()).min(1).refine(([program]) => program !== '', 'The first word is the program.'),
]).describe('A command, as one types it or as the list of its words. It runs without a shell.');

const rehearsal = z
  .strictObject({
    commands: z.array(command).min(1).describe('Commands that build and test the project, in order, such as "npm run build" and "npm test".'),
    minutes: z.number().positive().max(1440).optional().describe('Longest time for each command, in minutes. Default: 10.'),
  })
  .describe('What "archwright rollback --rehearse" runs in a working tree of its own.');

const review = z
  .strictObject({
    failUnder: percent.optional().describe('Lowest score that passes the review. Default: 85.'),
    coverage: globs.optional().describe('Coverage reports: lcov, Cobertura, Istanbul or coverage.py. Default: searched for in the usual places.'),
    junit: globs.optional().describe('Test reports in JUnit format. Default: searched for in the usual places.'),
    reports: globs.optional().describe(
      'Reports of other tools, which count in the score: mypy (text, JSON, JUnit), pylint (text, JSON), flake8, bandit (JSON), ESLint (JSON), '
      + 'and SARIF 2.1.0 of any tool. Default: searched for by their usual names in the top folder, "reports" and similar folders.',
    ),
    benchmarks: globs.optional().describe(
      'Results of benchmarks as JSON of vitest bench, pytest-benchmark or tinybench, for the budgets of blocks. Default: searched for in the usual places.',
    ),
    minimumCoverage: percent.optional().describe('Lowest line coverage of a file, in percent: the default of "min" in testing/low-coverage.'),
    rehearsal: rehearsal.optional(),
  })
  .describe('The review, and the reports that it reads.');

/** A regular expression that no text can hold up. */
const expression = z.string().min(1).superRefine((pattern, context) => {
  const refusal = expressionRefusal(pattern);
  if (refusal !== null) context.addIssue({ code: 'custom', message: `This regular expression cannot be used, because ${refusal}.` });
});

const jira = z
  .strictObject({
    host: z.string().min(1).optional()
      .describe('Address of the site, such as "https://acme.atlassian.net". It must be the one that the token in the environment is for. Default: that one.'),
    project: z.string().regex(/^[A-Z][A-Z0-9_]+$/, 'Expected the key of a project, such as "SHOP".').describe('Key of the project.'),
    source: z.string().regex(/^[\w.-]{1,80}$/, 'Expected a name of letters, digits, ".", "_" and "-".').optional()
      .describe('Name of this repository, where several share the project. Default: none.'),
    fields: z.partialRecord(z.enum(FIELDS), z.string().min(1).nullable()).optional()
      .describe('Field in Jira, by name or id, for a field of the log; null leaves it alone. Default: fields of the same name.'),
    statuses: z.record(z.string(), z.string().min(1)).optional().describe('Status in Jira for a status of the log. Default: the same name.'),
    types: z.record(z.string(), z.string().min(1)).optional().describe('Type of issue in Jira for a type of the log. Default: the same name.'),
  })
  .describe('Where "archwright track sync" brings the log.');

const tracking = z
  .strictObject({
    issuePattern: expression.optional()
      .describe('Regular expression for the key of an issue within a word of a commit message or a branch, such as "#[0-9]+". '
        + 'Default: keys as Jira writes them, such as "SHOP-42".'),
    mainBranch: z.string().min(1).optional()
      .describe('Branch that finished work ends up in. Default: the default branch of the remote "origin", else main or master.'),
    timeZone: z
      .string()
      .superRefine((zone, context) => {
        if (!isTimeZone(zone)) context.addIssue({ code: 'custom', message: 'There is no such time zone; name one such as "Europe/Madrid".' });
      })
      .optional()
      .describe('Time zone in which reports count days and weeks, such as "Europe/Madrid". Default: UTC.'),
    deploymentTags: expression.optional()
      .describe('Regular expression for tags of git that tell of a deployment, such as "^deploy-". Default: tags that name a version, such as "v1.2.0".'),
    jira: jira.optional(),
  })
  .describe('The tracking log, and reports on it.');

/** Severity and options of rules by id; `category/*` stands for a whole category. */
function rulesSchema(registry: readonly RuleEntry[]) {
  const shape: Record<string, z.ZodType> = {};
  for (const category of new Set(registry.map((rule) => rule.id.split('/')[0]!))) {
    const settings = z.strictObject({ severity: severity.optional(), allow: allow.optional() });
    shape[`${category}/*`] = z.union([severity, settings]).optional().describe(`All rules of the category ${category}.`);
  }
  for (const rule of registry) shape[rule.id] = ruleSchema(rule).optional();
  return z.strictObject(shape);
}

function ruleSchema(rule: RuleEntry) {
  const own = { severity: severity.optional(), allow: allow.optional() };
  const options = optionsShape(rule);
  const settings = options === null ? z.looseObject(own) : z.strictObject({ ...options, ...own });
  return z.union([severity, settings]).describe(`${rule.title}. ${rule.docs.what} Default: "${rule.severity}".`);
}

/**
 * The options of a rule, one by one, so that unknown ones are reported.
 * @param rule a registered rule
 * @returns empty when it has none; null when its schema is not a plain object
 */
export function optionsShape(rule: RuleEntry): Record<string, z.ZodType> | null {
  let schema: unknown = rule.options;
  if (schema === undefined) return {};
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) schema = schema.unwrap();
  return schema instanceof z.ZodObject ? (schema.shape) : null;
}

type ConfigSchema = ReturnType<typeof makeSchema>;
const made = new WeakMap<readonly RuleEntry[], ConfigSchema>();

/**
 * @param registry all rules; the same array gets the same schema
 * @returns the schema of a whole file
 */
export function configSchema(registry: readonly RuleEntry[]): ConfigSchema {
  const schema = made.get(registry) ?? makeSchema(registry);
  made.set(registry, schema);
  return schema;
}

function makeSchema(registry: readonly RuleEntry[]) {
  const rules = rulesSchema(registry).describe('Severity and options by rule: a severity, or an object with "severity", "allow" and the options of the rule.');
  return z
    .strictObject({
      $schema: z.string().optional(),
      version: z.literal(VERSION).optional().describe('Version of the format of this file: 1.'),
      preset: z.enum(PRESETS).optional().describe('A known architecture: layers with their usual folders and directions. "layers" adds to it or changes it.'),
      profile: z
        .enum(PROFILES)
        .optional()
        .describe('Which severities rules start from. "recommended" (default): what a maintainer would act on. "guidelines": every rule at full severity.'),
      include: globs.optional().describe('Files to review. Default: all.'),
      exclude: globs.optional().describe('Files to exclude, in addition to those that git ignores.'),
      architecture: z
        .enum(['agreed', 'proposed'])
        .optional()
        .describe('Whether the team stands behind the layers and blocks below. "agreed" (default): departures have the full severity. "proposed", as '
          + '"init" writes it: warnings at most, as without a configuration.'),
      layers: z.array(layer).optional().describe('The layers, from top to bottom.'),
      blocks: z.array(block).optional().describe('The blocks. Default: each folder is a block.'),
      rules: rules.optional(),
      overrides: z
        .array(z.strictObject({ paths: globs.min(1).describe('Files that it applies to.'), rules }))
        .optional()
        .describe('Other severities and options for some files. Later entries win over earlier ones.'),
      review: review.optional(),
      gates: z
        .record(gateName, gate)
        .optional()
        .describe('Quality gates by name.'),
      tracking: tracking.optional(),
    })
    .describe('Configuration of Archwright.');
}

/** A file that fits the schema. */
export type ConfigDocument = Omit<z.infer<ConfigSchema>, 'rules' | 'overrides'> & {
  rules?: Record<string, DocumentRule>;
  overrides?: { paths: string[]; rules: Record<string, DocumentRule> }[];
};

export type DocumentRule = (typeof SEVERITIES)[number] | ({ severity?: (typeof SEVERITIES)[number]; allow?: string[] } & Record<string, unknown>);

/**
 * The schema by which editors complete and explain `archwright.jsonc`.
 * @param registry all rules
 * @returns a JSON schema (draft 7, which VS Code reads) with a description for every key
 */
export function configJsonSchema(registry: readonly RuleEntry[]): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema(registry), { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'Archwright', allowComments: true, allowTrailingCommas: true };
}
