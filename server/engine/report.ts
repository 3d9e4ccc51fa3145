/** Turns a judgement into the JSON report. */
import type { Language, SourceLanguage } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import type { JsonReport, ReportBlock, ReportFiles, ReportFinding, ReportGraph, ReportHealth, ReportRange, ReportTool } from '../protocol/report.ts';
import type { RuleSetting } from '../findings/rule-setting.ts';
import { milder, type Severity } from '../findings/severity.ts';
import type { Finding, FixOffer } from '../findings/finding.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { words } from '../findings/words.ts';
import { rulesPerCriterion } from '../score/count.ts';
import { score } from '../score/score.ts';
import { fingerprints } from './baseline.ts';
import { healthOfBlocks, worstFiles } from './health.ts';
import { isUnreadSource, skipWords } from './skipped-files.ts';
import { graphOfAll, inputOfAll, tangledBlocks, type Scored } from './score-input.ts';
import { isSuppressed } from './suppress.ts';
import { judgeReports } from './tool-messages.ts';
import type { Judgement, Workspace } from './workspace.ts';
import type { LanguageAdapter } from '../facts/adapter.ts';
import { adapterFor } from './analyze-file.ts';
import { allSteps, type Steps } from '../text/steps.ts';

export interface ReportOptions {
  /** Version of the program. */
  version: string;
  /** Fingerprints in the baseline. */
  baseline: ReadonlySet<string>;
  durationMs: number;
}

/** @returns the whole report, findings sorted by place */
export function makeReport(workspace: Workspace, judgement: Judgement, options: ReportOptions): JsonReport {
  return allSteps(reportSteps(workspace, judgement, options));
}

/** The same in steps; the workspace must not change between them. */
export function* reportSteps(workspace: Workspace, judgement: Judgement, options: ReportOptions): Steps<JsonReport> {
  const { model } = judgement;
  const findings = reportFindings(workspace, judgement, options.baseline);
  const { evidence, settings } = workspace.ports;
  const scored = scoredOf(workspace, judgement);
  const { roleOf, criterionOf } = scored;
  const told = judgeReports(evidence.reports ?? [], {
    findings,
    roleOf,
    severityOf: (rule, path) => settings.settingsFor(path, roleOf(path)).rules[rule]?.severity,
    criterionOf,
    isAllowed: (rule, { path, line, code }) => isSuppressed(workspace.facts(path), rule, line)
      || settings.allows({ ruleId: rule, messageId: '', data: {}, path, span: [line, 1, line, 1], about: code, related: [], fixes: [] }),
  });
  const worst = yield* worstFiles(scored, findings);
  return {
    schemaVersion: 1,
    tool: { name: 'archwright', version: options.version },
    files: countFiles(workspace, model),
    score: { ...score(inputOfAll(scored, findings, told.counts, workspace.skipped().filter(isUnreadSource).length)), worstFiles: worst },
    findings,
    ...evidenceOf(evidence, told.tools),
    graph: reportGraph(model, healthOfBlocks(scored, findings)),
    durationMs: Math.round(options.durationMs),
  };
}

/** What the score of the whole and of each part is computed from, besides the findings. */
export function scoredOf(workspace: Workspace, { model }: Judgement): Scored {
  const { rules, evidence, settings } = workspace.ports;
  const modules = [...model.modules.values()].map((module) => module.facts);
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule.meta]));
  const active = rules.filter(
    (rule) =>
      settings.settingsFor('', 'source').rules[rule.meta.id] !== undefined &&
      rule.meta.languages.some((language) => modules.some((module) => module.language === language)),
  );
  return {
    model, graph: graphOfAll(model), tangled: tangledBlocks(model), evidence, rulesRun: rulesPerCriterion(active.map((rule) => rule.meta)),
    criterionOf: (rule) => byId.get(rule)?.criterion ?? null, roleOf: (path) => workspace.facts(path)?.role ?? 'source',
  };
}

/** Omitted when no report was found beside the code. */
function evidenceOf({ coverage, tests, problems }: Evidence, tools: ReportTool[]): Pick<JsonReport, 'evidence'> {
  if (coverage === null && tests === null && tools.length === 0 && problems.length === 0) return {};
  return { evidence: { coverage: coverage?.source ?? null, tests: tests?.source ?? null, tools, problems } };
}

/** Findings with message, severity, block, layer and fingerprint. */
export function reportFindings(workspace: Workspace, { model, findings }: Judgement, baseline: ReadonlySet<string>): ReportFinding[] {
  const { adapters, rules, settings } = workspace.ports;
  const byId = new Map<string, Rule['meta']>(rules.map((rule) => [rule.meta.id, rule.meta]));
  const identities = fingerprints(findings);
  return findings.flatMap((finding, index) => {
    const meta = byId.get(finding.ruleId)!;
    const module = model.modules.get(finding.path);
    // The model may be of an earlier judgement, and a file's role can change.
    const role = workspace.facts(finding.path)?.role ?? module?.facts.role ?? 'source';
    const setting = settings.settingsFor(finding.path, role).rules[finding.ruleId];
    if (setting === undefined) return [];
    const severity = milder(severityIn(setting, finding), finding.severity);
    return [{
      ruleId: finding.ruleId,
      severity,
      message: words(meta, finding.messageId, finding.data),
      path: finding.path,
      range: rangeOf(finding.span),
      block: module?.block ?? null,
      layer: module?.layer ?? null,
      guideline: meta.guidelines[0],
      fixable: offersOf(finding, adapters).some((offer) => offer.unsure !== true),
      blocker: meta.blocker && severity === 'error' && finding.blocks !== false,
      baseline: baseline.has(identities[index]!),
      fingerprint: identities[index]!,
      related: relatedOf(meta, finding),
    }];
  });
}

/** What the profile makes of a finding: `recommended` is milder with some messages, and with what a rule says few would act on. */
function severityIn({ severity, milder: messages }: RuleSetting, { messageId, recommended }: Finding): Severity {
  return messages === undefined ? severity : milder(milder(severity, messages[messageId]), recommended);
}

function relatedOf(meta: Rule['meta'], finding: Finding): ReportFinding['related'] {
  return finding.related.map((place) => ({ path: place.path, range: rangeOf(place.span), message: words(meta, place.messageId, place.data) }));
}

/** A span as the report writes it; both count from 1. */
export function rangeOf([startLine, startColumn, endLine, endColumn]: Span): ReportRange {
  return { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
}

/** A range of the report as the facts write it. */
export function spanOf({ start, end }: ReportRange): Span {
  return [start.line, start.column, end.line, end.column];
}

function countFiles(workspace: Workspace, model: WorkspaceModel): ReportFiles {
  const skipped = workspace.skipped().map(({ path, reason }) => ({ path, reason: skipWords(reason) }));
  const files: ReportFiles = { typescript: 0, javascript: 0, python: 0, notebook: 0, skipped };
  for (const { facts: { language } } of model.modules.values()) if (isSource(language)) files[language]++;
  return files;
}

function isSource(language: Language): language is SourceLanguage {
  return language !== 'container' && language !== 'plain';
}

/** The graph of a model in the report's shape. @param health of the blocks, by id, after a review */
export function reportGraph(model: WorkspaceModel, health?: ReadonlyMap<string, ReportHealth>): ReportGraph {
  return {
    layers: [...model.layers.values()].map(({ id, paths, mayUse }) => ({ id, paths, mayUse })),
    blocks: [...model.blocks.values()].map(({ id, layer, paths, files, state, version, dependsOn }) => ({
      id,
      layer,
      paths,
      files: files.length,
      state,
      version,
      dependsOn,
      ...healthIn(health, id),
    })),
    edges: model.blockEdges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      imports: edge.imports,
      kind: edge.typeOnly ? ('type' as const) : ('value' as const),
    })),
    cycles: model.blockCycles.flatMap((cycle) => cycle.cycles),
    criticalPath: model.criticalPath,
  };
}

function healthIn(health: ReadonlyMap<string, ReportHealth> | undefined, id: string): Pick<ReportBlock, 'health'> {
  const own = health?.get(id);
  return own === undefined ? {} : { health: own };
}

/** The graph of files in the report's shape: each file is its own block, in its layer. */
export function moduleGraph(model: WorkspaceModel): ReportGraph {
  const paths = [...model.modules.keys()];
  return {
    layers: reportGraph(model).layers,
    blocks: [...model.modules.values()].map((module) => ({
      id: module.path,
      layer: module.layer,
      paths: [module.path],
      files: 1,
      state: 'active',
      version: '',
      dependsOn: (model.edgesFrom.get(module.path) ?? []).map((edge) => edge.to),
    })),
    edges: paths.flatMap((path) =>
      (model.edgesFrom.get(path) ?? []).map((edge) => ({
        from: edge.from,
        to: edge.to,
        imports: edge.imports.length,
        kind: edge.typeOnly ? ('type' as const) : ('value' as const),
      })),
    ),
    cycles: model.moduleCycles.map((cycle) => cycle.path),
    criticalPath: [],
  };
}

/** Fixes with these ids edit the configuration, whatever the language of the file. */
export const OF_CONFIGURATION = 'config/';

/**
 * @param finding with every fix its rule offers
 * @param adapters languages
 * @returns the fixes that the file's language implements, and those that edit the configuration
 */
export function offersOf({ path, fixes }: Finding, adapters: readonly LanguageAdapter[]): FixOffer[] {
  if (fixes.length === 0) return [];
  const known = adapterFor(adapters, path)?.fixIds;
  return fixes.filter(({ id }) => id.startsWith(OF_CONFIGURATION) || known?.has(id) === true);
}
