/** One file, from text to facts and the findings of file rules. Runs in workers too. */
import { NotJudged, type LanguageAdapter } from '../facts/adapter.ts';
import type { FileFacts, SecretFact } from '../facts/file-facts.ts';
import type { FileRole, Language, ModuleFacts } from '../facts/module-facts.ts';
import type { Draft, Finding } from '../findings/finding.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';
import { checkWords } from '../findings/words.ts';
import type { FileRule, Rule } from '../rules/kit/rule.ts';
import type { FileSettings } from '../findings/rule-setting.ts';
import { withAgreedLineEnds } from '../text/line-starts.ts';
import { handsOf } from './hands.ts';
import { withAppliedOffers } from './tried-fixes.ts';

/** A rule that threw. Reported once per rule, however many files it fails on. */
export interface RuleFailure {
  ruleId: string;
  path: string;
  /** The error's message; never text from the file. */
  reason: string;
}

export interface FileResult {
  module: ModuleFacts;
  findings: Finding[];
  failures: RuleFailure[];
}

export interface AnalysisTools {
  adapters: readonly LanguageAdapter[];
  rules: readonly Rule[];
  scanSecrets(path: string, text: string): Promise<SecretFact[]>;
  /** Replaces secrets with asterisks of the same length, so that nothing stored can contain one. */
  maskSecrets(text: string, secrets: readonly Pick<SecretFact, 'span'>[]): string;
}

export interface FileInput {
  path: string;
  text: string;
  role: FileRole;
  settings: FileSettings;
}

/** The adapter for a path, or undefined when no language claims it. */
export function adapterFor(adapters: readonly LanguageAdapter[], path: string): LanguageAdapter | undefined {
  const lower = path.toLowerCase();
  return adapters.find((adapter) => adapter.claims?.(lower) ?? adapter.extensions.some((extension) => lower.endsWith(extension)));
}

/** True for files that take part in the graph: source code, not configuration or containers. */
export function isModule(adapters: readonly LanguageAdapter[], path: string): boolean {
  const adapter = adapterFor(adapters, path);
  return adapter !== undefined && adapter.modules !== false;
}

/**
 * @param input the file
 * @param tools adapters, rules, the scanner for secrets
 * @returns facts and findings; a rule that throws is listed in `failures`, the others still run
 * @throws when no language reads the file, its adapter fails or it costs too much; the caller reports the file as skipped
 */
export async function analyzeFile(input: FileInput, tools: AnalysisTools): Promise<FileResult> {
  const wantsSecrets = tools.rules.some((rule) => rule.meta.id === 'security/hardcoded-secret' && input.settings.rules[rule.meta.id] !== undefined);
  // Scanned even when the rule is off: facts are cached, and the cache must not contain secrets.
  const text = withAgreedLineEnds(input.text);
  const secrets = await tools.scanSecrets(input.path, text);
  const masked = secrets.length === 0 ? text : tools.maskSecrets(text, secrets);
  const adapter = adapterFor(tools.adapters, input.path);
  if (adapter === undefined) throw new Error('no language reads this file');
  await adapter.load();
  const { path, role, settings } = input;
  const facts = adapter.extract({ path, text: masked, role, settings: settings.language, outlined: settings.outlined === true });
  if (wantsSecrets) facts.secrets = secrets;
  checkSize(facts);
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  // One list and one function for all rules: hardly any of them reports anything.
  const drafts: Draft[] = [];
  const report = (draft: Draft): void => void drafts.push(draft);
  for (const rule of fileRulesOf(tools.rules, facts.language)) {
    const setting = input.settings.rules[rule.meta.id];
    if (setting === undefined) continue;
    drafts.length = 0;
    try {
      rule.check(facts, report, setting.options);
      // All or nothing: a rule that reports an invalid finding has failed on the file.
      if (drafts.length > 0) findings.push(...drafts.map((draft) => checked(rule.meta, facts.path, draft)));
    } catch (error) {
      failures.push({ ruleId: rule.meta.id, path: input.path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const hands = handsOf(facts);
  const masks = secrets.length === 0 ? {} : { masked: secrets.map(({ span }) => span) };
  const module = { ...toModuleFacts(facts), ...(hands.length === 0 ? {} : { hands }), ...masks };
  return { module, findings: withAppliedOffers(findings, { text: masked, module }, adapter), failures };
}

/**
 * The part of a file's facts that is kept after its rules have run.
 * @param facts everything that was extracted
 * @returns a copy without the parts that only file rules read
 */
function toModuleFacts(facts: FileFacts): ModuleFacts {
  const { path, language, role, imports, exports, classes, constructions, fingerprints, doings, settings } = facts;
  const { suppressions, contract, face, deprecated, metrics, testNames, syntaxProblems, outline, typed, ambient, unawaited, asyncFunctions, members } = facts;
  const { callables, callShapes, unknownMembers: unknown } = facts;
  const { undeclared, globalNames } = facts;
  return {
    path, language, role, imports, exports, classes, constructions, fingerprints, doings, settings,
    suppressions, contract, ...(face ? { face } : {}), ...(deprecated ? { deprecated } : {}),
    metrics, testNames, syntaxProblems, ...(typed ? { typed } : {}), ...(ambient ? { ambient } : {}), ...(outline ? { outline } : {}),
    ...(unawaited ? { unawaited } : {}), ...(asyncFunctions ? { asyncFunctions } : {}),
    ...(callables ? { callables } : {}), ...(callShapes ? { callShapes } : {}), ...(unknown ? { unknownMembers: unknown } : {}),
    ...(undeclared ? { undeclared } : {}), ...(globalNames ? { globalNames } : {}),
    ...(members === undefined ? {} : { members }),
  };
}

/**
 * Rules ask of each function and each handler which other facts belong to it. A file of a thousand functions has a tenth of so many pairs;
 * so many take some seconds.
 */
const MOST_PAIRS = 50_000_000;
/** Of handlers there are few, and more is asked of them. */
const HANDLER = 5;

function checkSize({ functions, calls, lint, branches, assignments, loops, handlers }: FileFacts): void {
  const facts = [functions, calls, lint, branches, assignments, loops, handlers].reduce((sum, each) => sum + each.length, 0);
  if ((functions.length + HANDLER * handlers.length) * facts > MOST_PAIRS) throw new NotJudged({ code: 'too-complex' });
}

/** The latest answers of `fileRulesOf`: a review asks with the same rules for every file. */
let known: { rules: readonly Rule[]; byLanguage: Map<Language, FileRule[]> } | null = null;

function fileRulesOf(rules: readonly Rule[], language: Language): readonly FileRule[] {
  if (known?.rules !== rules) known = { rules, byLanguage: new Map() };
  let found = known.byLanguage.get(language);
  if (found === undefined) {
    found = rules.filter((rule): rule is FileRule => rule.kind === 'file' && rule.meta.languages.includes(language));
    known.byLanguage.set(language, found);
  }
  return found;
}

/**
 * Completes a reported finding and checks that its message can be written later, outside any guard.
 * @param meta the rule
 * @param path of the file with the finding
 * @param draft what the rule reported
 * @throws when the rule has no such message or a placeholder has no value; the caller reports the rule as failed
 */
export function checked(meta: RuleMeta, path: string, draft: Draft): Finding {
  const finding = completed(meta.id, path, draft);
  checkWords(meta, finding.messageId, finding.data);
  for (const place of finding.related) checkWords(meta, place.messageId, place.data);
  return finding;
}

/** Fills in defaults that a rule may omit. */
export function completed(ruleId: string, path: string, draft: Draft): Finding {
  return {
    ruleId, path, messageId: draft.messageId, data: draft.data ?? {}, span: draft.span, about: draft.about,
    related: draft.related ?? [], fixes: draft.fixes ?? [], ...(draft.severity === undefined ? {} : { severity: draft.severity }),
    ...(draft.recommended === undefined ? {} : { recommended: draft.recommended }), ...(draft.blocks === undefined ? {} : { blocks: draft.blocks }),
    ...(draft.awaits === undefined ? {} : { awaits: draft.awaits }),
  };
}
