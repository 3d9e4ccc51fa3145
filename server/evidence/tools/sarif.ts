/** Reads SARIF 2.1.0 of any tool. Runs of Archwright itself are skipped: they would count our own findings again. */
import * as z from 'zod';
import { meaningOfResult, type RulesByCode } from './meanings.ts';
import { UnusableReport } from '../report-files.ts';
import { lineNumber, type ToolOutput, type WrittenMessage } from './tool-output.ts';

const Text = z.object({ text: z.string().optional(), markdown: z.string().optional() }).optional();
const Properties = z
  .object({ 'tags': z.array(z.string()).catch([]), 'security-severity': z.union([z.string(), z.number()]).optional() })
  .partial()
  .optional()
  .catch(undefined);
const Rule = z.object({ id: z.string(), properties: Properties, defaultConfiguration: z.object({ level: z.string().optional() }).optional() });
const Location = z.object({
  physicalLocation: z.object({
    artifactLocation: z.object({ uri: z.string().optional(), uriBaseId: z.string().optional() }).optional(),
    region: z.object({ startLine: z.number().optional(), startColumn: z.number().optional() }).optional(),
  }).optional(),
});
const Result = z.object({
  ruleId: z.string().optional(), ruleIndex: z.number().optional(),
  rule: z.object({ id: z.string().optional(), index: z.number().optional() }).optional(),
  level: z.string().optional(), kind: z.string().optional(), message: Text,
  locations: z.array(Location).optional(), baselineState: z.string().optional(),
  suppressions: z.array(z.object({ status: z.string().optional() })).nullish(), properties: Properties,
});
const Invocation = z.object({
  executionSuccessful: z.boolean().optional(),
  exitCodeDescription: z.string().optional(),
  toolExecutionNotifications: z.array(z.object({ level: z.string().optional(), message: Text })).optional(),
});
const Run = z.object({
  tool: z.object({
    driver: z.object({ name: z.string(), rules: z.array(Rule).optional() }),
    extensions: z.array(z.object({ rules: z.array(Rule).optional() })).optional(),
  }),
  results: z.array(Result).nullish(),
  invocations: z.array(Invocation).optional(),
  originalUriBaseIds: z.record(z.string(), z.object({ uri: z.string().optional() })).optional(),
});
const Log = z.object({ version: z.literal('2.1.0'), runs: z.array(Run) });

type RunOf = z.infer<typeof Run>;
type RuleOf = z.infer<typeof Rule>;

/** Security scanners: a clean report from them is evidence of security. */
const SCANNERS = /bandit|semgrep|codeql|snyk|trivy|gosec|njsscan|checkov|gitleaks|trufflehog|detect-secrets|horusec|security/i;
/** Tools that also have other rules, and tag those about security. */
const MIXED = /semgrep|codeql/i;

/**
 * Detects SARIF of any version.
 * @param data parsed JSON
 * @returns whether it is SARIF
 */
export function isSarif(data: unknown): boolean {
  return z.object({ version: z.string(), runs: z.array(z.unknown()) }).safeParse(data).success;
}

/**
 * Reads a SARIF log.
 * @param data parsed JSON
 * @param codes our rules by the codes of other tools
 * @returns one output for each run of another tool
 * @throws UnusableReport when it is another version or has another shape
 */
export function readSarif(data: unknown, codes: RulesByCode): ToolOutput[] {
  const { version } = data as { version: string };
  if (version !== '2.1.0') throw new UnusableReport(`is SARIF ${version.slice(0, 20)}; only 2.1.0 is supported`);
  const log = Log.safeParse(data);
  if (!log.success) throw new UnusableReport(`is not valid SARIF 2.1.0 at ${log.error.issues[0]?.path.join('.') ?? 'the top level'}`);
  return log.data.runs.filter((run) => !/^archwright$/i.test(run.tool.driver.name)).map((run) => readRun(run, codes));
}

function readRun(run: RunOf, codes: RulesByCode): ToolOutput {
  const tool = run.tool.driver.name;
  const rules = new Map([...(run.tool.driver.rules ?? []), ...(run.tool.extensions ?? []).flatMap((each) => each.rules ?? [])].map((rule) => [rule.id, rule]));
  const messages = (run.results ?? []).flatMap((result): WrittenMessage[] => {
    if ((result.kind ?? 'fail') !== 'fail' || result.level === 'none' || result.baselineState === 'absent') return [];
    if ((result.suppressions ?? []).some(({ status }) => (status ?? 'accepted') === 'accepted')) return [];
    const index = result.ruleIndex ?? result.rule?.index ?? -1;
    const code = result.ruleId ?? result.rule?.id ?? run.tool.driver.rules?.[index]?.id ?? '';
    // A result may name a subrule: `CA1000/2`.
    const rule = rules.get(code) ?? rules.get(code.split('/').slice(0, -1).join('/')) ?? run.tool.driver.rules?.[index];
    const place = result.locations?.[0]?.physicalLocation;
    const properties = { ...rule?.properties, ...result.properties };
    const tags = [...(rule?.properties?.tags ?? []), ...(result.properties?.tags ?? [])];
    const security = (SCANNERS.test(tool) && !MIXED.test(tool)) || tags.some((tag) => /^security$/i.test(tag)) || properties['security-severity'] !== undefined;
    return [{
      code, path: pathOf(place?.artifactLocation, run), line: lineNumber(place?.region?.startLine), column: place?.region?.startColumn ?? 0,
      level: levelOf(result.level, rule, properties['security-severity']), text: result.message?.text ?? result.message?.markdown ?? '',
      ...meaningOfResult(tool, code, weaknessesIn(tags), security, codes),
    }];
  });
  return { tool, levels: 'sarif', topic: SCANNERS.test(tool) ? 'security' : /^mypy$/i.test(tool) ? 'types' : null, messages, roots: [], gaps: gapsOf(run) };
}

/** If a scanner gives a score from 0 to 10, it is more precise than the level. */
function levelOf(level: string | undefined, rule: RuleOf | undefined, severity: string | number | undefined): string {
  const points = severity === undefined ? NaN : Number(severity);
  if (!Number.isNaN(points)) return points >= 7 ? 'error' : points >= 4 ? 'warning' : 'note';
  return level ?? rule?.defaultConfiguration?.level ?? 'warning';
}

/** `external/cwe/cwe-089`, `CWE-89: …` */
function weaknessesIn(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => /\bcwe-0*(\d{1,5})\b/i.exec(tag)?.[1] ?? []);
}

function pathOf(artifact: { uri?: string | undefined; uriBaseId?: string | undefined } | undefined, run: RunOf): string {
  if (artifact?.uri === undefined) return '';
  const base = artifact.uriBaseId === undefined ? undefined : run.originalUriBaseIds?.[artifact.uriBaseId]?.uri;
  const whole = base === undefined || /^[a-z][a-z0-9+.-]+:/i.test(artifact.uri) ? artifact.uri : `${base.replace(/\/?$/, '/')}${artifact.uri}`;
  try {
    return decodeURIComponent(whole.replace(/^file:\/\/\/(?=[A-Za-z]:)/, ''));
  } catch {
    return whole;
  }
}

function gapsOf({ tool, invocations }: RunOf): string[] {
  return (invocations ?? []).filter((each) => each.executionSuccessful === false).map((each) => {
    const words = each.exitCodeDescription ?? each.toolExecutionNotifications?.find(({ level }) => level === 'error')?.message?.text;
    return `${tool.driver.name} reports that it failed${words === undefined ? '' : `: ${words}`}`;
  });
}
