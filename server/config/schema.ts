/** The shape of `archwright.jsonc`, with the registered rules and their options in it. */
import * as z from 'zod';
import { PRESETS, type RuleEntry } from './config.ts';

export const VERSION = 1;

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

/** Globs are relative to the file and stay inside its folder. */
const glob = z
  .string()
  .min(1)
  .superRefine((pattern, context) => {
    const plain = pattern.replace(/^!/, '');
    if (/^(\/|[A-Za-z]:)/.test(plain)) context.addIssue({ code: 'custom', message: 'Paths are relative to the folder of this file; this one is absolute.' });
    else if (/(^|\/)\.\.(\/|$)/.test(plain)) context.addIssue({ code: 'custom', message: 'A path cannot leave the folder of this file.' });
    else if (/\\[\w.]/.test(plain)) context.addIssue({ code: 'custom', message: 'Folders are separated by "/", on Windows too.' });
  })
  .describe('A glob relative to the folder of this file, such as "src/users/**". A "!" in front takes files out again.');

const globs = z.array(glob);

/** Names stand in lists with commas and in `from -> to`. */
const id = z
  .string()
  .min(1)
  .regex(/^[^,\n]+$/, 'A name cannot hold a comma.');

const allowEntry = z
  .string()
  .min(1)
  .refine((entry) => !entry.includes('->') || /^.*\S -> \S.*$/.test(entry), 'Write "from -> to", with a space on both sides of the arrow.');

const allow = z
  .array(allowEntry)
  .describe('What this rule does not report: path globs such as "src/legacy/**", or imports as "from -> to", both sides globs.');

const severity = z.enum(SEVERITIES).describe('How serious its findings are. An error fails the review.');

const layer = z
  .strictObject({
    id: id.describe('Name of the layer.'),
    paths: globs.optional().describe('Files of the layer. May be left out for a layer of the preset.'),
    mayUse: z.array(id).optional().describe('Layers that it may import from, besides itself. Left out: those of the preset, else none.'),
  })
  .describe('A layer: which files, and which other layers they may import.');

const block = z
  .strictObject({
    id: id.describe('Name of the block.'),
    paths: globs.min(1).describe('Files of the block.'),
    layer: id.optional().describe('Layer that the block belongs to. Left out: the one that most of its files lie in.'),
    face: globs.optional().describe('Public face: the only files that other blocks may import. Left out: the index file, where there is one.'),
    dependsOn: z.array(id).optional().describe('Blocks that it may depend on. Left out: what contract comments in its files declare.'),
    version: z
      .string()
      .regex(/^v?\d+\.\d+\.\d+([-+].+)?$/, 'A version looks like "1.2.0".')
      .optional()
      .describe('Version of its interface.'),
    state: z.enum(['pending', 'active', 'completed', 'failed', 'modified', 'deprecated']).optional().describe('Where its development stands.'),
  })
  .describe('A block: a part of the product with one responsibility.');

const percent = z.number().min(0).max(100);

const review = z
  .strictObject({
    failUnder: percent.optional().describe('Score under which the review fails.'),
    coverage: globs.optional().describe('Coverage reports: lcov, Cobertura, Istanbul or coverage.py. Left out: looked for in the usual places.'),
    junit: globs.optional().describe('Test reports in JUnit format. Left out: looked for in the usual places.'),
    reports: globs.optional().describe('Reports of other tools, which count in the score: mypy (text, JSON, JUnit), pylint (text, JSON), flake8, bandit (JSON), ESLint (JSON), SARIF 2.1.0 of any tool. Left out: looked for by their usual names at the top, in "reports" and the like.'),
    minimumCoverage: percent.optional().describe('Least share of covered lines, in percent.'),
  })
  .describe('The review and the evidence that it reads.');

const pattern = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    try {
      new RegExp(source);
    } catch (error) {
      context.addIssue({ code: 'custom', message: `Not a regular expression: ${(error as Error).message.replace(/^Invalid regular expression: .*: /, '')}.` });
    }
  });

const tracking = z
  .strictObject({
    file: glob.optional().describe('The log, a CSV file.'),
    issuePattern: pattern.optional().describe('Regular expression that finds the issue in a commit message, such as "[A-Z]+-\\\\d+".'),
  })
  .describe('The tracking log.');

const gate = z
  .looseObject({ name: z.string().min(1).describe('Name of the gate.') })
  .describe('A quality gate, evaluated by `archwright gate`.');

/** Severity and options of rules by id; `category/*` speaks for a whole category. */
function rulesSchema(registry: readonly RuleEntry[]) {
  const shape: Record<string, z.ZodType> = {};
  for (const category of new Set(registry.map((rule) => rule.id.split('/')[0]!))) {
    shape[`${category}/*`] = z.union([severity, z.strictObject({ severity: severity.optional(), allow: allow.optional() })]).optional().describe(`All rules of ${category}.`);
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
 * The options of a rule, each by itself, so that unknown ones can be told.
 * @param rule a registered rule
 * @returns empty when it has none; null when its schema is no plain object
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
  const rules = rulesSchema(registry).describe('Severity and options by rule. Either a severity, or an object with "severity", "allow" and the options of the rule.');
  return z
    .strictObject({
      $schema: z.string().optional(),
      version: z.literal(VERSION).optional().describe('Version of the format of this file.'),
      preset: z.enum(PRESETS).optional().describe('A known architecture: gives layers with their usual folders and directions. "layers" adds to it or changes it.'),
      include: globs.optional().describe('Files to review. Left out: all.'),
      exclude: globs.optional().describe('Files to leave out, besides what git ignores.'),
      layers: z.array(layer).optional().describe('The layers, from top to bottom.'),
      blocks: z.array(block).optional().describe('The blocks. Left out: folders are the blocks.'),
      rules: rules.optional(),
      overrides: z
        .array(z.strictObject({ paths: globs.min(1).describe('Files that it holds for.'), rules }))
        .optional()
        .describe('Other severities and options for some files. A later entry wins over an earlier one.'),
      review: review.optional(),
      tracking: tracking.optional(),
      gates: z.array(gate).optional().describe('Quality gates.'),
    })
    .describe('Configuration of Archwright.');
}

/** A file that fits the schema. */
export type ConfigDocument = Omit<z.infer<ConfigSchema>, 'rules' | 'overrides'> & {
  rules?: Record<string, DocumentRule>;
  overrides?: { paths: string[]; rules: Record<string, DocumentRule> }[];
};

export type DocumentRule = (typeof SEVERITIES)[number] | ({ severity?: (typeof SEVERITIES)[number]; allow?: string[] } & Record<string, unknown>);
